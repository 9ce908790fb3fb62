"""Cutting a question into tokens that know where they stood."""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.text.fold import WORD, fold, plain_word


class Token(NamedTuple):
    """One folded word and its place (`start`, `end`) in the folded text."""

    text: str
    start: int
    end: int


class Line(NamedTuple):
    """A folded question and its tokens."""

    text: str
    tokens: tuple[Token, ...]


# In capitals the country is meant, not "us"; where everything is shouted, nobody can tell.
_COUNTRY = re.compile(r"\b(?:US|U\.S\.(?:A\.)?)(?!\w)")


def tokenize(question: str) -> Line:
    """Fold `question` and cut it into words; marks between words are dropped, positions kept."""
    if "U" in question and not question.isupper():
        question = _COUNTRY.sub("USA", question)
    text = " ".join(fold(question).split())
    if "'" not in text:
        return Line(text, tuple([Token(m[0], *m.span()) for m in WORD.finditer(text)]))
    return Line(text, tuple([Token(plain_word(m[0]), *m.span()) for m in WORD.finditer(text)]))
