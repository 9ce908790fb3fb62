"""Shapes: which slots and cues make which query.

They stand in order, the telling before the general; the first that accounts for every word gives the reading.
"""

from __future__ import annotations

from bot.understanding.shapes.races import CALENDARS, RACES
from bot.understanding.shapes.series import CLASSES, COURTESIES, RECORDS, SEASONS
from bot.understanding.shapes.shape import NEUTRAL, Shape
from bot.understanding.shapes.titles import COMPARISONS, PEOPLE, TITLES

SHAPES: tuple[Shape, ...] = (
    *COURTESIES,
    *COMPARISONS,
    *PEOPLE,
    *RECORDS,
    *RACES,
    *TITLES,
    *CLASSES,
    *CALENDARS,
    *SEASONS,
)

__all__ = ["NEUTRAL", "SHAPES", "Shape"]
