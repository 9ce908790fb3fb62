"""Cue words: phrases of the vocabulary, ready to be found in a question."""

from __future__ import annotations

from collections.abc import Sequence

from bot.knowledge.base import Knowledge
from bot.text.fold import words
from bot.text.similarity import SlipIndex
from bot.understanding.spans import FAINT, SKIP, Span

# Of what tells nothing, only long words are known misspelt: much else is near a short one.
_LONG_ENOUGH = 7


class CueWords:
    """Phrases and the cue each stands for; single words of five letters and more bear slips."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._cues: dict[tuple[str, ...], str] = {}
        for phrase in knowledge.vocabulary.faint:
            self._cues[words(phrase)] = FAINT
        for phrase in knowledge.vocabulary.skip:
            self._cues[words(phrase)] = SKIP
        for cue, phrases in knowledge.cues.items():
            for phrase in phrases:
                self._cues[words(phrase)] = cue
        self._longest = longest = dict[str, int]()
        for said in self._cues:
            first, length = said[0], len(said)
            if length > longest.get(first, 0):
                longest[first] = length
        self._slips = SlipIndex(
            phrase[0]
            for phrase, cue in self._cues.items()
            if len(phrase) == 1 and (cue != FAINT or len(phrase[0]) >= _LONG_ENOUGH)
        )

    def __contains__(self, word: object) -> bool:
        return (word,) in self._cues

    def at(self, texts: Sequence[str], start: int, limit: int) -> Span | None:
        """Return the longest cue phrase that begins at `start` and ends by `limit`."""
        longest = self._longest.get(texts[start])
        if longest is None:
            return None
        for end in range(min(start + longest, limit), start, -1):
            cue = self._cues.get(tuple(texts[start:end]))
            if cue is not None:
                return Span(start, end, " ".join(texts[start:end]), cue=cue)
        return None

    def near(self, texts: Sequence[str], start: int) -> Span | None:
        """Return the cue that the misspelt word at `start` stands for, where all equally near words agree on one."""
        near = self._slips.near(texts[start])
        slips = [slip for slip in near if slip.slips == 1 or self._cues[slip.known,] != FAINT]
        cues = {self._cues[slip.known,] for slip in slips if slip.slips == slips[0].slips}
        return Span(start, start + 1, texts[start], cue=cues.pop(), slips=slips[0].slips) if len(cues) == 1 else None
