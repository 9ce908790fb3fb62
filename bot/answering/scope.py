"""What a question is limited to: classes and seasons. The one place that filters by them and says so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bot.answering.answer import Refusal, refuse
from bot.answering.naming import class_name, labels
from bot.answering.wording import listed
from bot.knowledge.base import Knowledge, Race, RaceWin, SeasonTitle
from bot.knowledge.kept import kept
from bot.knowledge.model import Season
from bot.understanding.queries import (
    Champions,
    Crews,
    DriverAtTeam,
    DriverProfile,
    DriversTogether,
    Ranking,
    Record,
    Seasons,
    TeamProfile,
    TitleBeside,
)

_Scoped = (
    Champions | DriverProfile | TeamProfile | DriverAtTeam | DriversTogether | Record | Ranking | TitleBeside | Crews
)

_BOUNDS = ("since ", "before ", "until ", "after ")


class Scope(NamedTuple):
    """Classes and seasons to keep to; none for all."""

    classes: tuple[str, ...] = ()
    seasons: Seasons | None = None

    @classmethod
    def of(cls, query: _Scoped) -> Scope:
        """Return the scope of `query`."""
        return cls(query.classes, query.seasons)

    @property
    def is_narrow(self) -> bool:
        """Whether anything is left out."""
        return bool(self.classes) or self.seasons is not None

    def holds(self, race_class: str, season: str) -> bool:
        """Say whether `race_class` of `season` is within the scope."""
        return (not self.classes or race_class in self.classes) and (self.seasons is None or season in self.seasons.ids)

    def titles(self, titles: Sequence[SeasonTitle]) -> tuple[SeasonTitle, ...]:
        """Return the titles within the scope."""
        if not self.is_narrow:
            return tuple(titles)
        return tuple([one for one in titles if self.holds(one.title.race_class, one.season.id)])

    def titles_of(self, knowledge: Knowledge) -> tuple[SeasonTitle, ...]:
        """Return all titles within the scope, in order, through the shortest index there is."""
        if len(self.classes) == 1:
            return self.titles(knowledge.titles_of_class.get(self.classes[0], ()))
        if self.seasons is None:
            return self.titles(knowledge.titles)
        by_season = knowledge.titles_of_season
        return self.titles([one for season in self.seasons.ids for one in by_season.get(season, ())])

    def wins(self, wins: Sequence[RaceWin]) -> tuple[RaceWin, ...]:
        """Return the class wins within the scope."""
        if not self.is_narrow:
            return tuple(wins)
        return tuple([won for won in wins if self.holds(won.win.race_class, won.race.season.id)])

    def races(self, races: Sequence[Race]) -> tuple[Race, ...]:
        """Return the races within the scope: of its seasons, and with a winner in its classes on record."""
        return tuple(
            [
                race
                for race in races
                if (self.seasons is None or race.season.id in self.seasons.ids)
                and (not self.classes or any(win.race_class in self.classes for win in race.round.winners))
            ]
        )

    def has(self, won: RaceWin) -> bool:
        """Say whether a class win is within the scope."""
        return self.holds(won.win.race_class, won.race.season.id)

    def said(self, knowledge: Knowledge) -> str:
        """Return the scope as the end of a sentence: ` in LMP2 since 2019`, or nothing."""
        names = listed([class_name(knowledge, one) for one in self.classes], "or")
        named = f" in {names}" if names else ""
        return f"{named} {in_time(self.seasons)}" if self.seasons else named


@kept(64)
def ran_in(knowledge: Knowledge, race_class: str) -> tuple[Season, ...]:
    """Return the seasons in which a class has raced, oldest first."""
    return tuple([season for season in knowledge.seasons_of_class.get(race_class, ()) if season.rounds])


def in_time(seasons: Seasons) -> str:
    """Return seasons as they stand in a sentence: `in 2016`, `since 2019`, `from 2015 to 2018`."""
    if seasons.said.startswith(_BOUNDS):
        return seasons.said
    return f"from {seasons.said}" if " to " in seasons.said else f"in {seasons.said}"


def of_time(seasons: Seasons) -> str:
    """Return seasons as they stand behind a thing of theirs: `of 2016`, `since 2019`, `from 2015 to 2018`."""
    said = in_time(seasons)
    return f"of {seasons.said}" if said.startswith("in ") else said


def is_counted(seasons: Seasons | None) -> bool:
    """Say whether the seasons were asked for by their number, as `the last 3 seasons`."""
    return seasons is not None and seasons.said.startswith(("the last ", "the first "))


def is_over(seasons: Seasons | None) -> bool:
    """Say whether the time is over, as `in 2016` is and `since 2019` is not."""
    return seasons is not None and not seasons.said.startswith("since ")


def year_read(knowledge: Knowledge, seasons: Seasons | None) -> tuple[str, ...]:
    """Say which seasons a lone year was read as, where none has the year for its name."""
    if seasons is None or seasons.year is None or seasons.ids in ((), (str(seasons.year),)):
        return ()
    named = labels(knowledge, seasons.ids)
    if len(seasons.ids) == 1:
        return (f"The season of {seasons.year} was {named}.",)
    return (f"{seasons.year} fell into two seasons, {named}.",)


def not_run_yet(knowledge: Knowledge, seasons: Seasons | None) -> Refusal:
    """Say that there are no results of `seasons` yet."""
    announced = knowledge.seasons[seasons.ids[-1]] if seasons else knowledge.current
    current = knowledge.current.label
    return refuse("not_run_yet", "champion", f"season {announced.id}", season=announced.label, current=current)
