"""Wins that may be a driver's, in sentences: no plain No is said where there are any."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.naming import class_name, race_label
from bot.answering.wording import listed
from bot.knowledge.base import Knowledge, Race, RaceWin
from bot.knowledge.doubts import Doubts

_NAMED = 3


def disputed_said(knowledge: Knowledge, drivers: Sequence[str], won: RaceWin) -> str:
    """Say that only some sources give a win to `drivers`."""
    names = listed([knowledge.drivers[one].name for one in drivers])
    return f"Sources differ on whether {names} won {_win(knowledge, won)}."


def all_disputed_said(knowledge: Knowledge, driver: str, doubts: Doubts) -> tuple[str, ...]:
    """Say which wins only some sources give to `driver`."""
    return tuple([disputed_said(knowledge, (driver,), won) for won in doubts.disputed])


def doubts_said(knowledge: Knowledge, driver: str, doubts: Doubts) -> tuple[str, ...]:
    """Say which wins only some sources give to `driver`, and of which the crew is not wholly known."""
    disputed = all_disputed_said(knowledge, driver, doubts)
    return (*disputed, _unknown(knowledge, doubts.unknown)) if doubts.unknown else disputed


def _unknown(knowledge: Knowledge, wins: Sequence[RaceWin]) -> str:
    if len(wins) > _NAMED:
        return f"The crews of {len(wins)} class wins are not wholly known."
    told = listed([_win(knowledge, won) for won in wins])
    return f"The whole crew that won {told} is not known."


def missing_said(knowledge: Knowledge, missed: Sequence[tuple[Race, str]]) -> str:
    """Say of which races the winners of a class are not on record."""
    if len(missed) > _NAMED:
        names = listed([class_name(knowledge, one) for one in dict.fromkeys(one for _, one in missed)])
        return f"The winners of {names} are not on record for {len(missed)} races."
    told = listed([f"{class_name(knowledge, one)} at the {race_label(race)}" for race, one in missed])
    return f"No winners of {told} are on record."


def _win(knowledge: Knowledge, won: RaceWin) -> str:
    return f"{class_name(knowledge, won.win.race_class)} at the {race_label(won.race)}"
