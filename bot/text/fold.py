"""One fold for everything people and files write: what looks the same to a reader compares equal."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = {"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i", "ħ": "h"}
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣－"), "-")
_QUOTES = dict.fromkeys(map(ord, "‘’‚‛′`´ʼ＇"), "'") | dict.fromkeys(map(ord, "“”„‟″«»＂"), '"')
_PLAIN = str.maketrans(_LETTERS) | _DASHES | _QUOTES
_DROPPED = {"Mn", "Me", "Cf", "Cs", "Cc"}


def fold(text: str) -> str:
    """Return `text` in lower case, without accents or invisible characters, with plain dashes and quotes."""
    # Of what is not plain, seasons are written with this dash more often than all else is.
    text = text.replace("–", "-")
    if text.isascii() and text.isprintable() and "`" not in text:
        return text.lower()
    return "".join(map(_fold_character, unicodedata.normalize("NFC", text)))


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    if character in "\t\n\r\v\f":
        return " "
    plain = unicodedata.normalize("NFKD", character.casefold().translate(_PLAIN)).casefold().translate(_PLAIN)
    return "".join(mark for mark in plain if unicodedata.category(mark) not in _DROPPED)


_CONTRACTED = re.compile(r"'(?:s|d|ve|ll|re|m)$")
WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


def words(text: str) -> tuple[str, ...]:
    """Return the folded words of `text`, as `tokens.tokenize` would cut them."""
    # Nearly all phrases of the vocabulary, thousands of them, are plain letters and spaces.
    if text.isascii() and text.replace(" ", "").isalnum():
        return tuple(text.lower().split())
    return tuple([plain_word(word) for word in WORD.findall(fold(text))])


def plain_word(word: str) -> str:
    """Return a folded word without what is contracted into it and without apostrophes: `who's`, `who'd` → `who`."""
    if "'" not in word:
        return word
    return _CONTRACTED.sub("", word).replace("'", "")
