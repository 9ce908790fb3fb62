"""Months and days said in words: `december 2013`, `20 april 2013`, `April 20th`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bot.text.numbers import count_of
from bot.understanding.spans import Span

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_NUMBER_OF = {month: number for number, month in enumerate(MONTHS, 1)}
_MOST_DAYS = 31
_NUMBERS = (None, "second", "third", "fourth", "fifth", "sixth")


class Day(NamedTuple):
    """A month, the day of it if one was said, and the span that said which day."""

    month: int | None = None
    day: int | None = None
    number: Span | None = None


def day_in(spans: Sequence[Span]) -> Day:
    """Return the month that `spans` speak of, and the day that stands right before or behind it."""
    said = next((span for span in spans if span.cue in _NUMBER_OF), None)
    if said is None:
        return Day()
    told = [span for span in spans if not span.is_skip]
    position, month = told.index(said), _NUMBER_OF[str(said.cue)]
    beside = told[position + 1 : position + 2]
    if position and not _belongs_to_race(told[:position]):
        beside = [told[position - 1], *beside]
    for span in beside:
        day = count_of(span.said) if span.said[0].isdecimal() and span.cue in _NUMBERS and not span.refs else None
        if day and day <= _MOST_DAYS and span.years is None:
            return Day(month, day, span)
    return Day(month)


def _belongs_to_race(spans: Sequence[Span]) -> bool:
    """Say whether the last of `spans` is the number of a race: in `round 2 april 2013` April has no day."""
    *_, race, number = (None, *spans)
    return race is not None and race.cue == "race" and race.end == number.start
