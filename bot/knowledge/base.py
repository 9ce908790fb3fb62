"""`Knowledge`: the tables of a folder and the reverse indexes worked out from them, once.

Nothing here is stored in `knowledge/`; nothing here changes after it was built.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from bot.knowledge.loading import load_folder
from bot.knowledge.model import (
    Circuit,
    ClassWin,
    Country,
    Driver,
    HistoryEntry,
    HistoryTopic,
    RaceClass,
    Round,
    Season,
    Series,
    Source,
    Team,
    Title,
    Vocabulary,
)
from bot.knowledge.tables import Tables

K = TypeVar("K")
V = TypeVar("V")


# Entries are the same where they are the same object: comparing them field by field would cost more than an answer.
@dataclass(frozen=True, slots=True, eq=False)
class SeasonTitle:
    """One class title and the season it was won in."""

    season: Season
    title: Title


@dataclass(frozen=True, slots=True, eq=False)
class Race:
    """One round and the season it belongs to."""

    season: Season
    round: Round


@dataclass(frozen=True, slots=True, eq=False)
class RaceWin:
    """One class win and the race it was won in."""

    race: Race
    win: ClassWin


def span_of(season: Season) -> tuple[int, int]:
    """Return the first and last calendar year of `season`'s label: (2015, 2016) for 2015–16, (2021, 2021) for 2021."""
    first = int(season.id[:4])
    return first, first + 1 if "-" in season.id else first


