"""Season spellings: `2016–17`, `2016/17`, `16/17`, `2016-2017`, `'22`, `2015 to 2018`, a lone year.

This file knows how seasons are written, not which ones there were.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto


class Spelling(Enum):
    """What a spelling of years can mean."""

    YEAR = auto()
    SEASON = auto()
    RANGE = auto()


@dataclass(frozen=True, slots=True)
class Years:
    """Years as written at `start:end` of a folded text. `first == last` for a lone year."""

    kind: Spelling
    first: int
    last: int
    start: int
    end: int


_DIGITS = 4
_CENTURY = 2000
_SENSIBLE = range(1900, 2100)
_PATTERN = re.compile(
    r"(?<![\w.])'?(?P<a>\d{4}|\d{2})(?:\s?(?P<join>[-/_]|\.\.|\bto\b|\bthrough\b|\bthru\b|\buntil\b|\btill\b)"
    r"\s?'?(?P<b>\d{4}|\d{2})|\s(?P<c>\d{2}))(?![\w/])"
    r"|(?<![\w.])(?P<year>(?:19|20)\d\d)(?!\w)"
    r"|(?<!\w)'(?P<short>\d\d)(?!\w)"
)


def find_years(text: str) -> tuple[Years, ...]:
    """Return every season, range and year written in the folded `text`, in order, none overlapping."""
    if not any(map(str.isdigit, text)):
        return ()
    found: list[Years] = []
    position = 0
    while match := _PATTERN.search(text, position):
        years = _read(match)
        if years is not None:
            found.append(years)
        # A pair that is none (`12/05`, `2009 24`) may still hide a year behind its first number.
        position = years.end if years is not None else match.start() + 1
    return tuple(found)


def _read(match: re.Match[str]) -> Years | None:
    lone = match["year"] or match["short"]
    if lone:
        year = _full(lone, _CENTURY)
        return Years(Spelling.YEAR, year, year, match.start(), match.end())
    first = _full(match["a"], _CENTURY)
    last = _full(match["b"] or match["c"], first // 100 * 100)
    kind = _kind(match, first, last)
    if kind is None or first not in _SENSIBLE:
        return None
    if kind is Spelling.YEAR:
        return Years(kind, first, first, match.start("a"), match.end("a"))
    return Years(kind, first, last, match.start(), match.end())


def _kind(match: re.Match[str], first: int, last: int) -> Spelling | None:
    """Say what two numbers are: a season, a range of years, or a year with a number behind it that is none."""
    join, written_out = match["join"], len(match["a"]) == _DIGITS
    if last == first + 1:
        # Four digits on both sides of a word are years: `2021 to 2022`. But `16 to 17` is a season.
        return Spelling.RANGE if join and join.isalpha() and len(match["b"]) == _DIGITS else Spelling.SEASON
    if join and last > first and (written_out or join in "-/"):
        return Spelling.RANGE
    return Spelling.YEAR if written_out else None


def _full(digits: str, century: int) -> int:
    return int(digits) if len(digits) == _DIGITS else century + int(digits)
