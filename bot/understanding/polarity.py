"""Telling questions for Yes or No from those that ask who, when or how many."""

from __future__ import annotations

from bot.text.tokens import Line
from bot.understanding.slots import Slots
from bot.understanding.spans import cue_set

_OPENINGS = cue_set("did has have had was were is are does do didnt hasnt havent wasnt isnt doesnt")
_BEFORE = cue_set("and so but or also ok hey um well")
# With any of these something else is asked, or No would not be clear.
_OTHERWISE = cue_set("who which when where why how count often never not only list more most")


def asks_whether(line: Line, slots: Slots) -> bool:
    """Say whether `line` asks for Yes or No: it begins like `did` or `has`, and asks for nothing else."""
    opening = next((token.text for token in line.tokens if token.text not in _BEFORE), "")
    return opening in _OPENINGS and slots.cues.isdisjoint(_OTHERWISE - ({"more"} if slots.bound else set()))
