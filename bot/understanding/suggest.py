"""Completing a half-typed line."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy

from bot.knowledge.base import Knowledge
from bot.server_facts.model import ServerNotes, SubjectKind
from bot.text.fold import fold
from bot.understanding.administration.table import GROUPS
from bot.understanding.commands import COMMANDS
from bot.understanding.offers import CHARTS


class Suggester:
    """Knows every command and what may stand behind it."""

    def __init__(self, knowledge: Knowledge, prefix: str) -> None:
        self._prefix = prefix
        seasons = [season.id for season in reversed(list(knowledge.seasons.values()))]
        classes = [race_class.name for race_class in knowledge.classes.values()]
        drivers = [driver.name for driver in knowledge.champion_drivers()]
        teams = [knowledge.teams[team].name for team in knowledge.titles_of_team]
        circuits = [circuit.name for circuit in knowledge.circuits.values()]
        self._arguments: dict[str, list[str]] = {
            "champion": [*classes, *seasons],
            "season": seasons,
            "calendar": seasons,
            "race": [circuit.race for circuit in knowledge.circuits.values()],
            "circuit": circuits,
            "circuits": [*dict.fromkeys(knowledge.countries[c.country].name for c in knowledge.circuits.values())],
            "driver": drivers,
            "team": teams,
            "class": classes,
            "classes": seasons,
            "history": [topic.title for topic in knowledge.topics],
            "record": ["drivers", "teams", "nations", "classes", "most visited circuit", "smallest grid"],
            "compare": [*drivers, *teams, *circuits],
            "chart": [*CHARTS, *[f"calendar {season}" for season in seasons]],
            "series": [fact.name for fact in knowledge.series.facts],
            "help": [*(command.name for command in COMMANDS), *GROUPS],
        }

    def knowing(self, notes: ServerNotes) -> Suggester:
        """Return the same with the names of a server, behind those that all servers know."""
        other = copy(self)
        topics = [topic.name for topic in notes.topics]
        more = {"history": topics, "ask": topics}
        for command, kinds in _TAKES.items():
            more[command] = [one.name for one in notes.nicknames if one.subject.kind in kinds]
        other._arguments = self._arguments | {
            command: [*self._arguments.get(command, ()), *names] for command, names in more.items() if names
        }
        return other

    def suggest(self, text: str, limit: int) -> tuple[str, ...]:
        """Return up to `limit` lines that begin as `text` does; any part of a name may have been typed."""
        marked = text.startswith(self._prefix)
        bare = fold(text.removeprefix(self._prefix)).lstrip()
        word, space, rest = bare.partition(" ")
        lead = self._prefix if marked else ""
        if not space:
            found = (f"{lead}{command.name}" for command in COMMANDS if command.name.startswith(word))
            return tuple(found)[:limit]
        *settled, last = rest.split(" ")
        begun = " ".join((word, *settled))
        options = _matching(self._arguments.get(word, ()), rest) if rest else self._arguments.get(word, ())
        whole = [f"{lead}{word} {option}" for option in options]
        if settled and not whole:
            whole = [f"{lead}{begun} {option}" for option in _matching(self._arguments.get(word, ()), last)]
        return tuple(whole)[:limit]


_TAKES = {
    "champion": (SubjectKind.CLASS, SubjectKind.SEASON),
    "season": (SubjectKind.SEASON,),
    "calendar": (SubjectKind.SEASON,),
    "race": (SubjectKind.CIRCUIT,),
    "circuit": (SubjectKind.CIRCUIT,),
    "driver": (SubjectKind.DRIVER,),
    "team": (SubjectKind.TEAM,),
    "class": (SubjectKind.CLASS,),
    "classes": (SubjectKind.SEASON,),
    "compare": (SubjectKind.DRIVER, SubjectKind.TEAM, SubjectKind.CIRCUIT),
}


def _matching(options: Iterable[str], typed: str) -> list[str]:
    """Return the options in which a word begins as `typed` does, those that begin with it first."""
    folded = [(option, fold(option)) for option in options]
    first = [option for option, plain in folded if plain.startswith(typed)]
    return first + [option for option, plain in folded if f" {typed}" in plain and option not in first]
