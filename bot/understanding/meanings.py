"""What a word means where prose is looked for: its stem, its cue, the words that mean the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from bot.knowledge.base import Knowledge
from bot.text.fold import words
from bot.text.stems import stem
from bot.understanding.spans import SKIP, Kind, Span, cue_set
from bot.understanding.vocabulary import CueWords

# Cues that only ask. An entry need not hold them to answer.
_ASKING = cue_set("who which when when-season where how count list about ever never not hello thanks only both more often with drove uses history")
# Cues of what every entry is about, more or less: they help to choose between entries.
_COMMON = cue_set(
    "season race first first-race last last-race driver team class car circuit country calendar current previous next after before "
    "since from until native names overall compare asian ran title-championship second third fourth fifth sixth amount"
)
# Cues whose words do not mean the same: "two" is not "eight", whatever shapes may make of them.
_LITERAL = cue_set("amount soft compare with names from about current elsewhere continent")


class Weight(IntEnum):
    """How much a word of a question has to do with its answer."""

    ASKS = 0
    FILLS = 1
    COMMON = 2
    VERB = 4
    TIME = 8
    NAME = 10
    MEANS = 12


class Unit(NamedTuple):
    """A stretch of a question: an entry holds it that has every key of one of its `ways`."""

    weight: Weight
    ways: tuple[tuple[str, ...], ...]


class Meanings:
    """Turns spans of questions and words of entries into the same keys."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._cues = CueWords(knowledge.vocabulary)
        self._skip = frozenset(knowledge.vocabulary.skip)
        self._alike = {stem(word): group[0] for group in knowledge.vocabulary.alike for word in group}

    def key(self, word: str) -> str:
        """Return the key of a folded word: words that mean the same have the same."""
        plain = stem(word)
        return self._alike.get(plain, plain)

    def cut(self, text: str) -> Iterator[frozenset[str]]:
        """Yield the keys of each meaningful stretch of `text`."""
        said = words(text)
        start = 0
        while start < len(said):
            span = self._cues.at(said, start, len(said)) or Span(start, start + 1, said[start])
            start = span.end
            if not span.is_skip:
                yield frozenset(key for way in self._ways_of_words(span) for key in way)

    def weighed(self, spans: Iterable[Span]) -> list[Unit]:
        """Return what a question says, word for word; words that carry no meaning are left out."""
        return [self._unit(span) for span in spans if span.cue != SKIP]

    def _unit(self, span: Span) -> Unit:
        if span.years is not None:
            years = sorted({str(span.years.first), str(span.years.last)})
            return Unit(Weight.TIME, (tuple(years),))
        if span.refs:
            ways = [(f"@{ref.id}",) for ref in span.refs]
            said = [span.said, *(name for ref in span.refs if ref.kind is Kind.COUNTRY for name in self._names(ref.id))]
            ways += [tuple(map(self.key, filter(self._tells, words(name)))) for name in said]
            return Unit(Weight.NAME, tuple(filter(None, dict.fromkeys(ways))))
        return Unit(_weight(span.cue), tuple(self._ways_of_words(span)))

    def _ways_of_words(self, span: Span) -> Iterator[tuple[str, ...]]:
        # A phrase of the vocabulary is one thing: "how many cars" is more than "how", "many" and "cars".
        yield (self.key(span.said) if span.end - span.start == 1 else span.said,)
        if span.cue is not None and span.cue not in _LITERAL:
            yield (f"#{span.cue}",)

    def _tells(self, word: str) -> bool:
        return word not in self._skip

    def _names(self, country: str) -> Sequence[str]:
        entry = self._knowledge.countries[country]
        return (entry.name, entry.adjective)


# Everyday verbs: much else is said with "start" and "go" than that something was introduced, or ended.
_VERBS = cue_set("introduced ended opened became why")
_PLACES = cue_set("lemans continent elsewhere")
_MONTHS = cue_set("january february march april june july august september october november december")


def _weight(cue: str | None) -> Weight:
    if cue in _ASKING:
        return Weight.ASKS
    if cue == "soft":
        return Weight.FILLS
    if cue in _COMMON:
        return Weight.COMMON
    if cue in _VERBS:
        return Weight.VERB
    if cue in _PLACES:
        return Weight.NAME
    return Weight.TIME if cue in _MONTHS else Weight.MEANS
