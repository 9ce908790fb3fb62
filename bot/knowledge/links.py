"""Checks across files: every id leads somewhere, every id and name is one entry's alone, every source is used.

References are followed in the plain data, so a mistake elsewhere in a file does not hide an unknown id.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.knowledge.draft import Draft, Placed
from bot.knowledge.kinds import KINDS, Kind, Shape
from bot.knowledge.model import Circuit, Country, CueGroup, Driver, HistoryTopic, RaceClass, Season, Team
from bot.knowledge.problems import MOST_PROBLEMS, Complaint, Key, dotted, quoted, stem
from bot.text.fold import fold
from bot.text.similarity import closest

# A key means the same kind of id in every model, so the key alone says where a reference leads.
REFERENCES = {
    "sources": ("sources",),
    "country": ("countries",),
    "nation": ("countries",),
    "seasons": ("seasons",),
    "current": ("seasons",),
    "class": ("classes",),
    "classes": ("classes",),
    "replaced": ("classes",),
    "team": ("teams",),
    "run_by": ("teams",),
    "related": ("teams",),
    "drivers": ("drivers",),
    "disputed": ("drivers",),
    "circuit": ("circuits",),
    "about": ("seasons", "classes", "circuits", "teams", "drivers"),
}

# `about` of a reading is a sentence; only a list of that name holds ids.
_ONLY_IN_LISTS = frozenset({"about"})

# Their keys are cues and words, whatever else may be called so.
_WORDS = frozenset({"vocabulary", "cues"})

_BETWEEN_WORDS = re.compile(r"[\W_]+")


def check_links(draft: Draft) -> Iterator[Complaint]:
    """Yield what is wrong between the entries of `draft`."""
    known = {kind.name: _ids(draft, kind) for kind in KINDS.values()}
    walk = _Walk.among(known)
    for file, (kind, document) in draft.documents.items():
        if kind.name not in _WORDS:
            walk.into(file, document.data, ())
    yield from walk.complaints
    yield from _repeated_ids(known)
    yield from _file_names(draft)
    if not draft.unread:
        yield from _unused_sources(draft, walk.seen)
    yield from _shared_names(draft)


Named = tuple[str, str, Key]


def _ids(draft: Draft, kind: Kind) -> list[Named] | None:
    """Return the ids of a kind with file and key, or None where its file could not be read."""
    files = draft.of_kind(kind)
    if kind.shape is Shape.FOLDER:
        unread = (file for file in draft.unread if file.startswith(f"{kind.name}/"))
        return [(stem(file), file, ("id",)) for file in (*(file for file, _ in files), *unread)]
    if kind.shape is Shape.SINGLE or not files:
        return None
    [(file, document)] = files
    entries = document.data.get(kind.name) if isinstance(document.data, dict) else None
    if not isinstance(entries, tuple):
        return None
    ids = ((index, entry.get("id")) for index, entry in enumerate(entries) if isinstance(entry, dict))
    return [(one, file, (kind.name, index, "id")) for index, one in ids if isinstance(one, str)]


@dataclass
class _Walk:
    """Follows every reference.

    `known` holds the ids that each key of `REFERENCES` may name, None where some of them are not to be had.
    """

    known: dict[str, frozenset[str] | None]
    seen: set[str] = field(default_factory=set)
    complaints: list[Complaint] = field(default_factory=list)

    @classmethod
    def among(cls, ids: Mapping[str, list[Named] | None]) -> _Walk:
        """Return one that knows the `ids` of each kind."""
        shelves = {kind: None if some is None else {one for one, _, _ in some} for kind, some in ids.items()}
        known: dict[str, frozenset[str] | None] = {}
        for name, kinds in REFERENCES.items():
            seen = [shelf for kind in kinds if (shelf := shelves[kind]) is not None]
            known[name] = frozenset().union(*seen) if len(seen) == len(kinds) else None
        return cls(known)

    def into(self, file: str, box: dict[str, Any], key: Key) -> None:
        """Look at every value in a mapping and below."""
        if type(box) is not dict:
            return
        for name, value in box.items():
            kind = type(value)
            if kind is str:
                if name in REFERENCES and name not in _ONLY_IN_LISTS and not self.leads(name, value):
                    self.complain(file, (*key, name), name, value)
            elif kind is tuple:
                self.into_list(file, value, (*key, name), name)
            elif kind is dict:
                self.into(file, value, (*key, name))

    def into_list(self, file: str, values: tuple[Any, ...], key: Key, name: str) -> None:
        """Look at every value in a list and below."""
        is_reference = name in REFERENCES
        listed: set[str] = set()
        for index, value in enumerate(values):
            kind = type(value)
            if kind is dict:
                self.into(file, value, (*key, index))
            elif kind is str and is_reference:
                if not self.leads(name, value):
                    self.complain(file, (*key, index), name, value)
                if value in listed:
                    self.complaints.append(Complaint(file, (*key, index), f"{quoted(value)} is in this list twice"))
                listed.add(value)

    def leads(self, name: str, word: str) -> bool:
        """Note the use of an id, and say whether it leads somewhere, or nobody can tell."""
        if name == "sources":
            self.seen.add(word)
        known = self.known[name]
        return known is None or word in known

    def complain(self, file: str, key: Key, name: str, word: str) -> None:
        """Note that there is no such id."""
        near = closest(word, sorted(self.known[name] or ())) if len(self.complaints) < MOST_PROBLEMS else None
        hint = f"; did you mean {quoted(near)}?" if near else ""
        self.complaints.append(Complaint(file, key, f"no {_any_of(REFERENCES[name])} has the id {quoted(word)}{hint}"))


def _any_of(kinds: tuple[str, ...]) -> str:
    names = [KINDS[kind].one for kind in kinds]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"


def _repeated_ids(known: dict[str, list[Named] | None]) -> Iterator[Complaint]:
    for name, ids in known.items():
        first: dict[str, Key] = {}
        for one, file, key in ids or ():
            if KINDS[name].shape is Shape.LIST and one in first:
                yield Complaint(file, key, f"the id {quoted(one)} is taken by {dotted(first[one][:-1])}")
            first.setdefault(one, key)


def _file_names(draft: Draft) -> Iterator[Complaint]:
    in_folders: tuple[Sequence[Placed[CueGroup | Circuit | Season | HistoryTopic]], ...]
    in_folders = draft.cues, draft.circuits, draft.seasons, draft.history
    for shelf in in_folders:
        for placed in shelf:
            written, name = placed.entry.id, stem(placed.file)
            if written != name:
                text = f"the id {quoted(written)} and the file name {quoted(name)} must be the same"
                yield Complaint(placed.file, ("id",), text)


def _unused_sources(draft: Draft, used: set[str]) -> Iterator[Complaint]:
    for placed in draft.sources:
        if placed.entry.id not in used:
            yield Complaint(placed.file, (*placed.key, "id"), f"no entry refers to {quoted(placed.entry.id)}")


NamedEntry = Country | RaceClass | Driver | Team | Circuit


def _shared_names(draft: Draft) -> Iterator[Complaint]:
    """Two entries of one kind under one name could not be told apart in a question.

    Teams that are related may share the name they went by one after the other: then it is asked which was meant.
    """
    shelves: tuple[Sequence[Placed[NamedEntry]], ...]
    shelves = draft.countries, draft.classes, draft.drivers, draft.teams, draft.circuits
    for shelf in shelves:
        owners: dict[str, Placed[NamedEntry]] = {}
        for placed in shelf:
            for key, name in _names(placed.entry):
                plain = _BETWEEN_WORDS.sub(" ", fold(name)).strip()
                owner = owners.setdefault(plain, placed)
                same = owner is placed or owner.entry.id == placed.entry.id
                if plain and not same and not _is_related(owner.entry, placed.entry):
                    text = f"{quoted(name)} cannot be told apart from a name of {quoted(owner.entry.id)}"
                    yield Complaint(placed.file, (*placed.key, *key), text)


def _is_related(one: NamedEntry, other: NamedEntry) -> bool:
    return isinstance(one, Team) and isinstance(other, Team) and (other.id in one.related or one.id in other.related)


def _names(entry: NamedEntry) -> Iterator[tuple[Key, str]]:
    yield ("name",), entry.name
    for index, alias in enumerate(entry.aliases):
        yield ("aliases", index), alias
    match entry:
        case RaceClass():
            yield ("full_name",), entry.full_name
        case Country():
            for index, code in enumerate(entry.codes):
                yield ("codes", index), code
        case Circuit():
            yield ("race",), entry.race
            yield from ((("names", index, "name"), used.name) for index, used in enumerate(entry.names))
        case Team():
            yield from ((("names", index, "name"), used.name) for index, used in enumerate(entry.names))
    if isinstance(entry, Driver | Team | Circuit):
        for index, native in enumerate(entry.native):
            yield ("native", index, "text"), native.text
