"""Shapes of questions for a picture."""

from __future__ import annotations

from bot.understanding.queries import By, Chart, Charted, Compare, Query, Seasons
from bot.understanding.shapes.shape import Shape, shape
from bot.understanding.shapes.titles import compare, compare_seasons
from bot.understanding.slots import Slots
from bot.understanding.spans import Kind, Ref

_BY = {"team": By.TEAM, "nation": By.NATION, "country": By.NATION, "class": By.CLASS}
_PAIR = 2


def titles(slots: Slots) -> Query:
    """Titles by driver, team, nation or class."""
    by = next((by for cue, by in _BY.items() if cue in slots.cues), By.DRIVER)
    return Chart(Charted.TITLES, by, slots.classes, slots.seasons)


def wins(slots: Slots) -> Query:
    """Class wins by driver, team or nation: they are called so, which asks for no classes."""
    by = next((by for cue, by in _BY.items() if cue in slots.cues - {"class"}), By.DRIVER)
    return Chart(Charted.WINS, by, slots.classes, slots.seasons)


def calendar(slots: Slots) -> Query:
    """The calendar of a season."""
    return Chart(Charted.CALENDAR, seasons=slots.seasons)


def compared(query: Query) -> Query:
    """Return the picture of a comparison."""
    assert isinstance(query, Compare)
    return Chart(Charted.COMPARE, first=query.first, second=query.second)


def named(slots: Slots) -> Query:
    """The picture of one circuit, class or season, or the comparison of whatever else is named."""
    things = _things(slots)
    if len(things) == 1 and "compare" not in slots.cues:
        (one,) = things
        if "circuit" in slots.cues and (isinstance(one, Seasons) or one.kind is Kind.COUNTRY):
            return Chart(Charted.CIRCUITS, first=one)
        if isinstance(one, Seasons):
            return Chart(Charted.CALENDAR, seasons=one)
        if one.kind in _ALONE:
            return Chart(_ALONE[one.kind], first=one)
    first, second = [*things, None, None][:_PAIR] if len(things) <= _PAIR else (None, None)
    return Chart(Charted.COMPARE, first=first, second=second)


_ALONE = {Kind.CIRCUIT: Charted.CIRCUITS, Kind.CLASS: Charted.SEASONS}


def _things(slots: Slots) -> list[Ref | Seasons]:
    """Return everything that is named, each once."""
    circuits = dict.fromkeys((*slots.circuits, *[one.partition(":")[0] for one in slots.races]))
    by_kind = {
        Kind.DRIVER: slots.drivers,
        Kind.TEAM: slots.teams,
        Kind.CIRCUIT: circuits,
        Kind.CLASS: slots.classes,
        Kind.COUNTRY: dict.fromkeys((*slots.countries, *slots.places)),
    }
    seasons = slots.several or ((slots.seasons,) if slots.seasons else ())
    return [*[Ref(kind, one) for kind, ids in by_kind.items() for one in ids], *dict.fromkeys(seasons)]


_COMPARED = "compare between with driver team circuit class race nation country"
_NAMED = "drivers teams circuits races classes countries places"
_RANKED = "driver team nation country class who win most record with"
CHARTS: tuple[Shape, ...] = (
    shape(titles, may="classes seasons", cues=("chart", "title"), also=_RANKED),
    shape(titles, may="classes seasons", cues=("chart", "record"), also=_RANKED),
    shape(wins, may="classes seasons", cues=("chart", "win"), also=f"{_RANKED} race"),
    *(
        shape(
            lambda slots, kind=kind, names=names: compared(compare(kind, names)(slots)),  # type: ignore[misc]
            needs=names,
            cues=("chart",),
            also=_COMPARED,
            pair=names,
        )
        for kind, names in (
            (Kind.DRIVER, "drivers"),
            (Kind.TEAM, "teams"),
            (Kind.CIRCUIT, "circuits"),
            (Kind.CLASS, "classes"),
            (Kind.COUNTRY, "countries"),
        )
    ),
    shape(
        lambda slots: compared(compare_seasons(slots)),
        needs="seasons",
        cues=("chart",),
        also="compare between with season",
        pair="several",
    ),
    shape(lambda slots: Chart(Charted.MAP), cues=("map",), also="chart circuit where race"),
    shape(calendar, may="seasons", cues=("chart", "calendar"), also="race season when where"),
    shape(lambda slots: Chart(Charted.CIRCUITS), cues=("chart", "circuit"), also="season race where when"),
    shape(lambda slots: Chart(Charted.SEASONS), cues=("chart", "season class"), also="season class history when race"),
    *(
        shape(named, needs=needs, cues=("chart",), also=f"{_COMPARED} season when where")
        for needs in ("circuits", "races", "classes", "seasons")
    ),
    shape(named, may=f"{_NAMED} seasons", cues=("chart", "compare"), also=f"{_COMPARED} season"),
)
