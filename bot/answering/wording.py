"""Small words: flags, lists, plurals, dates."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from bot.knowledge.base import Knowledge, Race, RaceWin, SeasonTitle
from bot.knowledge.model import Country, Season

_MONTHS = [
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
]
_REGIONAL_A = 0x1F1E6
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def flag(country: Country) -> str:
    """Return the flag of `country` as emoji; terminals without it show the two letters."""
    return "".join(chr(_REGIONAL_A + ord(letter) - ord("A")) for letter in country.alpha2)


def listed(items: Iterable[str], last: str = "and") -> str:
    """Return `A`, `A and B` or `A, B and C`."""
    parts = list(items)
    return f" {last} ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)


def count(number: int, one: str, many: str | None = None) -> str:
    """Return `1 title`, `3 titles`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def in_words(number: int) -> str:
    """Return small numbers as words: `three`."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else str(number)


def day(date: datetime.date) -> str:
    """Return `12 February 2022`."""
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


def moment(when: str) -> str:
    """Return a partial ISO date in words: `2009`, `October 2009`, `30 October 2009`."""
    year, *rest = when.split("-")
    if not rest:
        return year
    month = _MONTHS[int(rest[0]) - 1]
    return f"{int(rest[1])} {month} {year}" if len(rest) > 1 else f"{month} {year}"


def kilometres(length: float) -> str:
    """Return `5.543 km (3.444 mi)`."""
    return f"{length:.3f} km ({length / 1.609344:.3f} mi)"


def driver(knowledge: Knowledge, driver_id: str) -> str:
    """Return a driver's name behind the flag, where the nation is known."""
    one = knowledge.drivers[driver_id]
    return f"{flag(knowledge.countries[one.nation])} {one.name}" if one.nation else one.name


def drivers(knowledge: Knowledge, ids: Sequence[str]) -> str:
    """Return a crew as a list with flags."""
    return listed(driver(knowledge, one) for one in ids)


def entrant(knowledge: Knowledge, one: SeasonTitle) -> str:
    """Return the champion team's name of its day behind the flag it raced under."""
    return f"{flag(knowledge.countries[one.title.nation])} {one.title.entrant}"


def title_line(knowledge: Knowledge, one: SeasonTitle) -> str:
    """Return the champions of one title: crew and team."""
    return f"{drivers(knowledge, one.title.drivers)} – {entrant(knowledge, one)}"


def class_name(knowledge: Knowledge, class_id: str) -> str:
    """Return a class's name."""
    return knowledge.classes[class_id].name


def classes(knowledge: Knowledge, ids: Iterable[str]) -> str:
    """Return class names as a list."""
    return listed(class_name(knowledge, one) for one in ids)


def labels(knowledge: Knowledge, ids: Iterable[str]) -> str:
    """Return season labels as a list."""
    return listed(knowledge.seasons[one].label for one in ids)


def seasons(found: Iterable[Season]) -> str:
    """Return season labels as a list."""
    return listed(season.label for season in found)


def race_label(race: Race) -> str:
    """Return `4 Hours of Fuji (2016–17, round 2, 4 December 2016)`."""
    one = race.round
    return f"{one.name} ({race.season.label}, round {one.round}, {day(one.date)})"


def win_line(knowledge: Knowledge, won: RaceWin) -> str:
    """Return `LMP2: crew – #8 entrant (car)`, with what is uncertain."""
    win = won.win
    crew = drivers(knowledge, win.drivers) if win.drivers else "crew not recorded"
    if win.disputed:
        crew += f" (sources differ on {drivers(knowledge, win.disputed)})"
    elif win.drivers and not win.complete:
        crew += " (crew incomplete)"
    number = f"#{win.number} " if win.number else ""
    car = f", {win.car}" if win.car else ""
    overall = " (overall winners)" if win.overall else ""
    return f"{class_name(knowledge, win.race_class)}: {crew} – {number}{win.entrant}{car}{overall}"
