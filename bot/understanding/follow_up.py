"""A question that may ask on: what fits it alone, and what it points at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from bot.text.tokens import Line
from bot.understanding.before import Before
from bot.understanding.conversation import begins_on
from bot.understanding.fitting import Fitting
from bot.understanding.outcomes import Unclear
from bot.understanding.pointing import POINTING, Point, unresolved
from bot.understanding.slots import NAMED, Choice, Slots
from bot.understanding.spans import Span, cue_set

NAMES = frozenset(NAMED)
_ENDS = cue_set("longest shortest oldest newest")
_OF_TITLES = cue_set("title win whether modal which ever")
_OF_NATION = frozenset({"countries", "classes", "seasons"})


class FollowUp(NamedTuple):
    """A question that may ask on, what fits it alone, and what it points at."""

    line: Line
    spans: Sequence[Span]
    choices: Sequence[Choice]
    alone: Fitting
    points: Mapping[Point, str]

    @property
    def now(self) -> Slots:
        """Its slots, where its names are not ambiguous."""
        return self.choices[0].slots

    @property
    def is_resolved(self) -> bool:
        """Whether it holds itself what it points at."""
        return not unresolved(self.points, self.now)

    @property
    def is_clear(self) -> bool:
        """Whether it can be answered or refused for what it says itself: a name in it tells what it is about."""
        return self.is_resolved or bool(self.now.unknown) or not self.now.present.isdisjoint(NAMES)

    @property
    def names(self) -> bool:
        """Whether it names something and points at nothing: an entry of the history may be all it asks for."""
        return bool(self.now.present - {"number"}) and not any(span.said in POINTING for span in self.spans)

    @property
    def missing(self) -> Unclear:
        """Which word points at nothing that was spoken of."""
        return Unclear("nothing_before", unresolved(self.points, self.now))

    def compares(self, before: Before) -> bool:
        """Say whether two that were spoken of are to be compared: `who has more wins`, but not `more than one`."""
        comparing = any(span.cue == "compare" or span.said == "more" for span in self.spans)
        comparing = comparing or (bool(self.now.cues & _ENDS) and self.now.cues <= _ENDS | {"which", "length", "about"})
        return comparing and before.both is not None and not self.now.present


_OPENINGS = {
    ("how about ", "what about "): frozenset({"how", "about"}),
    (
        "same for ",
        "same in ",
        "same thing for ",
        "same question for ",
        "and the same for ",
        "and same for ",
        "the same for ",
    ): frozenset({"same", "modal"}),
}
_STEPPING = frozenset({"next", "previous"})
_YEARS = frozenset({"year", "season", "edition", "campaign", "yr", "szn"})
_THEN = frozenset({"and then", "then", "then what", "and then what", "what then", "and next", "whats next"})


def unopened(line: Line, choices: Sequence[Choice]) -> Sequence[Choice]:
    """Leave out the cues of `how about` and `same for`: nothing is asked by them; `and then?` is `and after that?`."""
    text = line.text.strip(" ?.!")
    if text in _THEN:
        return [Choice(one.picked, one.slots._replace(seasons=None, cues=frozenset({"after"}))) for one in choices]
    gone = next((cues for opening, cues in _OPENINGS.items() if text.startswith(opening)), frozenset())
    return [Choice(one.picked, one.slots._replace(cues=one.slots.cues - gone)) for one in choices] if gone else choices


def unothered(choices: Sequence[Choice]) -> Sequence[Choice]:
    """Leave out `other` beside a name: `other Chinese champions` are the Chinese champions."""
    now = choices[0].slots
    of_nation = "countries" in now.present and not now.present - _OF_NATION
    of_titles = not now.present and "title" in now.cues and not now.cues - _OF_TITLES
    if not (of_nation or of_titles) or not {*now.unknown} <= {"other", "others"}:
        return choices
    return [Choice(one.picked, one.slots._replace(unknown=())) for one in choices]


def _steps_from_talk(spans: Sequence[Span]) -> bool:
    """Say whether `the next year` is said of those that are pointed at: it follows the one spoken of."""
    said = [span.said for span in spans]
    the = any(
        other.cue in _STEPPING and one.said.split()[-1] == "the" and _YEARS & set(other.said.split())
        for one, other in pairwise(spans)
    )
    return the and not POINTING.isdisjoint(said)


def unstepped(line: Line, spans: Sequence[Span], choices: Sequence[Choice]) -> Sequence[Choice]:
    """Read `and the next one?` as a step from what was spoken of, not from the current season."""
    step = next((span.cue for span in spans if span.cue in ("next", "previous")), None)
    alone = all(span.is_skip or span.cue in ("next", "previous", "season", "race") for span in spans)
    if step is None or not (alone or begins_on(line) or _steps_from_talk(spans)):
        return choices
    return [Choice(one.picked, one.slots._replace(seasons=None, cues=one.slots.cues | {step})) for one in choices]
