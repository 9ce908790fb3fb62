"""Word stems, so that `cancelled` finds `cancel`: the only file that imports a stemmer."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

_SHORTEST = 3


@lru_cache(maxsize=1)
def _stemmer() -> Callable[[str], str]:
    # Loaded on first use: a command needs no stems, and the package takes longer to load than to answer.
    from snowballstemmer.english_stemmer import EnglishStemmer  # type: ignore[import-untyped]

    return EnglishStemmer().stemWord  # type: ignore[no-any-return]


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Return the English stem of a folded word."""
    return _stemmer()(word) if word.isascii() and len(word) > _SHORTEST else word
