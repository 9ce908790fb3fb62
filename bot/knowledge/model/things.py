"""The things that have names: nations, drivers, teams, circuits, classes."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from bot.knowledge.model.base import Date, Entry, Note, Reading, Slug, Sources, Text, When

# Continents as the United Nations draw them, and parts of them that people speak of.
Region = Literal[
    "africa",
    "asia",
    "europe",
    "north-america",
    "south-america",
    "oceania",
    "caribbean",
    "east-asia",
    "latin-america",
    "nordic",
    "scandinavia",
    "southeast-asia",
]


class Country(Entry):
    """A nation of drivers, teams or circuits, under one code however the sources write it."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z]{3}$")] = Field(description="ISO 3166-1 alpha-3, lower case.")
    alpha2: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")] = Field(
        description="ISO 3166-1 alpha-2; gives the flag."
    )
    name: Text
    adjective: Text = Field(description="`Japanese` for Japan.")
    regions: Annotated[tuple[Region, ...], Field(min_length=1)] = Field(description="Its continent and parts of it.")
    codes: tuple[Text, ...] = Field(default=(), description="Other codes met in sources, e.g. GER, TAI.")
    aliases: tuple[Text, ...] = ()


class NativeName(Entry):
    """A name in the script of its own country."""

    text: Text
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}(-[A-Z][a-z]{3})?$")]
    note: Text | None = None
    sources: Sources


class Birth(Entry):
    """When and where somebody was born."""

    date: Date
    place: Text
    sources: Sources


class Driver(Entry):
    """Somebody who won a class title or a class in a race; one entry a person, however spelt."""

    id: Slug
    name: Text
    nation: Slug | None = Field(default=None, description="Country id of the licence; known for champions.")
    aliases: tuple[Text, ...] = Field(default=(), description="Other spellings people type; accents need none.")
    native: tuple[NativeName, ...] = ()
    born: Birth | None = None
    notes: tuple[Note, ...] = ()
    readings: tuple[Reading, ...] = ()
    sources: Sources


class TeamName(Entry):
    """A name a team has raced under, and when."""

    name: Text
    seasons: tuple[Slug, ...] = Field(default=(), description="Season ids; empty where it was used elsewhere only.")
    note: Text | None = None
    sources: Sources


class Team(Entry):
    """An entrant that won a class title or a class in a race; one entry a team, under all its names."""

    id: Slug
    name: Text
    nation: Slug | None = None
    names: tuple[TeamName, ...] = Field(default=(), description="Earlier, later and seasonal names, oldest first.")
    aliases: tuple[Text, ...] = Field(default=(), description="Short forms people type.")
    native: tuple[NativeName, ...] = ()
    run_by: Slug | None = Field(default=None, description="Id of the team that ran the cars under this name.")
    related: tuple[Slug, ...] = Field(default=(), description="Ids of teams that belong together with this one.")
    founded: Note | None = Field(default=None, description="When and by whom it was founded, in a sentence.")
    notes: tuple[Note, ...] = ()
    readings: tuple[Reading, ...] = ()
    sources: Sources


class FormerName(Entry):
    """Another name of a circuit, by time or by sponsor."""

    name: Text
    note: Text | None = None
    sources: Sources


class Layout(Entry):
    """A lap of a circuit as the series used it."""

    name: Text
    length_km: Annotated[float, Field(gt=0.5, lt=30)]
    turns: Annotated[int, Field(gt=0, lt=200)]
    seasons: tuple[Slug, ...] = Field(default=(), description="Seasons that used it; empty: every visit.")
    sources: Sources


class Circuit(Entry):
    """A venue. Which seasons raced there follows from the calendars and is not written here."""

    id: Slug
    name: Text
    race: Text = Field(description="Name of the series' race there, e.g. `4 Hours of Fuji`.")
    aliases: tuple[Text, ...] = ()
    native: tuple[NativeName, ...] = ()
    names: tuple[FormerName, ...] = ()
    country: Slug
    place: Text
    latitude: Annotated[float, Field(ge=-90, le=90)]
    longitude: Annotated[float, Field(ge=-180, le=180)]
    layouts: Annotated[tuple[Layout, ...], Field(min_length=1)]
    direction: Literal["clockwise", "anti-clockwise"] | None = None
    opened: When
    designer: Text | None = None
    notes: tuple[Note, ...] = ()
    readings: tuple[Reading, ...] = ()
    sources: Sources


class RaceClass(Entry):
    """A category of cars with its own classification."""

    id: Slug
    name: Text
    full_name: Text
    kind: Literal["prototype", "gt"]
    aliases: tuple[Text, ...] = ()
    colour: Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")]
    description: Text
    cars: Text = Field(description="Which cars raced in it.")
    came: Text = Field(description="When and how it came.")
    went: Text | None = Field(default=None, description="When and how it went; absent while it runs.")
    replaced: tuple[Slug, ...] = Field(default=(), description="Class ids it took the place of.")
    notes: tuple[Note, ...] = ()
    readings: tuple[Reading, ...] = ()
    sources: Sources
