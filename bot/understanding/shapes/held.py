"""The queries on what was held where: races, circuits, calendars."""

from __future__ import annotations

from bot.understanding.queries import Calendar, Cancelled, CircuitProfile, Circuits, Focus, Query, Races
from bot.understanding.shapes.shape import edition_of, end_of, first, focus_of, place_of
from bot.understanding.slots import Slots

_RACE_FOCUS = {
    "laps": Focus.LAPS,
    "duration": Focus.LENGTH,
    "grid": Focus.GRID,
    "count": Focus.COUNT,
    "often": Focus.COUNT,
    "first": Focus.FIRST,
    "last": Focus.LAST,
    "car": Focus.CAR,
    "overall": Focus.OVERALL,
    "win": Focus.WHO,
    "title": Focus.WHO,
    "who": Focus.WHO,
    "when": Focus.WHEN,
    "where": Focus.WHERE,
    "circuit": Focus.WHERE,
}
_CIRCUIT_FOCUS = {
    "turns": Focus.TURNS,
    "length": Focus.LENGTH,
    "direction": Focus.DIRECTION,
    "opened": Focus.OPENED,
    "designer": Focus.DESIGNER,
    "native": Focus.NATIVE,
    "names": Focus.NAMES,
    "count": Focus.COUNT,
    "often": Focus.COUNT,
    "first": Focus.FIRST,
    "last": Focus.LAST,
    "where": Focus.WHERE,
    "country": Focus.WHERE,
    "ended": Focus.LAST,
    "introduced": Focus.FIRST,
    "since": Focus.FIRST,
    "when": Focus.WHEN,
    "season": Focus.WHEN,
}
_EXTREMES = {
    "designer": Focus.DESIGNER,
    "direction": Focus.DIRECTION,
    "turns": Focus.TURNS,
    "longest": Focus.LONGEST,
    "shortest": Focus.SHORTEST,
    "most": Focus.LONGEST,
    "fewest": Focus.SHORTEST,
    "oldest": Focus.OPENED,
    "newest": Focus.NEWEST,
}
_CALENDAR_FOCUS = {
    "count": Focus.COUNT,
    "first": Focus.FIRST,
    "last": Focus.LAST,
    "where": Focus.WHERE,
    "circuit": Focus.WHERE,
    "when": Focus.WHEN,
}
_STARTS = frozenset({"introduced", "seasonstart"})
_STOPS = frozenset({"ended", "seasonend"})


def races(slots: Slots) -> Races:
    """Races by circuit, country, round and season."""
    race = first(slots.races, slots.circuits)
    return Races(
        place_of(race),
        first(slots.places, slots.countries),
        slots.number,
        slots.seasons,
        slots.classes,
        focus_of(slots, _RACE_FOCUS),
        name=edition_of(race),
        month=slots.month,
        make=first(slots.makes),
        model=first(slots.models),
        end=end_of(slots),
        day=slots.day,
        limit=slots.amount if end_of(slots) else None,
        hours=slots.hours,
    )


def so_many(slots: Slots) -> Query:
    """The races at a place, as many as there were: the answer says how many."""
    return races(slots)


def duration(slots: Slots) -> Query:
    """How long the races at a circuit are."""
    return races(slots._replace(cues=slots.cues | {"duration"}))


def circuit(slots: Slots) -> Query:
    """One circuit, as it was in the seasons that are said."""
    where = str(place_of(first(slots.circuits, slots.races)))
    return CircuitProfile(where, focus_of(slots, _CIRCUIT_FOCUS), seasons=slots.seasons)


def turning(slots: Slots) -> Query:
    """The race a place began with, or left the calendar with."""
    end = "first" if "introduced" in slots.cues else "last"
    return races(slots._replace(cues=slots.cues if slots.cues & {"first", "last"} else slots.cues | {end}))


def circuits(slots: Slots) -> Query:
    """Circuits by country or season."""
    focus = focus_of(slots, {"count": Focus.COUNT, **_EXTREMES})
    if focus is Focus.TURNS:
        focus = Focus.FEWEST_TURNS if slots.cues & {"fewest", "shortest"} else Focus.TURNS
    current = False if "former" in slots.cues else True if "current" in slots.cues else None
    return Circuits(first(slots.places, slots.countries), slots.seasons, current, slots.bound, focus)


def calendar(slots: Slots) -> Query:
    """The rounds of a season; what starts it is its first race, what ends it its last."""
    if slots.cues & _STARTS and not slots.cues & _STOPS:
        return Calendar(slots.seasons, Focus.FIRST)
    if slots.cues & _STOPS and not slots.cues & _STARTS:
        return Calendar(slots.seasons, Focus.LAST)
    return Calendar(slots.seasons, focus_of(slots, _CALENDAR_FOCUS))


def cancelled(slots: Slots) -> Query:
    """Races that were not held."""
    return Cancelled(slots.seasons, place_of(first(slots.circuits, slots.races)))
