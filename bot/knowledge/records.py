"""Computed facts: who has most, what came first and last. Worked out from the tables, never stored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.knowledge.base import Race, SeasonTitle


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


def best(ranks: Sequence[Rank]) -> tuple[Rank, ...]:
    """Return the first of `ranks` and all that share its place."""
    return tuple([rank for rank in ranks if rank.place == 1])


def in_classes(
    titles_of: Mapping[str, tuple[SeasonTitle, ...]], number: int, within: Sequence[str] = (), *, at_once: bool = False
) -> tuple[tuple[str, tuple[SeasonTitle, ...]], ...]:
    """Return the drivers or teams with titles in `number` classes or more, or in every class of `within`.

    With them come those titles; `at_once` asks for all of them in one season.
    """
    found = []
    for one, titles in titles_of.items():
        for some in _by_season(titles) if at_once else [titles]:
            classes = {title.title.race_class for title in some}
            if set(within) <= classes if within else len(classes) >= number:
                found.append((one, some))
    return tuple(found)


def _by_season(titles: Sequence[SeasonTitle]) -> list[tuple[SeasonTitle, ...]]:
    seasons = dict.fromkeys(title.season.id for title in titles)
    return [tuple([title for title in titles if title.season.id == season]) for season in seasons]


def by_grid(races: Sequence[Race]) -> tuple[Race, ...]:
    """Return the races whose starters are on record, fewest first."""
    return tuple(sorted((race for race in races if race.round.starters), key=lambda race: race.round.starters or 0))


def in_a_row(titles: Sequence[SeasonTitle], held: Sequence[str]) -> tuple[tuple[SeasonTitle, ...], ...]:
    """Return `titles`, in order of season, cut wherever a season of `held` went by without one."""
    rows: list[list[SeasonTitle]] = []
    for one in titles:
        place = held.index(one.season.id)
        if rows and place - held.index(rows[-1][-1].season.id) <= 1:
            rows[-1].append(one)
        else:
            rows.append([one])
    return tuple(tuple(row) for row in rows)
