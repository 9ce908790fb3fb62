"""Class wins that may be a driver's, without anybody being able to say so for certain."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.knowledge.base import Knowledge, Race, RaceWin
from bot.knowledge.kept import kept


@dataclass(frozen=True, slots=True)
class Doubts:
    """The wins in doubt: `disputed` are those only some sources give the driver, `unknown` had a crew not all known."""

    disputed: tuple[RaceWin, ...] = ()
    unknown: tuple[RaceWin, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is any doubt."""
        return bool(self.disputed or self.unknown)

    def __len__(self) -> int:
        """How many wins are in doubt."""
        return len(self.disputed) + len(self.unknown)

    def among(self, keep: Callable[[RaceWin], bool]) -> Doubts:
        """Return the doubts about those wins alone that `keep` says."""
        return Doubts(*[tuple([won for won in wins if keep(won)]) for wins in (self.disputed, self.unknown)])


NO_DOUBTS = Doubts()


@kept(1024)
def doubts_of(knowledge: Knowledge, driver: str) -> Doubts:
    """Return the wins that may be those of `driver`; none where they won another class of the same race."""
    elsewhere = {id(won.race) for won in knowledge.wins_of_driver.get(driver, ())}
    unknown = [won for won in _unknown(knowledge) if id(won.race) not in elsewhere]
    return Doubts(_disputed(knowledge).get(driver, ()), tuple(unknown))


@kept(4)
def winners_missing(knowledge: Knowledge) -> Mapping[Race, tuple[str, ...]]:
    """Return the classes of a race's season with no winner on record, by the race; they may not have started."""
    missing = {
        race: tuple([one for one in race.season.classes if all(win.race_class != one for win in race.round.winners)])
        for race in knowledge.races
    }
    return {race: classes for race, classes in missing.items() if classes}


@kept(4)
def _disputed(knowledge: Knowledge) -> Mapping[str, tuple[RaceWin, ...]]:
    found: dict[str, tuple[RaceWin, ...]] = {}
    for won in knowledge.wins:
        for driver in won.win.disputed:
            found[driver] = (*found.get(driver, ()), won)
    return found


@kept(4)
def _unknown(knowledge: Knowledge) -> tuple[RaceWin, ...]:
    return tuple([won for won in knowledge.wins if not won.win.complete or not (won.win.drivers or won.win.disputed)])
