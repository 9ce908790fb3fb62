"""Asking on: which questions ask on from the one before, and what they take from it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bot.text.numbers import count_of
from bot.text.tokens import Line
from bot.understanding.before import Before
from bot.understanding.pointing import Point
from bot.understanding.queries import (
    Calendar,
    Champions,
    CircuitProfile,
    Circuits,
    Classes,
    ClassProfile,
    Focus,
    History,
    Query,
    Races,
    Record,
    RecordKind,
    SeasonList,
    SeasonOverview,
    Standings,
)
from bot.understanding.slots import NAMED, Slots
from bot.understanding.spans import Span, cue_set

_COURTEOUS = r"(?:(?:ok|okay|cool|nice|great|thanks|thank you|thx|so|well|hm+|right|alright)\b[\s,.!]*)*"
_OPENS = re.compile(rf"\s*{_COURTEOUS}(?:and|what about|how about|same for|what of|also|or|with)\s", re.IGNORECASE)
# "Hong Kong then?" asks on as "and Hong Kong?" does.
_CLOSES = re.compile(r"^\W*\w+(?: \w+){0,2},? (?:then|too|also|as well|instead)\W*$", re.IGNORECASE)
# With these begin whole questions, too: "in 2016 who won gt".
_WEAK_OPENINGS = ("in ", "at ", "for ", "only ", "just ", "of ", "since ", "before ", "after ")
# Cues that ask for nothing by themselves.
OPEN_CUES = cue_set("which about ever only list season class since before after")
# With these, or with the series named, the whole series is meant though nothing else is named.
_WHOLE = cue_set("most fewest record longest shortest oldest newest ever list current history never help")
_ASKING = cue_set("which who when where how count often")
_WHO = ("who ", "whos ", "who's ")
_EVER = frozenset({"has", "have", "been", "there been", "so far"})
_SERIES = ("series", "lms", "alms", "aslms")
_SUMS = ("total", "altogether")
_TIMED = (SeasonOverview, Calendar, Champions, Standings, Classes, Circuits, ClassProfile, History)
_PLACED = (CircuitProfile, Races, SeasonOverview, Calendar)
STEPS = {"before": -1, "previous": -1, "after": 1, "next": 1}
_ANYTHING = frozenset({*NAMED, "seasons", "number"})
_SHORT = 3
_TITLES = frozenset({"title", "titles"})
_LONGEST_NUMBER = 5


def begins_on(line: Line) -> bool:
    """Say whether a question opens like one that asks on: `and in 2023?`."""
    return bool(_OPENS.match(line.text) or _CLOSES.match(line.text))


def is_bare(line: Line, stripped: str) -> bool:
    """Say whether a line that begins with a command's name only asks on: `circuits?`, `race 2`."""
    numbered = all(len(token.text) <= _LONGEST_NUMBER and count_of(token.text) for token in line.tokens[1:])
    return numbered if len(line.tokens) > 1 else stripped.endswith("?")


def asks_on(line: Line, now: Slots, points: Mapping[Point, str], before: Before) -> bool:
    """Say whether a question asks on: it opens with `and`, points back, or names one thing and asks nothing."""
    numbered = now.present == {"number"} and now.cues <= OPEN_CUES | {"race"}
    if begins_on(line) or points or (numbered and before.slots.present & {"seasons", "circuits", "races"}):
        return True
    if now.cues - OPEN_CUES:
        return False
    if line.text.lstrip().startswith(_WEAK_OPENINGS) or before.awaits in now.present:
        return True
    # "Tell me about Sepang" is a question of its own, and so is a name after something of another kind.
    return "about" not in now.cues and _is_swapped(now, before)


def _is_swapped(now: Slots, before: Before) -> bool:
    """Say whether a question is nothing but another name in place of the one before: `2021`, `GT class?`."""
    if len(now.present) != 1:
        return False
    (name,) = now.present
    # "Classes in 2022" and "the 2021 season" ask for something themselves.
    if "season" in now.cues or ("class" in now.cues and name != "classes"):
        return False
    if name == "classes":
        return bool(before.slots.present & {"classes", "seasons", "drivers", "teams"})
    return name in ("seasons", "number") or bool(getattr(before.slots, name))


def is_on_series(spans: Sequence[Span], points: Mapping[Point, str]) -> bool:
    """Say whether a question names the series: then it is about nothing that was spoken of before.

    What is asked for in total is of the series, too, unless the question points at someone.
    """
    naming = _SERIES if points else (*_SERIES, *_SUMS)
    return any(word in span.said.split() for span in spans for word in naming)


def left_open(line: Line, query: Query, spans: Sequence[Span], now: Slots, before: Before) -> frozenset[str]:
    """Return which slots of the question before a question takes that could stand alone, as it names nothing.

    `How many titles`, right after a team, are those of the team; `how many titles have been won` are all of them.
    """
    asks = bool(now.cues & _ASKING) or line.text.rstrip().endswith("?") or line.text.startswith(_WHO)
    titles = now.cues == {"title"} and any(token.text in _TITLES for token in line.tokens)
    asks = asks or (isinstance(query, Champions) and len(line.tokens) <= _SHORT and (titles or now.cues == {"win"}))
    if not asks or now.cues & _WHOLE or any(span.said in _EVER for span in spans):
        return frozenset()
    for asked, takes in _TAKES.items():
        if isinstance(query, asked):
            takes = takes - {"drivers", "teams"} if now.cues >= {"count"} and not isinstance(query, Record) else takes
            if isinstance(query, Champions) and "title" in now.cues and isinstance(before.query, Races):
                # The champion of the season of a race.
                return frozenset({"seasons"}) if not now.present else frozenset()
            return takes if _is_bare(query, now, before) else frozenset()
    return frozenset()


_TAKES: dict[type[Query], frozenset[str]] = {
    Record: _ANYTHING,
    SeasonList: frozenset({"drivers", "teams", "circuits", "races"}),
    Races: frozenset({"seasons", "circuits", "races", "places", "countries"}),
    Champions: frozenset({"seasons", "classes", "circuits", "races", "number", "drivers", "teams"}),
    Standings: frozenset({"seasons", "classes"}),
    Calendar: frozenset({"seasons"}),
    Circuits: frozenset({"seasons", "number", "drivers", "teams"}),
    Classes: frozenset({"seasons", "number", "circuits", "races", "drivers", "teams"}),
}


def _is_bare(query: Query, now: Slots, before: Before) -> bool:
    if isinstance(query, Champions):
        return _is_bare_title(query, now, before)
    if now.present:
        return False
    if isinstance(query, Record):
        return query.kind in (RecordKind.TOTALS, RecordKind.FIRSTS, RecordKind.LASTS)
    return isinstance(before.query, _PLACED) if isinstance(query, Races) else True


def _is_bare_title(query: Champions, now: Slots, before: Before) -> bool:
    """Say whether a title, or a win, is asked for with the class, the season or the place left open.

    "Who won the GT title" right after a season is that season's, "who won in 2014" right after a circuit a race there.
    "GT champions" are all of them.
    """
    if before.slots.drivers or before.slots.teams:
        # "Which titles?"
        return not now.present and now.cues.isdisjoint({"who", "win"})
    placed = isinstance(before.query, CircuitProfile | Races)
    if query.focus is Focus.LIST or "season" in now.cues or not (placed or isinstance(before.query, _TIMED)):
        return False
    if placed:
        asked = now.cues & {"win", "who"} and "title" not in now.cues
        return bool(asked) and not now.present >= {"classes", "seasons"}
    return not now.present or ("win" in now.cues and now.present in ({"classes"}, {"seasons"}))
