"""Shapes of questions on when circuits came, and on seasons that left them out."""

from __future__ import annotations

from bot.understanding.queries import Calendar, Debuts, Focus, Query, SeasonsWithout
from bot.understanding.shapes.shape import Shape, first, place_of, shape
from bot.understanding.slots import Slots


def debuts(slots: Slots) -> Query:
    """The first circuit, or whether one was it."""
    return Debuts(place_of(first(slots.circuits)))


def seasons_without(slots: Slots) -> Query:
    """Seasons that left a circuit, a country or a class out."""
    circuit = place_of(first(slots.circuits, slots.races))
    return SeasonsWithout(circuit, first(slots.places, slots.countries), first(slots.classes))


def both_ends(slots: Slots) -> Query:
    """Where a season began and ended."""
    return Calendar(slots.seasons, Focus.ENDS)


VISITS: tuple[Shape, ...] = (
    shape(debuts, needs="circuits", cues=("whether", "first", "circuit"), also="calendar introduced uses ever"),
    shape(debuts, cues=("first", "circuit", "calendar introduced uses"), also="ever where"),
    *(
        shape(
            seasons_without,
            needs=where,
            cues=("missed not never", "season when"),
            also="race count often uses circuit calendar class ran in with which",
        )
        for where in ("circuits", "races", "places", "countries", "classes")
    ),
    *(
        shape(both_ends, needs="seasons", cues=ends, also="where when race season circuit calendar")
        for ends in (("introduced seasonstart", "ended seasonend"), ("first", "last", "where circuit race"))
    ),
)
