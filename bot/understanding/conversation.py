"""Asking on: what a question leaves open is taken from the one before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.knowledge.base import Knowledge
from bot.text.tokens import Line
from bot.understanding.queries import Champions, DriverProfile, Query
from bot.understanding.slots import NAMED, Slots
from bot.understanding.spans import cue_set

_OPENINGS = (
    "and ",
    "what about ",
    "how about ",
    "same for ",
    "what of ",
    "also ",
    "or ",
    "in ",
    "at ",
    "for ",
    "only ",
    "just ",
)
_POINTING = cue_set("he she they his her their him them that there it its else those then same")
_PERSON = cue_set("he she him her his hers")
_OPEN_CUES = cue_set("which about ever only list season class")
_THINGS = cue_set("team driver country circuit")
_STEPS = {"before": -1, "previous": -1, "after": 1, "next": 1}
# What a question on something else drops first of what was said before.
_LETTING_GO = ((), ("number",), ("classes",), ("seasons", "several"), ("classes", "seasons", "several", "number"))


@dataclass(frozen=True, slots=True)
class Before:
    """What a question may ask on from: the slots of the one before, and the names of the people it was about."""

    slots: Slots
    people: tuple[str, ...] = ()


def remembered(knowledge: Knowledge, slots: Slots, query: Query) -> Before:
    """Return what a next question may point back to after `query`."""
    if isinstance(query, DriverProfile):
        return Before(slots, (knowledge.drivers[query.driver].name,))
    if isinstance(query, Champions) and len(query.classes) == 1 and query.seasons and len(query.seasons.ids) == 1:
        for one in knowledge.titles_of_class.get(query.classes[0], ()):
            if one.season.id == query.seasons.ids[0]:
                return Before(slots, tuple(knowledge.drivers[driver].name for driver in one.title.drivers))
    return Before(slots)


def asks_on(line: Line, now: Slots) -> bool:
    """Say whether a question points back: it opens with `and`, holds a pronoun, or names one thing and asks nothing."""
    if line.text.lstrip().startswith(_OPENINGS) or any(token.text in _POINTING for token in line.tokens):
        return True
    return not now.cues - _OPEN_CUES and len(now.present) == 1


def with_names(line: Line, people: tuple[str, ...]) -> tuple[str, ...]:
    """Return the question once for each of `people`, their name written for `he` or `her`; none without a pronoun."""
    pointing = [token for token in line.tokens if token.text in _PERSON]
    if not pointing:
        return ()
    start, end = pointing[0].start, pointing[0].end
    return tuple(f"{line.text[:start]}{name}{line.text[end:]}".strip() for name in people)


def step_of(now: Slots) -> int:
    """Return -1 for `and before that?`, 1 for `and the year after?`, else 0."""
    return next((step for cue, step in _STEPS.items() if cue in now.cues), 0)


def heard_after(before: Slots, now: Slots) -> Iterator[Slots]:
    """Yield `now` with what it leaves open taken from `before`: all of it first, then less and less.

    A name of one kind replaces the name of that kind; cues replace the cues before, where any are said that mean
    something.
    """
    cues = _cues_after(before, now)
    if now.circuits or now.races:
        before = before._replace(circuits=(), races=())
    for dropped in _LETTING_GO:
        changes: dict[str, object] = {
            name: getattr(before, name) for name in (*NAMED, "number") if name not in dropped and not getattr(now, name)
        }
        if now.seasons is None and "seasons" not in dropped:
            changes |= {"seasons": before.seasons, "several": before.several}
        yield now._replace(cues=cues, **changes)  # type: ignore[arg-type]


def _cues_after(before: Slots, now: Slots) -> frozenset[str]:
    meant = now.cues - _OPEN_CUES - (set(_STEPS) if now.seasons else set())
    if meant <= _THINGS:
        # "record teams", "and drivers?": only the kind of thing changes.
        return before.cues - (_THINGS if meant else set()) | meant | (now.cues & _OPEN_CUES)
    return meant | (now.cues & _OPEN_CUES)
