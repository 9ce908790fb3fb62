"""Shapes: which slots and cues make which query.

They stand in order, the telling before the general; the first that accounts for every word gives the reading.
"""

from __future__ import annotations

from functools import lru_cache

from bot.understanding.shapes.races import CALENDARS, PLACES, RACES
from bot.understanding.shapes.series import CLASSES, COURTESIES, RECORDS, SEASONS
from bot.understanding.shapes.shape import NEUTRAL, Shape
from bot.understanding.shapes.titles import COMPARISONS, PEOPLE, PRESENCE, TITLES
from bot.understanding.slots import Slots

SHAPES: tuple[Shape, ...] = (
    *COURTESIES,
    *COMPARISONS,
    *PEOPLE,
    *RECORDS,
    *PRESENCE,
    *RACES,
    *TITLES,
    *CLASSES,
    *CALENDARS,
    *SEASONS,
    *PLACES,
)


@lru_cache(maxsize=512)
def _taking(present: frozenset[str]) -> tuple[tuple[int, Shape], ...]:
    return tuple((rank, shape) for rank, shape in enumerate(SHAPES) if shape.takes(present))


def best_shape(slots: Slots) -> tuple[int, Shape] | None:
    """Return the first shape that accounts for every word of `slots`, with its rank, or None."""
    present = slots.present
    return next(((rank, shape) for rank, shape in _taking(present) if shape.fits(slots, present)), None)


__all__ = ["NEUTRAL", "SHAPES", "Shape", "best_shape"]
