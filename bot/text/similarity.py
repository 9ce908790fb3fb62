"""Slips of the pen: the only file that knows about similarity. Rules come before scores.

A percentage cannot tell a slip (`lpm2` for LMP2) from another class (`lmp3`), so: digits must agree, words under
five letters match exactly, words of five to seven letters bear one slip and longer ones two. A slip is one letter
added, left out, replaced, or swapped with its neighbour (optimal string alignment distance).

The library is loaded for the first word that is none known: that takes longer than a question without slips.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from bot.text.fold import fold

_MOST_SLIPS = 2
_ONE_SLIP_FROM = 5
_TWO_SLIPS_FROM = 8
_SHORTEST = 3
_MUCH_ALIKE = 0.8


@dataclass(frozen=True, slots=True)
class Slip:
    """A known word close to what was said, and how many slips apart the two are."""

    known: str
    slips: int


def slips_allowed(known: str) -> int:
    """Say how many slips `known` bears; a short word bears none unless a digit guards it."""
    # Most short words are of letters alone, or of digits alone: there is no guard then.
    short = len(known) < _ONE_SLIP_FROM and not known.isalpha() and not known.isdigit()
    guarded = short and any(map(str.isdigit, known)) and any(map(str.isalpha, known))
    return _slips_at_length(len(known), guarded=guarded)


def _slips_at_length(length: int, *, guarded: bool) -> int:
    if length < _ONE_SLIP_FROM:
        return int(guarded and length >= _SHORTEST)
    return 1 if length < _TWO_SLIPS_FROM else _MOST_SLIPS


def _digits(word: str) -> str:
    return "".join(filter(str.isdigit, word))


def begins_like(typed: str, known: str) -> bool:
    """Say whether `known` begins as the half-typed `typed` does, slips allowed that its part typed so far bears."""
    if known.startswith(typed):
        return True
    from rapidfuzz.distance import OSA

    begun = (known[: len(typed) + more] for more in (0, -1, 1))
    return any(
        _digits(part) == _digits(typed) and OSA.distance(typed, part) <= slips_allowed(part)
        for part in dict.fromkeys(begun)
    )


def begin_like(typed: str, known: Sequence[str]) -> list[str]:
    """Return those of `known` that begin as the half-typed `typed` does, as `begins_like` says of each of them."""
    near = {number for number, word in enumerate(known) if word.startswith(typed)}
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    # Where two words have to have the same digits, only what was typed with one can be near a word that has one.
    guarded = any(map(str.isdigit, typed))
    for length in (len(typed), len(typed) - 1, len(typed) + 1):
        most = _slips_at_length(length, guarded=guarded)
        if most:
            begun = [word[:length] for word in known]
            hits = process.extract(typed, begun, scorer=OSA.distance, score_cutoff=most, limit=None)
            near.update(number for _, _, number in hits if begins_like(typed, known[number]))
    return [known[number] for number in sorted(near)]


Hits = list[tuple[str, float, int]]


@lru_cache(maxsize=1)
def _within_slips() -> Callable[[str, Collection[str]], Hits]:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    return partial(process.extract, scorer=OSA.distance, score_cutoff=_MOST_SLIPS, limit=None)


class SlipIndex:
    """Known words, ready to be asked which of them a misspelt word may be."""

    def __init__(self, known: Iterable[str]) -> None:
        self._exact = frozenset(known)
        by_length: dict[int, list[str]] = {}
        for word in sorted(self._exact):
            if slips_allowed(word):
                by_length.setdefault(len(word), []).append(word)
        longest = max(by_length, default=0) + _MOST_SLIPS
        # One list for each length said: every known word that is near enough in length.
        self._near_length = [
            [word for near in range(length - _MOST_SLIPS, length + _MOST_SLIPS + 1) for word in by_length.get(near, ())]
            for length in range(longest + 1)
        ]

    def __contains__(self, word: str) -> bool:
        return word in self._exact

    def near(self, said: str) -> tuple[Slip, ...]:
        """Return the known words that `said` may be a slip of, fewest slips first; `said` itself is not one."""
        if not _SHORTEST <= len(said) < len(self._near_length):
            return ()
        digits = _digits(said)
        hits = _within_slips()(said, self._near_length[len(said)])
        found = [
            Slip(known, int(slips))
            for known, slips, _ in hits
            if 0 < slips <= slips_allowed(known) and _digits(known) == digits
        ]
        return tuple(sorted(found, key=lambda slip: slip.slips))


def closest(said: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate most like `said`, or None where nothing is like it. For hints only, never for facts."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    best = process.extractOne(said, list(candidates), scorer=OSA.normalized_similarity, score_cutoff=0.6)
    return best[0] if best else None


def nearest(said: str, candidates: Iterable[str], limit: int = 3) -> tuple[str, ...]:
    """Return up to `limit` candidates that look like `said`, most alike first. For hints only, never for facts."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    hits = process.extract(said, list(candidates), scorer=OSA.normalized_similarity, score_cutoff=0.5, limit=limit)
    return tuple(known for known, _, _ in hits)


def much_alike(said: str, candidates: Iterable[str]) -> frozenset[str]:
    """Return the candidates that say nearly the same as `said`, itself included; for pointing out, never for facts."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    folded = {one: fold(one) for one in candidates}
    hits = process.extract(fold(said), folded, scorer=OSA.normalized_similarity, score_cutoff=_MUCH_ALIKE, limit=None)
    return frozenset(known for _, _, known in hits)
