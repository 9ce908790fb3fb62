"""What settings may be: each function reads a value, or says what is wrong with it and what would be right."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

DATABASES = ("sqlite+aiosqlite", "postgresql+asyncpg")
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
LOG_FORMATS = ("text", "json")
SYNC_WHEN = {"changed": "changed", "yes": "always", "always": "always", "no": "never", "never": "never"}
PREFIX_MAX = 16
PORT_MAX = 65_535


class UnfitError(ValueError):
    """A value that a setting cannot take; the text says what is wrong and what would be right."""


def token(said: str) -> str:
    """Return a token of Discord."""
    # Never repeated: whoever has the token is the bot.
    if not said.isascii() or not said.isprintable() or " " in said:
        raise UnfitError("holds a space or a mark that no token has; copy it again from Discord's developer page")
    return said


def prefix(said: str) -> str:
    """Return a mark that may stand before commands."""
    if said.startswith(("/", "@", "#")):
        raise UnfitError(f'starts with "{said[0]}", which Discord keeps for itself; choose another mark such as !')
    if len(said) > PREFIX_MAX:
        raise UnfitError(f"is {len(said)} characters long; {PREFIX_MAX} is the most, and one such as ! is enough")
    return said


def folder(said: str) -> Path:
    """Return a folder that is there."""
    found = Path(said).expanduser()
    if not found.is_dir():
        raise UnfitError(f'is "{said}", which is not a folder; name one that holds series.yml, or leave it out')
    return found


def new_folder(said: str) -> Path:
    """Return a folder that is there, or can be made."""
    named = Path(said).expanduser()
    if named.exists() and not named.is_dir():
        raise UnfitError(f'is "{said}", which is a file; name a folder, which is made where there is none')
    return named


def cache(said: str) -> Path | None:
    """Return a folder for what can be lost, None for `off`."""
    return None if said.lower() == "off" else new_folder(said)


def database(said: str) -> str:
    """Return the address of a database of a kind that is known."""
    # The address may hold a password, so only its beginning is ever repeated.
    kind, mark, rest = said.partition("://")
    if kind not in DATABASES or not mark or not rest.strip("/"):
        raise UnfitError("should be sqlite+aiosqlite:///data/bot.db or postgresql+asyncpg://user:password@host/name")
    return said


def count(said: str) -> int:
    """Return a whole number from 1 up."""
    number = _number(said)
    if number is None or number < 1:
        raise UnfitError(f'is "{said}"; it should be a whole number from 1 up')
    return number


def shards(said: str) -> tuple[int, ...]:
    """Return different numbers."""
    numbers = [_number(part.strip()) for part in said.split(",")]
    known = [number for number in numbers if number is not None]
    if len(known) < len(numbers) or len(set(known)) < len(known):
        raise UnfitError(f'is "{said}"; it should be different numbers with commas between them, such as 0,1,2')
    return tuple(known)


def port(said: str) -> int | None:
    """Return a port, None for `off`."""
    if said.lower() == "off":
        return None
    number = _number(said)
    if number is None or not 1 <= number <= PORT_MAX:
        raise UnfitError(f'is "{said}"; it should be a port from 1 to {PORT_MAX}, or off')
    return number


def sync(said: str) -> str:
    """Return when slash commands are sent: `changed`, `always` or `never`."""
    if said.lower() not in SYNC_WHEN:
        raise UnfitError(f'is "{said}"; it should be changed, yes or no')
    return SYNC_WHEN[said.lower()]


def log_level(said: str) -> str:
    """Return the name of a level of the log."""
    if said.upper() not in LOG_LEVELS:
        raise UnfitError(f'is "{said}"; it should be one of {", ".join(LOG_LEVELS)}')
    return said.upper()


def log_format(said: str) -> str:
    """Return the name of a form of the log."""
    if said.lower() not in LOG_FORMATS:
        raise UnfitError(f'is "{said}"; it should be {" or ".join(LOG_FORMATS)}')
    return said.lower()


def address(*schemes: str) -> Callable[[str], str]:
    """Return what reads an address of one of `schemes`."""

    def read(said: str) -> str:
        try:
            parts = urlsplit(said)
            fine = parts.scheme in schemes and bool(parts.hostname) and parts.port != 0
        except ValueError:
            fine = False
        if not fine:
            raise UnfitError(
                f'is "{said}"; it should begin with {" or ".join(f"{name}://" for name in schemes)} and a host'
            )
        return said.rstrip("/")

    return read


def _number(said: str) -> int | None:
    return int(said) if said.isascii() and said.isdigit() and len(said) <= 9 else None  # noqa: PLR2004
