"""Entries in words: the history, the series as a whole, and the vocabulary of questions."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from bot.knowledge.model.base import Entry, Reading, Slug, Sources, Text, When


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


class CueGroup(Entry):
    """The cues of one file. Code sees the cue, never the word."""

    id: Slug
    title: Text = Field(description="What the cues have in common.")
    cues: Annotated[
        dict[Slug, tuple[Text, ...]], Field(min_length=1, description="Cue id to the words and phrases that mean it.")
    ]


class Vocabulary(Entry):
    """The words questions are made of, beside the cues."""

    skip: tuple[Text, ...] = Field(description="Words that carry no meaning of their own in a question.")
    faint: tuple[Text, ...] = Field(
        default=(), description="Words that never tell which fact is asked; an entry may hold them."
    )
    ordinary: tuple[Text, ...] = Field(
        default=(), description="Everyday words that are also names: alone in a free question they are no name."
    )
    mentioned: tuple[Text, ...] = Field(
        default=(), description="Words and phrases that an entry may hold but that ask for none by themselves."
    )
    alike: tuple[tuple[Text, ...], ...] = Field(
        default=(), description="Groups of words that mean the same where an entry is looked for by its words."
    )
    makes: dict[Slug, Annotated[tuple[Text, ...], Field(min_length=1)]] = Field(
        default={}, description="Make id to its names; the name of every car begins with the first name of its make."
    )
    trims: tuple[Text, ...] = Field(
        default=(), description="Words in the names of cars that tell no model by themselves, e.g. `GT3`."
    )
    regions: dict[Slug, Annotated[tuple[Text, ...], Field(min_length=1)]] = Field(
        default={}, description="Region id to its names; the first is what answers call it."
    )
    kinds_of_class: dict[Slug, Annotated[tuple[Text, ...], Field(min_length=1)]] = Field(
        default={}, description="Kind of class to what all classes of the kind are called together, e.g. `GT classes`."
    )
    foreign_circuits: tuple[Text, ...] = Field(
        default=(), description="Circuits and cities known for their races where this series has never raced."
    )
    generic: tuple[Text, ...] = Field(description="Words of names that tell nothing apart, e.g. `racing`, `team`.")
