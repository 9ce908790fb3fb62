"""One menu: the names on offer, and which of them a half-typed name may become."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from bot.text.fold import words
from bot.text.similarity import begin_like, begins_like

Typed = tuple[str, ...]
Ranked = tuple[int, "Offered"]


@dataclass(frozen=True, slots=True)
class Offered:
    """One thing on offer: what is shown, and chosen, and every spelling that finds it, cut into words."""

    shown: str
    spellings: tuple[tuple[str, ...], ...]

    def rank(self, typed: Typed) -> int | None:
        """Say how well `typed` fits, 0 best: the beginning of the name, of a spelling, parts; None for not."""
        if _begins(self.spellings[0], typed):
            return 0
        if any(_begins(spelling, typed) for spelling in self.spellings):
            return 1
        if any(all(any(word.startswith(part) for word in spelling) for part in typed) for spelling in self.spellings):
            return 2
        return None

    def may_be(self, typed: Typed) -> bool:
        """Say whether each word of `typed` begins as a word of one spelling does, slips of the pen allowed."""
        return any(
            all(any(begins_like(part, word) for word in spelling) for part in typed) for spelling in self.spellings
        )


def _begins(spelling: tuple[str, ...], typed: Typed) -> bool:
    *settled, last = typed
    there = len(settled)
    return spelling[:there] == tuple(settled) and len(spelling) > there and spelling[there].startswith(last)


def offered(shown: str, *others: str) -> Offered:
    """Return what is `shown` and found by its own and by `others`' words."""
    return Offered(shown, tuple(cut for spelling in dict.fromkeys((shown, *others)) if (cut := words(spelling))))


class Menu:
    """What is on offer, in the order of an empty menu, with an index of its words: a keystroke looks at a few names.

    What is found comes with its rank, the best being 0, in the order of the menu.
    """

    def __init__(self, on_offer: Iterable[Offered]) -> None:
        self.offered = tuple(dict.fromkeys(on_offer))
        self._holding: dict[str, set[int]] = {}
        for number, one in enumerate(self.offered):
            for spelling in one.spellings:
                for word in spelling:
                    self._holding.setdefault(word, set()).add(number)
        self._words = sorted(self._holding)

    def spelt(self, typed: Typed) -> Iterator[Ranked]:
        """Yield what is spelt as `typed` as far as that goes."""
        for one in self._with_all(typed, self._beginning):
            rank = one.rank(typed)
            if rank is not None:
                yield rank, one

    def joined(self, typed: Typed) -> Iterator[Ranked]:
        """Yield what is spelt as the words of `typed` in one: `auto polis`."""
        return self.spelt(("".join(typed),))

    def near(self, typed: Typed) -> Iterator[Ranked]:
        """Yield what may be meant by `typed` if it holds slips of the pen."""
        for one in self._with_all(typed, lambda part: begin_like(part, self._words)):
            if one.may_be(typed):
                yield 0, one

    def _beginning(self, part: str) -> Iterable[str]:
        first = bisect_left(self._words, part)
        return takewhile(lambda word: word.startswith(part), self._words[first:])

    def _with_all(self, typed: Sequence[str], like: Callable[[str], Iterable[str]]) -> Iterator[Offered]:
        """Yield what has, for each part of `typed`, one of the words that are `like` it."""
        found: set[int] | None = None
        for part in typed:
            having = set().union(*(self._holding[word] for word in like(part)))
            found = having if found is None else found & having
        return (self.offered[number] for number in sorted(found or ()))
