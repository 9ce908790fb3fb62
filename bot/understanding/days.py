"""Months and days said in words: `december 2013`, `20 april 2013`, `April 20th`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bot.text.numbers import count_of
from bot.understanding.spans import Span, cue_set

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
# That a time begins or ends with a day or a month, as in `since december 2016`: times are told by whole seasons.
WITHIN_SEASON = "withinseason"
_BOUNDS = cue_set("since before until after between beside-after beside-before")
_BEHIND = cue_set("since until")
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
        day = count_of(span.said) if _is_number(span) else None
        if day and day <= _MOST_DAYS:
            return Day(month, day, span)
    return Day(month)


def bound_by_day(spans: Sequence[Span]) -> str | None:
    """Return the words that bound a time by a day or a month, or None: `since december 2016`, `before 10/12/2016`."""
    told = [span for span in spans if not span.is_skip]
    for place, span in enumerate(told):
        if span.cue not in _NUMBER_OF and not (span.years and span.years.day):
            continue
        first = place - 1 if place and _is_number(told[place - 1]) else place
        behind = place + 1
        while behind < len(told) and (told[behind].years or _is_number(told[behind])):
            behind += 1
        if first and told[first - 1].cue in _BOUNDS:
            return " ".join([one.said for one in told[first - 1 : behind]])
        if _stands(_BEHIND, told[behind:]):
            return " ".join([one.said for one in told[first : behind + 1]])
    return None


def _is_number(span: Span) -> bool:
    return span.said[0].isdecimal() and span.cue in _NUMBERS and not span.refs and not span.years


def _stands(cues: frozenset[str], spans: Sequence[Span]) -> bool:
    """Say whether `spans` begin with one of `cues` that belongs to no year behind it."""
    return bool(spans) and spans[0].cue in cues and not (len(spans) > 1 and spans[1].years)


def _belongs_to_race(spans: Sequence[Span]) -> bool:
    """Say whether the last of `spans` is the number of a race: in `round 2 april 2013` April has no day."""
    *_, race, number = (None, *spans)
    return race is not None and race.cue == "race" and race.end == number.start
