"""Years of two digits without a mark: `22` is one only where something is spoken of that has years."""

from __future__ import annotations

from collections.abc import Sequence

from bot.text.seasons import Spelling, Years
from bot.understanding.spans import Kind, Span, cue_set

_CENTURY = 2000
_MOST_ROUNDS = 12
_COUNTED = cue_set("title win win-victories race-win race season driver team class circuit laps turns grid duration")
_SHORT_YEARS = frozenset(f"{year:02}" for year in range(9, 30))


def with_short_year(spans: Sequence[Span]) -> list[Span]:
    """Read a lone `22` as 2022 where titles, classes or circuits are spoken of, but no round that could be it."""
    if _SHORT_YEARS.isdisjoint([span.said for span in spans]):
        return list(spans)
    cues = {span.cue for span in spans}
    kinds = {ref.kind for span in spans for ref in span.refs}
    timed = cues & {"title", "win", "season"} or kinds & {Kind.CLASS, Kind.CIRCUIT, Kind.RACE}
    if not timed:
        return list(spans)
    beside = zip([None, *spans], spans, [*spans[1:], None], strict=False)
    rounds = "race" in cues
    return [_as_year(before, span, after, rounds=rounds) for before, span, after in beside]


def _as_year(before: Span | None, span: Span, after: Span | None, *, rounds: bool) -> Span:
    if span.refs or span.cue or span.said not in _SHORT_YEARS:
        return span
    # "24 titles" is how many, not when; "in 14" is when, whatever comes behind.
    dated = before is not None and before.is_skip and before.said.endswith(("in", "of"))
    counted = after is not None and after.cue in _COUNTED
    if counted or (rounds and not dated and int(span.said) <= _MOST_ROUNDS):
        return span
    year = _CENTURY + int(span.said)
    return span._replace(years=Years(Spelling.YEAR, year, year, span.start, span.end))
