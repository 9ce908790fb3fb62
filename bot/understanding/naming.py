"""The names of things, for choices, notes and hints."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import copy

from bot.knowledge.base import Knowledge
from bot.text.similarity import nearest
from bot.understanding.outcomes import Unclear
from bot.understanding.spans import Kind, Ref


class Naming:
    """Knows what everything is called."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._names: Mapping[Kind, Callable[[str], str]] = {
            Kind.DRIVER: lambda one: knowledge.drivers[one].name,
            Kind.TEAM: lambda one: knowledge.teams[one].name,
            Kind.CIRCUIT: lambda one: knowledge.circuits[one].name,
            Kind.RACE: lambda one: one.partition(":")[2] or knowledge.circuits[one].race,
            Kind.CLASS: lambda one: knowledge.classes[one].name,
            Kind.MAKE: lambda one: knowledge.vocabulary.makes[one][0],
            Kind.MODEL: lambda one: one,
            Kind.REGION: lambda one: knowledge.vocabulary.regions[one][0],
            Kind.DESIGNER: lambda one: one,
            Kind.LOCALITY: lambda one: one,
            Kind.COUNTRY: lambda one: knowledge.countries[one].name,
            Kind.FACT: lambda one: next(fact.name for fact in knowledge.series.facts if fact.id == one),
            Kind.TOPIC: lambda one: next(topic.title for topic in knowledge.topics if topic.id == one),
        }
        self._labels: Mapping[str, tuple[str, ...]] = {
            "driver": tuple(driver.name for driver in knowledge.champion_drivers()),
            "team": tuple(knowledge.teams[team].name for team in knowledge.titles_of_team),
            "circuit": tuple(circuit.name for circuit in knowledge.circuits.values()),
            "race": tuple(circuit.race for circuit in knowledge.circuits.values()),
            "class": tuple(race_class.name for race_class in knowledge.classes.values()),
            "topic": tuple(topic.title for topic in knowledge.topics),
        }

    def knowing(self, topics: Mapping[str, str]) -> Naming:
        """Return the same with the names of a server's own `topics`, by their ids."""
        other = copy(self)
        other._names = {**self._names, Kind.LOCAL: topics.__getitem__}
        other._labels = {**self._labels, "topic": (*self._labels["topic"], *topics.values())}
        return other

    def name(self, ref: Ref) -> str:
        """Return the full name of `ref`."""
        return self._names[ref.kind](ref.id)

    def unknown(self, said: str, kind: str) -> Unclear:
        """Say that `said` is nothing known, with the names of `kind` that look most like it."""
        return Unclear("unknown_name", said, kind, nearest(said, self._labels.get(kind, ())))
