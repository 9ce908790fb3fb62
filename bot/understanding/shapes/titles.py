"""Shapes of questions on titles: by class, season, nation, driver, team."""

from __future__ import annotations

from collections.abc import Callable

from bot.understanding.queries import (
    Champions,
    ClassInSeasons,
    Compare,
    End,
    Focus,
    Query,
    Seasons,
)
from bot.understanding.shapes.people import TITLE_FOCUS
from bot.understanding.shapes.shape import Shape, end_of, first, focus_of, shape
from bot.understanding.slots import Slots
from bot.understanding.spans import Kind, Ref


def champions(slots: Slots) -> Query:
    """Titles by class, season and nation."""
    nation = first(slots.countries, slots.places)
    if slots.classes and slots.seasons and len(slots.seasons.ids) == 1:
        # Who was first, or last to win it, in one season won it.
        slots = slots._replace(cues=slots.cues - {"first", "last"})
    # "How many titles did German teams win" counts teams, not drivers.
    focus = Focus.TEAM if nation and "team" in slots.cues else focus_of(slots, TITLE_FOCUS)
    return Champions(slots.classes, slots.seasons, nation, focus, end=_end(slots, focus))


def champions_of_region(slots: Slots) -> Query:
    """Titles of a part of the world, or of all others."""
    focus = Focus.TEAM if "team" in slots.cues else focus_of(slots, TITLE_FOCUS)
    outside = not slots.cues.isdisjoint({"outside", "not", "except"})
    return Champions(
        slots.classes, slots.seasons, focus=focus, region=slots.regions[0], outside=outside, end=_end(slots, focus)
    )


def _end(slots: Slots, focus: Focus) -> End | None:
    """Return which of the titles of teams is asked for; of drivers the focus says so."""
    named = slots.countries or slots.places or slots.regions
    return end_of(slots) if named and focus is Focus.TEAM else None


def every_champion(slots: Slots) -> Query:
    """The champions of all seasons."""
    return Champions(focus=Focus.LIST)


def class_in_seasons(slots: Slots) -> Query:
    """Whether a class ran in given seasons."""
    focus = focus_of(slots, {"introduced": Focus.INTRODUCED, "ended": Focus.ENDED})
    return ClassInSeasons(slots.classes[0], slots.seasons or Seasons((), ""), focus)


def compare(kind: Kind, slot: str) -> Callable[[Slots], Query]:
    """Return the builder that compares the two things in `slot`."""

    def build(slots: Slots) -> Query:
        one, other = getattr(slots, slot)
        return Compare(Ref(kind, one), Ref(kind, other), focus_of(slots, _COMPARED))

    return build


def compare_seasons(slots: Slots) -> Query:
    """Two seasons side by side."""
    first, second = slots.several
    return Compare(first, second, Focus.WHERE if "circuit" in slots.cues else Focus.ALL)


_COMPARED = {
    "turns": Focus.TURNS,
    "length": Focus.LENGTH,
    "older": Focus.OPENED,
    "opened": Focus.OPENED,
    "first": Focus.FIRST,
    "introduced": Focus.FIRST,
    "race": Focus.COUNT,
    "often": Focus.COUNT,
}
_COMPARING = "with from country car older title win who driver team season both race count between"

COMPARISONS: tuple[Shape, ...] = (
    shape(
        compare(Kind.DRIVER, "drivers"), needs="drivers", cues=("compare more most",), also=_COMPARING, pair="drivers"
    ),
    shape(compare(Kind.TEAM, "teams"), needs="teams", cues=("compare more most",), also=_COMPARING, pair="teams"),
    shape(
        compare(Kind.CLASS, "classes"),
        needs="classes",
        cues=("compare older",),
        also="class season car between older more race ran introduced with first who how when manyseasons",
        pair="classes",
    ),
    shape(
        compare(Kind.CLASS, "classes"),
        needs="classes",
        cues=("season when",),
        also="class season both race ran with title who which count ever same win exist",
        pair="classes",
    ),
    shape(
        compare(Kind.COUNTRY, "countries"),
        needs="countries",
        cues=("compare more most",),
        also=_COMPARING + " country",
        pair="countries",
    ),
    shape(
        compare_seasons,
        needs="seasons",
        cues=("compare more same",),
        also="season race class uses between longest shortest most grid with circuit",
        pair="several",
    ),
)

PRESENCE: tuple[Shape, ...] = (
    shape(
        class_in_seasons,
        needs="classes seasons",
        cues=("introduced ended class ran exist whether",),
        also="when never season",
    ),
)

TITLES: tuple[Shape, ...] = (
    shape(
        champions_of_region,
        needs="regions",
        may="classes seasons",
        cues=("title win driver team",),
        also="who season class count often first last country nation from became not except outside list with",
    ),
    shape(
        champions,
        needs="classes seasons",
        may="countries",
        also="title win who driver team season overall when class only car current drove with became first last",
    ),
    # How many cars there were is not how many champions.
    shape(
        champions,
        needs="classes seasons",
        may="countries",
        cues=("count",),
        also="title win who driver team season overall when class only current drove with became first last",
    ),
    shape(
        champions,
        needs="countries",
        may="classes seasons",
        cues=("title win driver team",),
        also="who season when class only count often first last country from never more nation with became",
    ),
    shape(
        champions,
        needs="places",
        may="classes seasons",
        cues=("title",),
        also="who driver team season count first last",
    ),
    shape(
        champions, needs="classes", cues=("title win who",), also="driver team season when class first last count only"
    ),
    shape(
        champions,
        needs="seasons",
        cues=("title win",),
        also="who driver team season class overall count current became",
    ),
    shape(every_champion, cues=("title", "list"), also="who driver team season class win"),
    shape(champions, cues=("title",), also="who driver team current season win"),
    shape(champions, needs="seasons", cues=("who",), also="driver"),
)
