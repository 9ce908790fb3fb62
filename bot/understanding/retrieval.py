"""Finding the prose entry that answers a question, or none: a wrong entry is worse than none.

An entry is found only when it holds every word that means something and most of the others, and only when something
was said that asks for it: names and years alone do not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property, reduce
from itertools import pairwise
from operator import and_

from bot.knowledge.model import HistoryEntry, SeriesFact
from bot.understanding.meanings import Unit
from bot.understanding.prose_index import ProseIndex, Term
from bot.understanding.weights import Weight

_KEPT = 0.8
_NEARLY = 0.9
_MOST_ENTRIES = 3
_FEW = 4
_COVERED = 0.76
_TERM = 2.0
_COMMON = 0.5
_MORE = frozenset({"why", "how", "what", "whats"})
# What changes what is told to its contrary, to less or to more.
_LIMITING = frozenset({("#not",), ("#not-except",), ("#never",), ("#more",)})
_HONOURS = ((("#title",),), (("#win",),))
_MENTIONED = (Weight.TIME, Weight.NAME)


class Extent(IntEnum):
    """How much of what was said an entry has to hold: most of it, all in its terms, or all in one of its terms."""

    MOST = 0
    TERMS = 1
    ONE_TERM = 2


@dataclass(frozen=True, slots=True)
class Found:
    """Entries that answer, best first: history ids or series fact ids, never both."""

    history: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()


class Search:
    """One question, ready to be held against entries."""

    def __init__(self, index: ProseIndex, units: Sequence[Unit]) -> None:
        self._index = index
        self._units = [(unit, index.holding(unit)) for unit in units]
        self._said = frozenset(key for unit in units for way in unit.ways for key in way)
        self._spoken = frozenset(key for key in self._said if key[0] != "#")
        self._weighed = [(unit.weight, held) for unit, held in self._units if unit.weight >= Weight.COMMON]
        self._total = sum([weight for weight, _ in self._weighed])

    def find(self, *, anything: bool = False, facts_only: bool = False, extent: Extent = Extent.MOST) -> Found:
        """Return the entries that answer.

        `anything` takes whatever holds the words, for those who ask for prose by its name.
        """
        held = [number for number in self._holding_all_needed() if self.covered(number) >= _COVERED]
        # What holds in general is no reason, unless it gives one.
        reasons = [there for unit, there in self._units if ("#why",) in unit.ways]
        if reasons:
            held = [one for one in held if self._is_dated(one) or all(there >> one & 1 for there in reasons)]
        else:
            # Why there was no race is told by what tells of none; who else won, by nothing that tells of the winner.
            held = [one for one in held if all(there >> one & 1 for there in self._limits)]
        if facts_only:
            held = [number for number in held if not self._is_dated(number)]
        narrow = len(held) <= _FEW
        if extent is Extent.ONE_TERM or not (anything or narrow or self._is_dating):
            # Of many entries one is told only for a term that was said.
            held = [number for number in held if number in self._said_of]
        if extent is Extent.ONE_TERM:
            told = [number for number in held if any(map(self._is_all, self._terms_said(number)))]
        else:
            told = [number for number in held if anything or self._asks_for(number, narrow=narrow)]
        if extent is Extent.TERMS:
            told = [number for number in told if self._tells_all(number)]
        return self._chosen(sorted([(self.score(number), -number) for number in told], reverse=True))

    def _holding_all_needed(self) -> Iterator[int]:
        # How many races there were is not told by what tells only of the season.
        needed = [held for unit, held in self._units if unit.weight >= Weight.SUBJECT or unit is self._counted]
        needed = needed or [held for unit, held in self._units if unit.weight >= self._least]
        common = reduce(and_, needed) if needed else 0
        while common:
            lowest = common & -common
            yield lowest.bit_length() - 1
            common ^= lowest

    def _chosen(self, ranked: Sequence[tuple[float, int]]) -> Found:
        if not ranked:
            return Found()
        timeless = not any(unit.weight == Weight.TIME for unit, _ in self._units)
        kept = [(score, self._index.documents[-number]) for score, number in ranked if score >= ranked[0][0] * _KEPT]
        facts = [(score, one.id) for score, one in kept[:_MOST_ENTRIES] if isinstance(one, SeriesFact)]
        # What holds in general is told before what held in one year, unless a year was asked for.
        if facts and facts[0][0] >= ranked[0][0] * (_NEARLY if timeless else 1):
            return Found(facts=tuple([fact for _, fact in facts]))
        return Found(history=tuple([one.id for _, one in kept[:_MOST_ENTRIES] if isinstance(one, HistoryEntry)]))

    def _is_dated(self, number: int) -> bool:
        return isinstance(self._index.documents[number], HistoryEntry)

    def covered(self, number: int) -> float:
        """Return how much of what was said an entry holds, by weight."""
        if not self._total:
            return 1.0
        return sum([weight for weight, held in self._weighed if held >> number & 1]) / self._total

    def _asks_for(self, number: int, *, narrow: bool) -> bool:
        """Say whether enough was said to ask for an entry, rather than to mention what it mentions."""
        terms = self._terms_said(number)
        if any(len(term) > 1 and not self._is_mentioned(term) for term in terms):
            return self._means or any(map(self._is_all, terms))
        # A lone word asks for an entry where nothing else was said that the entry knows nothing of.
        alone = all(held >> number & 1 for unit, held in self._units if unit.weight == Weight.VERB)
        if alone and any(not term[0].isdisjoint(self._meant) for term in terms):
            return True
        if self._is_dating:
            return True
        asking = {unit for unit, held in self._askers if held >> number & 1 or not unit.weight} if narrow else ()
        return bool(asking) and len(asking) + self._named > 1

    @cached_property
    def _is_dating(self) -> bool:
        """True where a time was said of which few entries tell."""
        return any(unit.weight == Weight.TIME and held.bit_count() <= _FEW for unit, held in self._units)

    @cached_property
    def _limits(self) -> list[int]:
        """What holds each word that an entry must not pass over, such as how many were won."""
        won = any(unit.ways[-1:] in _HONOURS for unit, _ in self._units)
        return [held for unit, held in self._units if not _LIMITING.isdisjoint(unit.ways) or (won and unit.counts)]

    @cached_property
    def _askers(self) -> list[tuple[Unit, int]]:
        return [(unit, held) for unit, held in self._units if self._is_asking(unit)]

    @cached_property
    def _least(self) -> Weight:
        """How much a word has to mean at least: "what kind of series is this" is made of words that only fill."""
        return Weight.COMMON if self._weighed else Weight.FILLS

    @cached_property
    def _means(self) -> bool:
        """True where anything but common words was said."""
        return any(unit.weight >= Weight.VERB for unit, _ in self._units)

    @cached_property
    def _counted(self) -> Unit | None:
        """What stands right behind "how many"."""
        said = [unit for unit, _ in self._units]
        counted = [unit for before, unit in pairwise(said) if ("#count",) in before.ways]
        return next((unit for unit in counted if unit.weight >= Weight.COMMON), None)

    @cached_property
    def _meant(self) -> frozenset[str]:
        """Words that can be a term by themselves."""
        said = [unit for unit, _ in self._units if self._asks_more or unit.ways[-1:] not in _HONOURS]
        telling = [unit for unit in said if unit.weight in (Weight.MEANS, Weight.VERB)]
        return frozenset(key for unit in telling for key in unit.ways[0])

    @cached_property
    def _named(self) -> int:
        """How many names and times were said."""
        return sum(unit.weight in (Weight.NAME, Weight.TIME) for unit, _ in self._units)

    @cached_property
    def _asks_more(self) -> bool:
        said = [unit.ways[0][0].split()[0] for unit, _ in self._units]
        return any(word in _MORE for word in said) and not any(word.startswith("who") for word in said)

    def _is_asking(self, unit: Unit) -> bool:
        if unit.ways[-1:] in _HONOURS and not self._asks_more:
            # Who won is told by the tables: an entry needs more to be asked for.
            return False
        if ("#history",) in unit.ways:
            # What happened at a place is too much to ask, in a year it is not.
            return self._named > 1 and any(
                one.weight == Weight.TIME and one.ways[0][0].isdecimal() for one, _ in self._units
            )
        return unit.weight == Weight.MEANS or (unit.weight == Weight.VERB and self._named > 0)

    def _terms_said(self, number: int) -> Sequence[Term]:
        """Return the terms of an entry of which no word is left unsaid; a lone word has to be said itself."""
        return self._said_of.get(number, ())

    @cached_property
    def _said_of(self) -> dict[int, list[Term]]:
        """All that was said whole, by entry."""
        found: dict[int, list[Term]] = {}
        for place in {place for key in self._said for place in self._index.found_by.get(key, ())}:
            document, term = self._index.placed[place]
            if self._is_said(term):
                found.setdefault(document, []).append(term)
        return found

    def _is_said(self, term: Term) -> bool:
        if len(term) == 1 and term[0].isdisjoint(self._spoken):
            return False
        return not any(part.isdisjoint(self._said) for part in term)

    def _is_mentioned(self, term: Term) -> bool:
        """Say whether a term is made of names alone that ask for nothing, such as "24 hours of le mans"."""
        mentioned = frozenset(key for unit, _ in self._units if unit.weight == Weight.MENTION for key in unit.ways[0])
        return all(part <= mentioned for part in term)

    def _is_all(self, term: Term) -> bool:
        """Say whether a term holds all that was said."""
        keys = frozenset().union(*term)
        meant = [unit for unit, _ in self._units if unit.weight >= (Weight.VERB if self._means else self._least)]
        return len(term) > 1 and all(any(keys.issuperset(way) for way in unit.ways) for unit in meant)

    def _tells_all(self, number: int) -> bool:
        """Say whether the terms of an entry hold all that was said; names and times it may just mention."""
        keys = frozenset(key for term in self._terms_said(number) for part in term for key in part)
        least = Weight.VERB if self._means else self._least
        return bool(keys) and all(
            (unit.weight in _MENTIONED and held >> number & 1) or any(keys.issuperset(way) for way in unit.ways)
            for unit, held in self._units
            if unit.weight >= least
        )

    def score(self, number: int) -> float:
        """Return how well an entry fits: the rarer what it holds of the question, the better."""
        score = 0.0
        for unit, held in self._units:
            if held >> number & 1:
                ways = [way for way in unit.ways if self._index.holding_all(way) >> number & 1]
                score += max(self._worth(number, way) for way in ways) * (
                    1 if unit.weight >= Weight.SUBJECT else _COMMON
                )
        rarity = self._index.rarity
        # A term said whole, such as "smallest grid", tells more than its words apart.
        terms = [sum([max(map(rarity.__getitem__, part)) for part in term]) for term in self._terms_said(number)]
        return (score + max(terms, default=0.0)) * self.covered(number)

    def _worth(self, number: int, way: Sequence[str]) -> float:
        asked_for = self._index.asked_for[number]
        return sum([self._index.rarity[key] * (_TERM if key in asked_for else 1.0) for key in way])