@dataclass(frozen=True, eq=False)
class Knowledge:
    """All facts, frozen. Every mapping goes from an id to its entry; every index is in season order."""

    tables: Tables
    titles: tuple[SeasonTitle, ...] = field(init=False, repr=False)
    races: tuple[Race, ...] = field(init=False, repr=False)
    wins: tuple[RaceWin, ...] = field(init=False, repr=False)

    @classmethod
    def from_folder(cls, folder: Path, cache: Path | None = None) -> Knowledge:
        """Load and check `folder`; raise `KnowledgeError` listing every problem.

        `cache` is a folder in which what was checked is kept, so that the same files are loaded sooner the next time.
        """
        return cls(load_folder(folder, cache))

    def __post_init__(self) -> None:
        seasons = self.tables.seasons.values()
        races = tuple(Race(season, one) for season in seasons for one in season.rounds)
        put = object.__setattr__
        put(self, "titles", tuple(SeasonTitle(season, title) for season in seasons for title in season.champions))
        put(self, "races", races)
        put(self, "wins", tuple(RaceWin(race, win) for race in races for win in race.round.winners))

    @property
    def series(self) -> Series:
        """The series as a whole."""
        return self.tables.series

    @property
    def vocabulary(self) -> Vocabulary:
        """The words questions are made of, beside the cues."""
        return self.tables.vocabulary

    @property
    def cues(self) -> Mapping[str, tuple[str, ...]]:
        """Every cue with the words and phrases that mean it."""
        return self.tables.cues

    @property
    def sources(self) -> Mapping[str, Source]:
        """Every source by id."""
        return self.tables.sources

    @property
    def countries(self) -> Mapping[str, Country]:
        """Every nation by id."""
        return self.tables.countries

    @property
    def drivers(self) -> Mapping[str, Driver]:
        """Every champion and race winner by id."""
        return self.tables.drivers

    @property
    def teams(self) -> Mapping[str, Team]:
        """Every champion and race-winning team by id."""
        return self.tables.teams

    @property
    def classes(self) -> Mapping[str, RaceClass]:
        """Every class by id, in the order of the file."""
        return self.tables.classes

    @property
    def circuits(self) -> Mapping[str, Circuit]:
        """Every circuit by id."""
        return self.tables.circuits

    @property
    def seasons(self) -> Mapping[str, Season]:
        """Every season by id, oldest first, announced ones included."""
        return self.tables.seasons

    @property
    def topics(self) -> tuple[HistoryTopic, ...]:
        """The topics of the history, in the order of the files."""
        return self.tables.history

    @cached_property
    def held(self) -> tuple[Season, ...]:
        """The seasons that were run, oldest first."""
        return tuple(season for season in self.seasons.values() if season.status == "held")

    @cached_property
    def current(self) -> Season:
        """The season that counts as the current one; its champions are the reigning ones."""
        return self.seasons[self.series.current]

    @cached_property
    def titles_of_driver(self) -> Mapping[str, tuple[SeasonTitle, ...]]:
        """Titles by driver id."""
        return _index((driver, one) for one in self.titles for driver in one.title.drivers)

    @cached_property
    def titles_of_team(self) -> Mapping[str, tuple[SeasonTitle, ...]]:
        """Titles by team id."""
        return _index((one.title.team, one) for one in self.titles)

    @cached_property
    def titles_of_class(self) -> Mapping[str, tuple[SeasonTitle, ...]]:
        """Titles by class id."""
        return _index((one.title.race_class, one) for one in self.titles)

    @cached_property
    def titles_of_season(self) -> Mapping[str, tuple[SeasonTitle, ...]]:
        """Titles by season id, in the order of the season's file."""
        return _index((one.season.id, one) for one in self.titles)

    @cached_property
    def teams_run_by(self) -> Mapping[str, tuple[str, ...]]:
        """Ids of the teams whose cars another ran, by the id of that other."""
        return _index((team.run_by, team.id) for team in self.teams.values() if team.run_by)

    @cached_property
    def replacements_of(self) -> Mapping[str, tuple[str, ...]]:
        """Ids of the classes that took the place of a class, by its id."""
        return _index((gone, one.id) for one in self.classes.values() for gone in one.replaced)

    @cached_property
    def wins_of_driver(self) -> Mapping[str, tuple[RaceWin, ...]]:
        """Class wins by driver id, disputed ones left out."""
        return _index((driver, one) for one in self.wins for driver in one.win.drivers)

    @cached_property
    def wins_of_team(self) -> Mapping[str, tuple[RaceWin, ...]]:
        """Class wins by team id."""
        return _index((one.win.team, one) for one in self.wins)

    @cached_property
    def make_of(self) -> Mapping[str, str]:
        """Make ids by the car's name, for every car that won."""
        makes = {names[0]: make for make, names in self.vocabulary.makes.items()}
        cars = {one.win.car for one in self.wins if one.win.car}
        return {car: make for car in cars for name, make in makes.items() if car.startswith(name)}

    @cached_property
    def races_at(self) -> Mapping[str, tuple[Race, ...]]:
        """Races by circuit id."""
        return _index((race.round.circuit, race) for race in self.races)

    @cached_property
    def seasons_of_class(self) -> Mapping[str, tuple[Season, ...]]:
        """Seasons by class id, announced ones included, oldest first."""
        return _index((race_class, season) for season in self.seasons.values() for race_class in season.classes)

    @cached_property
    def history(self) -> tuple[HistoryEntry, ...]:
        """Every history entry, oldest first."""
        return tuple(sorted((entry for topic in self.topics for entry in topic.entries), key=lambda entry: entry.date))

    @cached_property
    def history_about(self) -> Mapping[str, tuple[HistoryEntry, ...]]:
        """History entries by the id of what they are about, oldest first."""
        return _index((one, entry) for entry in self.history for one in entry.about)

    def season_after(self, season: str) -> Season | None:
        """Return the season that was run next after `season`; None where there is none yet."""
        return next((one for one in self.held if one.id > season), None)

    def entrant(self, team: str, season: str) -> str:
        """Return the name `team` raced under in `season`, or its general name where that is not known."""
        for one in self.titles_of_team.get(team, ()):
            if one.season.id == season:
                return one.title.entrant
        for used in self.teams[team].names:
            if season in used.seasons:
                return used.name
        return self.teams[team].name

    def champion_drivers(self) -> tuple[Driver, ...]:
        """Return every driver with a title, in order of their first."""
        return tuple(self.drivers[driver] for driver in self.titles_of_driver)


def _index(pairs: Iterable[tuple[K, V]]) -> Mapping[K, tuple[V, ...]]:
    collected: defaultdict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        collected[key].append(value)
    return {key: tuple(values) for key, values in collected.items()}
