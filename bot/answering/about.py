"""What an answer told about, as slots by which the next question can name it."""

from __future__ import annotations

from collections.abc import Iterable

from bot.knowledge.base import Race, SeasonTitle
from bot.knowledge.model import ClassWin, Season
from bot.understanding.queries import By
from bot.understanding.relative import one_season
from bot.understanding.slots import Slots, holding

_RACE = frozenset({"race"})
_SLOTS = {
    By.DRIVER: "drivers",
    By.TEAM: "teams",
    By.CLASS: "classes",
    By.CIRCUIT: "circuits",
    By.MAKE: "makes",
    By.NATION: "countries",
    By.TEAM_NATION: "countries",
    By.COUNTRY: "places",
}
_FEW = 4


def about_race(race: Race) -> tuple[Slots, ...]:
    """Return a race, picked out of several, and where it was."""
    one = race.round
    return (
        Slots(cues=_RACE, seasons=one_season(race.season), number=one.round),
        Slots(circuits=(one.circuit,)),
    )


def about_winners(win: ClassWin | None) -> tuple[Slots, ...]:
    """Return who won."""
    return (Slots(drivers=win.drivers), Slots(teams=(win.team,))) if win else ()


def about_title(one: SeasonTitle, *, team_first: bool) -> tuple[Slots, ...]:
    """Return a title and those who won it, in the order they were told."""
    crew, team = Slots(drivers=one.title.drivers), Slots(teams=(one.title.team,))
    title = Slots(classes=(one.title.race_class,), seasons=one_season(one.season))
    return (title, *((team, crew) if team_first else (crew, team)))


def about_season(season: Season) -> tuple[Slots, ...]:
    """Return one season, picked out of several."""
    return (Slots(seasons=one_season(season)),)


def about_leaders(by: By, ids: Iterable[str]) -> tuple[Slots, ...]:
    """Return those at the head of a ranking, where they are a few."""
    leaders = tuple(ids)
    slot = _SLOTS.get(by)
    return (holding(slot, leaders),) if slot and 0 < len(leaders) <= _FEW else ()
