"""`Two years later`, `one earlier`, `season before, same class`: a step in time from what was spoken of."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.text.numbers import count_of
from bot.understanding.slots import Choice
from bot.understanding.spans import Span, cue_set

_LATER = frozenset({"later", "after", "afterwards", "on", "forward", "further", "onwards", "ahead", "following"})
_EARLIER = frozenset({"earlier", "before", "prior", "back", "previously", "beforehand", "previous"})
_UNITS = cue_set("season")
_COUNT = cue_set("amount")
_FEW = {"couple": 2, "one": 1, "a": 1}
_STEPS = {1: "after", -1: "before"}
_SAME = "same"
_NOUNS = cue_set("class team driver circuit race car season title country")
_STEPPING = frozenset({"soft", "season", "amount", "before", "after", "previous", "next", "beside", "back"})


def shift_of(spans: Sequence[Span]) -> int:
    """Return how many seasons later, or earlier if negative, `spans` ask for; 0 where they say no such thing."""
    words = [(word, span) for span in spans for word in span.said.split()]
    for place, (word, _) in enumerate(words):
        way = 1 if word in _LATER else -1 if word in _EARLIER else 0
        if not way or not place:
            continue
        unit = words[place - 1][1].cue in _UNITS
        many = words[place - 2][0] if unit and place > 1 else words[place - 1][0]
        if unit and many == "of" and place > _FEW["couple"]:
            many = words[place - 3][0]
        number = _FEW.get(many) or count_of(many)
        if number and (unit or many == "one"):
            return way * number
    return 0


def shifted(spans: Sequence[Span], choices: Sequence[Choice]) -> Sequence[Choice]:
    """Leave out the words of a step in time, and what is said to be the same: `same class`."""
    same = {other.cue for one, other in pairwise(_meant(spans)) if one.said == _SAME and other.cue in _NOUNS}
    step = shift_of(spans)
    if not same and not step:
        return choices
    gone = (frozenset({_SAME, "modal", *[cue for cue in same if cue]}) if same else frozenset()) | (
        _STEPPING if step else frozenset()
    )
    back = frozenset({_STEPS[step]}) if abs(step) == 1 else frozenset()
    return [Choice(one.picked, _without(one, gone, back, stepped=bool(step))) for one in choices]
