"""Questions on seasons, classes, records and the history."""

from __future__ import annotations

from dataclasses import dataclass

from bot.understanding.queries.base import Query, Seasons
from bot.understanding.queries.focus import Focus, RecordKind
from bot.understanding.spans import Ref


@dataclass(frozen=True, slots=True)
class SeasonOverview(Query):
    """Seasons whole: classes, champions, calendar with winners, what changed."""

    seasons: Seasons
    focus: Focus = Focus.ALL


@dataclass(frozen=True, slots=True)
class SeasonList(Query):
    """All seasons, or those of a class."""

    classes: tuple[str, ...] = ()
    focus: Focus = Focus.ALL


@dataclass(frozen=True, slots=True)
class ClassProfile(Query):
    """One class of cars."""

    race_class: str = ""
    focus: Focus = Focus.ALL


@dataclass(frozen=True, slots=True)
class ClassInSeasons(Query):
    """Whether and how a class ran in given seasons."""

    race_class: str
    seasons: Seasons
    focus: Focus = Focus.ALL


@dataclass(frozen=True, slots=True)
class Classes(Query):
    """All classes, or those of given seasons."""

    seasons: Seasons | None = None
    focus: Focus = Focus.ALL


@dataclass(frozen=True, slots=True)
class History(Query):
    """Dated entries: all, of a topic, of a year, or those found by their words (`entries`)."""

    topic: str | None = None
    seasons: Seasons | None = None
    entries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SeriesProfile(Query):
    """The series itself, or some of its properties."""

    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Record(Query):
    """First, last, longest, smallest; optionally within classes or seasons."""

    kind: RecordKind = RecordKind.ALL
    classes: tuple[str, ...] = ()
    seasons: Seasons | None = None
    focus: Focus = Focus.ALL


@dataclass(frozen=True, slots=True)
class SameThing(Query):
    """Whether two names are those of one driver or team."""

    first: Ref
    second: Ref


@dataclass(frozen=True, slots=True)
class Compare(Query):
    """Two drivers, teams, circuits, classes or seasons side by side."""

    first: Ref | Seasons
    second: Ref | Seasons
    focus: Focus = Focus.ALL
