"""`Two years later`, `one earlier`, `season before, same class`: a step in time from what was spoken of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.text.numbers import count_of
from bot.text.tokens import Line
from bot.understanding.queries import Seasons
from bot.understanding.slots import Choice, Slots
from bot.understanding.spans import Span, cue_set

_LATER = "later|after(?:wards?)?|on|further(?: on)?|onwards?|forwards?|ahead"
_EARLIER = "earlier|before(?:hand)?|prior|back|previously|previous"
_UNIT = "years?|yrs?|seasons?|szns?|editions?|campaigns?"
_MANY = rf"(?P<many>\w+)(?: more| further| of)? (?:{_UNIT})|one"
_WAY = f"(?P<later>{_LATER})|(?P<earlier>{_EARLIER})"
_SHIFT = re.compile(rf"\b(?:{_MANY}) (?:{_WAY})\b(?: (?:that|this))?")
_FEW = {"couple": 2, "a": 1, "another": 1}
_SAME = frozenset({"same", "the same"})
_NOUNS = cue_set("class team driver circuit race car season")
_STEPPING = cue_set("season beside before after previous next which about soft modal same win title whether")


def shift_of(line: Line) -> int:
    """Return how many seasons later, or earlier if negative, a question asks for; 0 where it says no such thing."""
    found = _SHIFT.search(line.text)
    if found is None:
        return 0
    many = found["many"] or "one"
    number = _FEW.get(many) or count_of(many) or 0
    # "The one after" may be the race after.
    if found["many"] is None and found[0].split()[1] not in ("later", "earlier"):
        return 0
    return number if found["later"] else -number


def shifted(line: Line, spans: Sequence[Span], choices: Sequence[Choice], seasons: Seasons) -> Sequence[Choice]:
    """Put `seasons` in the place of the words that step to them."""
    found = _SHIFT.search(line.text)
    if found is None:
        return choices
    inside = [
        span
        for span in spans
        if line.tokens[span.start].start < found.end() and line.tokens[span.end - 1].end > found.start()
    ]
    said = frozenset(span.said for span in inside)
    gone = frozenset(part for span in inside for part in (span.cue or "").split("-"))

    def stepped(slots: Slots) -> Slots:
        unknown = tuple(one for one in slots.unknown if not set(one.split()) <= set(" ".join(said).split()))
        return slots._replace(seasons=seasons, number=None, amount=None, unknown=unknown, cues=slots.cues - gone)

    return [Choice(one.picked, stepped(one.slots)) for one in choices]


def unsame(spans: Sequence[Span], choices: Sequence[Choice]) -> Sequence[Choice]:
    """Leave out what is said to stay as it was beside a time: `same class, season before`."""
    told = [span for span in spans if not span.is_skip or span.said in _SAME]
    same = {str(other.cue) for one, other in pairwise(told) if one.said in _SAME and other.cue in _NOUNS}
    if any(span.cue == "same-season" for span in spans):
        same |= {"same", "season"}
    slots = choices[0].slots
    if not same or slots.present - {"seasons", "classes"} or slots.cues - same - _STEPPING:
        return choices
    gone = same | {"same", "modal", "soft", "whether"}
    return [Choice(one.picked, one.slots._replace(cues=one.slots.cues - gone)) for one in choices]
