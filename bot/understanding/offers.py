"""What a menu offers while someone types a name: the same names that questions are read with, slips included."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from copy import copy
from dataclasses import dataclass
from itertools import chain

from bot.knowledge.base import Knowledge
from bot.knowledge.model import Circuit
from bot.server_facts.model import ServerNotes, SubjectKind
from bot.text.fold import words
from bot.text.similarity import begins_like
from bot.understanding.commands import COMMANDS, Offer

_RECORDS = ("drivers", "teams", "nations", "classes", "most visited circuit", "smallest grid", "firsts", "lasts")
CHARTS = (
    *[f"titles by {by}" for by in ("driver", "team", "nation", "class")],
    *[f"wins by {by}" for by in ("driver", "team", "nation")],
    *["seasons", "circuits", "calendar", "map"],
)


@dataclass(frozen=True, slots=True)
class Offered:
    """One thing on offer: what is shown, and chosen, and every spelling that finds it, cut into words."""

    shown: str
    spellings: tuple[tuple[str, ...], ...]

    def rank(self, typed: tuple[str, ...]) -> int | None:
        """Say how well `typed` fits, 0 best: the beginning of the name, of a spelling, parts, slips; None for not."""
        if _begins(self.spellings[0], typed):
            return 0
        if any(_begins(spelling, typed) for spelling in self.spellings):
            return 1
        if any(all(any(word.startswith(part) for word in spelling) for part in typed) for spelling in self.spellings):
            return 2
        return None

    def may_be(self, typed: tuple[str, ...]) -> bool:
        """Say whether each word of `typed` begins as a word of one spelling does, slips of the pen allowed."""
        return any(
            all(any(begins_like(part, word) for word in spelling) for part in typed) for spelling in self.spellings
        )


def _begins(spelling: tuple[str, ...], typed: tuple[str, ...]) -> bool:
    *settled, last = typed
    there = len(settled)
    return spelling[:there] == tuple(settled) and len(spelling) > there and spelling[there].startswith(last)


def _offered(shown: str, *others: str) -> Offered:
    return Offered(shown, tuple(cut for spelling in dict.fromkeys((shown, *others)) if (cut := words(spelling))))


class Offers:
    """Everything that options can be filled with. Lists are made when they are first asked for, and kept."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._lists: dict[Offer, tuple[Offered, ...]] = {}
        self._notes = ServerNotes(server=0)

    def knowing(self, notes: ServerNotes) -> Offers:
        """Return the same with the names of a server, behind those that all servers know; the lists are shared."""
        other = copy(self)
        other._notes = notes
        return other

    def matching(self, offer: Offer, typed: str, limit: int) -> tuple[str, ...]:
        """Return up to `limit` names for the half-typed `typed`, likeliest first; the first of all if it is empty."""
        if offer not in self._lists:
            self._lists[offer] = tuple(dict.fromkeys(_LISTS[offer](self._knowledge)))
        known = (*self._lists[offer], *_local(self._notes, offer))
        cut = words(typed)
        if not cut:
            return tuple(one.shown for one in known[:limit])
        # Slips only where nothing is spelt so: a name that is whole is never crowded out by one that is near.
        found = _spelt(known, cut) or _spelt(known, ("".join(cut),)) or [one.shown for one in known if one.may_be(cut)]
        return tuple(found[:limit])


def _spelt(known: Iterable[Offered], typed: tuple[str, ...]) -> list[str]:
    ranked = [(rank, one.shown) for one in known if (rank := one.rank(typed)) is not None]
    return [shown for _, shown in sorted(ranked, key=lambda pair: pair[0])]


_TAKES: dict[Offer, tuple[SubjectKind, ...]] = {
    Offer.CLASS: (SubjectKind.CLASS,),
    Offer.SEASON: (SubjectKind.SEASON,),
    Offer.RACE: (SubjectKind.CIRCUIT,),
    Offer.CIRCUIT: (SubjectKind.CIRCUIT,),
    Offer.DRIVER: (SubjectKind.DRIVER,),
    Offer.TEAM: (SubjectKind.TEAM,),
    Offer.TOPIC: (SubjectKind.TOPIC,),
    Offer.ANYTHING: tuple(kind for kind in SubjectKind if kind is not SubjectKind.TOPIC),
    Offer.SUBJECT: tuple(SubjectKind),
}


