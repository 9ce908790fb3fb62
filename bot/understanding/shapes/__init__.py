"""Shapes: which slots and cues make which query.

They stand in order, the telling before the general; the first that accounts for every word gives the reading.
"""

from __future__ import annotations

from functools import lru_cache

from bot.understanding.shapes.cars import CARS
from bot.understanding.shapes.charts import CHARTS
from bot.understanding.shapes.circuits import LIKE
from bot.understanding.shapes.feats import FEATS
from bot.understanding.shapes.neighbours import NEIGHBOURS
from bot.understanding.shapes.people import PEOPLE
from bot.understanding.shapes.races import CALENDARS, PLACES, RACES
from bot.understanding.shapes.rankings import RECORDS
from bot.understanding.shapes.series import CLASSES, COURTESIES, SEASONS
from bot.understanding.shapes.shape import NEUTRAL, Shape
from bot.understanding.shapes.spread import LACKING, SPREAD, SPREADS
from bot.understanding.shapes.titles import COMPARISONS, PRESENCE, TITLES
from bot.understanding.shapes.visits import VISITS
from bot.understanding.shapes.whether import WHETHER
from bot.understanding.slots import SIZED, Slots, filled

SHAPES: tuple[Shape, ...] = (
    *COURTESIES,
    *SPREADS,
    *CHARTS,
    *COMPARISONS,
    *WHETHER,
    *NEIGHBOURS,
    *FEATS,
    *LIKE,
    *VISITS,
    *PEOPLE,
    *RECORDS,
    *PRESENCE,
    *CARS,
    *RACES,
    *TITLES,
    *CLASSES,
    *CALENDARS,
    *SEASONS,
    *PLACES,
)


@lru_cache(maxsize=4096)
def _best(cues: frozenset[str], sizes: tuple[int, ...]) -> tuple[int, Shape] | None:
    present, named = filled(sizes), dict(zip(SIZED, sizes, strict=True))
    return next(
        ((rank, shape) for rank, shape in enumerate(SHAPES) if shape.takes(present) and shape.fits(cues, named)), None
    )


def best_shape(slots: Slots) -> tuple[int, Shape] | None:
    """Return the first shape that accounts for every word of `slots`, with its rank, or None.

    What is named does not matter to it, only how many of each kind: most questions have a shape that was asked before.
    """
    marks = [mark for mark, said in ((SPREAD, slots.pair), (LACKING, slots.lacking)) if said]
    found = _best(slots.cues.union(marks), slots.sizes) if marks else None
    return found or _best(slots.cues, slots.sizes)


__all__ = ["NEUTRAL", "SHAPES", "Shape", "best_shape"]
