"""Every command with everything it can take: the questions, by what they are about."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from random import Random

from shipped import spellings

from bot.knowledge.base import Knowledge
from bot.knowledge.model import Circuit, Driver, RaceClass, Team
from bot.understanding.commands import COMMANDS
from bot.understanding.queries import RecordKind

RECORDS = {
    RecordKind.ALL: "record",
    RecordKind.GRID: "record smallest grid",
    RecordKind.FIRSTS: "record firsts",
    RecordKind.LASTS: "record lasts",
}


def names_of_driver(driver: Driver) -> tuple[str, ...]:
    return tuple(dict.fromkeys((driver.name, *driver.aliases, *(native.text for native in driver.native))))


def names_of_team(knowledge: Knowledge, team: Team) -> tuple[str, ...]:
    """Return every name of `team`, those on the entry lists of its titles and wins included."""
    raced = [one.title.entrant for one in knowledge.titles_of_team.get(team.id, ())]
    raced += [won.win.entrant for won in knowledge.wins_of_team.get(team.id, ())]
    kept = (team.name, *(used.name for used in team.names), *team.aliases, *(native.text for native in team.native))
    return tuple(dict.fromkeys((*kept, *raced)))


def names_of_circuit(circuit: Circuit) -> tuple[str, ...]:
    former = (used.name for used in circuit.names)
    return tuple(dict.fromkeys((circuit.name, *circuit.aliases, *former, *(n.text for n in circuit.native))))


def names_of_class(race_class: RaceClass) -> tuple[str, ...]:
    return tuple(dict.fromkeys((race_class.name, *race_class.aliases)))


def about_names(knowledge: Knowledge) -> Iterator[str]:
    """Yield the commands that take a name, with every name there is."""
    for race_class in knowledge.classes.values():
        for name in names_of_class(race_class):
            yield from (f"{command} {name}" for command in ("champion", "class", "!class", "season"))
    for driver in knowledge.drivers.values():
        yield from (f"driver {name}" for name in names_of_driver(driver))
    for team in knowledge.teams.values():
        yield from (f"team {name}" for name in names_of_team(knowledge, team))
    for circuit in knowledge.circuits.values():
        yield from (f"{command} {name}" for name in names_of_circuit(circuit) for command in ("circuit", "race"))
    for country in {circuit.country for circuit in knowledge.circuits.values()}:
        yield f"circuits {knowledge.countries[country].name}"


def about_seasons(knowledge: Knowledge) -> Iterator[str]:
    """Yield the commands that take a season, with every season however spelt."""
    for season in knowledge.held:
        for said in spellings(season):
            for command in ("champion", "season", "calendar", "circuits", "classes", "history"):
                yield f"{command} {said}"
        for race_class in season.classes:
            yield f"class {knowledge.classes[race_class].name} {season.id}"
        for one in season.rounds:
            yield f"race round {one.round} {season.id}"
            yield f"race {knowledge.circuits[one.circuit].name} {season.id}"


def about_the_rest(knowledge: Knowledge) -> Iterator[str]:
    """Yield records, comparisons, topics, facts and help."""
    yield from RECORDS.values()
    yield from (command.name for command in COMMANDS if command.name in ("champion", "calendar", "history", "series"))
    yield from ("circuits", "circuits current", "classes", "help", "hello", "thanks")
    yield from (f"help {command.name}" for command in COMMANDS)
    # Misspelt, they are guessed, asked about or not known.
    yield from (f"!{command.name[0]}{command.name[2:]}" for command in COMMANDS)
    yield from (example for command in COMMANDS for example in command.examples)
    yield from (f"history {topic.title}" for topic in knowledge.topics)
    yield from (f"series {fact.name}" for fact in knowledge.series.facts)
    for pair in pairs(knowledge):
        yield "compare {} and {}".format(*pair)


def pairs(knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    """Yield every pair of circuits, classes and seasons, and a sample of the pairs of champions and their teams."""
    yield from combinations((circuit.name for circuit in knowledge.circuits.values()), 2)
    yield from combinations((race_class.name for race_class in knowledge.classes.values()), 2)
    yield from combinations((season.id for season in knowledge.held), 2)
    sample = Random(2009)
    drivers = [driver.name for driver in knowledge.champion_drivers()]
    teams = [knowledge.teams[team].name for team in knowledge.titles_of_team]
    for names in (drivers, teams):
        yield from ((one, other) for one, other in (sample.sample(names, 2) for _ in range(60)))


def every_question(knowledge: Knowledge) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*about_names(knowledge), *about_seasons(knowledge), *about_the_rest(knowledge))))
