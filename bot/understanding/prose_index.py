"""The index of prose: which entries hold which keys. Sets of entries are whole numbers, a bit for each entry."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from operator import and_, or_
from typing import NamedTuple

from bot.knowledge.base import Knowledge, span_of
from bot.knowledge.model import HistoryEntry, SeriesFact
from bot.text.fold import words
from bot.text.similarity import SlipIndex
from bot.understanding.days import MONTHS
from bot.understanding.meanings import Meanings, Unit

Document = HistoryEntry | SeriesFact
Term = tuple[frozenset[str], ...]


class Placed(NamedTuple):
    """A term and the number of its document."""

    document: int
    term: Term


class ProseIndex:
    """History entries and facts of the series, by the keys of their words, names, years and months.

    `documents` are numbered from 0; `terms` are those of each document, cut into the keys of their words.
    """

    def __init__(self, knowledge: Knowledge, meanings: Meanings) -> None:
        self._knowledge = knowledge
        self.documents: tuple[Document, ...] = (*knowledge.history, *knowledge.series.facts)
        self.terms: list[tuple[Term, ...]] = [
            tuple(filter(None, [tuple(meanings.cut(term)) for term in one.terms])) for one in self.documents
        ]
        self.placed = [Placed(n, term) for n, terms in enumerate(self.terms) for term in terms]
        self.found_by = _found_by([one.term for one in self.placed])
        self.asked_for = [frozenset(key for term in terms for part in term for key in part) for terms in self.terms]
        self._holders: dict[str, int] = {}
        for number, document in enumerate(self.documents):
            for key in {*self._keys(meanings, document), *self.asked_for[number]}:
                self._holders[key] = self._holders.get(key, 0) | 1 << number
        self.rarity = {
            key: math.log(1 + len(self.documents) / holders.bit_count()) for key, holders in self._holders.items()
        }
        self.words = frozenset(word for one in self.documents for word in words(" ".join((_text(one), *one.terms))))
        self._slips = SlipIndex(self.words)

    def holding(self, unit: Unit) -> int:
        """Return the set of entries that hold `unit` in one of its ways."""
        return reduce(or_, map(self.holding_all, unit.ways), 0)

    def holding_all(self, keys: Iterable[str]) -> int:
        """Return the set of entries that hold every one of `keys`, of which there is at least one."""
        return reduce(and_, [self._holders.get(key, 0) for key in keys])

    def knows(self, key: str) -> bool:
        """Say whether any entry holds `key`."""
        return key in self._holders

    def spelled(self, word: str) -> str | None:
        """Return the word of the entries that `word` is one slip away from."""
        return next((slip.known for slip in self._slips.near(word) if slip.slips == 1), None)

    def _keys(self, meanings: Meanings, document: Document) -> Iterator[str]:
        for text in (_text(document), *map(self._name, document.about)):
            for part in meanings.cut(text):
                yield from part
            # Of a phrase that is one thing each word may be said, too.
            yield from map(meanings.key, words(text))
        if isinstance(document, HistoryEntry):
            for date in filter(None, (document.date, document.until)):
                yield date[:4]
                yield from (f"#{MONTHS[int(month) - 1]}" for month in date[5:7].split())
        for one in document.about:
            yield f"@{one}"
            if one in self._knowledge.circuits:
                yield f"@{self._knowledge.circuits[one].country}"
            if one in self._knowledge.seasons:
                # A season is asked for by both its years: 2023-24 as 2023 and 2024.
                yield from map(str, span_of(self._knowledge.seasons[one]))

    def _name(self, one: str) -> str:
        tables = (self._knowledge.classes, self._knowledge.circuits, self._knowledge.drivers, self._knowledge.teams)
        return next((table[one].name for table in tables if one in table), one)


def _found_by(terms: Sequence[Term]) -> dict[str, list[int]]:
    """Return the places of `terms` by their keys, each by those of one part: the one that the fewest terms share.

    Where a term is said whole, that part is said; so few are looked through, however common a word is.
    """
    shared = Counter(key for term in terms for part in term for key in part)
    found: defaultdict[str, list[int]] = defaultdict(list)
    for place, term in enumerate(terms):
        for key in min(term, key=lambda part: sum([shared[key] for key in part])):
            found[key].append(place)
    return found


def _text(document: Document) -> str:
    return document.text if isinstance(document, HistoryEntry) else f"{document.name} {document.value}"
