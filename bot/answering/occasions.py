"""Titles, wins, races and seasons alike: each says who or what it went to, where and when, and its source."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.knowledge.base import Knowledge, Race, RaceWin, SeasonTitle
from bot.knowledge.kept import kept
from bot.knowledge.model import Season
from bot.understanding.queries import By, Counted

Ids = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Occasion:
    """One thing that can be counted.

    `classes` are those it was run or won in, `whole` is the entry it was made from.
    """

    whole: SeasonTitle | RaceWin | Race | Season
    season: str
    classes: Ids
    held: Mapping[By, Ids]
    source: Ids

    def has(self, by: By) -> Ids:
        """Return who or what it went to, or where or when it was; of nations one for each driver of a crew."""
        return self.held.get(by, ())


@kept(32)
def occasions(knowledge: Knowledge, counted: Counted) -> tuple[Occasion, ...]:
    """Return every occasion of what is counted, in order of season; champions once for each title of theirs."""
    return tuple(_MADE[counted](knowledge))


@kept(4)
def class_seasons(knowledge: Knowledge) -> tuple[Occasion, ...]:
    """Return every season that was run, with its classes."""
    source = knowledge.series.sources[:1]
    return tuple(
        [
            Occasion(one, one.id, one.classes, {By.SEASON: (one.id,), By.CLASS: one.classes}, source)
            for one in knowledge.held
        ]
    )


def _titles(knowledge: Knowledge) -> list[Occasion]:
    return [_of_title(knowledge, one, one.title.drivers) for one in knowledge.titles]


def _champions(knowledge: Knowledge) -> list[Occasion]:
    return [_of_title(knowledge, one, (driver,)) for one in knowledge.titles for driver in one.title.drivers]


def _of_title(knowledge: Knowledge, one: SeasonTitle, drivers: Ids) -> Occasion:
    held = {
        By.DRIVER: drivers,
        By.TEAM: (one.title.team,),
        By.NATION: _homes(knowledge, drivers),
        By.TEAM_NATION: (one.title.nation,),
        By.CLASS: (one.title.race_class,),
        By.SEASON: (one.season.id,),
    }
    return Occasion(one, one.season.id, (one.title.race_class,), held, knowledge.series.sources[:1])


def _wins(knowledge: Knowledge) -> list[Occasion]:
    return [_of_win(knowledge, won) for won in knowledge.wins]


def _overall_wins(knowledge: Knowledge) -> list[Occasion]:
    return [_of_win(knowledge, won) for won in knowledge.wins if won.win.overall]


def _of_win(knowledge: Knowledge, won: RaceWin) -> Occasion:
    win = won.win
    flown = knowledge.teams[win.team].nation
    held = {
        By.DRIVER: win.drivers,
        By.TEAM: (win.team,),
        By.NATION: _homes(knowledge, win.drivers),
        By.TEAM_NATION: (flown,) if flown else (),
        By.CLASS: (win.race_class,),
        By.CAR: (win.car,) if win.car else (),
        By.MAKE: (knowledge.make_of[win.car],) if win.car else (),
        **_where(knowledge, won.race),
    }
    return Occasion(won, won.race.season.id, (win.race_class,), held, won.race.season.sources[:2])


def _races(knowledge: Knowledge) -> list[Occasion]:
    return [
        Occasion(
            race,
            race.season.id,
            tuple([win.race_class for win in race.round.winners]),
            _where(knowledge, race),
            race.season.sources[:2],
        )
        for race in knowledge.races
    ]


def _where(knowledge: Knowledge, race: Race) -> dict[By, Ids]:
    circuit = race.round.circuit
    return {
        By.CIRCUIT: (circuit,),
        By.COUNTRY: (knowledge.circuits[circuit].country,),
        By.SEASON: (race.season.id,),
    }


def _homes(knowledge: Knowledge, drivers: Ids) -> Ids:
    return tuple([home for driver in drivers if (home := knowledge.drivers[driver].nation)])


_MADE: Mapping[Counted, Callable[[Knowledge], list[Occasion]]] = {
    Counted.TITLES: _titles,
    Counted.CHAMPIONS: _champions,
    Counted.WINS: _wins,
    Counted.OVERALL: _overall_wins,
    Counted.RACES: _races,
    Counted.SEASONS: _races,
}
