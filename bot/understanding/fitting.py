"""Which shape a reading has, and the query it comes to."""

from __future__ import annotations

from collections.abc import Iterable

from bot.understanding.queries import Query
from bot.understanding.shapes import best_shape
from bot.understanding.slots import Choice

Fitting = list[tuple[Choice, Query]]


def fitting(choices: Iterable[Choice]) -> Fitting:
    """Return the choices that the most telling shape fits, each with its query."""
    shaped = [(best_shape(choice.slots), choice) for choice in choices if not choice.slots.unknown]
    ranked = [(found[0], choice, found[1].build(choice.slots)) for found, choice in shaped if found is not None]
    best = min((rank for rank, _, _ in ranked), default=0)
    return [(choice, query) for rank, choice, query in ranked if rank == best]
