"""`The second one`, `and the third?`, `the last time`: the nth of a ranking, of someone's titles, of races."""

from __future__ import annotations

from dataclasses import replace

from bot.understanding.conversation import Before
from bot.understanding.fitting import Fitting
from bot.understanding.follow_up import FollowUp
from bot.understanding.numbers import ORDINALS
from bot.understanding.queries import DriverProfile, Focus, Races, Ranking, TeamProfile
from bot.understanding.slots import Choice, Slots
from bot.understanding.spans import cue_set
from bot.understanding.turns.asked import ask
from bot.understanding.turns.relations import Relations

_RUNNER_UP = 2
_PLACING = cue_set("who which about standings team driver class country circuit")
_NEXT = frozenset({"next"})
_ENDS = frozenset({"first", "last"})
# What may be asked of one title: its answer tells all of it.
_OF_TITLE = cue_set("when who with which about team driver drove car class season where")
_SAYING_TITLE = cue_set("title win win-victories modal ever whether")
_OF_RACE = cue_set("race who win which about when where overall car team driver class first last laps grid how")
_ORDINALS = frozenset(ORDINALS)
_OF_END = {Focus.FIRST: "first", Focus.LAST: "last"}


def nth(question: FollowUp, before: Before, _relations: Relations) -> Fitting:
    """Read what names one of several by its place among them."""
    return _place(question, before) or _title(question, before) or _race(question, before)


def _place(question: FollowUp, before: Before) -> Fitting:
    """Read `who is second?` after a ranking as the second of it."""
    now = question.now
    place = _ordinal(now) or (_RUNNER_UP if "standings" in now.cues else None)
    if not isinstance(before.query, Ranking) or before.query.bound:
        return []
    if any(span.cue == "next" for span in question.spans):
        place, now = (before.query.place or 1) + 1, now._replace(seasons=None)
    if place is None or now.present or now.unknown or now.cues - _PLACING - _ORDINALS - _NEXT:
        return []
    return [(Choice((), before.slots), replace(before.query, place=place))]


def _title(question: FollowUp, before: Before) -> Fitting:
    """Read `the second one` after somebody as their second title; what is asked on is of that title, too."""
    now, query = question.now, before.query
    if not isinstance(query, DriverProfile | TeamProfile) or query.focus is Focus.WINS:
        return []
    if now.present - {"number"} or now.unknown or now.cues - _OF_TITLE - _SAYING_TITLE - _ORDINALS - _ENDS:
        return []
    said = _title_said(now) or _title_before(now, query)
    if not said:
        return []
    who = before.slots
    return ask(Slots(drivers=who.drivers, teams=who.teams, classes=query.classes, cues=frozenset({said, "title"})))


def _title_said(now: Slots) -> str:
    number = next((cue for cue, number in ORDINALS.items() if number == now.number), "")
    return number or next((cue for cue in (*ORDINALS, *_ENDS) if cue in now.cues), "")


def _title_before(now: Slots, query: DriverProfile | TeamProfile) -> str:
    """Return which title was told, where only what belongs to it is asked for: `who with?`."""
    if not now.cues & _OF_TITLE or now.cues - _OF_TITLE or now.present:
        return ""
    told = next((cue for cue, number in ORDINALS.items() if number == query.nth), "")
    return told or _OF_END.get(query.focus, "")


def _race(question: FollowUp, before: Before) -> Fitting:
    """Read `the second race` after the races at a place as the second of them; that of a whole race has no class."""
    now, query = question.now, before.query
    number = _ordinal(now) or now.number
    if not isinstance(query, Races) or number is None or not (query.circuit or query.country):
        return []
    if now.present - {"number", "classes"} or now.unknown or now.cues - _OF_RACE - _ORDINALS:
        return []
    asked = before.slots
    classes = now.classes or (() if "overall" in now.cues else asked.classes)
    kept = asked._replace(number=number, amount=None, classes=classes, unknown=())
    return ask(kept._replace(cues=now.cues - _ORDINALS - _ENDS | {"race"}))


def _ordinal(now: Slots) -> int | None:
    return next((place for cue, place in ORDINALS.items() if cue in now.cues), None)
