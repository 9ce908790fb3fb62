"""Computed facts: who has most, what came first and last. Worked out from the tables, never stored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.knowledge.base import Knowledge, Race, RaceWin, SeasonTitle


@dataclass(frozen=True, slots=True)
class Rank:
    """One line of a ranking: the id of what is ranked, its figure, and its place (equal figures share one)."""

    id: str
    figure: int
    place: int


def ranked(ids: Iterable[str]) -> tuple[Rank, ...]:
    """Count `ids` and return them most first; equals share a place and keep the order they first came in."""
    counted = Counter(ids).most_common()
    places: dict[int, int] = {}
    for before, (_, figure) in enumerate(counted):
        places.setdefault(figure, before + 1)
    return tuple(Rank(one, figure, places[figure]) for one, figure in counted)


def titles_by_driver(titles: Sequence[SeasonTitle]) -> tuple[Rank, ...]:
    """Rank drivers by class titles."""
    return ranked(driver for one in titles for driver in one.title.drivers)


def titles_by_team(titles: Sequence[SeasonTitle]) -> tuple[Rank, ...]:
    """Rank teams by class titles; names of one team count together."""
    return ranked(one.title.team for one in titles)


def titles_by_nation(knowledge: Knowledge, titles: Sequence[SeasonTitle]) -> tuple[Rank, ...]:
    """Rank nations by driver titles: a crew of three counts three."""
    nations = (knowledge.drivers[driver].nation for one in titles for driver in one.title.drivers)
    return ranked(nation for nation in nations if nation)


def team_titles_by_nation(titles: Sequence[SeasonTitle]) -> tuple[Rank, ...]:
    """Rank nations by team titles, under the flag of the season."""
    return ranked(one.title.nation for one in titles)


def titles_by_class(titles: Sequence[SeasonTitle]) -> tuple[Rank, ...]:
    """Rank classes by the seasons in which they crowned champions."""
    return ranked(one.title.race_class for one in titles)


def wins_by_driver(wins: Sequence[RaceWin]) -> tuple[Rank, ...]:
    """Rank drivers by class wins in races on record."""
    return ranked(driver for won in wins for driver in won.win.drivers)


def wins_by_team(wins: Sequence[RaceWin]) -> tuple[Rank, ...]:
    """Rank teams by class wins in races on record."""
    return ranked(won.win.team for won in wins)


def visits(races: Sequence[Race]) -> tuple[Rank, ...]:
    """Rank circuits by races held."""
    return ranked(race.round.circuit for race in races)


def in_two_classes(knowledge: Knowledge, within: Sequence[str] = ()) -> tuple[tuple[str, tuple[SeasonTitle, ...]], ...]:
    """Return the drivers with titles in two classes or more, or in every class of `within`, with those titles."""
    found = []
    for driver, titles in knowledge.titles_of_driver.items():
        classes = {one.title.race_class for one in titles}
        if (set(within) <= classes) if len(within) > 1 else len(classes) > 1:
            found.append((driver, titles))
    return tuple(found)


def by_grid(races: Sequence[Race]) -> tuple[Race, ...]:
    """Return the races whose starters are on record, fewest first."""
    return tuple(sorted((race for race in races if race.round.starters), key=lambda race: race.round.starters or 0))
