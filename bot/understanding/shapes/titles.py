"""Shapes of questions on titles: by class, season, nation, driver, team."""

from __future__ import annotations

from collections.abc import Callable

from bot.understanding.queries import (
    Champions,
    ClassInSeasons,
    Compare,
    DriverAtTeam,
    DriverProfile,
    DriversTogether,
    Focus,
    Query,
    Races,
    Seasons,
    TeamProfile,
)
from bot.understanding.shapes.shape import Shape, bound_of, first, focus_of, place_of, shape
from bot.understanding.slots import Slots
from bot.understanding.spans import Kind, Ref

_TITLE_FOCUS = {
    "count": Focus.COUNT,
    "often": Focus.COUNT,
    "first": Focus.FIRST,
    "last": Focus.LAST,
    "team": Focus.TEAM,
    "car": Focus.CAR,
    "when": Focus.WHEN,
}
_DRIVER_FOCUS = {
    "overall": Focus.OVERALL,
    "team": Focus.TEAM,
    "with": Focus.WITH,
    "born": Focus.BORN,
    "opened": Focus.BORN,
    "nation": Focus.NATION,
    "from": Focus.NATION,
    "country": Focus.NATION,
    "names": Focus.NAMES,
    "native": Focus.NAMES,
    "race": Focus.WINS,
    **_TITLE_FOCUS,
    "drove": Focus.TEAM,
    "class": Focus.CLASS,
    "where": Focus.WINS,
}
_TEAM_FOCUS = {
    "overall": Focus.OVERALL,
    "names": Focus.NAMES,
    "replaced": Focus.NAMES,
    "became": Focus.NAMES,
    "nation": Focus.NATION,
    "from": Focus.NATION,
    "country": Focus.NATION,
    "where": Focus.NATION,
    "race": Focus.WINS,
    "car": Focus.CAR,
    "driver": Focus.WHO,
    "drove": Focus.WHO,
    "who": Focus.WHO,
    "count": Focus.COUNT,
    "often": Focus.COUNT,
    "first": Focus.FIRST,
    "last": Focus.LAST,
    "when": Focus.WHEN,
    "class": Focus.CLASS,
}
_PERSONAL = (
    "title win who when count often team class season driver with drove nation from country first last only record "
    "race names native car where never more overall circuit how current both uses history"
)
_DRIVER_CUES = _PERSONAL + " born opened"
_TEAM_CUES = _PERSONAL + " replaced became"


def champions(slots: Slots) -> Query:
    """Titles by class, season and nation."""
    nation = first(slots.countries, slots.places)
    # "How many titles did German teams win" counts teams, not drivers.
    focus = Focus.TEAM if nation and "team" in slots.cues else focus_of(slots, _TITLE_FOCUS)
    return Champions(slots.classes, slots.seasons, nation, focus)


def every_champion(slots: Slots) -> Query:
    """The champions of all seasons."""
    return Champions(focus=Focus.LIST)


def driver(slots: Slots) -> Query:
    """One driver."""
    focus = focus_of(slots, _DRIVER_FOCUS)
    return DriverProfile(slots.drivers[0], slots.classes, slots.seasons, bound_of(slots), focus)


def team(slots: Slots) -> Query:
    """One team."""
    focus = focus_of(slots, _TEAM_FOCUS)
    return TeamProfile(slots.teams[0], slots.classes, slots.seasons, bound_of(slots), focus)


def driver_at_team(slots: Slots) -> Query:
    """One driver with one team."""
    focus = focus_of(slots, _DRIVER_FOCUS)
    return DriverAtTeam(slots.drivers[0], slots.teams[0], slots.classes, slots.seasons, focus)


def drivers_together(slots: Slots) -> Query:
    """Two drivers in one car."""
    return DriversTogether(slots.drivers, slots.classes, slots.seasons)


def wins_at(slots: Slots) -> Query:
    """Races a driver or team won, at a circuit or in a country."""
    return Races(
        place_of(first(slots.circuits, slots.races)),
        first(slots.places, slots.countries),
        None,
        slots.seasons,
        slots.classes,
        Focus.OVERALL if "overall" in slots.cues else Focus.ALL,
        driver=first(slots.drivers),
        team=first(slots.teams),
    )


def nation_of_driver(slots: Slots) -> Query:
    """Whether a driver is from a country."""
    return DriverProfile(slots.drivers[0], focus=Focus.NATION)


def nation_of_team(slots: Slots) -> Query:
    """Whether a team is from a country."""
    return TeamProfile(slots.teams[0], focus=Focus.NATION)


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
    return Compare(first, second)


_COMPARED = {
    "turns": Focus.TURNS,
    "length": Focus.LENGTH,
    "older": Focus.OPENED,
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
        compare(Kind.COUNTRY, "countries"),
        needs="countries",
        cues=("compare more most",),
        also=_COMPARING + " country",
        pair="countries",
    ),
    shape(
        compare_seasons,
        needs="seasons",
        cues=("compare more",),
        also="season race class between longest shortest most grid with circuit",
        pair="several",
    ),
)

PEOPLE: tuple[Shape, ...] = (
    shape(driver_at_team, needs="drivers teams", may="classes seasons", also=_DRIVER_CUES),
    shape(drivers_together, needs="drivers", may="classes seasons", also=_DRIVER_CUES, pair="drivers"),
    *(
        shape(wins_at, needs=f"{who} {where}", may="classes seasons", also=_PERSONAL)
        for who in ("drivers", "teams")
        for where in ("circuits", "races")
    ),
    shape(wins_at, needs="drivers places", may="classes seasons", cues=("win race",), also=_PERSONAL),
    shape(wins_at, needs="teams places", may="classes seasons", cues=("win race",), also=_PERSONAL),
    shape(nation_of_driver, needs="drivers countries", also=_DRIVER_CUES),
    shape(nation_of_team, needs="teams countries", also=_TEAM_CUES),
    shape(driver, needs="drivers", may="classes seasons amount bound", also=_DRIVER_CUES),
    shape(team, needs="teams", cues=("names",), also=_TEAM_CUES + " before after previous"),
    shape(team, needs="teams", may="classes seasons amount bound", also=_TEAM_CUES),
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
        champions,
        needs="classes seasons",
        may="countries",
        also="title win who driver team season overall when class only count car current drove with became",
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
