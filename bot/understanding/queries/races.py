"""Questions on races, calendars and circuits."""

from __future__ import annotations

from bot.understanding.queries.base import Bound, Query, Seasons
from bot.understanding.queries.focus import End, Focus


class Calendar(Query, frozen=True):
    """Rounds with date, circuit, race and winners; `bound` is how many there are said to be."""

    seasons: Seasons | None = None
    focus: Focus = Focus.ALL
    bound: Bound | None = None


class Races(Query, frozen=True):
    """Races by circuit, country, round, season: where, when, winners by class. At least one filter is set.

    `end` picks the first or the last of them, `limit` as many as it says. With focus `overall`
    and a class, driver, team or make, only overall wins count.
    `model` is a part of a car's name; focus `car titles` asks for titles of a car, which nobody records.
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
    hours: int | None = None
    bound: Bound | None = None
    model: str | None = None


class EndRace(Query, frozen=True):
    """Whether the first or last race was held at a place, in a season, or won by somebody.

    `of_place` says that the race is the first or last at the place, and the season is what is claimed of it; else it
    is that of the seasons, where they are named.
    """

    end: End
    seasons: Seasons | None = None
    circuit: str | None = None
    country: str | None = None
    classes: tuple[str, ...] = ()
    driver: str | None = None
    team: str | None = None
    make: str | None = None
    of_place: bool = False


class Cancelled(Query, frozen=True):
    """Races that were planned and not held."""

    seasons: Seasons | None = None
    circuit: str | None = None


class Like(Query, frozen=True):
    """What is said of a circuit: where it lies, who drew it, which way and how long a lap goes, when it opened."""

    country: str | None = None
    locality: str | None = None
    designer: str | None = None
    direction: str | None = None
    turns: Bound | None = None
    length: Bound | None = None
    opened: Bound | None = None


class CircuitProfile(Query, frozen=True):
    """One circuit, with the lap of `seasons`; `claim` is what a question for Yes or No says of it."""

    circuit: str = ""
    focus: Focus = Focus.ALL
    claim: Like | None = None
    seasons: Seasons | None = None


class Circuits(Query, frozen=True):
    """Circuits, all or by country, season, length of lap; `current` are those of the current season, or all others.

    `like` keeps to those of which something else is true.
    """

    country: str | None = None
    seasons: Seasons | None = None
    current: bool | None = None
    length: Bound | None = None
    focus: Focus = Focus.ALL
    like: Like | None = None
