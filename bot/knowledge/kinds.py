"""Which files a knowledge folder holds, and the model each whole file must fit."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Annotated

from pydantic import Field

from bot.knowledge.model import (
    Circuit,
    Country,
    Driver,
    Entry,
    HistoryTopic,
    RaceClass,
    Season,
    Series,
    Source,
    Team,
    Vocabulary,
)


class SourcesFile(Entry):
    """All sources."""

    sources: Annotated[tuple[Source, ...], Field(min_length=1)]


class CountriesFile(Entry):
    """All countries."""

    countries: Annotated[tuple[Country, ...], Field(min_length=1)]


class ClassesFile(Entry):
    """All classes."""

    classes: Annotated[tuple[RaceClass, ...], Field(min_length=1)]


class DriversFile(Entry):
    """All drivers."""

    drivers: Annotated[tuple[Driver, ...], Field(min_length=1)]


class TeamsFile(Entry):
    """All teams."""

    teams: Annotated[tuple[Team, ...], Field(min_length=1)]


class Shape(Enum):
    """How the entries of a kind are spread over files."""

    SINGLE = auto()
    LIST = auto()
    FOLDER = auto()


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of entry: its name in file names, what one of it is called, and the model of a whole file."""

    name: str
    one: str
    shape: Shape
    model: type[Entry]
    entry: type[Entry]


KINDS = {
    kind.name: kind
    for kind in (
        Kind("series", "series", Shape.SINGLE, Series, Series),
        Kind("vocabulary", "vocabulary", Shape.SINGLE, Vocabulary, Vocabulary),
        Kind("sources", "source", Shape.LIST, SourcesFile, Source),
        Kind("countries", "country", Shape.LIST, CountriesFile, Country),
        Kind("classes", "class", Shape.LIST, ClassesFile, RaceClass),
        Kind("drivers", "driver", Shape.LIST, DriversFile, Driver),
        Kind("teams", "team", Shape.LIST, TeamsFile, Team),
        Kind("circuits", "circuit", Shape.FOLDER, Circuit, Circuit),
        Kind("seasons", "season", Shape.FOLDER, Season, Season),
        Kind("history", "topic", Shape.FOLDER, HistoryTopic, HistoryTopic),
    )
}
