"""Shapes of questions on what came right before or after."""

from __future__ import annotations

from bot.understanding.queries import Query, RaceBeside, Side, TitleBeside
from bot.understanding.shapes.shape import Shape, first, place_of, shape
from bot.understanding.slots import Slots

_SIDES = "before after previous next beside"
_PLACES_TAKEN = " successor predecessor"
_TITLE_CUES = "title win who driver team season became class current race"
_RACE_CUES = "race where when who win circuit season calendar title introduced ended current"


def _side(slots: Slots) -> Side:
    return Side.BEFORE if slots.cues & {"before", "previous", "predecessor"} else Side.AFTER


def title_beside(slots: Slots) -> Query:
    """The title before or after that of a driver or team."""
    return TitleBeside(_side(slots), slots.classes, first(slots.drivers), first(slots.teams), slots.seasons)


def race_beside(slots: Slots) -> Query:
    """The race before or after those at a circuit."""
    return RaceBeside(_side(slots), str(place_of(first(slots.circuits, slots.races))), slots.seasons)


NEIGHBOURS: tuple[Shape, ...] = (
    *(
        shape(
            title_beside,
            needs=who,
            may="classes seasons",
            cues=(_SIDES + _PLACES_TAKEN, "title win who"),
            also=_TITLE_CUES,
        )
        for who in ("drivers", "teams")
    ),
    *(
        shape(race_beside, needs=where, may="seasons", cues=(_SIDES, "race where who win which"), also=_RACE_CUES)
        for where in ("circuits", "races")
    ),
)
