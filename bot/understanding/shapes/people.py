"""Shapes of questions on drivers and teams."""

from __future__ import annotations

from bot.understanding.numbers import ORDINALS
from bot.understanding.queries import (
    DriverAtTeam,
    DriverProfile,
    DriversTogether,
    Focus,
    Query,
    Races,
    SameThing,
    TeamProfile,
)
from bot.understanding.shapes.shape import Shape, bound_of, first, focus_of, place_of, shape
from bot.understanding.slots import Slots
from bot.understanding.spans import Kind, Ref

TITLE_FOCUS = {
    "count": Focus.COUNT,
    "often": Focus.COUNT,
    "first": Focus.FIRST,
    "last": Focus.LAST,
    "team": Focus.TEAM,
    "car": Focus.CAR,
    "when": Focus.WHEN,
}
_DRIVER_FOCUS = {
    "share": Focus.SHARE,
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
    **TITLE_FOCUS,
    "drove": Focus.TEAM,
    "class": Focus.CLASS,
    "where": Focus.WINS,
}
_TEAM_FOCUS = {
    "founded": Focus.FOUNDED,
    "runby": Focus.RUN_BY,
    "share": Focus.SHARE,
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
    "race names native car where never more overall circuit how current both uses history share"
)
_DRIVER_CUES = _PERSONAL + " born opened became"
_TEAM_CUES = _PERSONAL + " replaced became founded runby ran"


def driver(slots: Slots) -> Query:
    """One driver."""
    focus = _won(slots, focus_of(slots, _DRIVER_FOCUS))
    return DriverProfile(slots.drivers[0], slots.classes, slots.seasons, bound_of(slots), focus)


def team(slots: Slots) -> Query:
    """One team."""
    focus = focus_of(slots, _TEAM_FOCUS)
    if slots.cues >= {"ran", "car", "team"}:
        # Which team ran its cars is not which cars it had.
        focus = Focus.RUN_BY
    return TeamProfile(slots.teams[0], slots.classes, slots.seasons, bound_of(slots), _won(slots, focus))


def _won(slots: Slots, focus: Focus) -> Focus:
    """Return `focus`, or that on wins where something was won and no title is spoken of.

    How many wins within a season is not how many titles; "did JOTA win in 2021" asks for either, and so does "has JOTA
    won twice". To win a class is to win its title.
    """
    if "title" in slots.cues:
        return focus
    if focus is Focus.COUNT and slots.seasons and "victories" in slots.cues:
        return Focus.WINS
    is_open = focus is Focus.ALL and "win" in slots.cues and not slots.classes
    return Focus.WON if is_open else focus


def nth_title(slots: Slots) -> Query:
    """The second title of a driver or a team, or a later one."""
    nth = next(number for cue, number in ORDINALS.items() if cue in slots.cues)
    if slots.drivers:
        return DriverProfile(slots.drivers[0], slots.classes, slots.seasons, nth=nth)
    return TeamProfile(slots.teams[0], slots.classes, slots.seasons, nth=nth)


def end_title(slots: Slots) -> Query:
    """The first or the last title of a driver or a team, whatever else is asked about it."""
    focus = Focus.FIRST if "first" in slots.cues else Focus.LAST
    if slots.drivers:
        return DriverProfile(slots.drivers[0], slots.classes, slots.seasons, focus=focus)
    return TeamProfile(slots.teams[0], slots.classes, slots.seasons, focus=focus)


def same_thing(slots: Slots) -> Query:
    """Whether two names mean one driver or team."""
    kind, ids = (Kind.DRIVER, slots.drivers) if slots.drivers else (Kind.TEAM, slots.teams)
    return SameThing(Ref(kind, ids[0]), Ref(kind, ids[-1]))


def driver_at_team(slots: Slots) -> Query:
    """One driver with one team."""
    return DriverAtTeam(slots.drivers[0], slots.teams[0], slots.classes, slots.seasons)


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
        month=slots.month,
    )


def nation_of_driver(slots: Slots) -> Query:
    """Whether a driver is from a country."""
    return DriverProfile(slots.drivers[0], focus=Focus.NATION)


def written(slots: Slots) -> Query:
    """How the name of a driver is written in a country."""
    return DriverProfile(slots.drivers[0], focus=Focus.NAMES)


def nation_of_team(slots: Slots) -> Query:
    """Whether a team is from a country."""
    return TeamProfile(slots.teams[0], focus=Focus.NATION)


_OF_TITLE = "title win who when season class team driver with drove sole only"

PEOPLE: tuple[Shape, ...] = (
    *(shape(same_thing, needs=who, cues=("identical",), also="team driver") for who in ("drivers", "teams")),
    *(shape(same_thing, needs=who, cues=("identical",), also="team driver", pair=who) for who in ("drivers", "teams")),
    *(shape(same_thing, needs="teams", cues=("same", "team"), pair=many) for many in (None, "teams")),
    *(
        shape(nth_title, needs=who, may="classes", cues=(" ".join(ORDINALS), "title"), also=_OF_TITLE)
        for who in ("drivers", "teams")
    ),
    *(
        shape(end_title, needs=f"{who}{classes}", cues=("first last", won), also=_OF_TITLE + " compare car")
        for who in ("drivers", "teams")
        for classes, won in (("", "title"), (" classes", "title win"))
    ),
    shape(driver_at_team, needs="drivers teams", may="classes seasons", also=_DRIVER_CUES),
    shape(drivers_together, needs="drivers", may="classes seasons", also=_DRIVER_CUES, pair="drivers"),
    *(
        shape(wins_at, needs=f"{who} {where}", may="classes seasons month", also=_PERSONAL)
        for who in ("drivers", "teams")
        for where in ("circuits", "races")
    ),
    shape(wins_at, needs="drivers places", may="classes seasons", cues=("win race",), also=_PERSONAL),
    shape(wins_at, needs="teams places", may="classes seasons", cues=("win race",), also=_PERSONAL),
    *(
        shape(written, needs=f"drivers {where}", cues=("native names",), also=_DRIVER_CUES)
        for where in ("countries", "places")
    ),
    *(
        shape(nation_of_driver, needs="drivers countries", also=_DRIVER_CUES + " compare", pair=many)
        for many in (None, "countries")
    ),
    *(
        shape(nation_of_team, needs="teams countries", also=_TEAM_CUES + " compare", pair=many)
        for many in (None, "countries")
    ),
    *(
        shape(team, needs=f"teams {car}", may="seasons classes", cues=("car",), also=_TEAM_CUES)
        for car in ("makes", "models")
    ),
    # "In 2014 or 2015?"
    shape(driver, needs="drivers seasons", may="classes", cues=("compare",), also=_DRIVER_CUES, pair="several"),
    shape(team, needs="teams seasons", may="classes", cues=("compare",), also=_TEAM_CUES, pair="several"),
    shape(driver, needs="drivers", may="classes seasons amount bound", also=_DRIVER_CUES),
    shape(team, needs="teams", cues=("names",), also=_TEAM_CUES + " before after previous"),
    shape(team, needs="teams", may="classes seasons amount bound", also=_TEAM_CUES),
)
