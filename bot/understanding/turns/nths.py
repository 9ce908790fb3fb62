"""`The second one`, `who with the last time?`, `and the one before`: one of somebody's titles."""

from __future__ import annotations

from bot.understanding.before import Before
from bot.understanding.conversation import STEPS
from bot.understanding.fitting import Fitting
from bot.understanding.follow_up import FollowUp
from bot.understanding.numbers import ORDINALS
from bot.understanding.queries import DriverProfile, Focus, TeamProfile
from bot.understanding.slots import Slots
from bot.understanding.spans import cue_set
from bot.understanding.turns.asked import ask
from bot.understanding.turns.relations import Relations

# What may be asked of one title: its answer tells all of it.
_OF_TITLE = cue_set("when who with which about team driver drove car class season where uses")
_SAYING_TITLE = cue_set("title win win-victories modal ever whether")
_ENDS = frozenset({"first", "last"})
_SAYING_WHICH = frozenset(ORDINALS) | _ENDS | frozenset(STEPS)
_OF_END = {Focus.FIRST: "first", Focus.LAST: "last"}


def nth_title(question: FollowUp, before: Before, relations: Relations) -> Fitting:
    """Read `the second one` after somebody as their second title; what is asked on is of that title, too."""
    now, query = question.now, before.query
    if not isinstance(query, DriverProfile | TeamProfile) or query.focus is Focus.WINS:
        return []
    if now.present - {"number"} or now.unknown or now.cues - _OF_TITLE - _SAYING_TITLE - _SAYING_WHICH:
        return []
    said = _said(now) or _stepped(now, query, relations) or _told(now, query)
    if not said:
        return []
    who = before.slots
    return ask(Slots(drivers=who.drivers, teams=who.teams, classes=query.classes, cues=frozenset({said, "title"})))


def _said(now: Slots) -> str:
    number = next((cue for cue, number in ORDINALS.items() if number == now.number), "")
    return number or next((cue for cue in (*ORDINALS, *_ENDS) if cue in now.cues), "")


def _stepped(now: Slots, query: DriverProfile | TeamProfile, relations: Relations) -> str:
    """Return the title before or after the one that was told, where one was."""
    step = next((step for cue, step in STEPS.items() if cue in now.cues), 0)
    place = {Focus.FIRST: 1, Focus.LAST: relations.titles_won(query)}.get(query.focus, query.nth)
    if not step or place is None or now.cues & {"win", "whether"}:
        return ""
    return "first" if place + step == 1 else next((cue for cue, n in ORDINALS.items() if n == place + step), "")


def _told(now: Slots, query: DriverProfile | TeamProfile) -> str:
    """Return which title was told, where only what belongs to it is asked for: `who with?`."""
    if not now.cues & _OF_TITLE or now.cues - _OF_TITLE or now.present:
        return ""
    told = next((cue for cue, number in ORDINALS.items() if number == query.nth), "")
    return told or _OF_END.get(query.focus, "")
