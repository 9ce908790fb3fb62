"""Hearing a question after the one before: what it leaves open is filled, or asked for, or told to be missing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from bot.text.tokens import Line
from bot.understanding.before import Before
from bot.understanding.conversation import STEPS, asks_on, begins_on, is_on_series, left_open
from bot.understanding.fitting import Fitting, fitting
from bot.understanding.follow_up import NAMES, FollowUp, unopened, unothered, unstepped
from bot.understanding.naming import Naming
from bot.understanding.numbers import ORDINALS
from bot.understanding.outcomes import Unclear, Unsure
from bot.understanding.pointing import Point, pointing, unresolved
from bot.understanding.queries import Circuits, Each, Query, Races, Seasons
from bot.understanding.slots import NAMED, Choice, Slots
from bot.understanding.spans import Kind, Ref, Span
from bot.understanding.time import SeasonReader
from bot.understanding.turns import (
    OTHER,
    Relations,
    asks_member,
    asks_why,
    shift_of,
    shifted,
    spoken_of,
    told_since,
    turn,
    unsame,
)
from bot.understanding.ways import Way, ways

_SHIFTING = frozenset({"number", "amount", "classes", "seasons"})
_SUBJECTS = (
    ("classes", Kind.CLASS),
    ("circuits", Kind.CIRCUIT),
    ("teams", Kind.TEAM),
    ("drivers", Kind.DRIVER),
    ("makes", Kind.MAKE),
)


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

    def calling(self, naming: Naming) -> Listener:
        """Return a listener that knows the same and calls things as `naming` does."""
        return Listener(self._times, naming, self._relations)

    def hear(self, line: Line, spans: Sequence[Span], choices: Sequence[Choice], before: Before | None) -> Heard:
        """Return what fits when the choices are heard after `before`; alone, where they do not ask on."""
        if before is not None and before.earlier is not None and not choices[0].slots.drivers:
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
        return self._heard(question, before)

    def _heard(self, question: FollowUp, before: Before) -> Heard:
        further_back = before.previous
        if Point.TIME in question.points and _season_before(before) is None and further_back is not None:
            # "That year", after somebody was asked about in between, is the year spoken of before that.
            before = further_back if _season_before(further_back) is not None else before
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
        told = _season_before(before) if before is not None else None
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
            said = self._spoken_of(before)
            return Heard([] if said else Unclear("no_reason"), subject=said, otherwise=Unclear("no_reason"))
        since = told_since(question, before)
        return Heard(since, asks_on=True) if since else None

    def _spoken_of(self, before: Before) -> tuple[Span, ...]:
        """Return what was said before, and what it was about, where more than names was said."""
        said = spoken_of(before)
        about = [ref for ref in self._refs(before) if not any(ref in span.refs for span in said)]
        return (*said, *[Span(0, 0, self._naming.name(ref), (ref,)) for ref in about]) if said else ()

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
        heard_on = self._completed(question, before, allowed)
        if heard_on:
            if isinstance(heard_on, list) and [query for _, query in heard_on] == [query for _, query in alone]:
                return Heard(alone)
            return Heard(heard_on, asks_on=True, surely=bool(alone) or on or not question.names)
        if not alone and self._is_off(question.now, before):
            return Heard(Unclear("nothing_beside"))
        # What came "then" an entry of the history may tell.
        if not question.is_clear and (alone or Point.TIME not in question.points):
            return Heard(question.missing)
        return Heard(alone, subject=self._subject(before, question.points))

    def _subject(self, before: Before, points: Mapping[Point, str]) -> tuple[Span, ...]:
        if points.get(Point.THING) != "it":
            return ()
        refs = self._refs(before)
        return (Span(0, 0, self._naming.name(refs[0]), (refs[0],)),) if len(refs) == 1 else ()

    def _refs(self, before: Before) -> Sequence[Ref]:
        return [Ref(kind, one) for slot, kind in _SUBJECTS for one in getattr(before.slots, slot)]

    def _completed(self, question: FollowUp, before: Before, allowed: frozenset[str]) -> Fitting | Unsure:
        before = _only(before, allowed) if allowed else before
        # A question that could stand alone has to take something from before, and `it` has to stay what it was.
        least: frozenset[str] | None = question.now.present if allowed else None
        named = question.points.get(Point.THING) == "it" and bool(before.slots.present & NAMES)
        for stepped in self._stepped(question.choices, before):
            for way in ways(before, stepped[0].slots, question.points, again=least is None):
                found = self._by(way, question, stepped, lambda slots: _holds(slots, least, named=named))
                if found:
                    return found
        return []

    def _stepped(self, choices: Sequence[Choice], before: Before) -> list[Sequence[Choice]]:
        """Return the choices with the season before or after, where that is asked for."""
        seasons = self._beside(choices[0].slots, before)
        if seasons is None:
            return [choices]
        return [[Choice(one.picked, one.slots._replace(seasons=seasons)) for one in choices], choices]

    def _beside(self, now: Slots, before: Before) -> Seasons | None:
        step = next((step for cue, step in STEPS.items() if cue in now.cues), 0)
        told = _season_before(before)
        if not step or told is None or now.seasons is not None or before.slots.number:
            return None
        return self._times.step(told, step)

    def _is_off(self, now: Slots, before: Before) -> bool:
        """Say whether the season before the first, or after the last, is asked for."""
        stepping = now.cues <= STEPS.keys() | {"season"} and now.cues & STEPS.keys() and not now.present
        return bool(stepping) and _season_before(before) is not None and self._beside(now, before) is None

    def _by(
        self, way: Way, question: FollowUp, choices: Sequence[Choice], serves: Callable[[Slots], bool]
    ) -> Fitting | Unsure | None:
        completed = [[Choice(one.picked, slots) for slots in way(one.slots) if serves(slots)] for one in choices]
        if any(len(one) > 1 for one in completed):
            return self._of_each(question, completed[0])
        fits = fitting([one for some in completed for one in some if not unresolved(question.points, one.slots)])
        return fits or None

    def _of_each(self, question: FollowUp, crew: Sequence[Choice]) -> Fitting | Unsure | None:
        """Ask the same of each of a crew; where only one was meant, ask which."""
        fits = [fitting([one]) for one in crew]
        if not all(fits):
            return None
        said = question.points.get(Point.PERSON)
        if said:
            names = [self._naming.name(Ref(Kind.DRIVER, one.slots.drivers[0])) for one in crew]
            return Unsure(said, _written_out(question.line, said, names))
        queries: tuple[Query, ...] = tuple([found[0][1] for found in fits])
        return [(Choice((), crew[0].slots._replace(drivers=())), Each(queries))]


def _is_of_others(question: FollowUp) -> bool:
    return bool(question.now.unknown) and {*question.now.unknown} <= OTHER and question.now.present.isdisjoint(NAMES)


def _is_of_races(now: Slots, before: Before) -> bool:
    """Say whether `who won the second?` is asked right after races: it is none of the standings."""
    return (
        isinstance(before.query, Races) and not now.present and now.cues >= {"win"} and bool(now.cues & ORDINALS.keys())
    )


def _season_before(before: Before) -> Seasons | None:
    return next((one.seasons for one in (*before.about, before.slots) if one.seasons is not None), None)


def _holds(slots: Slots, least: frozenset[str] | None, *, named: bool) -> bool:
    return (least is None or slots.present > least) and (not named or not slots.present.isdisjoint(NAMES | {"number"}))


def _only(before: Before, allowed: frozenset[str]) -> Before:
    """Return `before` with nothing but the slots that may be taken from it."""

    def kept(slots: Slots) -> Slots:
        gone = [name for name in (*NAMED, "seasons", "several", "number") if name not in allowed | {"several"}]
        return slots._replace(**{name: Slots._field_defaults[name] for name in gone})

    about = [one for one in map(kept, before.about) if one.present and not (one.drivers or one.teams)]
    return before._replace(slots=kept(before.slots), about=tuple(about), both=None)


def _written_out(line: Line, said: str, names: Sequence[str]) -> tuple[str, ...]:
    """Return the question once for each of `names`, written in place of `said`."""
    token = next(token for token in line.tokens if token.text == said)
    return tuple([f"{line.text[: token.start]}{name}{line.text[token.end :]}".strip() for name in names])
