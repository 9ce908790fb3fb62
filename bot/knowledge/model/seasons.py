"""Seasons: titles, rounds with winners, standings, races not held."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from bot.knowledge.model.base import Date, Entry, Note, Reading, Slug, Sources, Text


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

    @property
    def overall(self) -> ClassWin | None:
        """The class win that was the race's, None where it is not recorded."""
        return next((win for win in self.winners if win.overall), None)


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
