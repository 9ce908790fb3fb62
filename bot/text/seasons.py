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


_PATTERN = re.compile(
    r"(?<![\w.])'?(?P<a>\d{4}|\d{2})(?:\s?(?P<join>[-/_]|\.\.|\bto\b|\bthrough\b|\bthru\b|\buntil\b|\btill\b|\band\b)"
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
    if lone := match["year"]:
        return Years(Spelling.YEAR, int(lone), int(lone), match.start("year"), match.end("year"))
    if short := match["short"]:
        year = 2000 + int(short)
        return Years(Spelling.YEAR, year, year, match.start(), match.end())
    first = _full(match["a"], 2000)
    last = _full(match["b"] or match["c"], first // 100 * 100)
    if not 1900 <= first <= 2099:
        return None
    joined = match["join"]
    if last == first + 1 and joined != "and":
        # Four digits on both sides of a word are a range of years: `2021 to 2022`, but `16 to 17` is a season.
        is_range = bool(joined) and joined.isalpha() and len(match["b"]) == 4
        return Years(Spelling.RANGE if is_range else Spelling.SEASON, first, last, match.start(), match.end())
    if joined and last > first and joined != "and" and (len(match["a"]) == 4 or joined in "-/"):
        return Years(Spelling.RANGE, first, last, match.start(), match.end())
    if len(match["a"]) == 4:
        return Years(Spelling.YEAR, first, first, match.start("a"), match.end("a"))
    return None


def _full(digits: str, century: int) -> int:
    return int(digits) if len(digits) == 4 else century + int(digits)
