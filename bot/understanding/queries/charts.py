"""Questions for a picture."""

from __future__ import annotations

from enum import StrEnum

from bot.understanding.queries.base import Query, Seasons
from bot.understanding.queries.focus import By
from bot.understanding.spans import Ref


class Charted(StrEnum):
    """What can be asked for as a picture."""

    TITLES = "titles"
    WINS = "wins"
    SEASONS = "seasons"
    CIRCUITS = "circuits"
    CALENDAR = "calendar"
    MAP = "map"
    COMPARE = "compare"


class Chart(Query, frozen=True):
    """A picture: titles or class wins by whom, classes or circuits by season, a map, a calendar, two of a kind.

    Of a chart of classes or circuits `first` is the one it is about. A comparison need not be one: `second` may be of
    another kind, the same as `first`, or missing, and both are missing where there are none or more than two.
    """

    what: Charted
    by: By | None = None
    classes: tuple[str, ...] = ()
    seasons: Seasons | None = None
    first: Ref | Seasons | None = None
    second: Ref | Seasons | None = None
