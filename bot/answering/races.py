"""Races by circuit, country, round, season, class or winner."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from bot.answering.answer import Answer, Reply, refuse
from bot.answering.doubts import all_disputed_said, doubts_said, missing_said
from bot.answering.naming import class_name, classes, race_label, runs
from bot.answering.race_list import race_list
from bot.answering.race_page import race_page
from bot.answering.race_scope import car_said, doubted, is_of_car, missing, wanted, when_said
from bot.answering.wording import count, listed, the
from bot.knowledge.base import Knowledge, Race, SeasonTitle
from bot.knowledge.doubts import Doubts
from bot.understanding.queries import End, Focus, Races

_FEW = 3
_NO_CAR_TITLES = "Titles are recorded by driver and team, not by car; on record for {car} are class wins in races."


def races(knowledge: Knowledge, query: Races) -> Reply:
    """Answer `Races`: a few races whole, or many in lines."""
    held = _held(knowledge, query)
    found = tuple([race for race in held if wanted(knowledge, query, race)])
    doubts = doubted(knowledge, query, held)
    if not found:
        return _doubtful(knowledge, query, doubts) if doubts else _none(knowledge, query)
    if query.end is not None:
        found = found[: query.limit or 1] if query.end is End.FIRST else found[-(query.limit or 1) :]
    answer = race_page(knowledge, query, found) if len(found) <= _FEW else race_list(knowledge, query, found)
    if query.driver and doubts.disputed:
        answer = answer._replace(notes=(*answer.notes, *all_disputed_said(knowledge, query.driver, doubts)))
    return _with_titles(knowledge, query, answer) if query.focus is Focus.CAR_TITLES else answer


def _doubtful(knowledge: Knowledge, query: Races, doubts: Doubts) -> Reply:
    """Tell the races that only some sources say the driver won; else that the crew there is not wholly known."""
    driver = query.driver or ""
    if not doubts.disputed:
        return _no_win(knowledge, query, " ".join(doubts_said(knowledge, driver, doubts)))
    races = list(dict.fromkeys(won.race for won in doubts.disputed))
    classes = tuple(dict.fromkeys(won.win.race_class for won in doubts.disputed))
    page = race_page(knowledge, replace(query, driver=None, classes=classes), races)
    return page._replace(lead=(*all_disputed_said(knowledge, driver, doubts), *page.lead), holds=None)


def _with_titles(knowledge: Knowledge, query: Races, answer: Answer) -> Answer:
    """Tell beside the wins of a car which champions won with it in the season of their title."""
    car = car_said(knowledge, query)
    won = [one for one in knowledge.titles if _won_with(knowledge, query, one)]
    told = [
        f"Champions who won races of that season with {car}: {listed([_title_said(one, knowledge) for one in won])}."
    ]
    return answer._replace(lead=(*(told if won else ()), _NO_CAR_TITLES.format(car=car), *answer.lead), holds=None)


def _won_with(knowledge: Knowledge, query: Races, one: SeasonTitle) -> bool:
    if query.classes and one.title.race_class not in query.classes:
        return False
    if query.seasons and one.season.id not in query.seasons.ids:
        return False
    wins = knowledge.wins_of_team.get(one.title.team, ())
    return any(
        won.race.season is one.season
        and won.win.race_class == one.title.race_class
        and not set(one.title.drivers).isdisjoint(won.win.drivers)
        and is_of_car(knowledge, query, won.win)
        for won in wins
    )


def _title_said(one: SeasonTitle, knowledge: Knowledge) -> str:
    return f"{one.title.entrant} ({class_name(knowledge, one.title.race_class)} {one.season.label})"


def _held(knowledge: Knowledge, query: Races) -> tuple[Race, ...]:
    """Return the races at the asked place and time, whoever won them."""
    races = knowledge.races_at.get(query.circuit, ()) if query.circuit else knowledge.races
    chosen = [race for race in races if _is_there(knowledge, query, race)]
    return _numbered(query, _in_time(query, chosen))


def _in_time(query: Races, races: Sequence[Race]) -> tuple[Race, ...]:
    seasons = query.seasons
    if seasons is None:
        return tuple(races)
    # A lone year tells races by their date first: Fuji in 2016 is the race of December 2016, not that of 2015-16.
    # The rounds of a calendar are numbered within a season, though.
    if seasons.year is not None and (query.number is None or query.circuit):
        dated = [race for race in races if race.round.date.year == seasons.year]
        if dated:
            return tuple(dated)
    return tuple([race for race in races if race.season.id in seasons.ids])


def _numbered(query: Races, races: Sequence[Race]) -> tuple[Race, ...]:
    """Return the races of the asked number: at a circuit its second race of a visit, in a calendar the second round."""
    if query.number is None:
        return tuple(races)
    visits = [race for race in races if query.circuit and race.round.name.endswith(f"race {query.number}")]
    return tuple(visits or [race for race in races if race.round.round == query.number])


def _is_there(knowledge: Knowledge, query: Races, race: Race) -> bool:
    one = race.round
    return (
        (query.country is None or knowledge.circuits[one.circuit].country == query.country)
        and (query.name is None or one.name.startswith(query.name))
        and (query.month is None or one.date.month == query.month)
        and (query.day is None or one.date.day == query.day)
        and query.hours in (None, one.hours)
    )


def _none(knowledge: Knowledge, query: Races) -> Reply:
    held = knowledge.races_at.get(query.circuit, ()) if query.circuit else knowledge.races
    held = tuple(r for r in held if query.country in (None, knowledge.circuits[r.round.circuit].country))
    if not held:
        countries = dict.fromkeys(the(knowledge.countries[one.country]) for one in knowledge.circuits.values())
        return refuse(
            "no_race_there", "circuits", "calendar", where=_where(knowledge, query), countries=listed(countries)
        )
    if query.driver or query.team or query.make or query.model or query.focus is Focus.OVERALL:
        missed = missing(knowledge, query, _held(knowledge, query))
        return _no_win(knowledge, query, missing_said(knowledge, missed) if missed else "")
    raced = [race for race in _held(knowledge, query) if set(query.classes) & set(race.season.classes)]
    if raced:
        return _not_recorded(knowledge, query, raced)
    if query.seasons and not any(knowledge.seasons[season].rounds for season in query.seasons.ids):
        return refuse("no_calendar", "calendar", "champion", season=query.seasons.said, current=knowledge.current.label)
    if query.number is not None and query.seasons is not None and query.circuit is None and not _held(knowledge, query):
        return _no_round(knowledge, query)
    return _no_race(knowledge, query, held)


def _where(knowledge: Knowledge, query: Races) -> str:
    if query.circuit:
        return f" at {knowledge.circuits[query.circuit].name}"
    return f" in {the(knowledge.countries[query.country])}" if query.country else ""


def _no_win(knowledge: Knowledge, query: Races, doubts: str) -> Reply:
    """Say that no such win is on record; with `doubts` that this is no No."""
    who, step = _winner(knowledge, query)
    when = when_said(query)
    place = knowledge.circuits[query.circuit].name if query.circuit else ""
    return refuse(
        "win_not_known" if doubts else "no_win_there",
        step,
        f"circuit {place}" if place else "circuits",
        win="overall win" if query.focus is Focus.OVERALL else "class win",
        who=who,
        where=_where(knowledge, query),
        when=when,
        doubts=doubts,
    )


def _winner(knowledge: Knowledge, query: Races) -> tuple[str, str]:
    """Return whose wins were asked for, and the question that leads to more of them."""
    if query.driver:
        name = knowledge.drivers[query.driver].name
        return name, f"driver {name}"
    if query.team:
        name = knowledge.teams[query.team].name
        return name, f"team {name}"
    if query.make or query.model:
        return car_said(knowledge, query), "record"
    names = listed([class_name(knowledge, one) for one in query.classes], "or")
    return names, "record overall wins"


def _not_recorded(knowledge: Knowledge, query: Races, raced: Sequence[Race]) -> Reply:
    """Say that the class had a season then, and that its winner there is not on record."""
    last = raced[-1]
    return refuse(
        "no_winner_recorded",
        f"race {knowledge.circuits[last.round.circuit].race} {last.season.id}",
        f"champion {class_name(knowledge, query.classes[0])} {last.season.id}",
        name=listed([class_name(knowledge, one) for one in query.classes], "or"),
        races=listed([race_label(race) for race in raced[:_FEW]]),
    )


def _no_round(knowledge: Knowledge, query: Races) -> Reply:
    chosen = [knowledge.seasons[season] for season in query.seasons.ids] if query.seasons else []
    had = listed([f"{season.label} had {count(len(season.rounds), 'round')}" for season in chosen])
    said = query.seasons.said if query.seasons else ""
    steps = [f"calendar {season.id}" for season in chosen if season.rounds]
    return refuse("no_such_round", *steps[:2], "calendar", number=str(query.number), said=said, had=had)


def _no_race(knowledge: Knowledge, query: Races, held: Sequence[Race]) -> Reply:
    """Say that there was no such race, and when there were races at the same place."""
    names = [class_name(knowledge, one) for one in query.classes]
    number = f" as round {query.number}" if query.number is not None else ""
    length = f"{query.hours}-hour " if query.hours else ""
    circuit = knowledge.circuits[query.circuit] if query.circuit else None
    return refuse(
        "no_such_race",
        f"race {circuit.race}" if circuit else "calendar",
        "circuits",
        name=f"{length}{listed(names, 'or')}{' ' if names else ''}race",
        where=f"{_where(knowledge, query)}{number}",
        said=when_said(query),
        there="there " if query.circuit or query.country else "",
        seasons=runs(knowledge, [race.season for race in held]),
        had=_had(knowledge, query, held),
    )


def _had(knowledge: Knowledge, query: Races, held: Sequence[Race]) -> str:
    """Return which classes did race then, where only the class that was asked for did not."""
    if not query.classes or query.seasons is None:
        return ""
    won = [win.race_class for race in _in_time(query, held) for win in race.round.winners]
    raced = [one for one in knowledge.classes if one in won]
    return f" It had {classes(knowledge, raced)}." if raced else ""
