"""Reading a question as one that an entry of the history, or a fact of the series, answers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from bot.knowledge.base import Knowledge
from bot.understanding.outcomes import Understood
from bot.understanding.queries import History, SeriesProfile
from bot.understanding.retrieval import ProseIndex
from bot.understanding.slots import Slots
from bot.understanding.spans import Span, cue_set

_YEAR_DIGITS = 4
# Cues that ask rather than mean: an entry need not hold them to answer.
_LIGHT = cue_set(
    "who which when where why how count list about ever never history season race first last only more with "
    "driver team class car circuit country calendar current previous next inaugural after before since from native "
    "names drove introduced ended not soft became hello thanks rules overall opened compare both record uses often "
    "victories over under exactly morethan lessthan atleast former duration only-once"
)


class ProseReader:
    """Finds entries by their words. A wrong entry is worse than none."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    @cached_property
    def _index(self) -> ProseIndex:
        """Built when the first question needs it: most are answered without prose."""
        return ProseIndex(self._knowledge)

    def holds(self, word: str) -> bool:
        """Say whether any entry holds `word`, spelled just so."""
        return word in self._index.words

    def knows(self, word: str) -> bool:
        """Say whether any entry holds `word`, or a word it may be a slip of."""
        return self._index.stem_of(word) is not None

    def read(self, spans: Sequence[Span], *, asked: str = "") -> Understood | None:
        """Return the entries that account for every meaning-bearing word, or None.

        `asked` is the command that asks for prose by itself (`history` or `series`): then cue words alone will do, and
        a `series` is answered from its facts only.
        """
        heavy, light = _weighed(spans)
        if not heavy and asked:
            heavy, light = light, []
        if not heavy:
            facts = self._index.find_by_term(light).facts
            return Understood(SeriesProfile(facts), Slots()) if facts else None
        if any(word.isdecimal() and len(word) < _YEAR_DIGITS for word in heavy):
            return None
        found = self._index.find(heavy, light)
        if found.history and asked != "series":
            return Understood(History(entries=found.history), Slots())
        return Understood(SeriesProfile(found.facts), Slots()) if found.facts else None


def _weighed(spans: Sequence[Span]) -> tuple[list[str], list[str]]:
    """Return the words that mean something by themselves, and those that only ask."""
    heavy: list[str] = []
    light: list[str] = []
    for span in spans:
        if span.is_skip:
            continue
        bucket = light if span.cue in _LIGHT else heavy
        if span.years is not None:
            bucket += sorted({str(span.years.first), str(span.years.last)})
        else:
            bucket += span.said.split()
    return heavy, light
