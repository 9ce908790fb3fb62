"""Finding the prose entry that answers a question: by its meaning-bearing words, or not at all.

An entry is found only when it accounts for every meaning-bearing word that was said: a wrong entry is worse than none.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.knowledge.base import Knowledge
from bot.knowledge.model import HistoryEntry, SeriesFact
from bot.text.fold import words
from bot.text.similarity import SlipIndex
from bot.text.stems import stem

_TERM, _TEXT = 2.0, 1.0
_KEPT = 0.75
_MOST_ENTRIES = 3
_TELLING = 5


@dataclass(frozen=True, slots=True)
class Found:
    """Entries that answer, best first: history ids or series fact ids, never both."""

    history: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()


class ProseIndex:
    """History entries and facts of the series by the stems of their words."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._ordinary = frozenset(knowledge.vocabulary.ordinary)
        skip = frozenset(knowledge.vocabulary.skip)
        self._documents: list[HistoryEntry | SeriesFact] = [*knowledge.history, *knowledge.series.facts]
        self._weights: list[dict[str, float]] = [self._weigh(knowledge, document) for document in self._documents]
        self._terms: list[frozenset[tuple[str, ...]]] = [
            frozenset(tuple(map(stem, words(term))) for term in document.terms) for document in self._documents
        ]
        self._lengths = [sum(weight == _TEXT for weight in weights.values()) for weights in self._weights]
        count: Counter[str] = Counter(word for weights in self._weights for word in weights)
        self._rarity = {word: math.log(1 + len(self._documents) / seen) for word, seen in count.items()}
        self._postings: defaultdict[str, list[int]] = defaultdict(list)
        for number, weights in enumerate(self._weights):
            for word in weights:
                self._postings[word].append(number)
        self._spelled = {
            word: stem(word) for document in self._documents for word in _words_of(document) if word not in skip
        }
        self.words = frozenset(self._spelled)
        self._slips = SlipIndex(self.words)

    def _weigh(self, knowledge: Knowledge, document: HistoryEntry | SeriesFact) -> dict[str, float]:
        weights: dict[str, float] = {}
        text = document.text if isinstance(document, HistoryEntry) else f"{document.name} {document.value}"
        names = " ".join(_name(knowledge, one) for one in document.about)
        date = f"{document.date} {document.until or ''}" if isinstance(document, HistoryEntry) else ""
        for word in words(f"{text} {names} {date}"):
            weights[stem(word)] = _TEXT
        # A season is asked for by both its years: 2023-24 as 2023 and 2024.
        weights |= {str(year): _TEXT for one in document.about if one in knowledge.seasons for year in _years(one)}
        for term in document.terms:
            for word in words(term):
                weights[stem(word)] = _TERM
        return weights

    def stem_of(self, word: str) -> str | None:
        """Return the stem by which `word`, perhaps misspelt, is known here, or None."""
        plain = stem(word)
        if plain in self._postings:
            return plain
        slips = () if word in self._ordinary else self._slips.near(word)
        return self._spelled[slips[0].known] if slips else None

    def find(self, heavy: Sequence[str], light: Sequence[str] = ()) -> Found:
        """Return the entries that hold every `heavy` word; `light` words only help to rank them."""
        needed = [self.stem_of(word) for word in heavy]
        if not needed or None in needed:
            return Found()
        stems = [one for one in needed if one is not None]
        helping = [stem(word) for word in light]
        common = set(self._postings[stems[0]]).intersection(*(self._postings[one] for one in stems[1:]))
        said = tuple(map(stem, (*light, *heavy)))
        telling = [one for one in stems if not one.isdecimal()]
        if len(telling) <= 1:
            # A year tells little, a lone word not much more: then a term has to be said.
            common = {number for number in common if self._tells(telling, said, number)}
        ranked = sorted(((self._score(number, stems, helping, said), -number) for number in common), reverse=True)
        if not ranked:
            return Found()
        best = [-number for score, number in ranked if score >= ranked[0][0] * _KEPT][:_MOST_ENTRIES]
        # What holds in general is told before what held in one year, unless a year was asked for.
        general = not any(word.isdecimal() for word in heavy)
        facts = [number for number in best if isinstance(self._documents[number], SeriesFact)]
        leading = SeriesFact if general and facts else type(self._documents[best[0]])
        ids = tuple(self._documents[number].id for number in best if isinstance(self._documents[number], leading))
        return Found(history=ids) if leading is HistoryEntry else Found(facts=ids)

    def _tells(self, telling: Sequence[str], said: Sequence[str], number: int) -> bool:
        """Say whether one word, or none beside a year, can ask for an entry."""
        if any(len(word) >= _TELLING and self._weights[number][word] == _TERM for word in telling):
            return True
        return any(set(telling) <= set(term) <= set(said) for term in self._terms[number] if term)

    def find_by_term(self, said: Sequence[str]) -> Found:
        """Return the facts of the series that have a term said whole, for questions of everyday words only."""
        stems = set(map(stem, said))
        found: list[tuple[int, int]] = []
        for number, document in enumerate(self._documents):
            longest = max((len(term) for term in self._terms[number] if set(term) <= stems), default=0)
            if longest and isinstance(document, SeriesFact):
                found.append((-longest, number))
        best = [number for size, number in sorted(found) if size == min(found)[0]]
        return Found(facts=tuple(self._documents[number].id for number in best[:_MOST_ENTRIES]))

    def _score(self, number: int, stems: Sequence[str], helping: Sequence[str], said: Sequence[str]) -> float:
        weights = self._weights[number]
        score = sum(weights[one] * self._rarity[one] for one in stems)
        score += sum(0.5 * weights[one] * self._rarity[one] for one in helping if one in weights)
        # A term said whole, such as "smallest grid", tells more than its words apart.
        score += sum(2.0 * len(term) for term in self._terms[number] if len(term) > 1 and set(term) <= set(said))
        # Only the text counts as length: a term more must not make an entry harder to find.
        return score / (1 + 0.05 * math.log(1 + self._lengths[number]))


def _words_of(document: HistoryEntry | SeriesFact) -> Iterable[str]:
    text = document.text if isinstance(document, HistoryEntry) else f"{document.name} {document.value}"
    return words(" ".join((text, *document.terms)))


def _years(season: str) -> tuple[int, int]:
    first = int(season[:4])
    return first, first + ("-" in season)


def _name(knowledge: Knowledge, one: str) -> str:
    for table in (knowledge.seasons, knowledge.classes, knowledge.circuits, knowledge.drivers, knowledge.teams):
        entry = table.get(one)
        if entry is not None:
            country = knowledge.countries[entry.country].name if hasattr(entry, "country") else ""
            return f"{getattr(entry, 'name', '')} {one} {country}"
    return one
