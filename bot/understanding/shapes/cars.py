"""Shapes of questions on cars: what makes and models won."""

from __future__ import annotations

from msgspec.structs import replace

from bot.understanding.queries import By, ClassProfile, Counted, Focus, Query, Ranking
from bot.understanding.shapes.held import races
from bot.understanding.shapes.shape import Shape, first, place_of, shape
from bot.understanding.slots import Slots

_WITHIN = "seasons classes circuits races places month makes"
_CUES = (
    "race who driver team car with count first last when where overall uses often which season ever soft "
    "drove win title"
)


def car_titles(slots: Slots) -> Query:
    """Titles of a car, which are not recorded: its class wins."""
    return replace(races(slots), focus=Focus.CAR_TITLES)


def cars(slots: Slots) -> Query:
    """The cars that have won races of a class, of a season or somewhere."""
    where = place_of(first(slots.circuits, slots.races))
    return Ranking(Counted.WINS, By.CAR, slots.classes, slots.seasons, circuit=where, focus=Focus.LIST)


def cars_of_class(slots: Slots) -> Query:
    """The cars of a class, and those that won in given seasons."""
    return ClassProfile(slots.classes[0], Focus.CAR, slots.seasons)


CARS: tuple[Shape, ...] = (
    shape(
        cars_of_class,
        needs="classes seasons",
        cues=("makes",),
        also="car which ran race uses list from current season",
    ),
    *(shape(car_titles, needs=what, may=_WITHIN, cues=("title",), also=_CUES) for what in ("models", "makes")),
    shape(races, needs="models", may=_WITHIN, also=_CUES),
    shape(races, needs="makes", may=_WITHIN, cues=("win",), also=_CUES),
    shape(cars, needs="classes", cues=("car", "win"), also="race ever which list with"),
    *(
        shape(cars, needs=within, may="seasons classes", cues=("makes", "win"), also="car race ever list with")
        for within in ("seasons", "circuits", "races")
    ),
)
