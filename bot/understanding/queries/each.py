"""One question on each of several."""

from __future__ import annotations

from bot.understanding.queries.base import Query


class Each(Query, frozen=True):
    """The same question on each of a crew: `how many titles do they have`."""

    queries: tuple[Query, ...] = ()
