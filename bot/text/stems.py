"""Word stems, so that `cancelled` finds `cancel`: the only file that imports a stemmer."""

from __future__ import annotations

from functools import lru_cache

from snowballstemmer.english_stemmer import EnglishStemmer  # type: ignore[import-untyped]

_SHORTEST = 3
_STEMMER = EnglishStemmer()


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Return the English stem of a folded word."""
    return str(_STEMMER.stemWord(word)) if word.isascii() and len(word) > _SHORTEST else word
