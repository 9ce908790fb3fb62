"""Small words: lists, plurals, dates, lengths, flags. Nothing here looks anything up."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from functools import cache

from bot.knowledge.model import Country

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
NTH = {2: "second", 3: "third", 4: "fourth", 5: "fifth", 6: "sixth"}
_MILE = 1.609344
_REGIONAL_A = 0x1F1E6
_NO_NAMES = frozenset({"The", "It", "Its", "In", "A", "An", "One", "No", "Champions", "Planned", "Called"})
_WITH_ARTICLE = ("United ", "Netherlands", "Philippines")


def flag(country: Country) -> str:
    """Return the flag of `country` as emoji; terminals without it show the two letters."""
    return _flag(country.alpha2)


@cache
def _flag(alpha2: str) -> str:
    return "".join(chr(_REGIONAL_A + ord(letter) - ord("A")) for letter in alpha2)


def the(country: Country) -> str:
    """Return the country's name as it stands in a sentence: `the United Kingdom`, `France`."""
    return f"the {country.name}" if country.name.startswith(_WITH_ARTICLE) else country.name


def listed(items: Iterable[str], last: str = "and") -> str:
    """Return `A`, `A and B` or `A, B and C`."""
    parts = list(items)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}" if len(parts) > 1 else "".join(parts)


def count(number: int, one: str, many: str | None = None) -> str:
    """Return `1 title`, `3 titles`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def plural(number: int, one: str, many: str) -> str:
    """Return `one` for a single thing, `many` for any other number."""
    return one if number == 1 else many


def capital(text: str) -> str:
    """Return `text` with its first letter large."""
    return text[:1].upper() + text[1:]


def lower(text: str) -> str:
    """Return `text` with its first letter small, unless it begins with an abbreviation."""
    return text[0].lower() + text[1:] if text[1:2].islower() else text


def sentence(text: str) -> str:
    """Return `text` with a capital in front and a full stop behind it."""
    return capital(text) if text.endswith((".", "!", "?")) else f"{capital(text)}."


def within(text: str) -> str:
    """Return a remark as it stands inside brackets: small first letter, no full stop."""
    return lower(text.rstrip("."))


def inside(text: str) -> str:
    """Return a statement that may begin with a name as it stands inside a sentence."""
    said = text.rstrip(".")
    return lower(said) if said.split(maxsplit=1)[0] in _NO_NAMES else said


def day(date: datetime.date) -> str:
    """Return `12 February 2022`."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def days(first: datetime.date, last: datetime.date) -> str:
    """Return `from 13 to 20 February 2021`: of the first day only what the last does not say as well."""
    if first == last:
        return f"on {day(first)}"
    month = "" if (first.year, first.month) == (last.year, last.month) else f" {MONTHS[first.month - 1]}"
    year = "" if first.year == last.year else f" {first.year}"
    return f"from {first.day}{month}{year} to {day(last)}"


def moment(when: str) -> str:
    """Return a partial ISO date in words: `2009`, `October 2009`, `30 October 2009`."""
    year, *rest = when.split("-")
    if not rest:
        return year
    month = MONTHS[int(rest[0]) - 1]
    return f"{int(rest[1])} {month} {year}" if len(rest) > 1 else f"{month} {year}"


def at_moment(when: str) -> str:
    """Return a partial ISO date as it stands in a sentence: `in 2009`, `on 30 October 2009`."""
    return f"{'on' if when.count('-') > 1 else 'in'} {moment(when)}"


def kilometres(length: float) -> str:
    """Return `5.543 km (3.444 mi)`, `5.39 km (3.349 mi)`."""
    return f"{length:.3f}".rstrip("0").rstrip(".") + f" km ({length / _MILE:.3f} mi)"
