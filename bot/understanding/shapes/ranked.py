"""The queries on who or what has most, or as many as are said; and on records that rank nothing."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from bot.understanding.numbers import ORDINALS
from bot.understanding.queries import (
    MORE_THAN_ONE,
    Bound,
    By,
    Counted,
    Focus,
    Query,
    Races,
    Ranking,
    Record,
    RecordKind,
    SeveralClasses,
)
from bot.understanding.shapes.shape import bound_of, end_of, first, focus_of, place_of
from bot.understanding.slots import Slots

# What is ranked, by the first of these cues that is said.
_BY = {
    "team": By.TEAM,
    "car": By.MAKE,
    "nation": By.NATION,
    "country": By.NATION,
    "class": By.CLASS,
}
ONCE = Bound(1, 1, exact=True)
_LEAST = {"fewest": Focus.SHORTEST, "shortest": Focus.SHORTEST}
_TWO_ENDED = (RecordKind.LONG_RACES, RecordKind.LONG_SEASONS, RecordKind.MANY_CLASSES)
_PLACES = ("circuits", "races", "places")
_RACE_FOCUS = {
    "laps": Focus.LAPS,
    "duration": Focus.LENGTH,
    "grid": Focus.GRID,
    "first": Focus.FIRST,
    "last": Focus.LAST,
}


def ranking(slots: Slots) -> Ranking:
    """Who has most titles or wins, or as many as a bound says."""
    place = place_of(first(slots.circuits, slots.races))
    top = slots.amount if "most" in slots.cues else None
    bound = bound_of(slots) if top is None else None
    # "Which class has most champion drivers" does not count classes.
    by = By.DRIVER if slots.cues >= {"driver", "class"} else _by(slots)
    counted = _counted(slots, by)
    return Ranking(
        counted,
        by,
        slots.classes,
        slots.seasons,
        first(slots.countries),
        place,
        first(slots.places),
        bound=bound,
        top=top,
        place=next((place for cue, place in ORDINALS.items() if cue in slots.cues), None),
    )


def leading(slots: Slots) -> Query:
    """Whether a driver, a team or a make has most titles or wins."""
    by = By.DRIVER if slots.drivers else By.TEAM if slots.teams else By.MAKE
    query = ranking(slots._replace(cues=slots.cues - {"driver", "team", *(("car",) if by is By.MAKE else ())}))
    counted = _counted(slots, by) if by is By.MAKE else query.counted
    return replace(query, by=by, counted=counted, claimed=first(slots.drivers, slots.teams, slots.makes))


def leading_nation(slots: Slots) -> Query:
    """Whether drivers of a nation have most titles or wins."""
    query = ranking(slots._replace(cues=slots.cues | {"nation"}, countries=()))
    return replace(query, claimed=slots.countries[0])


def leading_place(slots: Slots) -> Query:
    """Whether a circuit or a country has held most races."""
    by = By.CIRCUIT if slots.circuits else By.COUNTRY
    return replace(
        visits(Slots(slots.cues, slots.seasons)), by=by, claimed=first(slots.circuits, slots.countries, slots.places)
    )


def having(slots: Slots) -> Query:
    """Which nations have titles at all, or how many."""
    query = ranking(slots._replace(cues=slots.cues - {"driver"}))
    return replace(query, focus=Focus.COUNT if "count" in slots.cues else Focus.LIST)


def overall_winners(slots: Slots) -> Query:
    """How many different drivers, or teams, won overall in given seasons."""
    by = By.TEAM if "team" in slots.cues else By.DRIVER
    return Ranking(Counted.OVERALL, by, seasons=slots.seasons, focus=Focus.COUNT)


def nations(slots: Slots) -> Query:
    """Where most champions come from."""
    counted = Counted.CHAMPIONS if "driver" in slots.cues else Counted.TITLES
    return Ranking(counted, By.NATION, slots.classes, slots.seasons)


def _by(slots: Slots) -> By:
    # "Which nation do most champion teams come from" asks for the nation, and for that of the teams.
    if slots.cues & {"nation", "country"} and "team" in slots.cues:
        return By.NATION if "driver" in slots.cues else By.TEAM_NATION
    return next((by for cue, by in _BY.items() if cue in slots.cues), By.DRIVER)


def _counted(slots: Slots, by: By) -> Counted:
    if "overall" in slots.cues:
        return Counted.OVERALL
    placed = any(getattr(slots, slot) for slot in _PLACES)
    raced = slots.cues & {"race", "victories"} and "title" not in slots.cues
    return Counted.WINS if placed or raced or by is By.MAKE else Counted.TITLES


def visits(slots: Slots) -> Ranking:
    """Which circuit or country has held most races, or as many as a bound says."""
    by = By.COUNTRY if "country" in slots.cues else By.CIRCUIT
    bound = slots.bound or (ONCE if "only" in slots.cues else MORE_THAN_ONE if "more" in slots.cues else None)
    counted = Counted.SEASONS if slots.cues & {"season", "same", "often"} else Counted.RACES
    where = first(slots.places, slots.countries)
    return Ranking(counted, by, seasons=slots.seasons, country=where, bound=bound, top=slots.amount)


def least_visited(slots: Slots) -> Query:
    """Which circuit has been visited least."""
    query = visits(slots)
    return replace(query, bound=slots.bound, least=True, by=By.CIRCUIT)


def seasons_of_class(slots: Slots) -> Query:
    """Which class ran in most seasons."""
    return Ranking(Counted.SEASONS, By.CLASS)


def many_rounds(slots: Slots) -> Query:
    """Which seasons had as many rounds as a bound says."""
    return Ranking(Counted.RACES, By.SEASON, bound=slots.bound or Bound(slots.amount, slots.amount, exact=True))


def record(kind: RecordKind) -> Callable[[Slots], Query]:
    """Return the builder of one kind of record."""

    def build(slots: Slots) -> Query:
        focus = focus_of(slots, _LEAST) if kind in _TWO_ENDED else Focus.ALL
        if kind is RecordKind.GRID and "fewest" not in slots.cues:
            focus = focus_of(slots, {"most": Focus.LONGEST})
        return Record(kind, slots.classes, slots.seasons, focus)

    return build


def in_classes(slots: Slots) -> Query:
    """Who has titles in several classes: those named, or at least so many."""
    by = By.TEAM if "team" in slots.cues else By.DRIVER
    return SeveralClasses(by, slots.classes, slots.amount or 2, at_once="same" in slots.cues)


def the_race(slots: Slots) -> Query:
    """The first race of all, or the most recent."""
    focus = focus_of(slots, _RACE_FOCUS)
    return Races(focus=focus, end=end_of(slots), limit=slots.amount)
