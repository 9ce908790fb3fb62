"""Questions on when circuits came, and on seasons that left them out."""

from __future__ import annotations

from dataclasses import dataclass

from bot.understanding.queries.base import Query


@dataclass(frozen=True, slots=True)
class Debuts(Query):
    """In what order circuits joined the calendar; with a circuit, whether it was the first."""

    circuit: str | None = None


@dataclass(frozen=True, slots=True)
class SeasonsWithout(Query):
    """The seasons that had no race at a circuit or in a country, or no such class."""

    circuit: str | None = None
    country: str | None = None
    race_class: str | None = None
