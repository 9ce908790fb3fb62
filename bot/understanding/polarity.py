"""Telling questions for Yes or No from those that ask who, when or how many."""

from __future__ import annotations

from bot.text.tokens import Line
from bot.understanding.slots import Slots
from bot.understanding.spans import cue_set

WHETHER = "whether"
_OPENINGS = cue_set("did has have had was were is are does do didnt hasnt havent wasnt isnt doesnt")
_BEFORE = cue_set("and so but or also ok hey um well it true that")
# With any of these something else is asked, or No would not be clear.
_OTHERWISE = cue_set("who which when where why how count often never not only list most")


def with_polarity(line: Line, slots: Slots) -> Slots:
    """Return `slots` with the cue `whether` where `line` asks for Yes or No: it begins like `did` or `has`."""
    opening = next((token.text for token in line.tokens if token.text not in _BEFORE), "")
    if opening not in _OPENINGS or not slots.cues.isdisjoint(_OTHERWISE):
        return slots
    return slots._replace(cues=slots.cues | {WHETHER})
