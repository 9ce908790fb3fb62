"""A time told by what somebody won then: `who won GT the year Bretton won LMP3`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bot.knowledge.base import Knowledge, SeasonTitle
from bot.text.tokens import Line, tokenize
from bot.understanding.queries import DriverProfile, Focus, Query, TeamProfile
from bot.understanding.spans import Kind, Span, cue_set

_JOINING = frozenset({"that", "when", "where", "in which", "which", "in", "the"})
_WON = cue_set("win title first last second third")
_TIMES = frozenset({"season", "same-season", "when"})
_ASKS = frozenset({"who", "which", "what", "how", "where"})
_PEOPLE = frozenset({Kind.DRIVER, Kind.TEAM})


class Dated(NamedTuple):
    """A question that tells its time by a title: what it asks, which title that was, and the years said in either."""

    asked: str
    clause: Line
    has_years: bool

    def within(self, season: str) -> str:
        """Return what is asked, of `season`."""
        return self.asked if self.has_years else f"{self.asked} {season}"


def dated(line: Line, spans: Sequence[Span]) -> Dated | None:
    """Return `line` as a question on the season in which somebody won, or None where it is none."""
    for place, span in enumerate(spans):
        if span.cue not in _TIMES:
            continue
        told = next((n for n, one in enumerate(spans[place + 1 :], place + 1) if one.said not in _JOINING), None)
        if told is None or not any(ref.kind in _PEOPLE for ref in spans[told].refs):
            continue
        end = next((n for n in range(told + 1, len(spans)) if _is_over(line, spans, n)), len(spans))
        clause, rest = spans[told:end], (*_without_joining(spans[:place]), *spans[end:])
        if any(map(_tells_of_win, rest)) and any(map(_tells_of_win, clause)):
            years = [one for one in rest if one.years]
            return Dated(_text(line, rest), _cut(line, (*clause, *years)), bool(years))
    return None


def seasons_of(knowledge: Knowledge, query: Query) -> tuple[str, ...]:
    """Return the seasons of the titles that `query` speaks of, where it is about those of a driver or a team."""
    match query:
        case DriverProfile(driver=driver, classes=classes, seasons=seasons, focus=focus, nth=nth):
            titles = knowledge.titles_of_driver.get(driver, ())
        case TeamProfile(team=team, classes=classes, seasons=seasons, focus=focus, nth=nth):
            titles = knowledge.titles_of_team.get(team, ())
        case _:
            return ()
    if focus is Focus.WINS:
        return ()
    within = [
        one
        for one in titles
        if (not classes or one.title.race_class in classes) and (seasons is None or one.season.id in seasons.ids)
    ]
    return tuple(dict.fromkeys(one.season.id for one in _meant(within, focus, nth)))


def _meant(titles: Sequence[SeasonTitle], focus: Focus, nth: int | None) -> Sequence[SeasonTitle]:
    if nth is not None:
        return titles[nth - 1 : nth]
    if focus is Focus.FIRST:
        return titles[:1]
    return titles[-1:] if focus is Focus.LAST else titles


def _tells_of_win(span: Span) -> bool:
    return span.cue is not None and not _WON.isdisjoint(span.cue.split("-"))


def _is_over(line: Line, spans: Sequence[Span], place: int) -> bool:
    """Say whether a clause ends before the span at `place`: at a comma, or where something is asked."""
    between = line.text[line.tokens[spans[place - 1].end - 1].end : line.tokens[spans[place].start].start]
    return "," in between or spans[place].said.split()[0] in _ASKS


def _without_joining(spans: Sequence[Span]) -> Sequence[Span]:
    last = next((n for n in range(len(spans), 0, -1) if not spans[n - 1].is_skip), 0)
    return spans[:last]


def _text(line: Line, spans: Sequence[Span]) -> str:
    return " ".join(line.text[line.tokens[span.start].start : line.tokens[span.end - 1].end] for span in spans)


def _cut(line: Line, spans: Sequence[Span]) -> Line:
    return tokenize(_text(line, spans))
