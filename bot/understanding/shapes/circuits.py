"""Shapes of questions on what circuits are like: one of them for Yes or No, or all that are so."""

from __future__ import annotations

from bot.understanding.queries import Bound, CircuitProfile, Circuits, Focus, Like, Query
from bot.understanding.shapes.shape import Shape, first, focus_of, shape
from bot.understanding.slots import Slots

_DIRECTIONS = {"anticlockwise": "anti-clockwise", "clockwise": "clockwise"}
_ASKED = "circuit which who where country count list ever with when current whether"
_FOCUS = {
    "turns": Focus.TURNS,
    "length": Focus.LENGTH,
    "designer": Focus.DESIGNER,
    "opened": Focus.OPENED,
    "clockwise": Focus.DIRECTION,
    "anticlockwise": Focus.DIRECTION,
}


def _like(slots: Slots) -> Like:
    said = slots.bound or (Bound(slots.amount, slots.amount, exact=True) if slots.amount else None)
    return Like(
        country=first(slots.places, slots.countries),
        locality=first(slots.localities),
        designer=first(slots.designers),
        direction=next((way for cue, way in _DIRECTIONS.items() if cue in slots.cues), None),
        turns=said if "turns" in slots.cues else None,
        length=said if "turns" not in slots.cues else None,
        opened=slots.opened,
    )


def claim(slots: Slots) -> Query:
    """Whether a circuit is as is said."""
    focus = focus_of(slots, _FOCUS)
    focus = Focus.WHERE if focus is Focus.ALL else focus
    return CircuitProfile(slots.circuits[0], focus, _like(slots), slots.seasons)


def whereabouts(slots: Slots) -> Query:
    """Which of two places a circuit is at: where it is says so."""
    return CircuitProfile(slots.circuits[0], Focus.WHERE)


def such(slots: Slots) -> Query:
    """The circuits that are as is said."""
    like = _like(slots)
    return Circuits(like.country, slots.seasons, like=Like(None, *[getattr(like, name) for name in _WITHOUT_COUNTRY]))


_WITHOUT_COUNTRY = ("locality", "designer", "direction", "turns", "length", "opened")

_WHEREABOUTS = "circuit where country whether"

LIKE: tuple[Shape, ...] = (
    shape(claim, needs="circuits designers", cues=("designer whether",), also="designer circuit who"),
    *(
        shape(claim, needs=f"circuits {where}", cues=("whether where country",), also="circuit")
        for where in ("places", "countries", "localities")
    ),
    # "In Malaysia or Thailand?"
    shape(whereabouts, needs="circuits places countries", cues=("compare",), also=_WHEREABOUTS),
    *(
        shape(whereabouts, needs=f"circuits {where}", cues=("compare",), also=_WHEREABOUTS, pair=where)
        for where in ("places", "countries", "localities")
    ),
    *(
        shape(claim, needs=f"circuits {many}", may="seasons", cues=("turns",), also="circuit length with whether more")
        for many in ("amount", "bound")
    ),
    shape(claim, needs="circuits bound", may="seasons", cues=("whether length",), also="circuit length with lap"),
    shape(claim, needs="circuits opened", cues=("opened",), also="circuit when whether"),
    shape(
        claim,
        needs="circuits",
        cues=("clockwise anticlockwise",),
        also="circuit direction whether ran race uses compare",
    ),
    shape(
        such,
        needs="designers",
        may="places countries",
        cues=("designer circuit",),
        also=f"{_ASKED} designer calendar uses race",
    ),
    shape(such, needs="localities", may="seasons", cues=("circuit race where",), also=f"{_ASKED} race"),
    *(
        shape(such, needs=many, may="places countries seasons", cues=("turns",), also=f"{_ASKED} length")
        for many in ("bound", "amount")
    ),
    shape(such, needs="opened", may="places countries", cues=("circuit",), also=f"{_ASKED} opened"),
    shape(such, may="places countries", cues=("clockwise anticlockwise",), also=f"{_ASKED} direction ran race uses"),
)
