"""Whose a line of standings is: sources print surnames, short names of teams, numbers of cars and crews."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from bot.knowledge.base import Knowledge
from bot.knowledge.kept import kept
from bot.knowledge.model import Placing
from bot.text.fold import words
from bot.understanding.spans import Kind, Ref

_NUMBER = re.compile(r"#\d+")
_PEOPLE = re.compile(r"[/()]")


def is_line_of(knowledge: Knowledge, who: Ref, line: Placing) -> bool:
    """Say whether a line is that of `who`: a driver by the whole name or a surname nobody shares, a team by its names.

    Names are compared by whole words, so that Ip is not in Philippe, nor JOTA in Jackie Chan DC Racing X Jota.
    """
    if who.kind is Kind.DRIVER:
        return any(_is_driver(knowledge, who.id, words(part)) for part in _PEOPLE.split(_NUMBER.sub("", line.name)))
    return not _names_of_team(knowledge, who.id).isdisjoint(_team_called(knowledge, line.name))


def _is_driver(knowledge: Knowledge, driver: str, said: tuple[str, ...]) -> bool:
    one = knowledge.drivers[driver]
    for name in map(words, (one.name, *one.aliases)):
        if said == name or (said and said[-1] == name[-1] and set(said) < set(name)):
            is_surname = len(said) == 1 or said == name[-len(said) :]
            return said == name or not is_surname or _bearers(knowledge)[name[-1]] == 1
    return False


@kept(4)
def _bearers(knowledge: Knowledge) -> Mapping[str, int]:
    """Return how many drivers bear each surname."""
    return Counter(words(one.name)[-1] for one in knowledge.drivers.values())


@kept(256)
def _names_of_team(knowledge: Knowledge, team: str) -> frozenset[tuple[str, ...]]:
    one = knowledge.teams[team]
    entrants = [title.title.entrant for title in knowledge.titles_of_team.get(team, ())]
    names = (one.name, *one.aliases, *[used.name for used in one.names], *entrants)
    return frozenset(_telling(knowledge, words(name)) for name in names)


def _team_called(knowledge: Knowledge, said: str) -> set[tuple[str, ...]]:
    """Return what a line calls a team, without the number of a car, and without the make of one."""
    name = words(_NUMBER.sub("", said.partition("(")[0]))
    makes = {word for names in knowledge.vocabulary.makes.values() for one in names for word in words(one)}
    called = {_telling(knowledge, name), _telling(knowledge, tuple([word for word in name if word not in makes]))}
    return {one for one in called if one}


def _telling(knowledge: Knowledge, name: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a team's name that tell it from others, or all where none does."""
    return tuple([word for word in name if word not in knowledge.vocabulary.generic]) or name
