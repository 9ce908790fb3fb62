"""Shapes of questions for Yes or No that claim something of a race, or how many there were."""

from __future__ import annotations

from msgspec.structs import replace

from bot.understanding.polarity import OF_PLACE
from bot.understanding.queries import Bound, Calendar, End, EndRace, Focus, Query
from bot.understanding.shapes.held import races
from bot.understanding.shapes.shape import Shape, end_of, first, place_of, shape
from bot.understanding.slots import Slots

_SO_MANY = "win title count often uses whether ever country circuit where season calendar"
_PLACES = ("circuits", "races", "places", "countries")


def end_race(slots: Slots) -> Query:
    """Whether the first or last race was there, then, or theirs."""
    return EndRace(
        end_of(slots) or End.FIRST,
        slots.seasons,
        place_of(first(slots.circuits, slots.races)),
        first(slots.places, slots.countries),
        slots.classes,
        first(slots.drivers),
        first(slots.teams),
        first(slots.makes),
        of_place=OF_PLACE in slots.cues,
    )


def so_many_races(slots: Slots) -> Query:
    """Whether there were so many races."""
    return replace(races(slots), focus=Focus.COUNT, bound=_exactly(slots))


def so_many_rounds(slots: Slots) -> Query:
    """Whether a season had so many rounds."""
    return Calendar(slots.seasons, Focus.COUNT, _exactly(slots))


def _exactly(slots: Slots) -> Bound | None:
    return slots.bound or Bound(slots.amount, slots.amount, exact=True)


WHETHER: tuple[Shape, ...] = (
    *(
        shape(
            end_race,
            needs=f"{who} {scope}",
            may="classes",
            cues=("whether", "first last", "race"),
            also="win overall who team driver season",
        )
        for who in ("drivers", "teams", "makes")
        for scope in ("", "seasons", *_PLACES)
    ),
    *(
        shape(
            end_race,
            needs=f"{where} seasons",
            cues=("whether", "first last"),
            also="race uses circuit season where ran introduced ended calendar",
        )
        for where in _PLACES
    ),
    *(
        shape(
            so_many_races,
            needs=f"{where} {many}",
            may="seasons",
            cues=("whether often", "race uses often"),
            also=_SO_MANY.replace("win title ", ""),
        )
        for where in _PLACES
        for many in ("amount", "bound")
    ),
    *(shape(so_many_rounds, needs=f"seasons {many}", cues=("race",), also=_SO_MANY) for many in ("amount", "bound")),
)
