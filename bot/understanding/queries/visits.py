"""Questions on when circuits came, and on seasons that left them out."""

from __future__ import annotations

from bot.understanding.queries.base import Query


class Debuts(Query, frozen=True):
    """In what order circuits joined the calendar; with a circuit, whether it was the first."""

    circuit: str | None = None


class SeasonsWithout(Query, frozen=True):
    """The seasons that had no race at a circuit or in a country, or no such class."""

    circuit: str | None = None
    country: str | None = None
    race_class: str | None = None
