"""Questions on titles, and on those who won them."""

from __future__ import annotations

from bot.understanding.queries.base import Bound, Query, Seasons
from bot.understanding.queries.focus import End, Focus
from bot.understanding.spans import Ref


class Champions(Query, frozen=True):
    """Who won titles: by class, season, nation. With neither class nor season nor nation: the reigning champions.

    `region` keeps to drivers or teams of a part of the world, or, with `outside`, to all others. `end` picks the first
    or the last of the titles of teams.
    """

    classes: tuple[str, ...] = ()
    seasons: Seasons | None = None
    nation: str | None = None
    focus: Focus = Focus.ALL
    region: str | None = None
    outside: bool = False
    end: End | None = None


class DriverProfile(Query, frozen=True):
    """What one driver won; `nth` for their second title, or third."""

    driver: str = ""
    classes: tuple[str, ...] = ()
    seasons: Seasons | None = None
    bound: Bound | None = None
    focus: Focus = Focus.ALL
    nth: int | None = None


class TeamProfile(Query, frozen=True):
    """What one team won, and its names; `nth` for its second title, or third."""

    team: str = ""
    classes: tuple[str, ...] = ()
    seasons: Seasons | None = None
    bound: Bound | None = None
    focus: Focus = Focus.ALL
    nth: int | None = None


class DriverAtTeam(Query, frozen=True):
    """What one driver won with one team."""

    driver: str = ""
    team: str = ""
    classes: tuple[str, ...] = ()
    seasons: Seasons | None = None


class DriversTogether(Query, frozen=True):
    """What two drivers won together."""

    drivers: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    seasons: Seasons | None = None


class Standings(Query, frozen=True):
    """Points and places, as far as they are known; `place` is the one that is asked for, `who` the driver or team."""

    seasons: Seasons | None = None
    classes: tuple[str, ...] = ()
    place: int | None = None
    who: Ref | None = None
