"""Races and calendars: where, when, and who won."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.answering.answer import Answer, Block, Reply, blocks, disagreement, gathered, refuse
from bot.answering.wording import (
    class_name,
    count,
    day,
    driver,
    drivers,
    flag,
    listed,
    race_label,
    win_line,
)
from bot.knowledge import model
from bot.knowledge.base import Knowledge, Race, RaceWin
from bot.knowledge.model import Season
from bot.understanding.queries import Calendar, Cancelled, Focus, Races

_FEW_RACES = 3


def races(knowledge: Knowledge, query: Races) -> Reply:
    """Answer `Races`: one race whole, or several in lines."""
    found = _found(knowledge, query)
    if not found:
        return _none(knowledge, query)
    if query.focus is Focus.FIRST:
        found = found[:1]
    elif query.focus is Focus.LAST:
        found = found[-1:]
    if len(found) <= _FEW_RACES:
        return _whole(knowledge, query, found)
    return _lines(knowledge, query, found)


def _found(knowledge: Knowledge, query: Races) -> tuple[Race, ...]:
    chosen = [race for race in knowledge.races if _matches(knowledge, query, race)]
    if query.seasons is None:
        return tuple(chosen)
    # A lone year tells races by their date first: Fuji in 2016 is the race of December 2016, not that of 2015-16.
    if query.seasons.year is not None and query.number is None:
        dated = [race for race in chosen if race.round.date.year == query.seasons.year]
        if dated:
            return tuple(dated)
    return tuple(race for race in chosen if race.season.id in query.seasons.ids)


def _matches(knowledge: Knowledge, query: Races, race: Race) -> bool:
    one = race.round
    return (
        (query.circuit is None or one.circuit == query.circuit)
        and (query.country is None or knowledge.circuits[one.circuit].country == query.country)
        and (query.number is None or one.round == query.number)
        and (query.name is None or one.name.startswith(query.name))
        and (not query.classes or any(win.race_class in query.classes for win in one.winners))
        and (query.driver is None or any(query.driver in win.drivers for win in one.winners))
        and (query.team is None or any(query.team == win.team for win in one.winners))
    )


def _none(knowledge: Knowledge, query: Races) -> Reply:
    where = _where(knowledge, query)
    held = [race for race in knowledge.races if query.circuit is None or race.round.circuit == query.circuit]
    held = [r for r in held if query.country is None or knowledge.circuits[r.round.circuit].country == query.country]
    if not held:
        return refuse("no_race_there", "circuits", where=where, countries=listed(_countries(knowledge)))
    if query.driver or query.team:
        who = knowledge.drivers[query.driver].name if query.driver else knowledge.teams[str(query.team)].name
        kind = "driver" if query.driver else "team"
        return refuse("no_win_there", f"{kind} {who}", who=who, where=where)
    said = query.seasons.said if query.seasons else ""
    name = class_name(knowledge, query.classes[0]) if query.classes else ""
    years = listed(dict.fromkeys(str(race.round.date.year) for race in held))
    seasons = listed(dict.fromkeys(race.season.label for race in held))
    return refuse("no_such_race", "circuits", where=where, said=said, name=name, years=years, seasons=seasons)


def _countries(knowledge: Knowledge) -> Iterable[str]:
    return dict.fromkeys(knowledge.countries[circuit.country].name for circuit in knowledge.circuits.values())


def _where(knowledge: Knowledge, query: Races) -> str:
    if query.circuit:
        return knowledge.circuits[query.circuit].name
    if query.country:
        return knowledge.countries[query.country].name
    return f"round {query.number}" if query.number is not None else "the calendar"


def _whole(knowledge: Knowledge, query: Races, found: Sequence[Race]) -> Answer:
    made: list[Block] = []
    notes: list[str] = []
    for race in found:
        made += _race_blocks(knowledge, query, race, single=len(found) == 1)
        notes += (
            [f"{race.round.name}: {race.round.note}" if len(found) > 1 else race.round.note] if race.round.note else []
        )
        notes += race_readings(race, query.classes)
    first = found[0]
    title = race_label(first) if len(found) == 1 else f"Races: {_title(knowledge, query)}"
    return Answer(
        title,
        tuple(_lead(knowledge, query, found)),
        tuple(made),
        notes=tuple(notes),
        sources=gathered(*((race.round.sources + _win_sources(query, race)) for race in found)),
        next_questions=_next(knowledge, found),
        race_class=query.classes[0] if query.classes else None,
    )


def race_readings(race: Race, classes: Sequence[str] = ()) -> list[str]:
    """Return where sources disagree on `race`, within `classes` where any are asked for."""
    return [
        disagreement(reading)
        for reading in race.season.readings
        if race.round.round in reading.rounds
        and (not classes or not reading.classes or set(classes) & set(reading.classes))
    ]


def _title(knowledge: Knowledge, query: Races) -> str:
    said = f" {query.seasons.said}" if query.seasons else ""
    return f"{_where(knowledge, query)}{said}"


def _lead(knowledge: Knowledge, query: Races, found: Sequence[Race]) -> list[str]:
    first, last = found[0], found[-1]
    place = _where(knowledge, query)
    lines = []
    if query.focus is Focus.WHETHER:
        lines.append(
            f"Yes: the series has raced at {place}." if query.circuit else f"Yes: the series has raced in {place}."
        )
    if query.driver:
        lines.append(f"{driver(knowledge, query.driver)} won there.")
    if query.team:
        lines.append(f"{knowledge.teams[query.team].name} won there.")
    if query.focus is Focus.FIRST:
        lines.append(f"The first was on {day(first.round.date)}.")
    if query.focus is Focus.LAST:
        lines.append(f"The most recent was on {day(last.round.date)}.")
    if query.focus is Focus.GRID:
        lines += [_grid(race) for race in found]
    if len(found) == 1:
        lines.append(_held(knowledge, first))
        if not query.classes:
            lines.append(_overall(knowledge, first))
    else:
        lines.append(f"{count(len(found), 'race')}: {listed(f'{r.round.name} on {day(r.round.date)}' for r in found)}.")
    return lines


def _grid(race: Race) -> str:
    if race.round.starters is None:
        return f"How many cars started the {race.round.name} is not recorded."
    return f"{race.round.starters} cars started the {race.round.name}."


def _held(knowledge: Knowledge, race: Race) -> str:
    one = race.round
    circuit = knowledge.circuits[one.circuit]
    country = knowledge.countries[circuit.country]
    return f"Held at {circuit.name}, {flag(country)} {country.name}, on {day(one.date)}: round {one.round} of {race.season.label}."


def _overall(knowledge: Knowledge, race: Race) -> str:
    won = next((win for win in race.round.winners if win.overall), None)
    if won is None:
        return "The overall winners are not recorded."
    car = f", in a {won.car}" if won.car else ""
    return f"Overall winners: {drivers(knowledge, won.drivers)} for {won.entrant} ({class_name(knowledge, won.race_class)}{car})."


def _race_blocks(knowledge: Knowledge, query: Races, race: Race, *, single: bool) -> list[Block]:
    wins = [win for win in race.round.winners if not query.classes or win.race_class in query.classes]
    if query.driver:
        wins = [win for win in wins if query.driver in win.drivers]
    if query.team:
        wins = [win for win in wins if query.team == win.team]
    lines = tuple(win_line(knowledge, RaceWin(race, win)) for win in wins)
    if not single:
        return [Block(race_label(race), lines)]
    return list(
        blocks(
            ("Winners by class", lines), ("Race", _facts(race)), ("Winner notes", _win_notes(knowledge, query, race))
        )
    )


def _facts(race: Race) -> list[str]:
    one = race.round
    parts = []
    if one.distance_km:
        parts.append(f"distance {one.distance_km:g} km")
    if one.hours:
        parts.append(f"length {one.hours:g} hours")
    if one.laps:
        parts.append(f"laps of the winners {one.laps}")
    if one.starters:
        parts.append(f"starters {one.starters}")
    return ["; ".join(parts)] if parts else []


def _win_notes(knowledge: Knowledge, query: Races, race: Race) -> list[str]:
    return [
        f"{class_name(knowledge, win.race_class)}: {win.note}"
        for win in race.round.winners
        if win.note and (not query.classes or win.race_class in query.classes)
    ]


def _win_sources(query: Races, race: Race) -> tuple[str, ...]:
    return gathered(
        *(win.sources for win in race.round.winners if not query.classes or win.race_class in query.classes)
    )


def _next(knowledge: Knowledge, found: Sequence[Race]) -> tuple[str, ...]:
    race = found[-1]
    circuit = knowledge.circuits[race.round.circuit]
    return f"season {race.season.id}", f"circuit {circuit.name}", f"race {circuit.race}"


def _lines(knowledge: Knowledge, query: Races, found: Sequence[Race]) -> Answer:
    first, last = found[0], found[-1]
    place = _where(knowledge, query)
    seasons = list(dict.fromkeys(race.season.label for race in found))
    lead = []
    if query.focus is Focus.WHETHER:
        lead.append(f"Yes: the series has raced {'at' if query.circuit else 'in'} {place}.")
    if query.driver or query.team:
        lead.append(
            f"{knowledge.drivers[query.driver].name if query.driver else knowledge.teams[str(query.team)].name} won there."
        )
    lead.append(f"{count(len(found), 'race')} in {count(len(seasons), 'season')}: {listed(seasons)}.")
    lead.append(f"First: {day(first.round.date)}. Most recent: {day(last.round.date)}.")
    heading = "Winners" if query.classes else "Overall winners"
    return Answer(
        f"Races: {_title(knowledge, query)}",
        tuple(lead),
        (Block(heading, tuple(_short_line(knowledge, query, race) for race in found)),),
        sources=gathered(*(race.round.sources[:1] for race in found)),
        next_questions=_next(knowledge, found),
        race_class=query.classes[0] if query.classes else None,
    )


def _short_line(knowledge: Knowledge, query: Races, race: Race) -> str:
    wins = [
        win
        for win in race.round.winners
        if (win.race_class in query.classes if query.classes else win.overall)
        and (query.driver is None or query.driver in win.drivers)
        and (query.team is None or query.team == win.team)
    ]
    if not wins and (query.driver or query.team):
        wins = [w for w in race.round.winners if query.driver in w.drivers or query.team == w.team]
    lines = "; ".join(
        f"{class_name(knowledge, win.race_class)}: {drivers(knowledge, win.drivers) or 'crew not recorded'} – {win.entrant}"
        for win in wins
    )
    return f"{race.season.label} {race.round.name}, {day(race.round.date)} – {lines or 'winner not recorded'}"


def calendar(knowledge: Knowledge, query: Calendar) -> Reply:
    """Answer `Calendar`: the rounds of the asked seasons, or of the current one."""
    ids = query.seasons.ids if query.seasons else (knowledge.current.id,)
    chosen = [knowledge.seasons[season] for season in ids]
    run = [season for season in chosen if season.rounds]
    if not run:
        return refuse(
            "no_calendar", "calendar", f"season {chosen[0].id}", season=chosen[0].label, current=knowledge.current.label
        )
    said = query.seasons.said if query.seasons else knowledge.current.label
    total = sum(len(season.rounds) for season in run)
    lead = [f"{count(total, 'round')} in {listed(season.label for season in run)}."]
    if len(run) == 1:
        lead = [season_span(knowledge, run[0])]
    if query.focus in (Focus.FIRST, Focus.LAST):
        race = run[0].rounds[0] if query.focus is Focus.FIRST else run[-1].rounds[-1]
        lead.append(f"The {query.focus} round was {race.name}, on {day(race.date)}.")
    made = tuple(
        Block(f"Calendar {season.label}", tuple(round_line(knowledge, Race(season, one)) for one in season.rounds))
        for season in run
    )
    notes = [
        disagreement(reading)
        for season in run
        for reading in season.readings
        if reading.rounds and "date" in reading.about
    ]
    cancelled = [cancelled_line(knowledge, one) for season in run for one in season.cancelled]
    return Answer(
        f"Calendar, {said}",
        tuple(lead),
        made + blocks(("Planned but not held", cancelled)),
        notes=tuple(notes),
        sources=gathered(*(one.sources[:1] for season in run for one in season.rounds)),
        next_questions=(f"season {run[-1].id}", f"race round 1 {run[-1].id}", "circuits"),
    )


def season_span(knowledge: Knowledge, season: Season) -> str:
    """Say how many rounds `season` had, from when to when, at how many circuits."""
    places = dict.fromkeys(one.circuit for one in season.rounds)
    first, last = season.rounds[0].date, season.rounds[-1].date
    at = f"at {count(len(places), 'circuit')}"
    return f"{season.label} had {count(len(season.rounds), 'round')} {at}, from {day(first)} to {day(last)}."


def round_line(knowledge: Knowledge, race: Race) -> str:
    """Return one round of a calendar: number, date, race, circuit, overall winners."""
    one = race.round
    circuit = knowledge.circuits[one.circuit]
    won = next((win for win in one.winners if win.overall), None)
    by = f" – won by {drivers(knowledge, won.drivers)} ({won.entrant})" if won else ""
    return f"{one.round}. {day(one.date)}: {one.name}, {flag(knowledge.countries[circuit.country])} {circuit.name}{by}"


def cancelled(knowledge: Knowledge, query: Cancelled) -> Reply:
    """Answer `Cancelled`: races that were planned and not held."""
    found = [
        (season, one)
        for season in knowledge.seasons.values()
        for one in season.cancelled
        if (query.seasons is None or season.id in query.seasons.ids)
        and (query.circuit is None or one.circuit == query.circuit)
    ]
    if not found:
        scope = f" in {query.seasons.said}" if query.seasons else ""
        scope += f" at {knowledge.circuits[query.circuit].name}" if query.circuit else ""
        return refuse("no_cancelled", "history", scope=scope)
    return Answer(
        "Races planned but not held",
        (
            f"{count(len(found), 'race')} on record {'was' if len(found) == 1 else 'were'} planned or considered and not held.",
        ),
        (Block("Not held", tuple(f"{season.label}: {cancelled_line(knowledge, one)}" for season, one in found)),),
        sources=gathered(*(one.sources for _, one in found)),
        next_questions=("history", f"calendar {found[0][0].id}"),
    )


def cancelled_line(knowledge: Knowledge, one: model.Cancelled) -> str:
    """Return one race that was not held: name, place, plan, reason."""
    place = knowledge.circuits[one.circuit].name if one.circuit else one.place
    parts = [part for part in (place if place and place not in one.name else None, one.planned, one.reason) if part]
    return one.name + (f" ({'; '.join(parts)})" if parts else "")
