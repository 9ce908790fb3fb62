"""The questions we answer: a closed, written list.

Each query holds ids only; `bot.answering` has one handler for each. A `focus` says which part of the answer was asked
for, so that the reply can begin with it; the facts shown do not depend on it.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.understanding.focus import Focus as Focus
from bot.understanding.focus import RecordKind as RecordKind
from bot.understanding.spans import Ref


@dataclass(frozen=True, slots=True)
class Seasons:
    """Season ids meant by what was said, oldest first.

    `said` is how the choice reads in a sentence (`2016`, `since 2019–20`). `year` is set for a lone year, so that races
    can be told by their date.
    """

    ids: tuple[str, ...]
    said: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """Base of all queries."""

    def __str__(self) -> str:
        shown = []
        names: tuple[str, ...] = self.__slots__
        for name in names:
            value = getattr(self, name)
            if value and value != Focus.ALL:
                shown.append(f"{name}={_plain(value)}")
        return f"{type(self).__name__}({', '.join(shown)})"


def _plain(value: object) -> str:
    if isinstance(value, Seasons):
        return "/".join(value.ids) or value.said
    if isinstance(value, Ref):
        return f"{value.kind}:{value.id}"
    if isinstance(value, tuple):
        return "+".join(map(_plain, value))
    return str(value)


@dataclass(frozen=True, slots=True)
class Champions(Query):
    """Who won titles: by class, season, nation. With neither class nor season nor nation: the reigning champions."""

    classes: tuple[str, ...] = ()
    seasons: Seasons | None = None
    nation: str | None = None
    focus: Focus = Focus.ALL


@dataclass(frozen=True, slots=True)
class DriverProfile(Query):
    """What one driver won."""

    driver: str = ""
    classes: tuple[str, ...] = ()
    seasons: Seasons | None = None
    focus: Focus = Focus.ALL


@dataclass(frozen=True, slots=True)
class TeamProfile(Query):
    """What one team won, and its names."""

    team: str = ""
    classes: tuple[str, ...] = ()
    seasons: Seasons | None = None
    focus: Focus = Focus.ALL


@dataclass(frozen=True, slots=True)
class DriverAtTeam(Query):
    """What one driver won with one team."""

    driver: str = ""
    team: str = ""
    focus: Focus = Focus.ALL


@dataclass(frozen=True, slots=True)
class DriversTogether(Query):
    """What two drivers won together."""

    drivers: tuple[str, ...] = ()
    focus: Focus = Focus.ALL


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
class Calendar(Query):
    """Rounds with date, circuit, race and winners."""

    seasons: Seasons | None = None
    focus: Focus = Focus.ALL


@dataclass(frozen=True, slots=True)
class Races(Query):
    """Races by circuit, country, round, season: where, when, winners by class. At least one filter is set.

    With the focus on the first or last, `limit` says how many of them.
    """

    circuit: str | None = None
    country: str | None = None
    number: int | None = None
    seasons: Seasons | None = None
    classes: tuple[str, ...] = ()
    focus: Focus = Focus.ALL
    driver: str | None = None
    team: str | None = None
    name: str | None = None
    month: int | None = None
    day: int | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class CircuitProfile(Query):
    """One circuit."""

    circuit: str = ""
    focus: Focus = Focus.ALL


@dataclass(frozen=True, slots=True)
class Circuits(Query):
    """Circuits, all or by country, season, or whether the series still races there."""

    country: str | None = None
    seasons: Seasons | None = None
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
    """Most, first, last, smallest; optionally within classes, seasons, a nation."""

    kind: RecordKind = RecordKind.ALL
    classes: tuple[str, ...] = ()
    seasons: Seasons | None = None
    nation: str | None = None
    focus: Focus = Focus.ALL


@dataclass(frozen=True, slots=True)
class Compare(Query):
    """Two drivers, teams, circuits, classes or seasons side by side."""

    first: Ref | Seasons
    second: Ref | Seasons


@dataclass(frozen=True, slots=True)
class Standings(Query):
    """Points and places, as far as they are known."""

    seasons: Seasons | None = None
    classes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cancelled(Query):
    """Races that were planned and not held."""

    seasons: Seasons | None = None
    circuit: str | None = None
    focus: Focus = Focus.ALL


@dataclass(frozen=True, slots=True)
class Help(Query):
    """What can be asked; `command` for one command."""

    command: str | None = None


@dataclass(frozen=True, slots=True)
class Courtesy(Query):
    """A greeting or thanks; `kind` is `hello` or `thanks`."""

    kind: str
