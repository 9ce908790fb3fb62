"""Every picture there is: each chart for each argument, and the pictures that answers carry by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import compared
import shipped

from bot.answering.pictures import Picture

# Answers whose picture is not that of a command or an entry.
RECORDS = (
    "record",
    "record drivers",
    "record teams",
    "record nations",
    "most class wins by driver",
    "most class wins by team",
    "most overall wins by driver",
    "record most visited circuit",
    "which make has most class wins",
    "champions by nation",
)
RANKED = (
    *[f"titles by {by}" for by in ("driver", "team", "nation", "class")],
    *[f"wins by {by}" for by in ("driver", "team", "nation")],
)


def charts() -> Iterator[str]:
    """Yield `chart` with every argument it can take; of what can be compared, one pair of each kind.

    `compared` has all pairs, and `narrowed` the rankings of one class or some seasons.
    """
    knowledge = shipped.knowledge()
    yield from (f"chart {ranked}" for ranked in RANKED)
    yield from ("chart titles", "chart wins", "chart titles by team LMP2", "chart titles by team LMP3")
    yield from ("chart seasons", "chart circuits", "chart calendar", "chart map")
    yield from (f"chart calendar {season.id}" for season in knowledge.held)
    yield from (f"chart calendar {year}" for year in (2015, 2016, 2024))
    yield from (f"chart {season.id}" for season in knowledge.held)
    yield from (f"chart {one.name}" for one in (*knowledge.circuits.values(), *knowledge.classes.values()))
    yield from (f"chart circuits {season.id}" for season in knowledge.held)
    countries = dict.fromkeys(one.country for one in knowledge.circuits.values())
    yield from (f"chart circuits {knowledge.countries[one].name}" for one in countries)
    yield from (f"chart compare {pairs()[0][0]} and {pairs()[0][1]}" for pairs in compared.KINDS.values())


def narrowed() -> Iterator[str]:
    """Yield the rankings within one class, one season, or the seasons since one; of some there is no picture."""
    knowledge = shipped.knowledge()
    scopes = (*[one.name for one in knowledge.classes.values()], *[one.id for one in knowledge.held])
    yield from (f"chart {ranked} {scope}" for ranked in RANKED for scope in scopes)
    yield from (f"chart {ranked} since {season.id}" for ranked in RANKED for season in knowledge.held[1:])


def pages() -> Iterator[str]:
    """Yield the questions whose answers carry a picture by themselves."""
    knowledge = shipped.knowledge()
    yield from RECORDS
    yield from (f"circuit {one.name}" for one in knowledge.circuits.values())
    yield from (f"class {one.name}" for one in knowledge.classes.values())
    yield from (f"season {one.id}" for one in knowledge.held)
    yield from ("compare Germany and France", "compare 2021 2022", "circuits Japan", "classes", "seasons")


@cache
def picture(question: str) -> Picture:
    """Return the picture of the answer to `question`."""
    found = shipped.assistant().reply(question).picture
    assert found is not None, f"no picture goes with the answer to “{question}”"
    return found


@cache
def every() -> tuple[Picture, ...]:
    """Return all of them, each once."""
    return tuple(dict.fromkeys(picture(question) for question in (*charts(), *pages())))
