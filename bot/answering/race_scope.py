"""What is asked of races, in words and in wins: which, where, when, by whom; shared by the pages of few and of many."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.naming import class_name, driver, race_label
from bot.answering.scope import in_time
from bot.answering.wording import MONTHS, capital, listed, the
from bot.knowledge.base import Knowledge, Race
from bot.knowledge.cars import is_model
from bot.knowledge.doubts import NO_DOUBTS, Doubts, doubts_of, winners_missing
from bot.knowledge.model import ClassWin, Season
from bot.understanding.queries import End, Focus, Races

_HELD_OR_WON = frozenset({Focus.ALL, Focus.WHO, Focus.OVERALL, Focus.COUNT, Focus.CAR})


def wanted(knowledge: Knowledge, query: Races, race: Race) -> list[ClassWin]:
    """Return the wins of `race` within the classes, driver, team and make of car that were asked for."""
    return [
        win
        for win in race.round.winners
        if (query.driver is None or query.driver in win.drivers) and _is_wanted(knowledge, query, win)
    ]


def doubted(knowledge: Knowledge, query: Races, races: Sequence[Race]) -> Doubts:
    """Return which wins of `races` within what was asked for may be those of the asked driver as well."""
    if query.driver is None:
        return NO_DOUBTS
    held = {id(race) for race in races}
    doubts = doubts_of(knowledge, query.driver)
    return doubts.among(lambda won: id(won.race) in held and _is_wanted(knowledge, query, won.win))


def missing(knowledge: Knowledge, query: Races, races: Sequence[Race]) -> list[tuple[Race, str]]:
    """Return the races and classes with no winner on record that may be what was asked for.

    Those are the classes in which the asked driver, team or car won a title or another race of that season.
    """
    if query.focus is Focus.OVERALL:
        return []
    known = winners_missing(knowledge)
    return [
        (race, one)
        for race in races
        for one in known.get(race, ())
        if (not query.classes or one in query.classes) and _won_elsewhere(knowledge, query, race.season, one)
    ]


def _won_elsewhere(knowledge: Knowledge, query: Races, season: Season, race_class: str) -> bool:
    titles = [one.title for one in knowledge.titles_of_season.get(season.id, ()) if one.title.race_class == race_class]
    wins = [win for one in season.rounds for win in one.winners if win.race_class == race_class]
    if query.driver or query.team:
        crews = [(one.drivers, one.team) for one in titles] + [(one.drivers, one.team) for one in wins]
        return any(query.driver in drivers or query.team == team for drivers, team in crews)
    return any(is_of_car(knowledge, query, win) for win in wins)


def _is_wanted(knowledge: Knowledge, query: Races, win: ClassWin) -> bool:
    """Say whether `win` is within the classes, team and make of car that were asked for, whoever drove."""
    return (
        (not query.classes or win.race_class in query.classes)
        and (query.team is None or query.team == win.team)
        and (win.overall or not _keeps_to_overall(query))
        and is_of_car(knowledge, query, win)
    )


def is_of_car(knowledge: Knowledge, query: Races, win: ClassWin) -> bool:
    """Say whether `win` was won in the asked make or model of car, if one was asked for."""
    if query.make is None and query.model is None:
        return True
    if win.car is None:
        return False
    return query.make in (None, knowledge.make_of[win.car]) and (query.model is None or is_model(win.car, query.model))


def car_said(knowledge: Knowledge, query: Races) -> str:
    """Return the car asked about, by its make or model, or nothing."""
    make = knowledge.vocabulary.makes[query.make][0] if query.make else ""
    return " ".join(filter(None, (make, query.model)))


def _keeps_to_overall(query: Races) -> bool:
    return query.focus is Focus.OVERALL and bool(
        query.classes or query.driver or query.team or query.make or query.model
    )


def holds(query: Races, found: Sequence[Race]) -> bool | None:
    """Say whether there were such races; None where something else was asked of them."""
    if query.bound is not None:
        return query.bound.verdict(sum(is_then(query, race) for race in found))
    if query.end is not None or query.focus not in _HELD_OR_WON:
        return None
    return any(is_then(query, race) for race in found)


def is_then(query: Races, race: Race) -> bool:
    """Say whether `race` was held in the year that was said: Fuji raced in 2018–19, and not in 2019."""
    year = query.seasons.year if query.seasons else None
    return year is None or race.round.date.year == year


def not_then(knowledge: Knowledge, query: Races, found: Sequence[Race]) -> tuple[str, ...]:
    """Say that no race fell into the year that was said, where those of its seasons are told instead."""
    if query.number is not None or any(is_then(query, race) for race in found):
        return ()
    said = query.seasons.said if query.seasons else ""
    return (
        f"No such race {place_said(knowledge, query)} was held in {said}; the nearest was the {race_label(found[-1])}.",
    )


def races_title(knowledge: Knowledge, query: Races) -> str:
    """Return the title over several races: `Races at Fuji Speedway, 2016`."""
    names = [class_name(knowledge, one) for one in query.classes]
    place = f" {place_said(knowledge, query)}" if query.circuit or query.country else ""
    number = f", round {query.number}" if query.number is not None else ""
    when = time_said(query)
    length = f"{query.hours}-hour " if query.hours else ""
    what = f"{length}{listed(names)} races" if names else f"{length}races"
    return capital(f"{counted_said(query)}{what}{place}{number}{f', {when}' if when else ''}")


def time_said(query: Races) -> str:
    """Return the asked time as it stands in a title: `2016`, `December 2016`, `8 December 2016`, or nothing."""
    month = f"{query.day or ''} {MONTHS[query.month - 1]}" if query.month else ""
    year = query.seasons.year if query.seasons else None
    return f"{month} {(year if month and year else query.seasons.said) if query.seasons else ''}".strip()


def when_said(query: Races) -> str:
    """Return the asked time as it stands in a sentence: ` in 2016`, ` on 8 December 2016`, or nothing."""
    if query.month:
        return f" {'on' if query.day else 'in'} {time_said(query)}"
    return f" {in_time(query.seasons)}" if query.seasons else ""


def counted_said(query: Races) -> str:
    """Return how many races were asked for, `the last 3 `, or nothing."""
    if query.limit is None:
        return ""
    return f"the {'first' if query.end is End.FIRST else 'last'} {query.limit} "


def place_said(knowledge: Knowledge, query: Races) -> str:
    """Return where the asked races are: `at Fuji Speedway`, `in Japan`."""
    if query.circuit:
        return f"at {knowledge.circuits[query.circuit].name}"
    return f"in {the(knowledge.countries[query.country])}" if query.country else "in this series"


def who_said(knowledge: Knowledge, query: Races) -> str:
    """Return the asked driver, make of car or team, or nothing."""
    if query.driver:
        return driver(knowledge, query.driver)
    if query.make or query.model:
        return car_said(knowledge, query)
    return knowledge.teams[query.team].name if query.team else ""
