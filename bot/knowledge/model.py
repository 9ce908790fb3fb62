"""What a knowledge folder may hold: one frozen model for each kind of entry.

The models are the data dictionary. The loader checks every file against them, the JSON Schema for editors
is generated from them, and the rest of the bot reads the very same objects. Nothing derived is stored here:
counts, firsts and records are worked out in `bot.knowledge.records`.
"""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints


def _as_date(value: object) -> object:
    """Read an ISO date; leave anything else for pydantic to name as wrong."""
    if isinstance(value, str):
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            raise ValueError(f'"{value}" is not a date such as 2009-10-31') from None
    return value


Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Date = Annotated[datetime.date, BeforeValidator(_as_date, json_schema_input_type=str)]
When = Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
Sources = Annotated[tuple[Slug, ...], Field(min_length=1, description="Ids from sources.yml; at least one.")]


class Entry(BaseModel):
    """Base of every entry: frozen, no unknown keys, no bending of types."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Source(Entry):
    """Where a fact was found."""

    id: Slug
    title: Text = Field(description="Publisher or page, as shown to people.")
    url: Text | None = Field(default=None, description="Absent only where no address is known.")
    licence: Text | None = None


class Note(Entry):
    """A short remark in our own words."""

    text: Text
    sources: Sources


class OtherReading(Entry):
    """What a source says that differs from the reading the answers give."""

    says: Text
    sources: Sources


class Reading(Entry):
    """A matter on which sources disagree: the reading we answer with, and the others, all kept."""

    about: Text = Field(description="What the disagreement is about, e.g. `date of race 1`.")
    says: Text = Field(description="The reading the answers give: the article's wherever it has one.")
    sources: Sources
    others: Annotated[tuple[OtherReading, ...], Field(min_length=1)]
    comment: Text | None = None
    classes: tuple[Slug, ...] = Field(
        default=(), description="In a season: ids of the classes it concerns; empty: all."
    )
    rounds: tuple[Annotated[int, Field(ge=1)], ...] = Field(
        default=(), description="In a season: numbers of the rounds it concerns; empty: none."
    )


class Country(Entry):
    """A nation of drivers, teams or circuits, under one code however the sources write it."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z]{3}$")] = Field(description="ISO 3166-1 alpha-3, lower case.")
    alpha2: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")] = Field(
        description="ISO 3166-1 alpha-2; gives the flag."
    )
    name: Text
    adjective: Text = Field(description="`Japanese` for Japan.")
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


class Title(Entry):
    """Who won one class of one season."""

    race_class: Slug = Field(alias="class")
    team: Slug
    entrant: Text = Field(description="The team's name of that season, as the article prints it.")
    nation: Slug = Field(description="Country id the team raced under that season.")
    drivers: Annotated[tuple[Slug, ...], Field(min_length=1)]
    note: Text | None = None
    sources: Sources


class ClassWin(Entry):
    """Who won one class of one race."""

    race_class: Slug = Field(alias="class")
    overall: bool = False
    number: Text | None = Field(default=None, description="Car number, as text: 007 is not 7.")
    team: Slug
    entrant: Text
    drivers: tuple[Slug, ...] = Field(default=(), description="Empty where the crew is not known.")
    disputed: tuple[Slug, ...] = Field(default=(), description="Drivers only some sources name.")
    complete: bool = Field(default=True, description="False where co-drivers may be missing.")
    car: Text | None = None
    note: Text | None = None
    sources: Sources


class Round(Entry):
    """One race of a season."""

    round: Annotated[int, Field(ge=1, le=30)]
    name: Text
    circuit: Slug
    date: Date
    hours: Annotated[float, Field(gt=0, le=24)] | None = None
    distance_km: Annotated[float, Field(gt=0)] | None = None
    laps: Annotated[int, Field(gt=0)] | None = Field(default=None, description="Laps of the overall winner.")
    starters: Annotated[int, Field(gt=0)] | None = None
    winners: Annotated[tuple[ClassWin, ...], Field(min_length=1)]
    note: Text | None = None
    sources: Sources


