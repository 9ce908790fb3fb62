"""How drivers, teams, classes, seasons and races are named, with their flags."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.answering.wording import day, flag, listed
from bot.knowledge.base import Knowledge, Race, SeasonTitle
from bot.knowledge.kept import kept
from bot.knowledge.model import Season

_RUN = 3


@kept(4096)
def driver(knowledge: Knowledge, driver_id: str) -> str:
    """Return a driver's name behind the flag, where the nation is known."""
    one = knowledge.drivers[driver_id]
    return f"{flag(knowledge.countries[one.nation])} {one.name}" if one.nation else one.name


def drivers(knowledge: Knowledge, ids: Iterable[str]) -> str:
    """Return a crew as a list with flags."""
    return listed([driver(knowledge, one) for one in ids])


def crew(knowledge: Knowledge, ids: Sequence[str]) -> str:
    """Return the drivers of a race win, or that they are not recorded."""
    return drivers(knowledge, ids) if ids else "crew not recorded"


@kept(1024)
def team(knowledge: Knowledge, team_id: str) -> str:
    """Return a team's general name behind the flag, where the nation is known."""
    one = knowledge.teams[team_id]
    return f"{flag(knowledge.countries[one.nation])} {one.name}" if one.nation else one.name


def nation(knowledge: Knowledge, country_id: str) -> str:
    """Return a nation behind its flag."""
    one = knowledge.countries[country_id]
    return f"{flag(one)} {one.name}"


@kept(1024)
def entrant(knowledge: Knowledge, one: SeasonTitle) -> str:
    """Return the champion team's name of its day behind the flag it raced under."""
    return f"{flag(knowledge.countries[one.title.nation])} {one.title.entrant}"


def class_name(knowledge: Knowledge, class_id: str) -> str:
    """Return a class's name."""
    return knowledge.classes[class_id].name


def classes(knowledge: Knowledge, ids: Iterable[str]) -> str:
    """Return class names as a list."""
    return listed([knowledge.classes[one].name for one in ids])


def labels(knowledge: Knowledge, ids: Iterable[str]) -> str:
    """Return season labels as a list."""
    return listed([knowledge.seasons[one].label for one in ids])


def seasons(found: Iterable[Season]) -> str:
    """Return season labels as a list, each once."""
    return listed(dict.fromkeys([season.label for season in found]))


def runs(knowledge: Knowledge, found: Iterable[Season]) -> str:
    """Return season labels with those in a row drawn together: `2009 and 2013 to 2019–20`."""
    places = {season: place for place, season in enumerate(knowledge.seasons)}
    rows: list[list[Season]] = []
    for season in {season.id: season for season in found}.values():
        if rows and places[season.id] == places[rows[-1][-1].id] + 1:
            rows[-1].append(season)
        else:
            rows.append([season])
    return listed([said for row in rows for said in _row(row)])


def _row(row: Sequence[Season]) -> list[str]:
    if len(row) < _RUN:
        return [season.label for season in row]
    return [f"{row[0].label} to {row[-1].label}"]


def race_day(race: Race) -> str:
    """Return `4 December 2016 (2016–17)`; a season of one year needs no naming."""
    date = day(race.round.date)
    return f"{date} ({race.season.label})" if "-" in race.season.id else date


@kept(1024)
def race_label(race: Race) -> str:
    """Return `4 Hours of Fuji, 4 December 2016 (2016–17)`."""
    return f"{race.round.name}, {race_day(race)}"
