"""Completing a question: what it leaves open is taken from what is remembered, in the likeliest way that fits."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.text.tokens import Line
from bot.understanding.before import Before
from bot.understanding.conversation import STEPS
from bot.understanding.fitting import Fitting, fitting
from bot.understanding.follow_up import NAMES, FollowUp
from bot.understanding.naming import Naming
from bot.understanding.outcomes import Unclear, Unsure
from bot.understanding.pointing import Point, unresolved
from bot.understanding.queries import Each, Query, Seasons
from bot.understanding.slots import NAMED, Choice, Slots
from bot.understanding.spans import Kind, Ref, Span
from bot.understanding.time import SeasonReader
from bot.understanding.ways import Way, ways

_THERE = "there"


class Completion:
    """Fills what a question leaves open from what is remembered. Pure."""

    def __init__(self, times: SeasonReader, naming: Naming) -> None:
        self._times = times
        self._naming = naming

    def of(self, question: FollowUp, before: Before, allowed: frozenset[str]) -> Fitting | Unsure:
        """Return what `question` comes to when it is completed from `before`, nothing where no way makes sense.

        With `allowed` slots it takes nothing but these, and has to take one.
        """
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

    def _which_place(self, question: FollowUp, before: Before) -> Unsure | None:
        both = before.slots.circuits if len(before.slots.circuits) > 1 else before.both.circuits if before.both else ()
        if question.points.get(Point.PLACE) != _THERE or not both or question.now.unknown:
            return None
        asked = [Choice((), question.now._replace(circuits=(one,))) for one in both]
        if not all(fitting([one]) for one in asked):
            return None
        places = [f"at {self._naming.name(Ref(Kind.CIRCUIT, one))}" for one in both]
        return Unsure(_THERE, _written_out(question.line, question.spans, _THERE, places), "circuits")

    def amiss(self, question: FollowUp, before: Before) -> Unsure | Unclear | None:
        """Return what keeps `question` from being completed where that is known: a question back, or what is missing.

        `There` may be either of two circuits; before the first season, and after the last, there is none.
        """
        if not question.alone and self._is_off(question.now, before):
            return Unclear("nothing_beside")
        return self._which_place(question, before)

    def _is_off(self, now: Slots, before: Before) -> bool:
        stepping = now.cues <= STEPS.keys() | {"season"} and now.cues & STEPS.keys() and not now.present
        return bool(stepping) and before.season is not None and self._beside(now, before) is None

    def _stepped(self, choices: Sequence[Choice], before: Before) -> list[Sequence[Choice]]:
        """Return the choices with the season before or after, where that is asked for."""
        seasons = self._beside(choices[0].slots, before)
        if seasons is None:
            return [choices]
        # The step is taken: what is asked of that season steps no further.
        return [
            [
                Choice(one.picked, one.slots._replace(seasons=seasons, cues=one.slots.cues.difference(STEPS)))
                for one in choices
            ],
            choices,
        ]

    def _beside(self, now: Slots, before: Before) -> Seasons | None:
        step = next((step for cue, step in STEPS.items() if cue in now.cues), 0)
        if not step or before.season is None or now.seasons is not None or before.slots.number:
            return None
        return self._times.step(before.season, step)

    def _by(
        self, way: Way, question: FollowUp, choices: Sequence[Choice], serves: Callable[[Slots], bool]
    ) -> Fitting | Unsure | None:
        completed = [
            [
                Choice(one.picked, slots)
                for slots in way(one.slots)
                if serves(slots) and not unresolved(question.points, slots)
            ]
            for one in choices
        ]
        if any(len(one) > 1 for one in completed):
            return self._of_each(question, completed[0])
        return fitting([one for some in completed for one in some]) or None

    def _of_each(self, question: FollowUp, crew: Sequence[Choice]) -> Fitting | Unsure | None:
        """Ask the same of each of a crew; where only one was meant, ask which.

        The season in talk stands in none of the questions that could be put back: of that season all are told.
        """
        fits = [fitting([one]) for one in crew]
        if not all(fits):
            return None
        said = question.points.get(Point.PERSON)
        if said and crew[0].slots.seasons == question.now.seasons:
            names = [self._naming.name(Ref(Kind.DRIVER, one.slots.drivers[0])) for one in crew]
            return Unsure(said, _written_out(question.line, question.spans, said, names), "drivers")
        queries: tuple[Query, ...] = tuple([found[0][1] for found in fits])
        return [(Choice((), crew[0].slots._replace(drivers=())), Each(queries))]


def _holds(slots: Slots, least: frozenset[str] | None, *, named: bool) -> bool:
    return (least is None or slots.present > least) and (not named or not slots.present.isdisjoint(NAMES | {"number"}))


def _only(before: Before, allowed: frozenset[str]) -> Before:
    """Return `before` with nothing but the slots that may be taken from it."""

    def kept(slots: Slots) -> Slots:
        gone = [name for name in (*NAMED, "seasons", "several", "number") if name not in allowed | {"several"}]
        return slots._replace(**{name: Slots._field_defaults[name] for name in gone})

    about = [one for one in map(kept, before.about) if one.present and not (one.drivers or one.teams)]
    return before._replace(slots=kept(before.slots), about=tuple(about), both=None)


def _written_out(line: Line, spans: Sequence[Span], said: str, names: Sequence[str]) -> tuple[str, ...]:
    """Return the question once for each of `names`, written in place of what was `said`, of several words or one."""
    span = next(span for span in spans if span.said == said)
    start, end = line.tokens[span.start].start, line.tokens[span.end - 1].end
    return tuple([f"{line.text[:start]}{name}{line.text[end:]}".strip() for name in names])