class Placing(Entry):
    """One line of a standings table, as far as a source prints it."""

    position: Annotated[int, Field(ge=1)] | None = None
    name: Text = Field(description="Entrant or crew, as printed.")
    points: float | None = None
    behind: float | None = Field(default=None, description="Points behind the line above.")
    note: Text | None = None
    sources: Sources


class Standing(Entry):
    """Standings of one class at one moment. Most are incomplete: only what sources print is kept."""

    race_class: Slug = Field(alias="class")
    of: Literal["teams", "drivers", "cars"]
    stage: Text = Field(description="`final`, `before the last round`, `after round 2`.")
    placings: Annotated[tuple[Placing, ...], Field(min_length=1)]
    note: Text | None = None


class Cancelled(Entry):
    """A race that was planned, or considered, and not held."""

    name: Text
    circuit: Slug | None = Field(default=None, description="Circuit id, where the series has raced there.")
    place: Text | None = Field(default=None, description="Where, for places the series never raced at.")
    planned: Text | None = None
    reason: Text | None = None
    sources: Sources


class Season(Entry):
    """One season: classes, champions, calendar with winners. What changed in it is told in `history/`."""

    id: Slug = Field(description="`2015-16`; always in quotes.")
    label: Text = Field(description="`2015–16`, with an en dash.")
    status: Literal["held", "announced"] = "held"
    classes: Annotated[
        tuple[Slug, ...], Field(min_length=1, description="Class ids that ran or are announced, fastest first.")
    ]
    champions: tuple[Title, ...] = ()
    rounds: tuple[Round, ...] = ()
    standings: tuple[Standing, ...] = ()
    cancelled: tuple[Cancelled, ...] = ()
    notes: tuple[Note, ...] = ()
    readings: tuple[Reading, ...] = ()
    sources: Sources


class HistoryEntry(Entry):
    """One dated statement in our own words."""

    id: Slug
    date: When = Field(description="Year, month or day it happened or took effect.")
    until: When | None = Field(default=None, description="End, where it is a span.")
    text: Text
    about: tuple[Slug, ...] = Field(
        default=(), description="Ids of the seasons, classes, circuits, teams or drivers it is about."
    )
    terms: Annotated[
        tuple[Text, ...], Field(min_length=1, description="Words and phrases people would use to ask for it.")
    ]
    readings: tuple[Reading, ...] = ()
    sources: Sources


class HistoryTopic(Entry):
    """One file of dated entries."""

    id: Slug
    title: Text
    aliases: tuple[Text, ...] = ()
    entries: Annotated[tuple[HistoryEntry, ...], Field(min_length=1)]


class SeriesFact(Entry):
    """One property of the series as a whole: organiser, tyres, engines."""

    id: Slug
    name: Text = Field(description="Heading, e.g. `Tyres`.")
    value: Text = Field(description="A short value or sentence in our own words.")
    about: tuple[Slug, ...] = ()
    terms: Annotated[tuple[Text, ...], Field(min_length=1, description="Words people use to ask for it.")]
    readings: tuple[Reading, ...] = ()
    sources: Sources


class Series(Entry):
    """The series itself."""

    name: Text
    short_name: Text
    aliases: tuple[Text, ...] = ()
    current: Slug = Field(description="Id of the season that counts as the current one.")
    facts: Annotated[tuple[SeriesFact, ...], Field(min_length=1)]
    sources: Sources


class Vocabulary(Entry):
    """The words questions are made of. Code sees the cue, never the word."""

    cues: dict[Slug, tuple[Text, ...]] = Field(description="Cue id to the words and phrases that mean it.")
    skip: tuple[Text, ...] = Field(description="Words that carry no meaning of their own in a question.")
    generic: tuple[Text, ...] = Field(description="Words of names that tell nothing apart, e.g. `racing`, `team`.")
