"""What a menu offers while someone types a name: the same names that questions are read with, slips included."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from copy import copy
from itertools import chain
from operator import itemgetter

from bot.knowledge.base import Knowledge
from bot.knowledge.model import Circuit
from bot.server_facts.model import ServerNotes, SubjectKind
from bot.text.fold import words
from bot.understanding.administration.table import GROUPS
from bot.understanding.commands import COMMANDS, Offer
from bot.understanding.menu import Menu, Offered, offered

_RECORDS = ("drivers", "teams", "nations", "classes", "most visited circuit", "smallest grid", "firsts", "lasts")
_CHARTS = (
    *[f"titles by {by}" for by in ("driver", "team", "nation", "class")],
    *[f"wins by {by}" for by in ("driver", "team", "nation")],
    *["seasons", "circuits", "calendar", "map"],
)


class Offers:
    """Everything that options can be filled with. Menus are made when they are first asked for, and kept."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._menus: dict[Offer, Menu] = {}
        self._notes = ServerNotes(server=0)
        self._menus_here: dict[Offer, Menu] = {}

    def knowing(self, notes: ServerNotes) -> Offers:
        """Return the same with the names of a server, behind those that all servers know, whose menus are shared."""
        other = copy(self)
        other._notes = notes
        other._menus_here = {}
        return other

    def matching(self, offer: Offer, typed: str, limit: int) -> tuple[str, ...]:
        """Return up to `limit` names for the half-typed `typed`, likeliest first; the first of all if it is empty."""
        everywhere = _kept(self._menus, offer, lambda: _LISTS[offer](self._knowledge))
        here = _kept(self._menus_here, offer, lambda: _local(self._notes, offer))
        cut = words(typed)
        if not cut:
            return tuple(one.shown for one in (*everywhere.offered, *here.offered)[:limit])
        for find in (Menu.spelt, Menu.joined, Menu.near):
            # Slips only where nothing is spelt so: a name that is whole is never crowded out by one that is near.
            found = sorted([*find(everywhere, cut), *find(here, cut)], key=itemgetter(0))
            if found:
                return tuple(one.shown for _, one in found[:limit])
        return ()


def _kept(menus: dict[Offer, Menu], offer: Offer, make: Callable[[], Iterable[Offered]]) -> Menu:
    menu = menus.get(offer)
    if menu is None:
        menu = menus[offer] = Menu(make())
    return menu


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
        yield from (offered(topic.name) for topic in notes.topics if words(topic.name))
    yield from (offered(one.name) for one in notes.nicknames if one.subject.kind in kinds and words(one.name))
    if offer is Offer.NICKNAME:
        yield from (offered(one.name) for one in notes.nicknames if words(one.name))
    if offer is Offer.NUMBER:
        yield from (offered(str(fact.number), fact.text) for fact in reversed(notes.facts))


# The lists, each in the order of an empty menu: what people ask for most comes first.


def _classes(knowledge: Knowledge) -> Iterator[Offered]:
    now = knowledge.current.classes
    for one in sorted(knowledge.classes.values(), key=lambda one: one.id not in now):
        yield offered(one.name, *one.aliases)


def _seasons(knowledge: Knowledge) -> Iterator[Offered]:
    for season in reversed(knowledge.held):
        yield offered(season.id, season.id[2:])


def _latest_first(knowledge: Knowledge) -> list[Circuit]:
    visits = {circuit: races[-1].round.date for circuit, races in knowledge.races_at.items()}
    return sorted((knowledge.circuits[circuit] for circuit in visits), key=lambda one: visits[one.id], reverse=True)


def _circuits(knowledge: Knowledge) -> Iterator[Offered]:
    for one in _latest_first(knowledge):
        former = (used.name for used in one.names)
        yield offered(one.name, *one.aliases, *former, *(native.text for native in one.native))


def _races(knowledge: Knowledge) -> Iterator[Offered]:
    for one in _latest_first(knowledge):
        yield offered(one.race, one.name, *one.aliases)
    last = max((one.round for one in knowledge.current.rounds), default=0)
    yield from (offered(f"round {number}") for number in range(1, last + 1))


def _places(knowledge: Knowledge) -> Iterator[Offered]:
    yield offered("current")
    yield from (offered(knowledge.countries[one.country].name) for one in _latest_first(knowledge))
    yield from _seasons(knowledge)


def _drivers(knowledge: Knowledge) -> Iterator[Offered]:
    champions = reversed(tuple(knowledge.titles_of_driver))
    for driver in map(knowledge.drivers.__getitem__, dict.fromkeys((*champions, *knowledge.drivers))):
        yield offered(driver.name, *driver.aliases, *(native.text for native in driver.native))


def _teams(knowledge: Knowledge) -> Iterator[Offered]:
    champions = reversed(tuple(knowledge.titles_of_team))
    for team in map(knowledge.teams.__getitem__, dict.fromkeys((*champions, *knowledge.teams))):
        yield offered(team.name, *team.aliases, *(used.name for used in team.names))


def _topics(knowledge: Knowledge) -> Iterator[Offered]:
    yield from (offered(topic.title, *topic.aliases) for topic in knowledge.topics)
    yield from _seasons(knowledge)


def _facts(knowledge: Knowledge) -> Iterator[Offered]:
    yield from (offered(fact.name, *fact.terms) for fact in knowledge.series.facts)


def _commands(knowledge: Knowledge) -> Iterator[Offered]:
    yield from (offered(command.name, *command.aliases) for command in COMMANDS)
    yield from map(offered, GROUPS)


def _anything(knowledge: Knowledge) -> Iterator[Offered]:
    return chain(*(make(knowledge) for make in (_drivers, _teams, _circuits, _classes, _seasons)))


def _charts(knowledge: Knowledge) -> Iterator[Offered]:
    yield from map(offered, _CHARTS)
    yield from [offered(f"calendar {season.id}") for season in reversed(knowledge.held)]


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
    Offer.RECORD: lambda knowledge: map(offered, _RECORDS),
    Offer.CHART: _charts,
    Offer.FACT: _facts,
    Offer.COMMAND: _commands,
    Offer.ANYTHING: _anything,
    Offer.SUBJECT: _anything,
    Offer.NICKNAME: lambda knowledge: (),
    Offer.NUMBER: lambda knowledge: (),
}
