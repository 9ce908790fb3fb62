"""What every entry shares: sources, notes, and readings on which sources disagree."""

from __future__ import annotations

import datetime
from sys import intern
from typing import Annotated, Any

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

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, defer_build=True)

    def __setstate__(self, state: dict[Any, Any]) -> None:
        # Names that are the same object are found sooner: an entry that was kept answers as fast as one just read.
        super().__setstate__({**state, "__dict__": {intern(name): one for name, one in state["__dict__"].items()}})


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
