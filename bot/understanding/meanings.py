"""What a word means where prose is looked for: its stem, its cue, the words that mean the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bot.knowledge.base import Knowledge
from bot.text.fold import words
from bot.text.stems import stem
from bot.understanding.spans import Kind, Span
from bot.understanding.vocabulary import CueWords
from bot.understanding.weights import ALIKE, LITERAL, Weight, weight_of

_SHORTEST_SLIP = 5
_ELSEWHERE = "elsewhere"
_AMOUNT = "amount"


class Unit(NamedTuple):
    """A stretch of a question: an entry holds it that has every key of one of its `ways`; `counts` is how many."""

    weight: Weight
    ways: tuple[tuple[str, ...], ...]
    counts: bool = False


class Meanings:
    """Turns spans of questions and words of entries into the same keys."""

    def __init__(self, knowledge: Knowledge, cues: CueWords) -> None:
        self._knowledge = knowledge
        self._cues = cues
        self._mentioned = frozenset(knowledge.vocabulary.mentioned)
        self._skip = frozenset(knowledge.vocabulary.skip)
        alike = {_stems(name): group[0] for group in knowledge.vocabulary.alike for name in group}
        self._alike = {stems[0]: key for stems, key in alike.items() if len(stems) == 1}
        # What is one thing though it is said in several words, with its key.
        self._phrases = {stems: key for stems, key in alike.items() if len(stems) > 1}
        self._phrases |= {_stems(name): name for name in self._mentioned}
        self._longest: dict[str, int] = {}
        for first, *rest in self._phrases:
            self._longest[first] = max(self._longest.get(first, 0), len(rest) + 1)

    def key(self, word: str) -> str:
        """Return the key of a folded word: words that mean the same have the same."""
        plain = stem(word)
        return self._alike.get(plain, plain)

    def mentioning(self, word: str) -> Iterator[str]:
        """Yield the mentioned names that `word` is a part of."""
        return (name for name in self._mentioned if word in name.split())

    def cut(self, text: str) -> Iterator[frozenset[str]]:
        """Yield the keys of each meaningful stretch of `text`."""
        said = words(text)
        start = 0
        while start < len(said):
            end, key = self._phrase(said, start)
            span = self._cues.at(said, start, len(said)) or Span(start, start + 1, said[start])
            if end >= span.end:
                whole = self._ways(span) if end == span.end else ()
                yield frozenset((key, *(one for way in whole for one in way)))
            elif not span.is_skip:
                yield frozenset(key for way in self._ways(span) for key in way)
            start = max(end, span.end)

    def weighed(self, spans: Iterable[Span]) -> list[Unit]:
        """Return what a question says, word for word; words that carry no meaning are left out."""
        rest = list(spans)
        said = [span.said for span in rest]
        units: list[Unit] = []
        start = 0
        while start < len(rest):
            end, key = self._phrase(said, start)
            if end > start:
                whole = self._ways(rest[start]) if end == start + 1 else ()
                units.append(Unit(Weight.MENTION if key in self._mentioned else Weight.MEANS, ((key,), *whole)))
            elif not rest[start].is_skip or _is_guess(rest[start]):
                units.append(self._unit(rest[start]))
            start = max(end, start + 1)
        return units

    def _phrase(self, said: Sequence[str], start: int) -> tuple[int, str]:
        """Return where the longest phrase that begins at `start` ends, and its key; `start` if none does."""
        longest = self._longest.get(stem(said[start].partition(" ")[0]), 0)
        for end in range(min(start + longest, len(said)), start, -1):
            key = self._phrases.get(_stems(" ".join(said[start:end])))
            if key is not None:
                return end, key
        return start, ""

    def _unit(self, span: Span) -> Unit:
        if span.years is not None:
            years = sorted({str(span.years.first), str(span.years.last)})
            return Unit(Weight.TIME, (tuple(years),))
        if any(ref.kind is not Kind.MAKE for ref in span.refs):
            ways: list[tuple[str, ...]] = [(f"@{ref.id}",) for ref in span.refs]
            said = [span.said, *(name for ref in span.refs if ref.kind is Kind.COUNTRY for name in self._names(ref.id))]
            ways += [tuple(map(self.key, filter(self._tells, words(name)))) for name in said]
            return Unit(Weight.NAME, tuple(filter(None, dict.fromkeys(ways))))
        ways = list(self._ways(span))
        if span.cue is not None and "-" in span.cue:
            # "The finale" is asked for as "the last race".
            ways.append(tuple(f"#{part}" for part in span.cue.split("-")))
        return Unit(weight_of(span.cue), tuple(ways), counts=span.cue == _AMOUNT)

    def _ways(self, span: Span) -> Iterator[tuple[str, ...]]:
        # A phrase of the vocabulary is one thing: "how many cars" is more than "how", "many" and "cars".
        yield (self.key(span.said) if span.end - span.start == 1 else span.said,)
        if span.cue == _ELSEWHERE:
            # An entry may tell of another series by a part of its name; "le mans" is a part of nearly all.
            said = [word for word in words(span.said) if self._tells(word) and not any(self.mentioning(word))]
            if said:
                yield tuple(map(self.key, said))
        if span.cue is not None and span.cue not in LITERAL:
            yield (f"#{ALIKE.get(span.cue, span.cue)}",)

    def _tells(self, word: str) -> bool:
        return word not in self._skip

    def _names(self, country: str) -> Sequence[str]:
        entry = self._knowledge.countries[country]
        return (entry.name, entry.adjective)


def _stems(phrase: str) -> tuple[str, ...]:
    return tuple(map(stem, phrase.split()))


def _is_guess(span: Span) -> bool:
    """Say whether a short word was taken for a longer one: "cold" is no misspelt "could"."""
    return span.slips > 0 and len(span.said) < _SHORTEST_SLIP
