"""Questions on feats: titles in a row, champions alone or in large crews, all races or most wins of one season."""

from __future__ import annotations

from dataclasses import dataclass

from bot.understanding.queries.base import Bound, Query, Seasons
from bot.understanding.queries.focus import By, Counted
from bot.understanding.spans import Ref


@dataclass(frozen=True, slots=True)
class InARow(Query):
    """Who won titles in `number` seasons or more that followed one another; `who` for one driver or team.

    `by` keeps to drivers or to teams.
    """

    by: By | None = None
    classes: tuple[str, ...] = ()
    who: Ref | None = None
    number: int = 2


@dataclass(frozen=True, slots=True)
class Crews(Query):
    """Champion crews of a `size`; without one, the largest."""

    size: Bound | None = None
    classes: tuple[str, ...] = ()
    seasons: Seasons | None = None


@dataclass(frozen=True, slots=True)
class SameSeason(Query):
    """Whether two drivers, or two teams, were champions in the same season."""

    first: Ref
    second: Ref


@dataclass(frozen=True, slots=True)
class MostInSeason(Query):
    """Who has won most titles, or class wins, within one season."""

    counted: Counted = Counted.WINS
    by: By = By.DRIVER
    classes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sweep(Query):
    """Who won a class in every race of a season; `who` for one driver or team."""

    who: Ref | None = None
    classes: tuple[str, ...] = ()
    seasons: Seasons | None = None
