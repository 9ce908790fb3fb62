"""The model each whole file must fit: only checking needs it, and the schema for editors."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from bot.knowledge.kinds import Kind
from bot.knowledge.model import Country, Driver, Entry, RaceClass, Source, Team


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


_OF_LISTS: dict[str, type[Entry]] = {
    "sources": SourcesFile,
    "countries": CountriesFile,
    "classes": ClassesFile,
    "drivers": DriversFile,
    "teams": TeamsFile,
}


def file_model(kind: Kind) -> type[Entry]:
    """Return the model of a file of `kind`: of a list of entries, or of the one entry it holds."""
    return _OF_LISTS.get(kind.name, kind.entry)
