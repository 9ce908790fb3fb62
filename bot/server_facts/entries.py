"""A file of facts as entries that each know their line; docs/server-facts.md describes the format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from typing import Any

from bot.knowledge.problems import Key, quoted
from bot.knowledge.yaml_building import UnreadableError
from bot.knowledge.yaml_reading import Document, read_yaml
from bot.server_facts.changes import About, NewTopic
from bot.server_facts.limits import FILE_LARGEST, FILE_VALUES, check_file
from bot.server_facts.model import Subject, SubjectKind
from bot.server_facts.problems import RefusedError

# An id of Discord fits into 64 bits; as text, because many programs round such numbers.
_ID_LONGEST = 19
_ID_END = 2**63
# Far more than any server comes to, and far from where counting on would overflow.
_NUMBER_END = 1_000_000
_KINDS = tuple(kind.value for kind in SubjectKind if kind is not SubjectKind.TOPIC)

_FACT_KEYS = ("number", "subject", "topic", "text", "source", "author", "at")
_NAME_KEYS = ("name", "subject", "topic")
_SETTING_KEYS = ("prefix", "channels", "editors", "review", "keeps-misses")
_KEYS = ("server", "settings", "facts", "names")


@dataclass(frozen=True, slots=True)
class RefusedLine:
    """An entry that cannot be imported: the line it stands on, and one sentence."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class FactEntry:
    """A fact as a file has it; a `number` counts only where the file is of the server it goes to."""

    line: int
    number: int | None
    about: About
    text: str
    source: str
    author: int | None
    at: datetime | None


@dataclass(frozen=True, slots=True)
class NameEntry:
    """A nickname as a file has it."""

    line: int
    name: str
    about: About


@dataclass(slots=True)
class Entries:
    """All that a file holds. `settings` has only what the file says."""

    server: int | None = None
    settings: dict[str, Any] = field(default_factory=dict)
    settings_line: int = 1
    facts: list[FactEntry] = field(default_factory=list)
    names: list[NameEntry] = field(default_factory=list)
    refused: list[RefusedLine] = field(default_factory=list)


class _UnfitError(Exception):
    """An entry that cannot be read; the text is a sentence."""


def read_file(content: bytes) -> Entries:
    """Return what a file holds; raise `RefusedError` where it is no such file at all."""
    if len(content) > FILE_LARGEST:
        raise RefusedError(f"The file is {len(content):,} bytes large; {FILE_LARGEST:,} are the most, so split it.")
    try:
        document = read_yaml(content, FILE_VALUES)
    except UnreadableError as error:
        raise RefusedError(f"Line {error.flaw.line}: {error.flaw.text}.") from None
    if not isinstance(document.data, dict):
        raise RefusedError("The file should hold facts: and names:, each with a list, as an export has them.")
    entries = Entries(refused=[RefusedLine(flaw.line, f"{flaw.text}.") for flaw in document.flaws])
    for key in document.data:
        _read(entries, document, (key,), partial(_check_key, key, _KEYS))
    _read(entries, document, ("server",), lambda: _server(entries, document.data))
    _read(entries, document, ("settings",), lambda: _settings(entries, document))
    for name, take in (("facts", _fact), ("names", _name)):
        _read_list(entries, document, name, take)
    check_file(len(entries.facts), len(entries.names))
    return entries


def _read(entries: Entries, document: Document, key: Key, take: Callable[[], None]) -> None:
    try:
        take()
    except _UnfitError as unfit:
        entries.refused.append(RefusedLine(document.spot(key).line, str(unfit)))


def _read_list(entries: Entries, document: Document, name: str, take: Callable[[Entries, int, Any], None]) -> None:
    listed = document.data.get(name)
    if listed is None:
        return
    if not isinstance(listed, tuple):
        entries.refused.append(RefusedLine(document.spot((name,)).line, f"{name} should be a list."))
        return
    for position, entry in enumerate(listed):
        line = document.spot((name, position)).line
        _read(entries, document, (name, position), partial(take, entries, line, entry))


def _check_key(key: str, known: tuple[str, ...]) -> None:
    if key not in known:
        raise _UnfitError(f"{quoted(key)} is no key here; known are: {', '.join(known)}.")


def _check_keys(entry: Any, known: tuple[str, ...]) -> None:
    if not isinstance(entry, dict):
        raise _UnfitError(f"An entry should have keys with values; known are: {', '.join(known)}.")
    for key in entry:
        _check_key(key, known)


def _server(entries: Entries, data: Mapping[str, Any]) -> None:
    if data.get("server") is not None:
        entries.server = _id(data["server"], "server")


def _settings(entries: Entries, document: Document) -> None:
    said = document.data.get("settings")
    if said is None:
        return
    _check_keys(said, _SETTING_KEYS)
    entries.settings_line = document.spot(("settings",)).line
    for key, value in said.items():
        entries.settings[key.replace("-", "_")] = _setting(key, value)


def _setting(key: str, value: Any) -> Any:
    match key:
        case "prefix":
            return _text(value, key)
        case "editors":
            return None if value is None else _id(value, key)
        case "channels" if isinstance(value, tuple):
            return frozenset(_id(one, key) for one in value)
        case "review" | "keeps-misses" if isinstance(value, bool):
            return value
    raise _UnfitError(f"{key} should be {'a list of ids' if key == 'channels' else 'true or false'}.")


def _fact(entries: Entries, line: int, entry: Any) -> None:
    _check_keys(entry, _FACT_KEYS)
    number = entry.get("number")
    if number is not None and (type(number) is not int or not 0 < number < _NUMBER_END):
        raise _UnfitError(
            "number should be a whole number below a million, without quotes; leave it out for a new fact."
        )
    author, at = entry.get("author"), entry.get("at")
    entries.facts.append(
        FactEntry(
            line,
            number,
            _about(entry),
            _text(entry.get("text"), "text"),
            _text(entry.get("source", ""), "source"),
            None if author is None else _id(author, "author"),
            None if at is None else _moment(at),
        )
    )


def _name(entries: Entries, line: int, entry: Any) -> None:
    _check_keys(entry, _NAME_KEYS)
    entries.names.append(NameEntry(line, _text(entry.get("name"), "name"), _about(entry)))


def _about(entry: Mapping[str, Any]) -> About:
    if ("subject" in entry) == ("topic" in entry):
        raise _UnfitError("An entry needs either a subject, such as circuit:sepang, or a topic, such as Meetup.")
    if "topic" in entry:
        return NewTopic(_text(entry["topic"], "topic"))
    kind, colon, which = _text(entry["subject"], "subject").partition(":")
    if not colon or not which or kind not in _KINDS:
        raise _UnfitError(
            f"subject should be one of {', '.join(_KINDS)}, then a colon and an id, such as circuit:sepang."
        )
    return Subject(SubjectKind(kind), which)


def _text(value: Any, key: str) -> str:
    if value is None:
        raise _UnfitError(f"{key} is missing.")
    if not isinstance(value, str):
        raise _UnfitError(f"{key} should be text; write it in quotes.")
    return value


def _id(value: Any, key: str) -> int:
    digits = str(value) if type(value) is int else value
    if isinstance(digits, str) and digits.isascii() and digits.isdigit() and len(digits) <= _ID_LONGEST:
        number = int(digits)
        if number < _ID_END:
            return number
    raise _UnfitError(f'{key} should be an id of Discord in quotes, such as "123456789012345678".')


def _moment(value: Any) -> datetime:
    try:
        moment = datetime.fromisoformat(value)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (TypeError, ValueError, OverflowError):
        raise _UnfitError('at should be a time such as "2026-03-01T18:00:00+00:00".') from None
