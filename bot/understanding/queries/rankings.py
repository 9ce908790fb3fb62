"""Questions on who has most, and on who has at least so many."""

from __future__ import annotations

from bot.understanding.queries.base import Bound, Query, Seasons
from bot.understanding.queries.focus import By, Counted, Focus


class Ranking(Query, frozen=True):
    """Who or what has most of what is counted, or as many as `bound` says; within classes, seasons, a nation, a place.

    `nation` keeps to drivers of that nation, `country` to races held there. `top` is how many are asked for,
    `place` which place, `least` asks for the other end.
    `of` counts different things of a kind in place of the titles, wins or races themselves, `every` asks for all of
    them. `lacking` leaves out whoever has any of these. `claimed` is said to have the most.
    """

    counted: Counted = Counted.TITLES
    by: By = By.DRIVER
    classes: tuple[str, ...] = ()
    seasons: Seasons | None = None
    nation: str | None = None
    circuit: str | None = None
    country: str | None = None
    bound: Bound | None = None
    top: int | None = None
    place: int | None = None
    focus: Focus = Focus.ALL
    least: bool = False
    of: By | None = None
    every: bool = False
    lacking: Counted | None = None
    claimed: str | None = None


class SeveralClasses(Query, frozen=True):
    """Drivers or teams with titles in `number` classes, or in all of `classes`; `at_once` means in one season."""

    by: By = By.DRIVER
    classes: tuple[str, ...] = ()
    number: int = 2
    at_once: bool = False
