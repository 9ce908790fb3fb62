"""Questions on seasons, classes, records and the history."""

from __future__ import annotations

from bot.understanding.queries.base import Query, Seasons
from bot.understanding.queries.focus import Focus, RecordKind
from bot.understanding.spans import Ref


class SeasonOverview(Query, frozen=True):
    """Seasons whole: classes, champions, calendar with winners, what changed."""

    seasons: Seasons
    focus: Focus = Focus.ALL


class SeasonList(Query, frozen=True):
    """All seasons, or those of a class."""

    classes: tuple[str, ...] = ()
    focus: Focus = Focus.ALL


class ClassProfile(Query, frozen=True):
    """One class of cars; of `seasons` its cars are told."""

    race_class: str = ""
    focus: Focus = Focus.ALL
    seasons: Seasons | None = None


class ClassInSeasons(Query, frozen=True):
    """Whether and how a class ran in given seasons."""

    race_class: str
    seasons: Seasons
    focus: Focus = Focus.ALL


class Classes(Query, frozen=True):
    """All classes, or those of given seasons."""

    seasons: Seasons | None = None
    focus: Focus = Focus.ALL


class History(Query, frozen=True):
    """Dated entries: all, of a topic, of a year, or those found by their words (`entries`)."""

    topic: str | None = None
    seasons: Seasons | None = None
    entries: tuple[str, ...] = ()


class SeriesProfile(Query, frozen=True):
    """The series itself, or some of its properties."""

    facts: tuple[str, ...] = ()


class Record(Query, frozen=True):
    """First, last, longest, smallest; optionally within classes or seasons."""

    kind: RecordKind = RecordKind.ALL
    classes: tuple[str, ...] = ()
    seasons: Seasons | None = None
    focus: Focus = Focus.ALL


class SameThing(Query, frozen=True):
    """Whether two names are those of one driver or team."""

    first: Ref
    second: Ref


class Compare(Query, frozen=True):
    """Two drivers, teams, circuits, classes or seasons side by side."""

    first: Ref | Seasons
    second: Ref | Seasons
    focus: Focus = Focus.ALL
