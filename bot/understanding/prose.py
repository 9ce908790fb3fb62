"""Reading a question as one that an entry of the history, or a fact of the series, answers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from bot.knowledge.base import Knowledge
from bot.text.english import is_english
from bot.understanding.meanings import Meanings
from bot.understanding.outcomes import Understood
from bot.understanding.prose_index import ProseIndex
from bot.understanding.queries import History, SeriesProfile
from bot.understanding.retrieval import Extent, Search
from bot.understanding.slots import Slots
from bot.understanding.spans import Span
from bot.understanding.vocabulary import CueWords


class ProseReader:
    """Finds entries by their words. A wrong entry is worse than none."""

    def __init__(self, knowledge: Knowledge, cues: CueWords) -> None:
        self._knowledge = knowledge
        self._cues = cues
        self._ordinary = frozenset(knowledge.vocabulary.ordinary)

    @cached_property
    def _meanings(self) -> Meanings:
        return Meanings(self._knowledge, self._cues)

    @cached_property
    def _index(self) -> ProseIndex:
        """Built when the first question needs it: most are answered without prose."""
        return ProseIndex(self._knowledge, self._meanings)

    def holds(self, word: str) -> bool:
        """Say whether any entry holds `word`, spelled just so."""
        return word in self._index.words

    def knows(self, word: str) -> bool:
        """Say whether the entries hold `word`, one that means the same, or one it may be a slip of; each of several."""
        return all(map(self._knows, word.split()))

    def _knows(self, word: str) -> bool:
        keys = self._meanings.key(word), *self._meanings.mentioning(word)
        return any(map(self._index.knows, keys)) or self._spelled(word) is not None

    def read(self, spans: Sequence[Span], *, asked: str = "", extent: Extent = Extent.MOST) -> Understood | None:
        """Return the entries that account for every word that means something, or None.

        `asked` is the command that asks for prose by itself (`history` or `series`): then names and cue words alone
        will do, and a `series` is answered from its facts only. `extent` says how much of what was said
        an entry has to hold.
        """
        units = self._meanings.weighed(map(self._corrected, spans))
        found = Search(self._index, units).find(anything=bool(asked), facts_only=asked == "series", extent=extent)
        if found.history:
            return Understood(History(entries=found.history), Slots())
        return Understood(SeriesProfile(found.facts), Slots()) if found.facts else None

    def _corrected(self, span: Span) -> Span:
        """Return an unknown word as the entries spell it."""
        if span.refs or (span.cue and not span.slips) or span.years or self._index.knows(self._meanings.key(span.said)):
            return span
        return span._replace(said=self._spelled(span.said) or span.said)

    def _spelled(self, word: str) -> str | None:
        return None if word in self._ordinary or is_english(word) else self._index.spelled(word)
