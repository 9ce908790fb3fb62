"""Telling what can be counted from what is a matter of opinion: the best team by titles, and the best team."""

from __future__ import annotations

from bot.understanding.slots import Slots
from bot.understanding.spans import cue_set

BEST = "best"
OPINION = "opinion"
_COUNTED = cue_set("title win victories overall record most standings")


def measured(slots: Slots) -> Slots:
    """Return `slots` with `best` read as `most` where something is counted; who is best otherwise is not known."""
    if BEST not in slots.cues or slots.cues.isdisjoint(_COUNTED):
        return slots
    return slots._replace(cues=slots.cues - {BEST} | {"most"})
