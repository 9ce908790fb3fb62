"""Small numbers in a question: which of several (`round 3`), how many (`three titles`), and bounds (`at least 2`)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from bot.understanding.queries import Bound
from bot.understanding.spans import Kind, Span

_LONGEST = 2
_UNIT = "km"
_WORDS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_AMOUNT = "amount"
_ORDINALS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}
_BOUNDS: dict[str, Callable[[int], Bound]] = {
    "atleast": lambda number: Bound(low=number, exact=True),
    "morethan": lambda number: Bound(low=number),
    "over": lambda number: Bound(low=number),
    "lessthan": lambda number: Bound(high=number),
    "under": lambda number: Bound(high=number),
    "exactly": lambda number: Bound(number, number, exact=True),
}
# What a bound without a number says: `more than` compares, `over` and `exactly` say nothing.
_COMPARING = {"morethan": ("more", "compare"), "lessthan": ("compare",)}
_PLACES = frozenset({Kind.CIRCUIT, Kind.RACE})


class Numbers(NamedTuple):
    """What the numbers of a question say.

    `number` tells one of several apart, `amount` counts, `bound` limits. `cues` are those that are left, `said` the
    spans that were read.
    """

    number: int | None
    amount: int | None
    bound: Bound | None
    cues: frozenset[str]
    said: tuple[Span, ...] = ()


def read_numbers(spans: Sequence[Span], cues: frozenset[str]) -> Numbers:
    """Read the first small number among `spans`; further ones are left unread."""
    place = next((place for place, span in enumerate(spans) if _is_number(span)), None)
    bounding = next((cue for cue in _BOUNDS if cue in cues), None)
    rest = cues.difference(_BOUNDS) if bounding else cues
    if place is None:
        said = _ordinal(cues)
        rest = rest.union(_COMPARING.get(bounding or "", ()))
        return Numbers(said, None, None, rest.difference(_ORDINALS) if said else rest)
    span, rest = spans[place], rest - {_AMOUNT}
    number = _WORDS.get(span.said) or int(span.said.removesuffix(_UNIT))
    if bounding:
        return Numbers(None, None, _BOUNDS[bounding](number), rest, (span,))
    if _counts(spans, place):
        return Numbers(None, number, None, rest, (span,))
    return Numbers(number, None, None, rest, (span,))


def _is_number(span: Span) -> bool:
    if span.cue is not None:
        return span.cue == _AMOUNT
    digits = span.said.removesuffix(_UNIT)
    return digits.isdecimal() and len(digits) <= _LONGEST and not span.refs and span.years is None


def _counts(spans: Sequence[Span], place: int) -> bool:
    """Say whether a number counts: `3 titles`, `won 3`; not `race 3`, `Sepang 2`, nor `2` at the start."""
    before = next((span for span in reversed(spans[:place]) if not span.is_skip), None)
    after = next((span for span in spans[place + 1 :] if not span.is_skip), None)
    if before is not None and (before.cue == "race" or before.years or any(ref.kind in _PLACES for ref in before.refs)):
        return False
    return before is not None or (after is not None and after.cue is not None)


def _ordinal(cues: frozenset[str]) -> int | None:
    """Return the number of `the second race`; without a race, `second` is a place in the standings."""
    said = next((cue for cue in _ORDINALS if cue in cues), None)
    return _ORDINALS[said] if said and "race" in cues else None
