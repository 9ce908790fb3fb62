"""Questions for a picture."""

from __future__ import annotations

from enum import StrEnum

from bot.understanding.queries.base import Query, Seasons
from bot.understanding.queries.focus import By
from bot.understanding.spans import Ref


class Charted(StrEnum):
    """What can be asked for as a picture."""

    TITLES = "titles"
    SEASONS = "seasons"
    CIRCUITS = "circuits"
    CALENDAR = "calendar"
    MAP = "map"
    COMPARE = "compare"


class Chart(Query, frozen=True):
    """A picture: titles by whom, classes by season, circuits by season or on a map, a calendar, two of a kind."""

    what: Charted
    by: By | None = None
    classes: tuple[str, ...] = ()
    seasons: Seasons | None = None
    first: Ref | Seasons | None = None
    second: Ref | Seasons | None = None
