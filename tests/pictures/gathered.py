"""Every picture there is: each chart for each argument, and the pictures that answers carry by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations, pairwise

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
NAMES_SHOWN = 5


def charts() -> Iterator[str]:
    """Yield `chart` with every argument it can take; of two people or teams those with the longest names."""
    knowledge = shipped.knowledge()
    yield from (f"chart titles by {by}" for by in ("driver", "team", "nation", "class"))
    yield from (
        f"chart titles by team {one.name}" for one in knowledge.classes.values() if one.name in ("LMP2", "LMP3")
    )
    yield from ("chart titles", "chart seasons", "chart circuits", "chart calendar", "chart map")
    yield from (f"chart calendar {season.id}" for season in knowledge.held)
    yield from (f"chart calendar {year}" for year in (2015, 2016, 2024))
    circuits = [one.name for one in knowledge.circuits.values()]
    yield from (f"chart compare {one} and {other}" for one, other in combinations(circuits, 2))
    yield from (f"chart compare {one.id} and {other.id}" for one, other in pairwise(knowledge.held))
    drivers = sorted((one.name for one in knowledge.champion_drivers()), key=len)[-NAMES_SHOWN:]
    teams = sorted((knowledge.teams[one].name for one in knowledge.titles_of_team), key=len)[-NAMES_SHOWN:]
    for names in (drivers, teams, ["LMP2", "LMP3", "GT Am", "GT Cup", "Hypercar"]):
        yield from (f"chart compare {one} and {other}" for one, other in pairwise(names))


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
