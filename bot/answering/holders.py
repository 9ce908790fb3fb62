"""Who holds titles and wins, a driver or a team: what is told of either in the same words."""

from __future__ import annotations

from typing import NamedTuple

from bot.answering.naming import driver, team
from bot.knowledge.base import Knowledge, RaceWin, SeasonTitle
from bot.understanding.spans import Kind, Ref


class Holder(NamedTuple):
    """A driver or a team: the name, the same behind its flag, the command that asks for the page, titles and wins."""

    name: str
    shown: str
    asked: str
    titles: tuple[SeasonTitle, ...]
    wins: tuple[RaceWin, ...]


def holder(knowledge: Knowledge, who: Ref) -> Holder:
    """Return the driver or team that `who` is."""
    one = who.id
    if who.kind is Kind.DRIVER:
        name, shown = knowledge.drivers[one].name, driver(knowledge, one)
        titles, wins = knowledge.titles_of_driver, knowledge.wins_of_driver
    else:
        name, shown = knowledge.teams[one].name, team(knowledge, one)
        titles, wins = knowledge.titles_of_team, knowledge.wins_of_team
    return Holder(name, shown, f"{who.kind} {name}", titles.get(one, ()), wins.get(one, ()))
