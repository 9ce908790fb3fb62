"""Numbers as people write them: `3`, `3rd`, `three`, and years in words: `twenty twenty-one`, `two thousand nine`."""

from __future__ import annotations

import re
from functools import lru_cache

_UNITS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
}
_TEENS = {
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
}
_TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "tens": 10,
    "twenties": 20,
}
_THOUSAND = 1000
_VALUES = {**_UNITS, **_TEENS, **_TENS, "oh": 0, "thousand": _THOUSAND}
_COUNTS = {**_UNITS, **_TEENS, "twenty": 20, "twice": 2, "thrice": 3}
_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)?")
_CENTURIES = (19, 20)


def _any(words: dict[str, int]) -> str:
    return f"(?:{'|'.join(words)})"


_UNIT, _TEEN = _any(_UNITS), _any(_TEENS)
_TEN = "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
# The last two digits of a year in words, a whole year, and a decade, as parts of a pattern.
TWO_DIGITS = rf"(?:{_TEEN}|{_TEN}(?:[ -]{_UNIT})?|oh[ -]{_UNIT})\b"
_ROUND = rf"(?! (?:and )?(?:{_TEEN}|{_TEN}|{_UNIT})\b)"
_IN_2000S = rf"two thousand(?:(?: and)? (?:{TWO_DIGITS}|{_UNIT})|{_ROUND})"
FOUR_DIGITS = rf"(?:(?:twenty|nineteen)[ -]{TWO_DIGITS}|{_IN_2000S})\b"
TENFOLD = r"twenty[ -](?:tens|twenties)\b"
BEGIN_YEARS = ("twenty", "nineteen", "thousand")


def count_of(said: str) -> int | None:
    """Return how many `said` says: `5`, `5th` and `five` are 5; None where it is no number up to 999."""
    digits = _ORDINAL.fullmatch(said)
    return int(digits[1]) if digits and digits[1].isascii() else _COUNTS.get(said)


@lru_cache(maxsize=1024)
def value_of(said: str) -> int:
    """Return the number that `said` writes, a match of one of the patterns above or plain digits."""
    if said.isdecimal():
        return int(said)
    numbers = [_VALUES[word] for word in re.findall("[a-z]+", said) if word in _VALUES]
    if _THOUSAND in numbers:
        return numbers[0] * _THOUSAND + sum(numbers[2:])
    is_year = numbers[0] in _CENTURIES and len(numbers) > 1 and numbers[1] not in range(1, 10)
    return numbers[0] * 100 + sum(numbers[1:]) if is_year else sum(numbers)
