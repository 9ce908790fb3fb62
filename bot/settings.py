"""The settings: what an operator may choose, read from the environment and from `.env`.

A frozen dataclass and not pydantic-settings: `bot ask` reads the environment too, and starts 20 ms sooner without it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar
from urllib.parse import unquote, urlsplit

from bot.errors import StartupError

Value = TypeVar("Value")

DATABASES = ("sqlite+aiosqlite", "postgresql+asyncpg")
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
LOG_FORMATS = ("text", "json")
SYNC_WHEN = {"changed": "changed", "yes": "always", "always": "always", "no": "never", "never": "never"}
PREFIX_MAX = 16
PORT_MAX = 65_535
NAME = "asian-le-mans-bot"


def shipped_knowledge() -> Path:
    """Return the folder of facts that came with the bot, in a checkout and in an installed wheel alike."""
    package = Path(__file__).resolve().parent
    installed = package / "shipped_knowledge"
    return installed if installed.is_dir() else package.parent / "knowledge"


def users_cache() -> Path | None:
    """Return the bot's folder among the user's caches; None for a user who has no place of their own."""
    from platformdirs import user_cache_path

    folder = user_cache_path(NAME, appauthor=False)
    return folder if folder.is_absolute() else None


def read_environment(folder: Path | None = None) -> Mapping[str, str]:
    """Return the environment, completed from `.env` in `folder` (the working directory); the environment wins."""
    file = (folder or Path()) / ".env"
    if not file.exists():
        return dict(os.environ)
    # Imported here because most people who ask a question in a terminal have no `.env`, and it costs 25 ms.
    from dotenv import dotenv_values

    try:
        # A token may hold a `$`: nothing in it is a reference to another variable.
        written = dotenv_values(file, interpolate=False, encoding="utf-8-sig")
    except (OSError, UnicodeError) as error:
        raise StartupError(f"The file .env cannot be read ({error}); it should be plain UTF-8 text.") from error
    return {name: value for name, value in written.items() if value is not None} | dict(os.environ)


class UnfitError(ValueError):
    """A value that a setting cannot take; the text says what is wrong and what would be right."""


def _token(said: str) -> str:
    # Never repeated: whoever has the token is the bot.
    if not said.isascii() or not said.isprintable() or " " in said:
        raise UnfitError("holds a space or a mark that no token has; copy it again from Discord's developer page")
    return said


def _prefix(said: str) -> str:
    if said.startswith(("/", "@", "#")):
        raise UnfitError(f'starts with "{said[0]}", which Discord keeps for itself; choose another mark such as !')
    if len(said) > PREFIX_MAX:
        raise UnfitError(f"is {len(said)} characters long; {PREFIX_MAX} is the most, and one such as ! is enough")
    return said


def _folder(said: str) -> Path:
    folder = Path(said).expanduser()
    if not folder.is_dir():
        raise UnfitError(f'is "{said}", which is not a folder; name one that holds series.yml, or leave it out')
    return folder


def _new_folder(said: str) -> Path:
    folder = Path(said).expanduser()
    if folder.exists() and not folder.is_dir():
        raise UnfitError(f'is "{said}", which is a file; name a folder, which is made where there is none')
    return folder


def _cache(said: str) -> Path | None:
    return None if said.lower() == "off" else _new_folder(said)


def _database(said: str) -> str:
    # The address may hold a password, so only its beginning is ever repeated.
    kind, mark, rest = said.partition("://")
    if kind not in DATABASES or not mark or not rest.strip("/"):
        raise UnfitError("should be sqlite+aiosqlite:///data/bot.db or postgresql+asyncpg://user:password@host/name")
    return said


def _count(said: str) -> int:
    number = _number(said)
    if number is None or number < 1:
        raise UnfitError(f'is "{said}"; it should be a whole number from 1 up')
    return number


def _shards(said: str) -> tuple[int, ...]:
    numbers = [_number(part.strip()) for part in said.split(",")]
    known = [number for number in numbers if number is not None]
    if len(known) < len(numbers) or len(set(known)) < len(known):
        raise UnfitError(f'is "{said}"; it should be different numbers with commas between them, such as 0,1,2')
    return tuple(known)


def _port(said: str) -> int | None:
    if said.lower() == "off":
        return None
    number = _number(said)
    if number is None or not 1 <= number <= PORT_MAX:
        raise UnfitError(f'is "{said}"; it should be a port from 1 to {PORT_MAX}, or off')
    return number


def _sync(said: str) -> str:
    if said.lower() not in SYNC_WHEN:
        raise UnfitError(f'is "{said}"; it should be changed, yes or no')
    return SYNC_WHEN[said.lower()]


def _level(said: str) -> str:
    if said.upper() not in LOG_LEVELS:
        raise UnfitError(f'is "{said}"; it should be one of {", ".join(LOG_LEVELS)}')
    return said.upper()


def _format(said: str) -> str:
    if said.lower() not in LOG_FORMATS:
        raise UnfitError(f'is "{said}"; it should be {" or ".join(LOG_FORMATS)}')
    return said.lower()


def _address(*schemes: str) -> Callable[[str], str]:
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


class _Environment:
    """Reads one variable after another and remembers everything that was wrong."""

    def __init__(self, variables: Mapping[str, str]) -> None:
        self.variables = variables
        self.problems: list[str] = []

    def read(self, variable: str, convert: Callable[[str], Value], default: Value) -> Value:
        """Return what `variable` says, or `default` where it is not set, is empty or is wrong."""
        said = self.variables.get(variable, "").strip()
        if not said:
            return default
        try:
            return convert(said)
        except UnfitError as unfit:
            self.problems.append(f"{variable} {unfit}.")
            return default

    def stop_if_wrong(self) -> None:
        """Raise `StartupError` with a sentence for each problem."""
        if self.problems:
            raise StartupError("\n".join(self.problems))


def knowledge_folder(env: Mapping[str, str]) -> Path:
    """Return the folder of facts that `env` names, or the shipped one; raise `StartupError` where it is no folder."""
    environment = _Environment(env)
    folder = environment.read("KNOWLEDGE_DIR", _folder, shipped_knowledge())
    environment.stop_if_wrong()
    return folder


def cache_folder(env: Mapping[str, str]) -> Path | None:
    """Return where checked facts are kept, None for nowhere; raise `StartupError` where `env` names a file."""
    environment = _Environment(env)
    folder = environment.read("CACHE_DIR", _cache, users_cache())
    environment.stop_if_wrong()
    return folder


def command_prefix(env: Mapping[str, str]) -> str:
    """Return the mark that `env` puts before commands, or `!`; raise `StartupError` where it will not do."""
    environment = _Environment(env)
    prefix = environment.read("COMMAND_PREFIX", _prefix, Settings.command_prefix)
    environment.stop_if_wrong()
    return prefix


@dataclass(frozen=True)
class Settings:
    """Every setting, checked. A variable that is empty counts as one that is not set."""

    token: str | None = field(default=None, repr=False)
    command_prefix: str = "!"
    knowledge_dir: Path = field(default_factory=shipped_knowledge)
    database_url: str = field(default="sqlite+aiosqlite:///data/bot.db", repr=False)
    servers_in_memory: int = 1_000
    shard_count: int | None = None
    shard_ids: tuple[int, ...] | None = None
    metrics_port: int | None = None
    log_level: str = "INFO"
    log_format: str = "text"
    sync_commands: str = "changed"
    questions_per_minute: int = 30
    data_dir: Path = Path("data")
    cache_dir: Path | None = field(default_factory=users_cache)
    discord_api_url: str = "https://discord.com/api/v10"
    discord_gateway_url: str | None = None

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Settings:
        """Read the settings from `env`; raise `StartupError` with one sentence for every value that is wrong."""
        environment = _Environment(env)
        read = environment.read
        settings = cls(
            token=read("DISCORD_TOKEN", _token, None),
            command_prefix=read("COMMAND_PREFIX", _prefix, cls.command_prefix),
            knowledge_dir=read("KNOWLEDGE_DIR", _folder, shipped_knowledge()),
            database_url=read("DATABASE_URL", _database, cls.database_url),
            servers_in_memory=read("SERVERS_IN_MEMORY", _count, cls.servers_in_memory),
            shard_count=read("SHARD_COUNT", _count, cls.shard_count),
            shard_ids=read("SHARD_IDS", _shards, cls.shard_ids),
            metrics_port=read("METRICS_PORT", _port, cls.metrics_port),
            log_level=read("LOG_LEVEL", _level, cls.log_level),
            log_format=read("LOG_FORMAT", _format, cls.log_format),
            sync_commands=read("SYNC_COMMANDS", _sync, cls.sync_commands),
            questions_per_minute=read("QUESTIONS_PER_MINUTE", _count, cls.questions_per_minute),
            data_dir=read("DATA_DIR", _new_folder, cls.data_dir),
            cache_dir=read("CACHE_DIR", _cache, users_cache()),
            discord_api_url=read("DISCORD_API_URL", _address("http", "https"), cls.discord_api_url),
            discord_gateway_url=read("DISCORD_GATEWAY_URL", _address("ws", "wss"), cls.discord_gateway_url),
        )
        environment.problems += settings._shard_problems()
        environment.stop_if_wrong()
        return settings

    def secrets(self) -> tuple[str, ...]:
        """Return what must not be seen by anybody, the log included."""
        # "postgresql+asyncpg://bot:secret@host/name"
        before_host = self.database_url.rpartition("@")[0].partition("://")[2]
        password = before_host.partition(":")[2]
        return tuple(filter(None, dict.fromkeys((self.token, password, unquote(password)))))

    def _shard_problems(self) -> list[str]:
        if self.shard_ids is None:
            return []
        if self.shard_count is None:
            return ["SHARD_IDS needs SHARD_COUNT, the number of shards of all processes together."]
        beyond = [str(number) for number in self.shard_ids if number >= self.shard_count]
        if not beyond:
            return []
        last = self.shard_count - 1
        return [f"SHARD_IDS names {', '.join(beyond)}, but with SHARD_COUNT {self.shard_count} the last one is {last}."]
