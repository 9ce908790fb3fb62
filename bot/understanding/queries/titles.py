"""Questions on titles, and on those who won them."""

from __future__ import annotations

from dataclasses import dataclass

from bot.understanding.queries.base import Bound, Query, Seasons
from bot.understanding.queries.focus import Focus
from bot.understanding.spans import Ref


@dataclass(frozen=True, slots=True)
class Champions(Query):
    """Who won titles: by class, season, nation. With neither class nor season nor nation: the reigning champions.

    `region` keeps to drivers or teams of a part of the world, or, with `outside`, to all others.
    """

    classes: tuple[str, ...] = ()
    seasons: Seasons | None = None
    nation: str | None = None
    focus: Focus = Focus.ALL
    region: str | None = None
    outside: bool = False


@dataclass(frozen=True, slots=True)
class DriverProfile(Query):
    """What one driver won; `nth` for their second title, or third."""

    driver: str = ""
    classes: tuple[str, ...] = ()
    seasons: Seasons | None = None
    bound: Bound | None = None
    focus: Focus = Focus.ALL
    nth: int | None = None


@dataclass(frozen=True, slots=True)
class TeamProfile(Query):
    """What one team won, and its names; `nth` for its second title, or third."""

    team: str = ""
    classes: tuple[str, ...] = ()
    seasons: Seasons | None = None
    bound: Bound | None = None
    focus: Focus = Focus.ALL
    nth: int | None = None


@dataclass(frozen=True, slots=True)
class DriverAtTeam(Query):
    """What one driver won with one team."""

    driver: str = ""
    team: str = ""
    classes: tuple[str, ...] = ()
    seasons: Seasons | None = None
    focus: Focus = Focus.ALL


@dataclass(frozen=True, slots=True)
class DriversTogether(Query):
    """What two drivers won together."""

    drivers: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    seasons: Seasons | None = None
    focus: Focus = Focus.ALL


@dataclass(frozen=True, slots=True)
class Standings(Query):
    """Points and places, as far as they are known; `place` is the one that is asked for, `who` the driver or team."""

    seasons: Seasons | None = None
    classes: tuple[str, ...] = ()
    place: int | None = None
    who: Ref | None = None
