"""Load a knowledge folder, or say everything that is wrong with it at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Protocol, TypeVar

from bot.knowledge.draft import Draft, Placed
from bot.knowledge.folder import Found, list_folder, read_limited
from bot.knowledge.links import check_links
from bot.knowledge.model import (
    Circuit,
    Country,
    Driver,
    HistoryTopic,
    RaceClass,
    Season,
    Series,
    Source,
    Team,
    Vocabulary,
)
from bot.knowledge.problems import MOST_PROBLEMS, Complaint, KnowledgeError, Problem, dotted
from bot.knowledge.rules import check_rules
from bot.knowledge.yaml_building import UnreadableError
from bot.knowledge.yaml_reading import read_yaml


@dataclass(frozen=True, slots=True)
class Tables:
    """Every entry of a folder without problems, by id and read-only.

    List files keep their order; seasons and circuits are in order of their ids, topics in order of their files.
    Every id an entry refers to is there.
    """

    series: Series
    vocabulary: Vocabulary
    sources: Mapping[str, Source]
    countries: Mapping[str, Country]
    drivers: Mapping[str, Driver]
    teams: Mapping[str, Team]
    classes: Mapping[str, RaceClass]
    circuits: Mapping[str, Circuit]
    seasons: Mapping[str, Season]
    history: tuple[HistoryTopic, ...]


def check_folder(folder: Path) -> tuple[Problem, ...]:
    """Return every problem of `folder`, by file and line; none means that it can be loaded. Never raises."""
    return _examine(folder)[1]


def load_folder(folder: Path) -> Tables:
    """Return the tables of `folder`; raise `KnowledgeError` with every problem if there is any."""
    draft, problems = _examine(folder)
    if problems:
        raise KnowledgeError(problems)
    return Tables(
        series=draft.series[0].entry,
        vocabulary=draft.vocabulary[0].entry,
        sources=_by_id(draft.sources),
        countries=_by_id(draft.countries),
        drivers=_by_id(draft.drivers),
        teams=_by_id(draft.teams),
        classes=_by_id(draft.classes),
        circuits=_by_id(_in_order(draft.circuits)),
        seasons=_by_id(_in_order(draft.seasons)),
        history=tuple(placed.entry for placed in draft.history),
    )


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


E = TypeVar("E", Source, Country, Driver, Team, RaceClass, Circuit, Season)


def _by_id(shelf: Iterable[Placed[E]]) -> Mapping[str, E]:
    return MappingProxyType({placed.entry.id: placed.entry for placed in shelf})


def _in_order(shelf: Iterable[Placed[E]]) -> list[Placed[E]]:
    """Sort by id: file names would put 2023-24.yml before 2023.yml."""
    return sorted(shelf, key=lambda placed: placed.entry.id)


def _examine(folder: Path) -> tuple[Draft, tuple[Problem, ...]]:
    listing = list_folder(folder)
    problems = listing.problems
    draft = Draft(unread=[problem.file for problem in problems])
    complaints: list[Complaint] = []
    for found in listing.found:
        flaws, against = _read(found, draft)
        problems += flaws
        complaints += against
    if draft.documents:
        # What is wrong with a list or a mapping may only follow from what is wrong inside it.
        broken = {(one.file, one.key[:end]) for one in complaints for end in range(1, len(one.key) + 1)}
        later = (*check_links(draft), *check_rules(draft))
        complaints += [one for one in later if (one.file, one.key) not in broken]
    problems += _located(draft, complaints)
    return draft, _tidy(problems)


def _read(found: Found, draft: Draft) -> tuple[list[Problem], list[Complaint]]:
    """Read one file into `draft`; return what is wrong with its text and what its model has against it."""
    content = read_limited(found)
    if isinstance(content, str):
        draft.unread.append(found.file)
        return [Problem(found.file, 1, "", content)], []
    try:
        document = read_yaml(content)
    except UnreadableError as error:
        draft.unread.append(found.file)
        return [Problem(found.file, error.flaw.line, dotted(error.flaw.key), error.flaw.text)], []
    flaws = [Problem(found.file, flaw.line, dotted(flaw.key), flaw.text) for flaw in document.flaws]
    return flaws, draft.add(found.kind, found.file, document)


def _located(draft: Draft, complaints: Iterable[Complaint]) -> list[Problem]:
    return [
        Problem(one.file, draft.documents[one.file][1].spot(one.key).line, dotted(one.key), one.text)
        for one in complaints
    ]


def _tidy(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Order by file and line, keep the first problem of each spot, and cut what nobody would read."""
    spots: dict[tuple[str, str], Problem] = {}
    for problem in problems:
        spots.setdefault((problem.file, problem.key), problem)
    kept: list[Problem] = []
    count: Counter[str] = Counter()
    for problem in sorted(spots.values(), key=lambda problem: (problem.file, problem.line)):
        count[problem.file] += 1
        if count[problem.file] <= MOST_PROBLEMS:
            kept.append(problem)
        elif count[problem.file] == MOST_PROBLEMS + 1:
            kept.append(Problem(problem.file, problem.line, "", "there are more problems from here on"))
    return tuple(kept)
