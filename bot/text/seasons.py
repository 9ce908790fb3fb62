"""Spellings of times: `2016–17`, `16/17`, `'22`, `2015 to 2018`, `the 2010s`, `20/4/2013`, `twenty twenty-one`.

This file knows how seasons are written, not which ones there were.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum, auto
from typing import NamedTuple

from bot.text.numbers import BEGIN_YEARS, FOUR_DIGITS, TENFOLD, TWO_DIGITS, value_of


class Spelling(Enum):
    """What a spelling of years can mean. `SEASONS` is a range between two seasons, `RANGE` one between years."""

    YEAR = auto()
    SEASON = auto()
    RANGE = auto()
    SEASONS = auto()
    DECADE = auto()
    DAY = auto()


class Years(NamedTuple):
    """Years as written at `start:end` of a folded text. `first == last` for a lone year and for a day."""

    kind: Spelling
    first: int
    last: int
    start: int
    end: int
    month: int | None = None
    day: int | None = None


_DIGITS = 4
_CENTURY = 2000
_DECADE = 9
_SENSIBLE = range(1900, 2100)
_TO = r"-|/|_|\.\.|\bto\b|\bthrough\b|\bthru\b|\buntil\b|\btill\b"
_PATTERN = re.compile(
    r"(?<![\w.])(?:(?P<y>\d{4})-(?P<m>\d\d?)-(?P<d>\d\d?)|(?P<one>\d\d?)(?P<dot>[./-])(?P<two>\d\d?)(?P=dot)(?P<of>\d{4}|\d\d))(?![\w/])"
    rf"|(?<!\w)(?P<decade>(?:19|20)\d0(?=s\b)|{TENFOLD})(?:s\b)?"
    r"|(?<=between )'?(?P<from>\d{4}) and '?(?P<till>\d\d)(?![\w/-])"
    rf"|(?<![\w.])'?(?P<a>\d{{4}}|\d\d|{FOUR_DIGITS})(?:\s?(?P<join>{_TO})"
    rf"\s?'?(?P<b>\d{{4}}|\d\d|{FOUR_DIGITS}|{TWO_DIGITS})|\s(?P<c>\d\d|{TWO_DIGITS}))(?![\w/])"
    rf"|(?<![\w.])(?:(?P<year>(?:19|20)\d\d|{FOUR_DIGITS})|2k(?P<thousand>\d\d))(?!\w)"
    r"|(?<!\w)'(?P<short>\d\d)(?!\w)"
)
# What no spelling of years is without; most questions are seen to hold none by that.
_MAY_HOLD = re.compile(rf"\d|{'|'.join(BEGIN_YEARS)}")
# What may stand before it: "two " before thousand, or an apostrophe.
_LONGEST_BEFORE = 4
_BETWEEN_SEASONS = re.compile(rf"\s?(?:{_TO})\s?'?")


def find_years(text: str) -> tuple[Years, ...]:
    """Return every season, range, year and day written in the folded `text`, in order, none overlapping."""
    sign = _MAY_HOLD.search(text)
    if sign is None:
        return ()
    return tuple(_ranges(text, _spelled(text, max(sign.start() - _LONGEST_BEFORE, 0))))


def _spelled(text: str, position: int) -> Iterator[Years]:
    """Yield what is spelled in `text` from `position` on."""
    while match := _PATTERN.search(text, position):
        years = _read(match)
        if years is not None:
            yield years
        # A pair that is none (`12/05`, `2009 24`) may still hide a year behind its first number.
        position = years.end if years is not None else match.start() + 1


def _ranges(text: str, found: Iterable[Years]) -> Iterator[Years]:
    """Yield `found` with two seasons that a `to` joins made one range: `15/16 to 18/19`."""
    before: Years | None = None
    for years in found:
        if before is not None:
            joined = _BETWEEN_SEASONS.fullmatch(text, before.end, years.start)
            pair = before.kind is years.kind is Spelling.SEASON
            if joined and pair and before.first < years.first:
                before = before._replace(kind=Spelling.SEASONS, last=years.last, end=years.end)
                continue
            yield before
        before = years
    if before is not None:
        yield before


def _read(match: re.Match[str]) -> Years | None:
    if match["y"] or match["of"]:
        return _day(match)
    lone = match["year"] or match["thousand"] or match["short"]
    if lone:
        year = _full(lone, _CENTURY)
        return Years(Spelling.YEAR, year, year, match.start(), match.end())
    if match["decade"]:
        year = value_of(match["decade"])
        return Years(Spelling.DECADE, year, year + _DECADE, match.start(), match.end())
    return _pair(match)


def _pair(match: re.Match[str]) -> Years | None:
    if match["from"]:
        first = int(match["from"])
        last = _full(match["till"], first // 100 * 100)
        return Years(Spelling.RANGE, first, last, match.start(), match.end()) if first < last else None
    first = _full(match["a"], _CENTURY)
    last = _full(match["b"] or match["c"], first // 100 * 100)
    kind = _kind(match, first, last)
    if kind is None or first not in _SENSIBLE:
        return None
    if kind is Spelling.YEAR:
        return Years(kind, first, first, match.start("a"), match.end("a"))
    return Years(kind, first, last, match.start(), match.end())


def _day(match: re.Match[str]) -> Years | None:
    """Read a date: the day before the month, as the series writes it, unless only the other way there is such a day."""
    year = _full(match["y"] or match["of"], _CENTURY)
    one, two = (match["d"], match["m"]) if match["y"] else (match["one"], match["two"])
    orders = [(int(one), int(two))] if match["y"] else [(int(one), int(two)), (int(two), int(one))]
    for day, month in orders:
        if is_day(year, month, day) and year in _SENSIBLE:
            return Years(Spelling.DAY, year, year, match.start(), match.end(), month, day)
    return None


def is_day(year: int, month: int, day: int) -> bool:
    """Say whether the calendar has that day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _kind(match: re.Match[str], first: int, last: int) -> Spelling | None:
    """Say what two numbers are: a season, a range of years, or a year with a number behind it that is none."""
    join, written_out = match["join"], first == _full(match["a"], 0)
    if last == first + 1:
        # Four digits on both sides of a word are years: `2021 to 2022`. But `16 to 17` is a season.
        whole = last == _full(match["b"] or match["c"], 0)
        return Spelling.RANGE if join and join.isalpha() and whole else Spelling.SEASON
    if join and last > first and (written_out or join in "-/"):
        return Spelling.RANGE
    return Spelling.YEAR if written_out else None


def _full(said: str, century: int) -> int:
    """Return the year of `said`: whole, or two digits (or their words) of `century`."""
    value = value_of(said)
    return value if value >= _CENTURY // 2 or (len(said) == _DIGITS and said.isdecimal()) else century + value
