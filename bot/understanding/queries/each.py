"""One question on each of several."""

from __future__ import annotations

from dataclasses import dataclass

from bot.understanding.queries.base import Query


@dataclass(frozen=True, slots=True)
class Each(Query):
    """The same question on each of a crew: `how many titles do they have`."""

    queries: tuple[Query, ...] = ()
