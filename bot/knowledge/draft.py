"""A knowledge folder while it is being checked: what could be read of it, and where each entry stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bot.knowledge import wording
from bot.knowledge.file_models import file_model
from bot.knowledge.kinds import Kind, Shape
from bot.knowledge.model import (
    Circuit,
    Country,
    CueGroup,
    Driver,
    Entry,
    HistoryTopic,
    RaceClass,
    Season,
    Series,
    Source,
    Team,
    Vocabulary,
)
from bot.knowledge.problems import MOST_PROBLEMS, Complaint, Key, stem
from bot.knowledge.yaml_reading import Document

E_co = TypeVar("E_co", bound=Entry, covariant=True)


@dataclass(frozen=True, slots=True)
class Placed(Generic[E_co]):
    """An entry, where it stands, and whether mistakes were left out of it."""

    file: str
    key: Key
    entry: E_co
    mended: bool = False


@dataclass
class Draft:
    """The files that could be read, and every entry that fits its model, some of them mended for the checks.

    `unread` names the files that are missing or unreadable, so that "nowhere" can be told from "not seen".
    """

    documents: dict[str, tuple[Kind, Document]] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)
    series: list[Placed[Series]] = field(default_factory=list)
    vocabulary: list[Placed[Vocabulary]] = field(default_factory=list)
    sources: list[Placed[Source]] = field(default_factory=list)
    countries: list[Placed[Country]] = field(default_factory=list)
    classes: list[Placed[RaceClass]] = field(default_factory=list)
    drivers: list[Placed[Driver]] = field(default_factory=list)
    teams: list[Placed[Team]] = field(default_factory=list)
    cues: list[Placed[CueGroup]] = field(default_factory=list)
    circuits: list[Placed[Circuit]] = field(default_factory=list)
    seasons: list[Placed[Season]] = field(default_factory=list)
    history: list[Placed[HistoryTopic]] = field(default_factory=list)

    def add(self, kind: Kind, file: str, document: Document) -> list[Complaint]:
        """Take a file in; return what its model has against it."""
        self.documents[file] = (kind, document)
        shelf: list[Placed[Any]] = getattr(self, kind.name)
        try:
            whole = _validated(file_model(kind), document.data)
        except ValidationError as error:
            if error.error_count() <= MOST_PROBLEMS:
                shelf.extend(_salvaged(kind, file, document.data))
            errors = error.errors(include_url=False)[: MOST_PROBLEMS + 1]
            return list(_complaints(kind, file, document, errors))
        if kind.shape is Shape.LIST:
            entries: tuple[Entry, ...] = getattr(whole, kind.name)
            shelf.extend(Placed(file, (kind.name, index), entry) for index, entry in enumerate(entries))
        else:
            shelf.append(Placed(file, (), whole))
        return []

    def of_kind(self, kind: Kind) -> list[tuple[str, Document]]:
        """Return the files of one kind that could be read."""
        return [(file, document) for file, (its, document) in self.documents.items() if its is kind]


def _validated(model: type[Entry], data: Any) -> Entry:
    # Strict, so that "7" is no number and 2021 no text; by alias only, as a file must not use the field's name.
    return model.model_validate(data, strict=True, by_alias=True, by_name=False)


def _complaints(kind: Kind, file: str, document: Document, errors: list[ErrorDetails]) -> Iterator[Complaint]:
    meant: set[Key] = set()
    for error in sorted(errors, key=lambda error: error["type"] != "extra_forbidden"):
        if error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]:
            continue  # pydantic counts only the parts without mistakes, and those with mistakes are named already
        key = _key(error)
        if error["type"] == "extra_forbidden":
            model = wording.model_at(file_model(kind), key[:-1])
            near = wording.meant_key(model, str(key[-1]))
            meant.add((*key[:-1], near or ""))
            yield Complaint(file, key, wording.unknown_key(model, near))
        elif error["type"] != "missing" or key not in meant:
            yield Complaint(file, key, wording.sentence(error, document.spot(key).raw))


def _key(error: ErrorDetails) -> Key:
    # pydantic marks a complaint about a key itself, rather than its value, with a last step of its own.
    location = error["loc"]
    return location[:-1] if location[-1:] == ("[key]",) else location


def _salvaged(kind: Kind, file: str, data: Any) -> Iterator[Placed[Any]]:
    """Yield the entries of a file with mistakes that fit their model, or do once the mistakes are left out.

    They serve the checks across files alone: one mistake must not hide another.
    """
    if kind.shape is not Shape.LIST:
        candidates: dict[Key, Any] = {(): _named(data, file) if kind.shape is Shape.FOLDER else data}
    else:
        listed = data.get(kind.name) if isinstance(data, dict) else ()
        candidates = {(kind.name, index): one for index, one in enumerate(listed if isinstance(listed, tuple) else ())}
    for key, one in candidates.items():
        try:
            yield Placed(file, key, _validated(kind.entry, one))
        except ValidationError as error:
            if (entry := _mended(kind.entry, one, error)) is not None:
                yield Placed(file, key, entry, mended=True)


def _named(data: Any, file: str) -> Any:
    # The file name says what the id must be, and much is checked against the id.
    has_id = not isinstance(data, dict) or isinstance(data.get("id"), str)
    return data if has_id else {**data, "id": stem(file)}


def _mended(model: type[Entry], data: Any, error: ValidationError) -> Entry | None:
    thawed = _thawed(data)
    for mistake in error.errors(include_url=False):
        if mistake["type"] != "missing":
            _leave_out(thawed, mistake)
    try:
        return _validated(model, _frozen(thawed))
    except ValidationError:
        return None


def _leave_out(thawed: Any, mistake: ErrorDetails) -> None:
    key = _key(mistake)
    as_text = mistake["type"] == "string_type" and isinstance(mistake["input"], bool | int | float)
    while not as_text and key and isinstance(key[-1], int):
        key = key[:-1]
    box = thawed
    for part in key[:-1]:
        try:
            box = box[part]
        except (KeyError, IndexError):
            return
    if as_text:
        box[key[-1]] = str(mistake["input"])
    elif key:
        box.pop(key[-1], None)


def _thawed(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _thawed(value) for key, value in data.items()}
    return [_thawed(value) for value in data] if isinstance(data, tuple) else data


def _frozen(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _frozen(value) for key, value in data.items()}
    return tuple(_frozen(value) for value in data) if isinstance(data, list) else data
