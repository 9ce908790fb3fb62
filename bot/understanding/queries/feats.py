"""Questions on feats: titles in a row, champions alone or in large crews, all races or most wins of one season."""

from __future__ import annotations

from bot.understanding.queries.base import Bound, Query, Seasons
from bot.understanding.queries.focus import By, Counted
from bot.understanding.spans import Ref


class InARow(Query, frozen=True):
    """Who won titles in `number` seasons or more that followed one another; `who` for one driver or team.

    `by` keeps to drivers or to teams.
    """

    by: By | None = None
    classes: tuple[str, ...] = ()
    who: Ref | None = None
    number: int = 2


class Crews(Query, frozen=True):
    """Champion crews of a `size`; without one, the largest."""

    size: Bound | None = None
    classes: tuple[str, ...] = ()
    seasons: Seasons | None = None


class SameSeason(Query, frozen=True):
    """Whether two drivers, or two teams, were champions in the same season."""

    first: Ref
    second: Ref


class MostInSeason(Query, frozen=True):
    """Who has won most titles, or class wins, within one season."""

    counted: Counted = Counted.WINS
    by: By = By.DRIVER
    classes: tuple[str, ...] = ()


class Sweep(Query, frozen=True):
    """Who won a class in every race of a season; `who` for one driver or team."""

    who: Ref | None = None
    classes: tuple[str, ...] = ()
    seasons: Seasons | None = None