def _local(notes: ServerNotes, offer: Offer) -> Iterator[Offered]:
    kinds = _TAKES.get(offer, ())
    if SubjectKind.TOPIC in kinds:
        yield from (_offered(topic.name) for topic in notes.topics if words(topic.name))
    yield from (_offered(one.name) for one in notes.nicknames if one.subject.kind in kinds and words(one.name))
    if offer is Offer.NICKNAME:
        yield from (_offered(one.name) for one in notes.nicknames if words(one.name))
    if offer is Offer.NUMBER:
        yield from (_offered(str(fact.number), fact.text) for fact in reversed(notes.facts))


# The lists, each in the order of an empty menu: what people ask for most comes first.


def _classes(knowledge: Knowledge) -> Iterator[Offered]:
    now = knowledge.current.classes
    for one in sorted(knowledge.classes.values(), key=lambda one: one.id not in now):
        yield _offered(one.name, *one.aliases)


def _seasons(knowledge: Knowledge) -> Iterator[Offered]:
    for season in reversed(knowledge.held):
        yield _offered(season.id, season.id[2:])


def _latest_first(knowledge: Knowledge) -> list[Circuit]:
    visits = {circuit: races[-1].round.date for circuit, races in knowledge.races_at.items()}
    return sorted((knowledge.circuits[circuit] for circuit in visits), key=lambda one: visits[one.id], reverse=True)


def _circuits(knowledge: Knowledge) -> Iterator[Offered]:
    for one in _latest_first(knowledge):
        former = (used.name for used in one.names)
        yield _offered(one.name, *one.aliases, *former, *(native.text for native in one.native))


def _races(knowledge: Knowledge) -> Iterator[Offered]:
    for one in _latest_first(knowledge):
        yield _offered(one.race, one.name, *one.aliases)
    last = max((one.round for one in knowledge.current.rounds), default=0)
    yield from (_offered(f"round {number}") for number in range(1, last + 1))


def _places(knowledge: Knowledge) -> Iterator[Offered]:
    yield _offered("current")
    yield from (_offered(knowledge.countries[one.country].name) for one in _latest_first(knowledge))
    yield from _seasons(knowledge)


def _drivers(knowledge: Knowledge) -> Iterator[Offered]:
    champions = reversed(tuple(knowledge.titles_of_driver))
    for driver in map(knowledge.drivers.__getitem__, dict.fromkeys((*champions, *knowledge.drivers))):
        yield _offered(driver.name, *driver.aliases, *(native.text for native in driver.native))


def _teams(knowledge: Knowledge) -> Iterator[Offered]:
    champions = reversed(tuple(knowledge.titles_of_team))
    for team in map(knowledge.teams.__getitem__, dict.fromkeys((*champions, *knowledge.teams))):
        yield _offered(team.name, *team.aliases, *(used.name for used in team.names))


def _topics(knowledge: Knowledge) -> Iterator[Offered]:
    yield from (_offered(topic.title, *topic.aliases) for topic in knowledge.topics)
    yield from _seasons(knowledge)


def _facts(knowledge: Knowledge) -> Iterator[Offered]:
    yield from (_offered(fact.name, *fact.terms) for fact in knowledge.series.facts)


def _commands(knowledge: Knowledge) -> Iterator[Offered]:
    yield from (_offered(command.name, *command.aliases) for command in COMMANDS)


def _anything(knowledge: Knowledge) -> Iterator[Offered]:
    return chain(*(make(knowledge) for make in (_drivers, _teams, _circuits, _classes, _seasons)))


def _charts(knowledge: Knowledge) -> Iterator[Offered]:
    yield from map(_offered, CHARTS)
    yield from [_offered(f"calendar {season.id}") for season in reversed(knowledge.held)]


_LISTS: dict[Offer, Callable[[Knowledge], Iterable[Offered]]] = {
    Offer.NOTHING: lambda knowledge: (),
    Offer.CLASS: _classes,
    Offer.SEASON: _seasons,
    Offer.RACE: _races,
    Offer.CIRCUIT: _circuits,
    Offer.PLACE: _places,
    Offer.DRIVER: _drivers,
    Offer.TEAM: _teams,
    Offer.TOPIC: _topics,
    Offer.RECORD: lambda knowledge: map(_offered, _RECORDS),
    Offer.CHART: _charts,
    Offer.FACT: _facts,
    Offer.COMMAND: _commands,
    Offer.ANYTHING: _anything,
    Offer.SUBJECT: _anything,
    Offer.NICKNAME: lambda knowledge: (),
    Offer.NUMBER: lambda knowledge: (),
}
