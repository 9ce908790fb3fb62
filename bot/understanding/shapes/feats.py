"""Shapes of questions on feats: titles in a row, crews by size, what was done within one season."""

from __future__ import annotations

from bot.understanding.queries import Bound, By, Counted, Crews, InARow, MostInSeason, Query, SameSeason, Sweep
from bot.understanding.shapes.shape import Shape, named, shape
from bot.understanding.slots import Slots
from bot.understanding.spans import Kind, Ref

_ALONE = Bound(1, 1, exact=True)
_WHO = ("drivers", "teams")
_WON = "title win driver team"
_ROW = (
    f"{_WON} who season count often never not more with most longest length current only first last both same "
    "identical modal class record when"
)
_CREWS = f"{_WON} drove race who season class count often never with most only record ever when not became"


def in_a_row(slots: Slots) -> Query:
    """Titles in seasons that followed one another."""
    by = By.TEAM if "team" in slots.cues else By.DRIVER if "driver" in slots.cues else None
    number = max(slots.amount or slots.number or 2, 2)
    return InARow(None if named(slots) else by, slots.classes, named(slots), number)


def crews(slots: Slots) -> Query:
    """Champions alone, in crews of so many, in the largest crew."""
    said = slots.amount or slots.number
    size = Bound(said, said, exact=True) if said else slots.bound
    if slots.cues & {"sole", "fewest"}:
        size = _ALONE
    return Crews(size, slots.classes, slots.seasons)


def same_season(slots: Slots) -> Query:
    """Whether two were champions at the same time."""
    kind, ids = (Kind.DRIVER, slots.drivers) if slots.drivers else (Kind.TEAM, slots.teams)
    return SameSeason(Ref(kind, ids[0]), Ref(kind, ids[1]))


def most_in_season(slots: Slots) -> Query:
    """Most wins or titles within one season."""
    counted = Counted.TITLES if "title" in slots.cues else Counted.WINS
    return MostInSeason(counted, By.TEAM if "team" in slots.cues else By.DRIVER, slots.classes)


def sweep(slots: Slots) -> Query:
    """All races of a season."""
    return Sweep(named(slots), slots.classes, slots.seasons)


FEATS: tuple[Shape, ...] = (
    *(shape(in_a_row, needs=who, may="classes amount", cues=("inarow",), also=_ROW) for who in _WHO),
    shape(in_a_row, may="classes amount", cues=("inarow", f"{_WON} who most longest"), also=_ROW),
    shape(in_a_row, needs="amount", may="classes", cues=("inarow",), also=_ROW),
    shape(crews, may="classes seasons", cues=("sole", "title win driver team often"), also=_CREWS),
    shape(crews, may="classes seasons", cues=("most fewest", "crew"), also=_CREWS),
    *(shape(crews, needs=many, may="classes seasons", cues=("crew",), also=_CREWS) for many in ("amount", "bound")),
    # With a race, the number is that of the race.
    shape(crews, needs="number", may="classes seasons", cues=("crew",), also=_CREWS.replace("race", "")),
    *(
        shape(
            same_season,
            needs=who,
            cues=("same", "title win"),
            also="season class driver team who when with both",
            pair=who,
        )
        for who in _WHO
    ),
    shape(
        most_in_season,
        may="classes",
        cues=("most record", "win title", "same", "season"),
        also="driver team who race with class victories",
    ),
    *(
        shape(
            sweep,
            needs=who,
            may="classes seasons",
            cues=("sweep",),
            also="win race season class title ever when who cleansweep",
        )
        for who in _WHO
    ),
    shape(
        sweep,
        may="classes seasons",
        cues=("cleansweep",),
        also="sweep win race season class title ever when who team driver never same count often",
    ),
    shape(sweep, may="classes", cues=("sweep", "win title", "season"), also="race who team driver never same ever"),
)
