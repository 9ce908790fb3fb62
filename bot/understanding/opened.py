"""Years that tell when a circuit opened, and are no season: `was Sepang opened in 1999`."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.understanding.queries import Bound
from bot.understanding.spans import Kind, Span


def opened_in(cue: str | None, year: int) -> Bound:
    """Return the years that `cue` and `year` tell of: `since` 1999, `before` 2000, or just that one."""
    return _YEARS.get(cue or "", _in_year)(year)


def _in_year(year: int) -> Bound:
    return Bound(year, year, exact=True)


_YEARS: dict[str, Callable[[int], Bound]] = {
    "since": lambda year: Bound(low=year, exact=True),
    "after": lambda year: Bound(low=year),
    "until": lambda year: Bound(high=year, exact=True),
    "before": lambda year: Bound(high=year),
}


def is_opening(spans: Sequence[Span]) -> bool:
    """Say whether a year tells when a circuit opened: `was Sepang opened in 1999`, `tracks built before 2000`."""
    cues = {span.cue for span in spans}
    circuit = "circuit" in cues or any(ref.kind is Kind.CIRCUIT for span in spans for ref in span.refs)
    # What opened a season is no question on when a circuit was built.
    return circuit and "opened" in cues and cues.isdisjoint({"season", "race", "calendar", "first"})
