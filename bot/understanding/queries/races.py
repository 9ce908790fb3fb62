"""Questions on races, calendars and circuits."""

from __future__ import annotations

from dataclasses import dataclass

from bot.understanding.queries.base import Bound, Query, Seasons
from bot.understanding.queries.focus import End, Focus


@dataclass(frozen=True, slots=True)
class Calendar(Query):
    """Rounds with date, circuit, race and winners."""

    seasons: Seasons | None = None
    focus: Focus = Focus.ALL


@dataclass(frozen=True, slots=True)
class Races(Query):
    """Races by circuit, country, round, season: where, when, winners by class. At least one filter is set.

    `end` picks the first or the last of them, `limit` as many as it says. With focus `overall`
    and a class, driver, team or make, only overall wins count.
    """

    circuit: str | None = None
    country: str | None = None
    number: int | None = None
    seasons: Seasons | None = None
    classes: tuple[str, ...] = ()
    focus: Focus = Focus.ALL
    driver: str | None = None
    team: str | None = None
    name: str | None = None
    month: int | None = None
    day: int | None = None
    make: str | None = None
    end: End | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Cancelled(Query):
    """Races that were planned and not held."""

    seasons: Seasons | None = None
    circuit: str | None = None
    focus: Focus = Focus.ALL


@dataclass(frozen=True, slots=True)
class CircuitProfile(Query):
    """One circuit."""

    circuit: str = ""
    focus: Focus = Focus.ALL


@dataclass(frozen=True, slots=True)
class Circuits(Query):
    """Circuits, all or by country, season, length of lap; `current` are those of the current season, or all others."""

    country: str | None = None
    seasons: Seasons | None = None
    current: bool | None = None
    length: Bound | None = None
    focus: Focus = Focus.ALL
