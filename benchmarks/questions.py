"""Many different questions, made from the facts themselves: commands, and questions in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from random import Random

from bot.knowledge.base import Knowledge

_ABOUT_DRIVERS = (
    "when did {} win the title",
    "which team did {} win with",
    "how many titles does {} have",
    "where is {} from",
    "who were the co drivers of {}",
)
_ABOUT_TEAMS = ("how many titles has {} won", "which drivers won with {}", "tell me about {}", "where is {} from")
_ABOUT_CIRCUITS = (
    "how long is {}",
    "where is {}",
    "how many turns does {} have",
    "when did they first race at {}",
    "who won the last race at {}",
)
_ABOUT_CLASSES = ("when was {} introduced", "what replaced {}", "which cars raced in {}", "who won {} most often")
_ABOUT_SEASONS = (
    "which classes raced in {}",
    "who won in {}",
    "where did they race in {}",
    "how many races were there in {}",
    "what happened in {}",
)


def commands(knowledge: Knowledge) -> Iterator[str]:
    """Yield commands on everything there is."""
    for one in knowledge.titles:
        yield f"!champion {knowledge.classes[one.title.race_class].name} {one.season.label}"
    for season in knowledge.held:
        yield from (f"!{command} {season.id}" for command in ("season", "calendar", "champion", "classes", "circuits"))
    for race in knowledge.races:
        yield f"!race {knowledge.circuits[race.round.circuit].name} {race.season.id}"
    for driver in knowledge.drivers.values():
        yield from (f"!driver {name}" for name in (driver.name, driver.name.split()[-1], *driver.aliases))
    for team in knowledge.teams.values():
        yield from (f"!team {name}" for name in (team.name, *team.aliases))
    for circuit in knowledge.circuits.values():
        yield from (f"!circuit {name}" for name in (circuit.name, *circuit.aliases))
    for race_class in knowledge.classes.values():
        yield from (f"!{command} {race_class.name}" for command in ("class", "champion", "record drivers"))
    names = [driver.name for driver in knowledge.champion_drivers()]
    yield from (f"!compare {one} and {other}" for one, other in pairwise(names))


def plain(knowledge: Knowledge) -> Iterator[str]:
    """Yield questions in plain words, some on names the series never had."""
    for one in knowledge.titles:
        name = knowledge.classes[one.title.race_class].name
        yield from (f"who won {name} in {said}" for said in (one.season.label, one.season.id))
        yield f"which team won the {name} title in {one.season.id}?"
    for race in knowledge.races:
        yield f"who won at {knowledge.circuits[race.round.circuit].name} in {race.round.date.year}"
    yield from _filled(_ABOUT_DRIVERS, (driver.name for driver in knowledge.champion_drivers()))
    yield from _filled(_ABOUT_TEAMS, (knowledge.teams[team].name for team in knowledge.titles_of_team))
    yield from _filled(_ABOUT_CIRCUITS, (circuit.name for circuit in knowledge.circuits.values()))
    yield from _filled(_ABOUT_CLASSES, (race_class.name for race_class in knowledge.classes.values()))
    yield from _filled(_ABOUT_SEASONS, (season.label for season in knowledge.held))
    yield from (f"tell me about {entry.terms[0]}" for entry in knowledge.history)
    yield from (f"who won {name} in 2019-20" for name in ("Le Mans", "Formula 1", "Monza", "LMH", "the Daytona 500"))


def _filled(patterns: tuple[str, ...], names: Iterator[str]) -> Iterator[str]:
    return (pattern.format(name) for name in names for pattern in patterns)


def sample(questions: Iterator[str], dice: Random, most: int) -> list[str]:
    """Return up to `most` of `questions`, none twice however it is written, in an order of chance."""
    different = list({question.casefold(): question for question in questions}.values())
    return dice.sample(different, min(most, len(different)))
