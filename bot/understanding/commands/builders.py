"""From the arguments of a command to its query, or None where they do not do."""

from __future__ import annotations

from bot.understanding.queries import (
    Calendar,
    Chart,
    Charted,
    Circuits,
    Classes,
    ClassInSeasons,
    Compare,
    Help,
    History,
    Query,
    Record,
    RecordKind,
    SeasonList,
    SeasonOverview,
)
from bot.understanding.shapes import charts, held, people, ranked, series, titles
from bot.understanding.shapes.shape import first
from bot.understanding.slots import Slots
from bot.understanding.spans import Kind, Ref

_PAIR = 2


def champion(slots: Slots) -> Query | None:
    """Titles by class, season or nation; of a driver or team; or the winners at a circuit."""
    if slots.drivers:
        return people.driver(slots)
    if slots.teams:
        return people.team(slots)
    if slots.circuits or slots.races:
        return held.races(slots)
    return titles.champions(slots)


def season(slots: Slots) -> Query | None:
    """One season, or the list of seasons of a class."""
    if slots.seasons and slots.classes:
        return None
    if not slots.seasons and slots.cues & {"first", "last"}:
        return None
    return SeasonOverview(slots.seasons) if slots.seasons else SeasonList(slots.classes)


def calendar(slots: Slots) -> Query | None:
    """The rounds of a season, or the races at a place."""
    if slots.circuits or slots.races or slots.countries or slots.places or slots.present & {"number", "month"}:
        return held.races(slots)
    return Calendar(slots.seasons)


def race(slots: Slots) -> Query | None:
    """Races by name, place, round and season."""
    named = slots.circuits or slots.races or slots.countries or slots.places
    return held.races(slots) if named or slots.present & {"number", "month", "seasons"} else None


def circuit(slots: Slots) -> Query | None:
    """One circuit; its races where a season or class is named; two compared; all where none is named."""
    if len(slots.circuits) == _PAIR and not slots.seasons:
        return Compare(Ref(Kind.CIRCUIT, slots.circuits[0]), Ref(Kind.CIRCUIT, slots.circuits[1]))
    if slots.circuits or slots.races:
        return held.races(slots) if slots.seasons or slots.classes else held.circuit(slots)
    return Circuits(first(slots.places, slots.countries), slots.seasons)


def circuits(slots: Slots) -> Query | None:
    """Circuits of a country or season; one where it is named."""
    if slots.circuits or slots.races:
        return circuit(slots)
    return held.circuits(slots)


def driver(slots: Slots) -> Query | None:
    """One driver."""
    return people.driver(slots) if len(slots.drivers) == 1 else None


def team(slots: Slots) -> Query | None:
    """One team."""
    return people.team(slots) if len(slots.teams) == 1 else None


def race_class(slots: Slots) -> Query | None:
    """One class, whether it ran in a season, or the classes of a season."""
    if len(slots.classes) > 1:
        return None
    if slots.classes and slots.seasons:
        return ClassInSeasons(slots.classes[0], slots.seasons)
    if slots.classes:
        return series.race_class(slots)
    return Classes(slots.seasons)


def history(slots: Slots) -> Query | None:
    """A topic, a time, or all."""
    if slots.topics or slots.seasons or not slots.present:
        return History(slots.topics[0] if slots.topics else None, slots.seasons)
    return None


_RECORDS = (("grid", RecordKind.GRID), ("first", RecordKind.FIRSTS), ("last", RecordKind.LASTS))


def record(slots: Slots) -> Query | None:
    """The record that the cues ask for, or all of them."""
    if "class" in slots.cues and (slots.amount or slots.cues & {"both", "more"}):
        return ranked.in_classes(slots)
    kind = next((kind for cue, kind in _RECORDS if cue in slots.cues), None)
    if kind is not None:
        return Record(kind, slots.classes, slots.seasons)
    if slots.cues & {"circuit", "country"} and slots.cues & {"circuit", "race"}:
        return ranked.visits(slots)
    return ranked.ranking(slots) if slots.present or slots.cues - {"record"} else Record()


def compare(slots: Slots) -> Query | None:
    """Two things of one kind, over all the time there was."""
    for kind, names in (
        (Kind.DRIVER, slots.drivers),
        (Kind.TEAM, slots.teams),
        (Kind.CIRCUIT, tuple(dict.fromkeys((*slots.circuits, *slots.races)))),
        (Kind.CLASS, slots.classes),
    ):
        if len(names) == _PAIR and not slots.seasons:
            return Compare(Ref(kind, names[0]), Ref(kind, names[1]))
    if len(slots.several) == _PAIR:
        return Compare(slots.several[0], slots.several[1])
    return None


_CHARTED = (
    ("title", Charted.TITLES),
    ("win", Charted.WINS),
    ("calendar", Charted.CALENDAR),
    ("map", Charted.MAP),
    ("circuit", Charted.CIRCUITS),
    ("season", Charted.SEASONS),
    ("class", Charted.SEASONS),
)


def chart(slots: Slots) -> Query | None:
    """Titles or wins by whom, classes or circuits by season, a map, a calendar, one thing's picture, two compared."""
    if not slots.present and slots.cues <= _BARE:
        return Help("chart")
    pair = compare(slots)
    if pair is not None:
        return charts.compared(pair)
    what = next((what for cue, what in _CHARTED if cue in slots.cues), None)
    if "compare" in slots.cues or (slots.present and what in _GENERAL):
        return charts.named(slots)
    if what is None or not slots.present <= _SCOPES.get(what, frozenset()):
        return None
    if what in _RANKED:
        return _RANKED[what](slots)
    return Chart(what, seasons=slots.seasons)


_BARE = frozenset({"chart"})
_RANKED = {Charted.TITLES: charts.titles, Charted.WINS: charts.wins}
_SCOPES = {
    **dict.fromkeys(_RANKED, frozenset({"classes", "seasons"})),
    Charted.CALENDAR: frozenset({"seasons"}),
}
# "Circuit Sepang", "class GT", "season 2022" and the bare names ask for the picture of that one.
_GENERAL = frozenset({None, Charted.CIRCUITS, Charted.SEASONS})
