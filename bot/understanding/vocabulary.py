"""Cue words: phrases of the vocabulary, ready to be found in a question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bot.knowledge.model import Vocabulary
from bot.text.fold import words
from bot.text.similarity import SlipIndex
from bot.understanding.spans import SKIP


class CueWords:
    """Phrases and the cue each stands for; single words of five letters and more bear slips."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._cues: dict[tuple[str, ...], str] = {}
        for phrase in vocabulary.skip:
            self._cues[words(phrase)] = SKIP
        for cue, phrases in vocabulary.cues.items():
            for phrase in phrases:
                self._cues[words(phrase)] = cue
        self._longest: dict[str, int] = {}
        for phrase_words in self._cues:
            first = phrase_words[0]
            self._longest[first] = max(self._longest.get(first, 0), len(phrase_words))
        self._slips = SlipIndex(phrase[0] for phrase in self._cues if len(phrase) == 1)

    def __contains__(self, word: str) -> bool:
        return (word,) in self._cues

    def at(self, tokens: Sequence[str], start: int) -> Iterator[tuple[int, str]]:
        """Yield `(end, cue)` for every phrase that begins at `start`, longest first."""
        longest = self._longest.get(tokens[start], 0)
        for end in range(min(start + longest, len(tokens)), start, -1):
            cue = self._cues.get(tuple(tokens[start:end]))
            if cue is not None:
                yield end, cue

    def near(self, word: str) -> tuple[str, int] | None:
        """Return the cue `word` is a slip of and the slips, where all equally near words agree on one cue."""
        slips = self._slips.near(word)
        if not slips:
            return None
        cues = {self._cues[slip.known,] for slip in slips if slip.slips == slips[0].slips}
        return (cues.pop(), slips[0].slips) if len(cues) == 1 else None


def cue_phrases(cues: Mapping[str, Sequence[str]], cue: str) -> tuple[tuple[str, ...], ...]:
    """Return the phrases of `cue` as word tuples."""
    return tuple(words(phrase) for phrase in cues.get(cue, ()))
