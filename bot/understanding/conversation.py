"""Asking on: what is remembered of a question and its answer, and which questions ask on from it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bot.text.numbers import count_of
from bot.text.tokens import Line
from bot.understanding.outcomes import Read, Understood, Unsure
from bot.understanding.pointing import Point, pointing
from bot.understanding.queries import (
    Calendar,
    Champions,
    CircuitProfile,
    Circuits,
    Classes,
    ClassProfile,
    Courtesy,
    Each,
    Focus,
    Help,
    History,
    Query,
    Races,
    Record,
    RecordKind,
    SeasonList,
    SeasonOverview,
    Standings,
)
from bot.understanding.slots import NAMED, Slots, holding
from bot.understanding.spans import Span, cue_set

# For so many seconds a question may ask on from the one before by the same person in the same place.
LASTS = 300.0
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
KINDS = ("drivers", "teams", "circuits", "classes", "countries")
_ANYTHING = frozenset({*NAMED, "seasons", "number"})
_PAIR = 2
_SHORT = 3
_TITLES = frozenset({"title", "titles"})
_LONGEST_NUMBER = 5
_NOTHING = Slots()


class Before(NamedTuple):
    """What a question may ask on from.

    `slots` are those of the question, `about` what its answer told about, as slots that could name it, the foremost
    first. `both` holds two of a kind that were spoken of one after the other. `in_vain` says that nothing was found,
    `earlier` is what was spoken of before a question was put back, `lost` says that the last question was about
    nothing known. `crew` is whom a member was asked about, `spans` are what was said,
    `previous` is what was spoken of one question further back. `edition` numbers the knowledge it is of: what it names
    need not be in another.
    """

    slots: Slots
    about: tuple[Slots, ...] = ()
    query: Query | None = None
    both: Slots | None = None
    in_vain: bool = False
    earlier: Before | None = None
    lost: bool = False
    crew: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    previous: Before | None = None
    edition: int = 0


def remembered(read: Read, about: tuple[Slots, ...] | None, before: Before | None, edition: int = 0) -> Before | None:
    """Return what a next question may ask on from, with the `edition` of the knowledge it was answered from.

    `about` is what the answer told about, None where there was none.
    """
    reading = read.reading
    if isinstance(reading, Understood):
        # What is asked of each of a crew is an aside: the next question goes on from the title they won.
        if isinstance(reading.query, Courtesy | Help) or (before and isinstance(reading.query, Each)):
            return before
        slots = reading.slots if reading.slots != _NOTHING else read.slots or _NOTHING
        told = about or ()
        return Before(
            slots,
            told,
            reading.query,
            _both(slots, told, before),
            in_vain=about is None,
            crew=_crew(slots, told, before),
            spans=read.spans,
            previous=before._replace(previous=None) if before else None,
            edition=edition,
        )
    if read.slots is None:
        return before
    known = read.slots._replace(unknown=(), cues=read.slots.cues - {"elsewhere"})
    if isinstance(reading, Unsure):
        return Before(
            known,
            before.about if before else (),
            earlier=before._replace(earlier=None) if before else None,
            edition=edition,
        )
    if known.present or getattr(reading, "code", "") == "unknown_season":
        return Before(known, edition=edition)
    pointed = bool(pointing(read.spans, known))
    return before._replace(lost=True) if before and read.slots.unknown and not pointed else before


def _crew(slots: Slots, about: Sequence[Slots], before: Before | None) -> tuple[str, ...]:
    """Return the crew that was told, or the one of which a member was asked about."""
    told = next((one.drivers for one in about if len(one.drivers) > 1), ())
    if told or before is None:
        return told
    crew = before.crew
    return crew if slots.drivers and set(slots.drivers) <= set(crew) else ()


def _both(slots: Slots, about: Sequence[Slots], before: Before | None) -> Slots | None:
    """Return the two of a kind that the question named, or that were named one after the other."""
    named_any = False
    for kind in KINDS:
        named = getattr(slots, kind)
        now = named or _first_told(about, kind)
        if len(now) == _PAIR:
            return holding(kind, now)
        if not named:
            continue
        named_any = True
        then = getattr(before.slots, kind) if before else ()
        if len(named) == len(then) == 1 and named != then:
            return holding(kind, (*then, *named))
    return before.both if before and not named_any else None


def _first_told(about: Sequence[Slots], kind: str) -> tuple[str, ...]:
    for one in about:
        told: tuple[str, ...] = getattr(one, kind)
        if told:
            return told
    return ()


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
    if line.text.lstrip().startswith(_WEAK_OPENINGS) or (before.earlier is not None and now.drivers):
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
