"""Hearing a question after the one before: what it leaves open is filled, or asked for, or told to be missing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bot.text.tokens import Line
from bot.understanding.before import Before, said_of, subject_of
from bot.understanding.completing import Completion
from bot.understanding.conversation import asks_on, begins_on, is_on_series, left_open
from bot.understanding.fitting import Fitting, fitting
from bot.understanding.follow_up import NAMES, FollowUp, unopened, unothered, unstepped
from bot.understanding.naming import Naming
from bot.understanding.numbers import ORDINALS
from bot.understanding.outcomes import Unclear, Unsure
from bot.understanding.pointing import Point, pointing
from bot.understanding.queries import Circuits, History, Races
from bot.understanding.slots import Choice, Slots
from bot.understanding.spans import Span
from bot.understanding.time import SeasonReader
from bot.understanding.turns import (
    OTHER,
    Relations,
    asks_member,
    asks_why,
    shift_of,
    shifted,
    told_since,
    turn,
    unsame,
)

# While it is open who was meant, nobody is "they".
_WHO = frozenset({"drivers", "teams"})
_POINTS_AT_WHO = (Point.PERSON, Point.PEOPLE, Point.TEAM)
_SHIFTING = frozenset({"number", "amount", "classes", "seasons"})


class Heard(NamedTuple):
    """How a question was heard: what fits, or a question back, or what is missing.

    `asks_on` says that it was completed from the question before, `surely` that it could mean nothing else. `subject`
    is what `it` stands for: an entry of the history has to be about it. `otherwise` is what to say where nothing tells.
    """

    end: Fitting | Unsure | Unclear
    asks_on: bool = False
    surely: bool = True
    subject: tuple[Span, ...] = ()
    otherwise: Unclear | None = None


class Listener:
    """Knows what a question means after another. Pure."""

    def __init__(self, times: SeasonReader, naming: Naming, relations: Relations) -> None:
        self._times = times
        self._naming = naming
        self._relations = relations
        self._completion = Completion(times, naming)

    def calling(self, naming: Naming) -> Listener:
        """Return a listener that knows the same and calls things as `naming` does."""
        return Listener(self._times, naming, self._relations)

    def hear(self, line: Line, spans: Sequence[Span], choices: Sequence[Choice], before: Before | None) -> Heard:
        """Return what fits when the choices are heard after `before`; alone, where they do not ask on."""
        if before is not None and before.earlier is not None and before.awaits not in choices[0].slots.present:
            before = before.earlier
        meant = self._without_steps(line, spans, choices, before)
        if isinstance(meant, Unclear):
            return Heard(meant)
        alone = [] if before is not None and _is_of_races(meant[0].slots, before) else fitting(meant)
        question = FollowUp(line, spans, meant, alone, pointing(spans, meant[0].slots))
        if before is None and asks_why(question):
            return Heard(Unclear("no_reason"))
        if before is None:
            return Heard(alone if question.is_clear else question.missing)
        if before.awaits in _WHO and (said := next(filter(None, map(question.points.get, _POINTS_AT_WHO)), "")):
            return Heard(Unclear("nothing_before", said))
        return self._heard(question, before)

    def _heard(self, question: FollowUp, before: Before) -> Heard:
        further_back = before.previous
        if Point.TIME in question.points and before.season is None and further_back is not None:
            # "That year", after somebody was asked about in between, is the year spoken of before that.
            before = further_back if further_back.season is not None else before
        before = self._relations.within_talk(before)
        heard = self._turned(question, before) or self._asked_on(question, before)
        if not heard.end and before.previous is not None and begins_on(question.line):
            # "And the shortest?" may go on from the longest, though where that is was asked in between.
            further = self._asked_on(question, before.previous)
            heard = further if isinstance(further.end, list) and further.end else heard
        if asks_member(question) and isinstance(heard.end, list) and any(isinstance(q, Circuits) for _, q in heard.end):
            return Heard(Unclear("no_subject"))
        # What is said of others by the way no entry tells.
        return Heard(Unclear("no_subject")) if not heard.end and _is_of_others(question) else heard

    def _without_steps(
        self, line: Line, spans: Sequence[Span], choices: Sequence[Choice], before: Before | None
    ) -> Sequence[Choice] | Unclear:
        """Return the choices without the words that only join them to what was said, and with the season stepped to."""
        told = before.season if before is not None else None
        if before is not None and (before.slots.number or told):
            choices = unstepped(line, spans, choices)
        choices = unopened(line, choices)
        if before is None:
            return choices
        choices = unothered(unsame(spans, choices))
        step = shift_of(line)
        if not step or told is None or not choices[0].slots.present <= _SHIFTING:
            return choices
        seasons = self._times.step(told, step)
        return shifted(line, spans, choices, seasons) if seasons is not None else Unclear("nothing_beside")

    def _turned(self, question: FollowUp, before: Before) -> Heard | None:
        turned = turn(question, before, self._relations)
        if turned:
            return Heard(turned, asks_on=True)
        if asks_why(question) and before.query is not None:
            said = said_of(before, self._naming)
            return Heard([] if said else Unclear("no_reason"), subject=said, otherwise=Unclear("no_reason"))
        since = told_since(question, before)
        return Heard(since, asks_on=True) if since else None

    def _asked_on(self, question: FollowUp, before: Before) -> Heard:
        line, spans, alone = question.line, question.spans, question.alone
        if is_on_series(spans, question.points) and not begins_on(line):
            return Heard(alone)
        on = asks_on(line, question.now, question.points, before) or question.compares(before)
        allowed = frozenset() if on or not alone else left_open(line, alone[0][1], spans, question.now, before)
        # A question of two things leaves little open: where no shape fits, an entry may tell.
        several = len(question.now.present) > 1 and question.is_clear
        if not on and not allowed and (alone or several):
            return Heard(alone)
        return self._after(question, before, allowed, on=on)

    def _after(self, question: FollowUp, before: Before, allowed: frozenset[str], *, on: bool) -> Heard:
        alone = question.alone
        if before.lost and not question.is_resolved:
            return Heard(question.missing)
        heard_on = self._completion.of(question, before, allowed)
        if heard_on:
            if isinstance(heard_on, list) and [query for _, query in heard_on] == [query for _, query in alone]:
                return Heard(alone)
            # Right after an entry another may tell what comes next: "who took over?"
            open_to_entries = question.names or (isinstance(before.query, History) and not question.points)
            return Heard(heard_on, asks_on=True, surely=bool(alone) or on or not open_to_entries)
        amiss = self._completion.amiss(question, before)
        if amiss is not None:
            return Heard(amiss)
        # What came "then" an entry of the history may tell.
        if not question.is_clear and (alone or Point.TIME not in question.points):
            return Heard(question.missing)
        return Heard(alone, subject=subject_of(before, question.points, self._naming))


def _is_of_others(question: FollowUp) -> bool:
    return bool(question.now.unknown) and {*question.now.unknown} <= OTHER and question.now.present.isdisjoint(NAMES)


def _is_of_races(now: Slots, before: Before) -> bool:
    """Say whether `who won the second?` is asked right after races: it is none of the standings."""
    return (
        isinstance(before.query, Races) and not now.present and now.cues >= {"win"} and bool(now.cues & ORDINALS.keys())
    )
