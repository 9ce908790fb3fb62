"""Shapes of questions on races, circuits and calendars."""

from __future__ import annotations

from bot.understanding.queries import Calendar, Cancelled, CircuitProfile, Circuits, Focus, Query, Races
from bot.understanding.shapes.shape import Shape, edition_of, first, focus_of, place_of, shape
from bot.understanding.shapes.titles import compare
from bot.understanding.slots import Slots
from bot.understanding.spans import Kind

_RACE_FOCUS = {
    "count": Focus.COUNT,
    "often": Focus.COUNT,
    "first": Focus.FIRST,
    "last": Focus.LAST,
    "car": Focus.CAR,
    "overall": Focus.OVERALL,
    "grid": Focus.GRID,
    "win": Focus.WHO,
    "title": Focus.WHO,
    "who": Focus.WHO,
    "when": Focus.WHEN,
    "where": Focus.WHERE,
    "circuit": Focus.WHERE,
    "ever": Focus.WHETHER,
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
}
_EXTREMES = {
    "designer": Focus.DESIGNER,
    "turns": Focus.TURNS,
    "longest": Focus.LONGEST,
    "shortest": Focus.SHORTEST,
    "most": Focus.LONGEST,
    "fewest": Focus.SHORTEST,
}
_CALENDAR_FOCUS = {
    "count": Focus.COUNT,
    "first": Focus.FIRST,
    "last": Focus.LAST,
    "where": Focus.WHERE,
    "circuit": Focus.WHERE,
    "when": Focus.WHEN,
}
_AT = "seasons classes number month day"
_RACE_CUES = (
    "win title who when where count often first last car overall race season team driver circuit never only class more "
    "how current country since grid introduced length calendar result laps uses"
)
_CIRCUIT_CUES = (
    "where length turns direction opened designer native names count often first last when race country circuit season "
    "how more only never current who calendar before after ended introduced since uses drove"
)


def races(slots: Slots) -> Query:
    """Races by circuit, country, round and season."""
    race = first(slots.races, slots.circuits)
    counted = slots.cues & {"first", "last"} and slots.number
    return Races(
        place_of(race),
        first(slots.places, slots.countries),
        None if counted else slots.number,
        slots.seasons,
        slots.classes,
        focus_of(slots, _RACE_FOCUS),
        name=edition_of(race),
        month=slots.month,
        day=slots.day,
        limit=counted or None,
    )


def circuit(slots: Slots) -> Query:
    """One circuit."""
    return CircuitProfile(str(place_of(first(slots.circuits, slots.races))), focus_of(slots, _CIRCUIT_FOCUS))


def circuits(slots: Slots) -> Query:
    """Circuits by country or season."""
    focus = focus_of(slots, {"count": Focus.COUNT, **_EXTREMES, "current": Focus.WHEN})
    if focus is Focus.TURNS:
        focus = Focus.FEWEST_TURNS if slots.cues & {"fewest", "shortest"} else Focus.TURNS
    return Circuits(first(slots.places, slots.countries), slots.seasons, focus)


def calendar(slots: Slots) -> Query:
    """The rounds of a season."""
    return Calendar(slots.seasons, focus_of(slots, _CALENDAR_FOCUS))


def cancelled(slots: Slots) -> Query:
    """Races that were not held."""
    return Cancelled(slots.seasons, place_of(first(slots.circuits, slots.races)))


RACES: tuple[Shape, ...] = (
    shape(
        compare(Kind.CIRCUIT, "circuits"),
        needs="circuits",
        cues=("compare more most length turns longest shortest often both",),
        also="circuit race who count length turns",
        pair="circuits",
    ),
    shape(
        cancelled,
        may="seasons circuits races",
        cues=("cancelled",),
        also="race season why when count circuit",
    ),
    *(
        shape(races, needs=when, may=f"{_AT} circuits races places countries", also=_RACE_CUES)
        for when in ("day", "month")
    ),
    shape(races, needs="races", may=_AT, also=_RACE_CUES),
    shape(
        races,
        needs="circuits",
        may=_AT,
        cues=("win title overall who car",),
        also=_RACE_CUES,
    ),
    shape(races, needs="circuits month", may="seasons classes", also=_RACE_CUES),
    shape(races, needs="circuits seasons", may="classes number month", also=_RACE_CUES),
    shape(races, needs="circuits classes", may="seasons number month", also=_RACE_CUES),
    shape(races, needs="circuits number", may="seasons classes month", also=_RACE_CUES),
    shape(races, needs="seasons number", may="classes month", cues=("race",), also=_RACE_CUES),
    *(
        shape(
            circuits,
            needs=where,
            may="seasons",
            cues=("circuit",),
            also="race count country season where ever current",
        )
        for where in ("places", "countries")
    ),
    shape(races, needs="places", may="seasons classes month", cues=("race win overall car",), also=_RACE_CUES),
    shape(races, needs="countries", may="seasons classes month", cues=("race",), also=_RACE_CUES),
    shape(
        races,
        needs="seasons",
        may="classes month",
        cues=("first last", "race"),
        also="win who title overall car season when",
    ),
    shape(races, needs="classes seasons", cues=("race",), also=_RACE_CUES.replace("class ", "")),
    shape(circuit, needs="circuits", also=_CIRCUIT_CUES),
    shape(
        circuits,
        may="seasons",
        cues=("circuit",),
        also="race count most fewest length longest shortest turns country where season current with designer who",
    ),
    shape(circuits, cues=("most fewest longest shortest", "turns"), also="circuit with race"),
    shape(circuits, may="seasons", cues=("where", "race"), also="season count circuit current country"),
    shape(circuits, may="seasons", cues=("country", "race"), also="season count circuit current where"),
)

# A nation alone: what the series has there.
PLACES: tuple[Shape, ...] = (shape(circuits, needs="countries"), shape(circuits, needs="places"))

CALENDARS: tuple[Shape, ...] = (
    shape(calendar, may="seasons", cues=("calendar",), also="race season when count where circuit current"),
    shape(
        calendar,
        needs="seasons",
        cues=("race where when count first last",),
        also="season circuit often current introduced ended",
    ),
)
