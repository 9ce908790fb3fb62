"""A few races, whole: where and when, who won each class in which car, and what sources disagree on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.answering import readings
from bot.answering.about import about_race, about_winners
from bot.answering.answer import Answer, Block, blocks, gathered
from bot.answering.lines import crew_said, win_line
from bot.answering.naming import class_name, classes, race_day, race_label
from bot.answering.race_scope import (
    holds,
    is_then,
    not_then,
    place_said,
    races_title,
    wanted,
    when_said,
    who_said,
)
from bot.answering.told import told_of
from bot.answering.wording import count, day, flag, listed, plural, sentence
from bot.knowledge.base import Knowledge, Race
from bot.knowledge.model import ClassWin, Reading
from bot.understanding.queries import Focus, Races

TOLD = "Also told"


def race_page(knowledge: Knowledge, query: Races, found: Sequence[Race]) -> Answer:
    """Return one race, or a few, whole."""
    return _one(knowledge, query, found[0]) if len(found) == 1 else _few(knowledge, query, found)


def _one(knowledge: Knowledge, query: Races, race: Race) -> Answer:
    wins = wanted(knowledge, query, race)
    main = next((win for win in wins if win.overall), wins[0] if len(wins) == 1 else None)
    others = [win for win in wins if win is not main]
    disputed = _readings(query, race)
    told = told_of(knowledge, race, query.classes)
    told_otherwise = [reading for entry in told for reading in entry.readings]
    return Answer(
        f"{race.round.name}, {race.season.label}",
        (
            *not_then(knowledge, query, [race]),
            *_asked(knowledge, query, [race]),
            *_told(knowledge, query, race, main),
            *_facts(race),
        ),
        blocks(
            (
                "Winners by class" if main is None else "Other class winners",
                [win_line(knowledge, win) for win in others],
            ),
            (TOLD, [entry.text for entry in told]),
        ),
        notes=(
            *((sentence(race.round.note),) if race.round.note else ()),
            *_win_notes(knowledge, wins),
            *readings.of_season(knowledge, race.season, disputed),
            *readings.of_whole(knowledge, told_otherwise),
        ),
        sources=gathered(
            race.round.sources,
            *[win.sources for win in wins],
            *[entry.sources for entry in told],
            readings.sources_of([*disputed, *told_otherwise]),
        ),
        next_questions=_next(knowledge, query, race),
        race_class=query.classes[0] if query.classes else None,
        holds=holds(query, [race]),
        about=(*(about_race(race) if query.end else ()), *about_winners(main)),
    )


def _told(knowledge: Knowledge, query: Races, race: Race, main: ClassWin | None) -> tuple[str, ...]:
    winner, held = _winner(knowledge, query, main), _held(knowledge, race)
    return (held, *winner) if query.focus in (Focus.WHEN, Focus.WHERE) else (*winner, held)


def _few(knowledge: Knowledge, query: Races, found: Sequence[Race]) -> Answer:
    notes = [f"{race.round.name}: {sentence(race.round.note)}" for race in found if race.round.note]
    disputed = [(race, reading) for race in found for reading in _readings(query, race)]
    told = [entry for race in found for entry in told_of(knowledge, race, query.classes)]
    told_otherwise = [reading for entry in told for reading in entry.readings]
    return Answer(
        races_title(knowledge, query),
        (*not_then(knowledge, query, found), *_asked(knowledge, query, found), *_winners(knowledge, query, found)),
        (
            *[Block(_heading(race), _wins(knowledge, query, race)) for race in found],
            *blocks((TOLD, [entry.text for entry in told])),
        ),
        notes=(
            *notes,
            *[note for race, one in disputed for note in readings.of_season(knowledge, race.season, [one])],
            *readings.of_whole(knowledge, told_otherwise),
        ),
        sources=gathered(
            *[race.round.sources for race in found],
            *[win.sources[:1] for race in found for win in wanted(knowledge, query, race)],
            *[entry.sources for entry in told],
            readings.sources_of([*[reading for _, reading in disputed], *told_otherwise]),
        ),
        next_questions=_next(knowledge, query, found[-1]),
        race_class=query.classes[0] if query.classes else None,
        holds=holds(query, found),
    )


def _asked(knowledge: Knowledge, query: Races, found: Sequence[Race]) -> tuple[str, ...]:
    """Return the sentence for what was asked, where the rest does not say it by itself."""
    who = who_said(knowledge, query)
    if who:
        when = when_said(query) if any(is_then(query, race) for race in found) else ""
        won = "won overall" if query.focus is Focus.OVERALL else "won"
        return (f"{who} {won} {place_said(knowledge, query)}{when}.",)
    if query.focus is Focus.COUNT:
        return (f"The series held {count(len(found), 'race')} {place_said(knowledge, query)}{when_said(query)}.",)
    if query.focus in _FIGURES:
        return tuple([_FIGURES[query.focus](race) for race in found])
    if query.focus in (Focus.FIRST, Focus.LAST) and query.limit is None:
        last = "last" if query.seasons else "most recent"
        which = "first" if query.focus is Focus.FIRST else last
        kind = f"{query.hours}-hour race" if query.hours else "race"
        names = f" with {classes(knowledge, query.classes)}" if query.classes else ""
        return (f"The {which} {kind}{names} {_scope_said(knowledge, query)} was the {race_label(found[0])}.",)
    return ()


def _scope_said(knowledge: Knowledge, query: Races) -> str:
    """Return within what a race was first or last: `in this series`, `of 2022`, `in Japan, 2016`."""
    if query.seasons is None:
        return place_said(knowledge, query)
    if query.circuit or query.country:
        return f"{place_said(knowledge, query)}, {query.seasons.said},"
    return f"of {query.seasons.said}"


def _grid(race: Race) -> str:
    if race.round.starters is None:
        return f"How many cars started the {race_label(race)} is not recorded."
    return f"{race.round.starters} cars started the {race_label(race)}."


def _laps(race: Race) -> str:
    if race.round.laps is None:
        return f"How many laps the winners of the {race_label(race)} covered is not recorded."
    return f"The winners of the {race_label(race)} covered {race.round.laps} laps."


def _length(race: Race) -> str:
    one = race.round
    if one.hours:
        return f"The {race_label(race)} was a race of {one.hours:g} hours."
    if one.distance_km:
        return f"The {race_label(race)} was run over {one.distance_km:g} km."
    return f"How long the {race_label(race)} was is not recorded."


_FIGURES: dict[Focus, Callable[[Race], str]] = {Focus.GRID: _grid, Focus.LAPS: _laps, Focus.LENGTH: _length}


def _winner(knowledge: Knowledge, query: Races, win: ClassWin | None) -> tuple[str, ...]:
    if win is None:
        return () if query.classes else ("The overall winners are not recorded.",)
    overall = "overall, in " if win.overall else ""
    number = f"#{win.number}" if win.number else ""
    car = ", ".join([part for part in (number, win.car) if part])
    who = crew_said(knowledge, win) if win.drivers or win.disputed else "A crew that is not recorded"
    what = f"{overall}{class_name(knowledge, win.race_class)}{',' if overall else ''}"
    return (f"{who} won {what} for {win.entrant}{f' ({car})' if car else ''}.",)


def _held(knowledge: Knowledge, race: Race) -> str:
    one = race.round
    circuit = knowledge.circuits[one.circuit]
    country = knowledge.countries[circuit.country]
    return (
        f"It was round {one.round} of {race.season.label}, held at {circuit.name}, {flag(country)} {country.name}, "
        f"on {day(one.date)}."
    )


def _facts(race: Race) -> tuple[str, ...]:
    one = race.round
    parts = [
        f"it was a race of {one.hours:g} hours" if one.hours else "",
        f"{one.starters} cars started" if one.starters else "",
        f"the winners covered {one.laps} laps" if one.laps else "",
        f"the distance was {one.distance_km:g} km" if one.distance_km else "",
    ]
    told = listed([part for part in parts if part])
    return (sentence(told),) if told else ()


def _winners(knowledge: Knowledge, query: Races, found: Sequence[Race]) -> tuple[str, ...]:
    """Return who won each race where that is asked and one win a race is meant; else which races there were."""
    if query.focus in (Focus.WHO, Focus.OVERALL):
        wins = [[win for win in wanted(knowledge, query, race) if win.overall or query.classes] for race in found]
        if all(len(won) == 1 for won in wins):
            return tuple(
                [
                    f"{race_label(race)}: {crew_said(knowledge, *won)} for {won[0].entrant}."
                    for race, won in zip(found, wins, strict=True)
                ]
            )
    return (_counted(knowledge, query, found),)


def _counted(knowledge: Knowledge, query: Races, found: Sequence[Race]) -> str:
    names = listed([f"{race.round.name} on {race_day(race)}" for race in found])
    return f"{count(len(found), plural(len(found), 'race', 'race'))}: {names}."


def _heading(race: Race) -> str:
    return f"{race_label(race)}, round {race.round.round}"


def _wins(knowledge: Knowledge, query: Races, race: Race) -> tuple[str, ...]:
    return tuple([win_line(knowledge, win) for win in wanted(knowledge, query, race)])


def _win_notes(knowledge: Knowledge, wins: Sequence[ClassWin]) -> tuple[str, ...]:
    return tuple([f"{class_name(knowledge, win.race_class)}: {sentence(win.note)}" for win in wins if win.note])


def _readings(query: Races, race: Race) -> tuple[Reading, ...]:
    """Return where sources disagree on `race`, within the classes that were asked for."""
    return tuple(
        [
            reading
            for reading in race.season.readings
            if race.round.round in reading.rounds
            and (not query.classes or not reading.classes or set(query.classes) & set(reading.classes))
        ]
    )


def _next(knowledge: Knowledge, query: Races, race: Race) -> tuple[str, ...]:
    circuit = knowledge.circuits[race.round.circuit]
    every = len(knowledge.races_at[circuit.id]) > 1 and query != Races(circuit=circuit.id)
    return (
        f"race {circuit.race}" if every else f"champion {race.season.id}",
        f"season {race.season.id}",
        f"circuit {circuit.name}",
    )
