"""Hearing a question after the one before: what it leaves open is filled, or asked for, or told to be missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from bot.text.tokens import Line
from bot.understanding.conversation import Before, asks_on, left_open
from bot.understanding.fitting import Fitting, fitting
from bot.understanding.naming import Naming
from bot.understanding.numbers import ORDINALS
from bot.understanding.outcomes import Unclear, Unsure
from bot.understanding.pointing import Point, is_resolved, pointing
from bot.understanding.queries import Each, Query, Ranking
from bot.understanding.slots import NAMED, Choice, Slots
from bot.understanding.spans import Kind, Ref, Span, cue_set
from bot.understanding.time import SeasonReader
from bot.understanding.ways import STEPS, Way, ways

_PLACING = cue_set("who which about standings team driver class country circuit")
_RUNNER_UP = 2
_SUBJECTS = (
    ("classes", Kind.CLASS),
    ("circuits", Kind.CIRCUIT),
    ("teams", Kind.TEAM),
    ("drivers", Kind.DRIVER),
    ("makes", Kind.MAKE),
)


class Heard(NamedTuple):
    """How a question was heard: what fits, or a question back, or what is missing.

    `asks_on` says that it was completed from the question before. `subject` is what `it` stands for: an entry of the
    history has to be about it.
    """

    end: Fitting | Unsure | Unclear
    asks_on: bool = False
    subject: tuple[Span, ...] = ()


class Listener:
    """Knows what a question means after another. Pure."""

    def __init__(self, times: SeasonReader, naming: Naming) -> None:
        self._times = times
        self._naming = naming

    def hear(self, line: Line, spans: Sequence[Span], choices: Sequence[Choice], before: Before | None) -> Heard:
        """Return what fits when the choices are heard after `before`; alone, where they do not ask on."""
        alone = fitting(choices)
        now = choices[0].slots
        points = pointing(spans, now)
        if before is None:
            return Heard(alone if not alone or is_resolved(points, now) else _missing(points))
        allowed = left_open(alone[0][1], spans, now, before) if alone else frozenset()
        if alone and not allowed and not asks_on(line, now, points, before) and not _compares(spans, now, before):
            return Heard(alone)
        if before.lost and not is_resolved(points, now):
            return Heard(_missing(points))
        heard = self._placed(before, choices) or self._completed(line, choices, before, points, allowed)
        if heard:
            return Heard(heard, asks_on=True)
        if alone and not is_resolved(points, now):
            return Heard(_missing(points))
        return Heard(alone, subject=self._subject(before, points))

    def _subject(self, before: Before, points: Mapping[Point, str]) -> tuple[Span, ...]:
        if points.get(Point.THING) != "it":
            return ()
        refs = [Ref(kind, one) for slot, kind in _SUBJECTS for one in getattr(before.slots, slot)]
        return (Span(0, 0, self._naming.name(refs[0]), (refs[0],)),) if len(refs) == 1 else ()

    def _placed(self, before: Before, choices: Sequence[Choice]) -> Fitting:
        """Read `who is second?` after a ranking as the second of it."""
        now = choices[0].slots
        place = next((place for cue, place in ORDINALS.items() if cue in now.cues), None)
        place = place or (_RUNNER_UP if "standings" in now.cues else None)
        if not isinstance(before.query, Ranking) or before.query.bound or now.present or place is None:
            return []
        if now.cues - _PLACING - ORDINALS.keys():
            return []
        return [(Choice((), before.slots), replace(before.query, place=place))]

    def _completed(
        self,
        line: Line,
        choices: Sequence[Choice],
        before: Before,
        points: Mapping[Point, str],
        allowed: frozenset[str],
    ) -> Fitting | Unsure:
        if allowed:
            before = _only(before, allowed)
        for stepped in self._stepped(choices, before):
            for way in ways(before, stepped[0].slots, points):
                found = self._by(way, line, stepped, points)
                if found:
                    return found
        return []

    def _stepped(self, choices: Sequence[Choice], before: Before) -> list[Sequence[Choice]]:
        """Return the choices with the season before or after, where that is asked for."""
        now = choices[0].slots
        step = next((step for cue, step in STEPS.items() if cue in now.cues), 0)
        told = next((one.seasons for one in (*before.about, before.slots) if one.seasons is not None), None)
        if not step or told is None or now.seasons is not None or before.slots.number:
            return [choices]
        seasons = self._times.step(told, step)
        if seasons is None:
            return []
        return [[Choice(one.picked, one.slots._replace(seasons=seasons)) for one in choices], choices]

    def _by(
        self, way: Way, line: Line, choices: Sequence[Choice], points: Mapping[Point, str]
    ) -> Fitting | Unsure | None:
        completed = [[Choice(one.picked, slots) for slots in way(one.slots)] for one in choices]
        if any(len(one) > 1 for one in completed):
            return self._of_each(line, completed[0], points)
        fits = fitting([one for some in completed for one in some if is_resolved(points, one.slots)])
        return fits or None

    def _of_each(self, line: Line, crew: Sequence[Choice], points: Mapping[Point, str]) -> Fitting | Unsure | None:
        """Ask the same of each of a crew; where only one was meant, ask which."""
        fits = [fitting([one]) for one in crew]
        if not all(fits):
            return None
        if Point.PERSON in points:
            names = [self._naming.name(Ref(Kind.DRIVER, one.slots.drivers[0])) for one in crew]
            return Unsure(points[Point.PERSON], _written_out(line, points[Point.PERSON], names))
        queries: tuple[Query, ...] = tuple([found[0][1] for found in fits])
        return [(Choice((), crew[0].slots._replace(drivers=())), Each(queries))]


def _only(before: Before, allowed: frozenset[str]) -> Before:
    """Return `before` with nothing but the slots that may be taken from it."""

    def kept(slots: Slots) -> Slots:
        gone = [name for name in (*NAMED, "seasons", "several", "number") if name not in allowed | {"several"}]
        return slots._replace(**{name: Slots._field_defaults[name] for name in gone})

    about = [one for one in map(kept, before.about) if one.present]
    return replace(before, slots=kept(before.slots), about=tuple(about), both=None)


def _written_out(line: Line, said: str, names: Sequence[str]) -> tuple[str, ...]:
    """Return the question once for each of `names`, written in place of `said`."""
    token = next(token for token in line.tokens if token.text == said)
    return tuple([f"{line.text[: token.start]}{name}{line.text[token.end :]}".strip() for name in names])


def _compares(spans: Sequence[Span], now: Slots, before: Before) -> bool:
    """Say whether two that were spoken of are to be compared: `who has more wins`, but not `more than one`."""
    comparing = any(span.cue == "compare" or span.said == "more" for span in spans)
    return comparing and before.both is not None and not now.present


def _missing(points: Mapping[Point, str]) -> Unclear:
    """Say which word points at nothing that was spoken of."""
    return Unclear("nothing_before", next(iter(points.values()), ""))
