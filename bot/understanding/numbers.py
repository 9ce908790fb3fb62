"""Small numbers in a question: which of several (`round 3`), how many (`three titles`), and bounds (`at least 2`)."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Sequence
from typing import NamedTuple

from bot.text.numbers import count_of
from bot.understanding.queries import Bound
from bot.understanding.spans import Kind, Span

_MOST = 99
_UNITS = ("km", "kms", "kilometres", "kilometers", "k")
_AMOUNT = "amount"
_HOURS = re.compile(r"(?:(?<=\d)| )(?:h|hr|hrs|hour|hours)$")
ORDINALS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}
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
_ENDS = frozenset({"most", "first", "last"})
_SEVERAL = frozenset({"race", "title", "win-victories", "race-win", "season", "class", "turns", "often"})
_TIMES = frozenset({"twice", "thrice"})
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


class Hours(NamedTuple):
    """A length of time, and the span of its number."""

    number: int | None = None
    span: Span | None = None


def hours_in(spans: Sequence[Span]) -> Hours:
    """Return the length of a race that `spans` speak of: `the 6 hour race`, `12 hours of Sepang`, `4h`."""
    for place, span in enumerate(spans):
        if span.refs or span.years or not _may_be_hours(span):
            continue
        following = spans[place + 1] if place + 1 < len(spans) else None
        number = count_of(_HOURS.sub("", span.said))
        counted = following is not None and following.start == span.end and following.said.startswith("hour")
        if number and (counted or _HOURS.search(span.said)):
            return Hours(number, span)
    return Hours()


def _may_be_hours(span: Span) -> bool:
    return span.cue == _AMOUNT or span.said[0].isdecimal() or count_of(span.said.split()[0]) is not None


def read_numbers(spans: Sequence[Span], cues: frozenset[str], read: Container[Span | None] = ()) -> Numbers:
    """Read the first small number among `spans` that is not in `read`.

    Further ones are left unread: in digits as words nobody knows, in words as the cue of an amount, which no shape
    takes.
    """
    place = next((place for place, span in enumerate(spans) if _is_number(span) and span not in read), None)
    bounding = None if cues.isdisjoint(_BOUNDS) else next(cue for cue in _BOUNDS if cue in cues)
    rest = cues.difference(_BOUNDS) if bounding else cues
    if "once" in cues:
        return Numbers(None, None, Bound(1, 1, exact=True), rest - {"once"})
    if place is None:
        said = _ordinal(cues)
        rest = rest.union(_COMPARING.get(bounding or "", ()))
        return Numbers(said, None, None, rest.difference(ORDINALS) if said else rest)
    span = spans[place]
    if not any(other.cue == _AMOUNT and other not in read for other in spans[place + 1 :]):
        rest -= {_AMOUNT}
    number = count_of(_number_said(span)) or 0
    if bounding:
        return Numbers(None, None, _BOUNDS[bounding](number), rest, (span,))
    if _counts(spans, place):
        return Numbers(None, number, None, rest, (span,))
    return Numbers(number, None, None, rest, (span,))


def _number_said(span: Span) -> str:
    """Return the number of a span without the unit of length behind it: `5k`."""
    unit = next((unit for unit in _UNITS if span.said.endswith(unit)), "")
    number = span.said.removesuffix(unit)
    return number if number.isdecimal() else span.said


def _is_number(span: Span) -> bool:
    if span.cue is not None:
        return span.cue == _AMOUNT
    if not span.said[0].isdecimal() or span.refs or span.years is not None:
        return False
    number = count_of(_number_said(span))
    return number is not None and number <= _MOST


def _counts(spans: Sequence[Span], place: int) -> bool:
    """Say whether a number counts: `3 titles`, `won 3`; not `race 3`, `Sepang 2`, `7th race`, nor `2` at the start."""
    if spans[place].said in _TIMES:
        return True
    if spans[place].cue is None and not _number_said(spans[place]).isdecimal():
        return False
    before = next((span for span in reversed(spans[:place]) if not span.is_skip), None)
    after = next((span for span in spans[place + 1 :] if not span.is_skip), None)
    if after is not None and after.cue in _SEVERAL and after.said.endswith("s") and after.start == spans[place].end:
        return True
    if before is not None and (before.cue == "race" or before.years or any(ref.kind in _PLACES for ref in before.refs)):
        return False
    if after is None:
        return before is not None and before.cue in _ENDS
    return before is not None or after.cue is not None


def _ordinal(cues: frozenset[str]) -> int | None:
    """Return the number of `the second race`; without a race, `second` is a place in the standings."""
    if "race" not in cues or cues.isdisjoint(ORDINALS):
        return None
    return next(number for cue, number in ORDINALS.items() if cue in cues)
