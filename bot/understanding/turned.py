"""A season named by when it began or ended: `the season that began in December 2023`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bot.knowledge.model import Season
from bot.text.seasons import Years
from bot.understanding.days import MONTHS, day_in
from bot.understanding.spans import Span, cue_set

_ONE = cue_set("season year edition campaign szn yr")
_RELATIVE = frozenset({"that", "which"})
_VERBS = {"introduced": 0, "ended": -1}
# "The season starting in 2017" is one, though "seasons starting in 2017" are all since.
_PARTICIPLES = {"since": ("starting", "beginning", "commencing"), "until": ("ending",)}


class Turned(NamedTuple):
    """The round that is spoken of, the first (0) or the last (-1) of a season, and when it was.

    `used` are the cues that said so, `number` the span of the day.
    """

    which: int
    year: int
    month: int | None
    day: int | None
    used: frozenset[str]
    number: Span | None
    said: str

    def is_of(self, season: Season) -> bool:
        """Say whether `season` began, or ended, at that time."""
        if not season.rounds:
            return False
        date = season.rounds[self.which].date
        return (
            date.year == self.year and self.month in (None, date.month) and (self.day is None or self.day == date.day)
        )


def turned_in(spans: Sequence[Span]) -> Turned | None:
    """Return when the season of `spans` is said to have begun or ended, or None."""
    for place, span in enumerate(spans):
        if span.cue != "season" or span.said not in _ONE:
            continue
        verb = _verb(spans, place + 1)
        if verb is None:
            continue
        when = _when(spans[verb + 1 :])
        if when is None:
            return None
        years, rest = when
        words = " ".join([one.said for one in spans[verb : verb + 1 + len(rest)]])
        said = day_in(rest)
        cue = str(spans[verb].cue)
        used = frozenset({cue, MONTHS[said.month - 1] if said.month else cue})
        which = _VERBS.get(cue, 0 if cue == "since" else -1)
        return Turned(which, years.first, years.month or said.month, years.day or said.day, used, said.number, words)
    return None


def _verb(spans: Sequence[Span], place: int) -> int | None:
    """Return the place of the verb that tells of the season in front of `place`, or None."""
    following = spans[place : place + 2]
    if following and following[0].said.split()[0] in _PARTICIPLES.get(following[0].cue or "", ()):
        return place
    if len(following) > 1 and not _RELATIVE.isdisjoint(following[0].said.split()) and following[1].cue in _VERBS:
        return place + 1
    return None


def _when(spans: Sequence[Span]) -> tuple[Years, Sequence[Span]] | None:
    """Return the year that `spans` begin with, and them up to it: nothing but a day and a month stands before it."""
    for end, span in enumerate(spans):
        if span.years is not None:
            return (span.years, spans[: end + 1]) if span.years.first == span.years.last else None
        if not (span.is_skip or span.cue in MONTHS or (span.said[0].isdecimal() and not span.refs)):
            return None
    return None
