"""Shapes of questions for a picture."""

from __future__ import annotations

from bot.understanding.queries import By, Chart, Charted, Compare, Query
from bot.understanding.shapes.shape import Shape, shape
from bot.understanding.shapes.titles import compare, compare_seasons
from bot.understanding.slots import Slots
from bot.understanding.spans import Kind

_BY = {"team": By.TEAM, "nation": By.NATION, "country": By.NATION, "class": By.CLASS}


def titles(slots: Slots) -> Query:
    """Titles by driver, team, nation or class."""
    by = next((by for cue, by in _BY.items() if cue in slots.cues), By.DRIVER)
    return Chart(Charted.TITLES, by, slots.classes, slots.seasons)


def calendar(slots: Slots) -> Query:
    """The calendar of a season."""
    return Chart(Charted.CALENDAR, seasons=slots.seasons)


def compared(query: Query) -> Query:
    """Return the picture of a comparison."""
    assert isinstance(query, Compare)
    return Chart(Charted.COMPARE, first=query.first, second=query.second)


_RANKED = "driver team nation country class who win most record with"
CHARTS: tuple[Shape, ...] = (
    shape(titles, may="classes seasons", cues=("chart", "title"), also=_RANKED),
    shape(titles, may="classes seasons", cues=("chart", "record"), also=_RANKED),
    *(
        shape(
            lambda slots, kind=kind, names=names: compared(compare(kind, names)(slots)),  # type: ignore[misc]
            needs=names,
            cues=("chart",),
            also="compare between with driver team circuit class race",
            pair=names,
        )
        for kind, names in (
            (Kind.DRIVER, "drivers"),
            (Kind.TEAM, "teams"),
            (Kind.CIRCUIT, "circuits"),
            (Kind.CLASS, "classes"),
        )
    ),
    shape(lambda slots: compared(compare_seasons(slots)), cues=("chart", "compare"), also="season", pair="several"),
    shape(lambda slots: Chart(Charted.MAP), cues=("map",), also="chart circuit where race"),
    shape(calendar, may="seasons", cues=("chart", "calendar"), also="race season when where"),
    shape(lambda slots: Chart(Charted.CIRCUITS), cues=("chart", "circuit"), also="season race where when"),
    shape(lambda slots: Chart(Charted.SEASONS), cues=("chart", "season class"), also="season class history when race"),
)
