"""Titles and race wins as one line each."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.naming import class_name, crew, driver, drivers, entrant, race_label
from bot.answering.wording import listed
from bot.knowledge.base import Knowledge, RaceWin, SeasonTitle
from bot.knowledge.kept import kept
from bot.knowledge.model import ClassWin


@kept(1024)
def title_line(knowledge: Knowledge, one: SeasonTitle, *, team_first: bool = False) -> str:
    """Return the champions of one title: crew and team, or team and crew where teams are asked for."""
    people, team = drivers(knowledge, one.title.drivers), entrant(knowledge, one)
    return f"{team} – {people}" if team_first else f"{people} – {team}"


def class_line(knowledge: Knowledge, one: SeasonTitle, *, team_first: bool = False) -> str:
    """Return the champions of one title behind the class."""
    return f"{class_name(knowledge, one.title.race_class)}: {title_line(knowledge, one, team_first=team_first)}"


def season_line(knowledge: Knowledge, one: SeasonTitle, *, team_first: bool = False) -> str:
    """Return the champions of one title behind the season."""
    return f"{one.season.label}: {title_line(knowledge, one, team_first=team_first)}"


def full_line(knowledge: Knowledge, one: SeasonTitle) -> str:
    """Return the champions of one title behind season and class."""
    return f"{one.season.label} {class_line(knowledge, one)}"


@kept(1024)
def title_of_driver(knowledge: Knowledge, one: SeasonTitle, driver_id: str) -> str:
    """Return one title as a line of a driver's page: season, class, team, co-champions."""
    partners = [driver(knowledge, other) for other in one.title.drivers if other != driver_id]
    shared = f"with {listed(partners)}" if partners else "as sole champion"
    return f"{one.season.label} {class_name(knowledge, one.title.race_class)}: {entrant(knowledge, one)}, {shared}"


@kept(1024)
def title_of_team(knowledge: Knowledge, one: SeasonTitle) -> str:
    """Return one title as a line of a team's page, under the name of its day."""
    people = drivers(knowledge, one.title.drivers)
    return f"{one.season.label} {class_name(knowledge, one.title.race_class)}: {entrant(knowledge, one)}, with {people}"


def titles_said(knowledge: Knowledge, titles: Sequence[SeasonTitle]) -> str:
    """Return titles in words: `LMP2 in 2013 and 2014; LMP3 in 2015–16`, `LMP2 and LMP3 in 2017–18`."""
    if len({one.season.id for one in titles}) == 1:
        return f"{listed([class_name(knowledge, one.title.race_class) for one in titles])} in {titles[0].season.label}"
    by_class: dict[str, list[str]] = {}
    for one in titles:
        by_class.setdefault(one.title.race_class, []).append(one.season.label)
    parts = [f"{class_name(knowledge, race_class)} in {listed(won)}" for race_class, won in by_class.items()]
    return "; ".join(parts) if len(parts) < len(titles) else listed(parts)


@kept(1024)
def win_of_driver(knowledge: Knowledge, won: RaceWin) -> str:
    """Return one class win as a line of a driver's page."""
    return f"{race_label(won.race)}: {_class_won(knowledge, won.win)}, {won.win.entrant}{_car(won.win)}"


@kept(1024)
def win_of_team(knowledge: Knowledge, won: RaceWin) -> str:
    """Return one class win as a line of a team's page."""
    people = crew_said(knowledge, won.win)
    return f"{race_label(won.race)}: {_class_won(knowledge, won.win)}, {people}{_car(won.win)}"


def win_line(knowledge: Knowledge, win: ClassWin) -> str:
    """Return `LMP2 (overall): crew – #8 entrant, car`, with what is uncertain."""
    overall = " (overall)" if win.overall else ""
    return f"{class_name(knowledge, win.race_class)}{overall}: {crew_said(knowledge, win)} – {_entry(win)}"


def crew_said(knowledge: Knowledge, win: ClassWin) -> str:
    """Return the crew of a win, with what is uncertain about it."""
    people = crew(knowledge, win.drivers)
    if win.disputed:
        return f"{people} (sources differ on {drivers(knowledge, win.disputed)})"
    return f"{people} (crew incomplete)" if win.drivers and not win.complete else people


def _entry(win: ClassWin) -> str:
    """Return `#8 entrant, car`, as far as they are known."""
    number = f"#{win.number} " if win.number else ""
    return f"{number}{win.entrant}{_car(win)}"


def _class_won(knowledge: Knowledge, win: ClassWin) -> str:
    return f"{class_name(knowledge, win.race_class)}{' and overall' if win.overall else ''}"


def _car(win: ClassWin) -> str:
    return f", {win.car}" if win.car else ""
