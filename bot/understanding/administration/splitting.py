"""Cutting what was typed behind an order into its parts, of which every letter and line end is kept."""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.text.tokens import tokenize

_PAIRS = {'"': '"', "“": "”", "„": "“”", "«": "»", "'": "'", "‘": "’"}
_COLON = re.compile(r"(?P<name>[^:\n]{1,100}?)\s*:(?=\s)(?P<rest>.*)", re.DOTALL)
_LABELLED = re.compile(r"(?:^|(?<=\s))\(?source:\s*(?P<source>[^\n]*?)\)?\s*$", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:^|(?<=\s))(?P<source><?https?://\S+?>?)\s*$")
_LONGEST_NAME = 12


class Split(NamedTuple):
    """A beginning, and what comes behind it."""

    first: str
    rest: str


def first_word(text: str) -> Split:
    """Cut off the first word."""
    parts = text.strip().split(maxsplit=1)
    return Split(parts[0] if parts else "", parts[1] if len(parts) > 1 else "")


def quoted(text: str) -> Split | None:
    """Cut off a beginning in quotation marks, and the colon that may follow; None where there is none."""
    text = text.strip()
    closing = _PAIRS.get(text[:1], "")
    ends = [place for mark in closing if (place := text.find(mark, 1)) > 1]
    if not ends:
        return None
    end = min(ends)
    return Split(text[1:end].strip(), text[end + 1 :].strip().removeprefix(":").strip())


def before_colon(text: str) -> Split | None:
    """Cut at the first colon that a blank follows; None where there is none, so that `20:00` and addresses stay."""
    found = _COLON.match(text.strip())
    return Split(found["name"].strip(), found["rest"].strip()) if found else None


def after_words(text: str, count: int) -> Split | None:
    """Cut behind the first `count` words as the reader counts them; None where a word goes on there."""
    seen = 0
    for number, chunk in enumerate(re.finditer(r"\S+", text)):
        seen += len(tokenize(chunk.group()).tokens)
        if seen >= count or number >= _LONGEST_NAME:
            return Split(text[: chunk.end()].strip(), text[chunk.end() :].strip()) if seen == count else None
    return None


def with_source(text: str) -> Split:
    """Cut a source off the end: `(source: …)`, `source: …`, or an address; a text that is nothing else stays whole."""
    text = text.strip()
    for form in (_LABELLED, _ADDRESS):
        found = form.search(text)
        if found and found["source"] and text[: found.start()].strip():
            return Split(text[: found.start()].strip(), found["source"].strip().strip("<>"))
    return Split(text, "")
