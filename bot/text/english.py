"""Common English words: a word that is one is no misspelt name (`woman` is not Roman)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_ENDINGS = ("s", "es", "ed", "d", "er", "r", "ing", "ly")


def is_english(word: str) -> bool:
    """Say whether the folded `word` is a common English word of four letters or more, or a form of one."""
    listed = _words()
    if word in listed:
        return True
    return any(word.endswith(ending) and word.removesuffix(ending) in listed for ending in _ENDINGS)


def is_listed(word: str) -> bool:
    """Say whether the folded `word` itself is a common English word of four letters or more."""
    return word in _words()


@cache
def _words() -> frozenset[str]:
    """Read when the first word is neither a name nor a cue: most questions hold none."""
    # Not `importlib.resources`, which takes longer to load than the list to read.
    lines = Path(__file__).with_name("english.txt").read_text("ascii").splitlines()
    return frozenset([line for line in lines if line[:1] != "#"])
