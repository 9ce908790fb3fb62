"""Finding the prose entry that answers a question, or none: a wrong entry is worse than none.

An entry is found only when it holds every word that means something, and only when something was said that tells it
from the others: names and years alone do not.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_

from bot.knowledge.base import Knowledge
from bot.knowledge.model import HistoryEntry, SeriesFact
from bot.text.fold import words
from bot.text.similarity import SlipIndex
from bot.understanding.meanings import Meanings, Unit, Weight

_KEPT = 0.8
_MOST_ENTRIES = 3
_FEW = 4
_COVERED = 0.76
_MONTHS = "january february march april may june july august september october november december".split()

_Term = tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """Entries that answer, best first: history ids or series fact ids, never both."""

    history: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()


class ProseIndex:
    """History entries and facts of the series by the keys of their words. Sets of entries are numbers, a bit each."""

    def __init__(self, knowledge: Knowledge, meanings: Meanings) -> None:
        self._knowledge = knowledge
        self._documents: list[HistoryEntry | SeriesFact] = [*knowledge.history, *knowledge.series.facts]
        self._facts = sum(1 << n for n, one in enumerate(self._documents) if isinstance(one, SeriesFact))
        self._terms: list[tuple[_Term, ...]] = [
            tuple(filter(None, (tuple(meanings.cut(term)) for term in one.terms))) for one in self._documents
        ]
        self._asked_for = [frozenset(key for term in terms for part in term for key in part) for terms in self._terms]
        self._holders: dict[str, int] = {}
        count: Counter[str] = Counter()
        for number, document in enumerate(self._documents):
            keys = self._keys(meanings, document) | self._asked_for[number]
            count.update(keys)
            for key in keys:
                self._holders[key] = self._holders.get(key, 0) | 1 << number
        self._rarity = {key: math.log(1 + len(self._documents) / seen) for key, seen in count.items()}
        self.words = frozenset(word for one in self._documents for word in _words_of(one))
        self._slips = SlipIndex(self.words)

    def _keys(self, meanings: Meanings, document: HistoryEntry | SeriesFact) -> set[str]:
        names = " ".join(self._name(one) for one in document.about)
        keys = {key for part in meanings.cut(f"{_text_of(document)} {names}") for key in part}
        if isinstance(document, HistoryEntry):
            for date in (document.date, document.until or document.date):
                year, *rest = date.split("-")
                keys |= {year, *(f"#{_MONTHS[int(month) - 1]}" for month in rest[:1])}
        for one in document.about:
            keys.add(f"@{one}")
            country = getattr(self._entry(one), "country", None)
            keys |= {f"@{country}"} if country and one in self._knowledge.circuits else set()
            # A season is asked for by both its years: 2023-24 as 2023 and 2024.
            keys |= {one[:4], str(int(one[:4]) + ("-" in one))} if one in self._knowledge.seasons else set()
        return keys

    def _entry(self, one: str) -> object | None:
        tables = self._knowledge.seasons, self._knowledge.classes, self._knowledge.circuits
        people = self._knowledge.drivers, self._knowledge.teams
        return next((table[one] for table in (*tables, *people) if one in table), None)

    def _name(self, one: str) -> str:
        return f"{getattr(self._entry(one), 'name', '')} {one}"

    def spelled(self, word: str) -> str | None:
        """Return the word that `word` is, or is a slip of, among those of the entries; None if it is none of them."""
        if word in self.words:
            return word
        slips = self._slips.near(word)
        return slips[0].known if slips and slips[0].slips == 1 else None

    def knows(self, keys: Iterable[str]) -> bool:
        """Say whether any entry holds one of `keys`."""
        return any(key in self._holders for key in keys)

    def find(self, units: Sequence[Unit], *, anything: bool = False, facts_only: bool = False) -> Found:
        """Return the entries that hold all of `units` that mean something; the others only help to rank them.

        `anything` finds entries by names and common words, too, for those who ask for prose by its name.
        """
        needed = [unit for unit in units if unit.weight >= Weight.TIME] or [
            unit for unit in units if unit.weight in (Weight.COMMON, Weight.VERB)
        ]
        if not needed:
            return Found()
        common = reduce(and_, map(self._holding, needed))
        if facts_only:
            common &= self._facts
        found = [number for number in range(len(self._documents)) if common >> number & 1]
        said = frozenset(key for unit in units for way in unit.ways for key in way)
        found = [number for number in found if self._covered(number, units) >= _COVERED]
        narrow = len(found) <= _FEW
        told = [one for one in found if anything or self._tells(one, units, said, narrow=narrow)]
        ranked = sorted(((self._score(number, units, said), -number) for number in told), reverse=True)
        return self._chosen(ranked, general=not any(unit.weight == Weight.TIME for unit in units))

    def _chosen(self, ranked: Sequence[tuple[float, int]], *, general: bool) -> Found:
        if not ranked:
            return Found()
        best = [-number for score, number in ranked if score >= ranked[0][0] * _KEPT][:_MOST_ENTRIES]
        # What holds in general is told before what held in one year, unless a year was asked for.
        facts = [number for number in best if isinstance(self._documents[number], SeriesFact)]
        leading = SeriesFact if general and facts else type(self._documents[best[0]])
        ids = tuple(self._documents[number].id for number in best if isinstance(self._documents[number], leading))
        return Found(history=ids) if leading is HistoryEntry else Found(facts=ids)

    def _holding(self, unit: Unit) -> int:
        ways = (reduce(and_, (self._holders.get(key, 0) for key in way)) for way in unit.ways if way)
        return reduce(or_, ways, 0)

    def _tells(self, number: int, units: Sequence[Unit], said: frozenset[str], *, narrow: bool) -> bool:
        """Say whether enough was said to ask for the entry, rather than to mention what it mentions."""
        meaning = [unit for unit in units if unit.weight == Weight.MEANS]
        whole = self._whole(number, said)
        if any(len(term) > 1 for term in whole):
            return True
        literal = frozenset(key for unit in units if unit.weight in (Weight.MEANS, Weight.VERB) for key in unit.ways[0])
        if any(not term[0].isdisjoint(literal) for term in whole):
            return True
        named = [unit for unit in units if unit.weight in (Weight.NAME, Weight.TIME)]
        if any(unit.weight == Weight.TIME and self._holding(unit).bit_count() <= _FEW for unit in named):
            return True
        asks = [unit for unit in units if ("#why",) in unit.ways and self._holding(unit) >> number & 1]
        asks += [unit for unit in units if unit.weight == Weight.VERB and self._holding(unit) >> number & 1]
        if any(unit.weight == Weight.TIME and not unit.ways[0][0].isalpha() for unit in named):
            asks += [unit for unit in units if ("#history",) in unit.ways and len(named) > 1]
        return narrow and len(meaning) + len(asks) > 0 and len(meaning) + len(asks) + len(named) > 1

    def _covered(self, number: int, units: Sequence[Unit]) -> float:
        """Return how much of what was said an entry holds, by weight."""
        held = sum(unit.weight for unit in units if self._holding(unit) >> number & 1 or unit.weight == Weight.ASKS)
        return held / sum(unit.weight for unit in units)

    def _whole(self, number: int, said: frozenset[str]) -> list[_Term]:
        """Return the terms of an entry of which no word is left unsaid; a lone word has to be said itself."""
        literal = frozenset(key for key in said if key[0] != "#")
        return [
            term
            for term in self._terms[number]
            if not any(part.isdisjoint(said if len(term) > 1 else literal) for part in term)
        ]

    def _score(self, number: int, units: Sequence[Unit], said: frozenset[str]) -> float:
        score = 0.0
        for unit in units:
            held = [self._worth(number, way) for way in unit.ways if self._holds(number, way)]
            score += max(held, default=0.0) * (1.0 if unit.weight >= Weight.TIME else 0.5)
        # A term said whole, such as "smallest grid", tells more than its words apart.
        terms = [sum(max(self._rarity.get(key, 0) for key in part) for part in term) for term in self._whole(number, said)]
        return (score + max(terms, default=0.0)) * self._covered(number, units)

    def _holds(self, number: int, way: Sequence[str]) -> bool:
        return all(self._holders.get(key, 0) >> number & 1 for key in way)

    def _worth(self, number: int, way: Sequence[str]) -> float:
        return sum(self._rarity[key] * (2.0 if key in self._asked_for[number] else 1.0) for key in way)


def _text_of(document: HistoryEntry | SeriesFact) -> str:
    return document.text if isinstance(document, HistoryEntry) else f"{document.name} {document.value}"


def _words_of(document: HistoryEntry | SeriesFact) -> Iterable[str]:
    return words(" ".join((_text_of(document), *document.terms)))
