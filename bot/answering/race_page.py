"""A few races, whole: where and when, who won each class in which car, and what sources disagree on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.answering.about import about_race, about_winners
from bot.answering.answer import Answer, Block, blocks, gathered
from bot.answering.lines import crew_said, win_line
from bot.answering.naming import class_name, classes, race_day, race_label
from bot.answering.race_facts import RaceFacts, what_won
from bot.answering.race_scope import (
    holds,
    is_then,
    not_then,
    place_said,
    races_title,
    when_said,
    who_said,
)
from bot.answering.scope import of_time
from bot.answering.wording import count, day, flag, listed, sentence
from bot.knowledge.base import Knowledge, Race
from bot.knowledge.model import ClassWin
from bot.understanding.queries import Focus, Races

TOLD = "Also told"


def race_page(knowledge: Knowledge, query: Races, found: Sequence[Race]) -> Answer:
    """Return one race, or a few, whole."""
    facts = [RaceFacts(knowledge, query, race) for race in found]
    answer = _one(facts[0]) if len(facts) == 1 else _few(knowledge, query, facts)
    return answer._replace(
        notes=tuple([note for one in facts for note in one.notes(among_others=len(facts) > 1)]),
        sources=gathered(*[one.sources for one in facts]),
        next_questions=_next(knowledge, query, found[-1]),
        race_class=query.classes[0] if query.classes else None,
        holds=holds(query, found),
    )


def _one(facts: RaceFacts) -> Answer:
    knowledge, query, race, wins = facts.knowledge, facts.query, facts.race, facts.wins
    main = next((win for win in wins if win.overall), wins[0] if len(wins) == 1 else None)
    others = [win for win in wins if win is not main]
    return Answer(
        f"{race.round.name}, {race.season.label}",
        (
            *not_then(knowledge, query, [race]),
            *_asked(knowledge, query, [facts]),
            *_told(facts, main),
            *_lengths(race),
        ),
        blocks(
            (
                "Winners by class" if main is None else "Other class winners",
                [win_line(knowledge, win) for win in others],
            ),
            (TOLD, [entry.text for entry in facts.told]),
        ),
        about=(*(about_race(race) if query.end else ()), *about_winners(main)),
    )


def _told(facts: RaceFacts, main: ClassWin | None) -> tuple[str, ...]:
    winner, held = _winner(facts, main), _held(facts.knowledge, facts.race)
    return (held, *winner) if facts.query.focus in (Focus.WHEN, Focus.WHERE) else (*winner, held)


def _few(knowledge: Knowledge, query: Races, facts: Sequence[RaceFacts]) -> Answer:
    found = [one.race for one in facts]
    return Answer(
        races_title(knowledge, query),
        (*not_then(knowledge, query, found), *_asked(knowledge, query, facts), *_winners(knowledge, query, facts)),
        (
            *[Block(_heading(one.race), tuple([win_line(knowledge, win) for win in one.wins])) for one in facts],
            *blocks((TOLD, [entry.text for one in facts for entry in one.told])),
        ),
    )


def _asked(knowledge: Knowledge, query: Races, facts: Sequence[RaceFacts]) -> tuple[str, ...]:
    """Return the sentence for what was asked, where the rest does not say it by itself."""
    found = [one.race for one in facts]
    who = who_said(knowledge, query)
    if who:
        when = when_said(query) if any(is_then(query, race) for race in found) else ""
        won = what_won(knowledge, [win for one in facts for win in one.wins])
        place = f" {place_said(knowledge, query)}" if query.circuit or query.country else ""
        return (f"{f'{who} won {won}{place}{when}'.rstrip(',')}.",)
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
    return of_time(query.seasons)


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


def _winner(facts: RaceFacts, main: ClassWin | None) -> tuple[str, ...]:
    """Say who won, and who won overall where no class was asked for and that was somebody else."""
    told = [main] if main else []
    if not facts.query.classes and facts.overall and not (main and main.overall):
        told.append(facts.overall)
    if not told and not facts.query.classes:
        return ("The overall winners are not recorded.",)
    return tuple([_won(facts.knowledge, win) for win in told])


def _won(knowledge: Knowledge, win: ClassWin) -> str:
    overall = "overall, in " if win.overall else ""
    number = f"#{win.number}" if win.number else ""
    car = ", ".join([part for part in (number, win.car) if part])
    who = crew_said(knowledge, win) if win.drivers or win.disputed else "A crew that is not recorded"
    what = f"{overall}{class_name(knowledge, win.race_class)}{',' if overall else ''}"
    return f"{who} won {what} for {win.entrant}{f' ({car})' if car else ''}."


def _held(knowledge: Knowledge, race: Race) -> str:
    one = race.round
    circuit = knowledge.circuits[one.circuit]
    country = knowledge.countries[circuit.country]
    return (
        f"It was round {one.round} of {race.season.label}, held at {circuit.name}, {flag(country)} {country.name}, "
        f"on {day(one.date)}."
    )


def _lengths(race: Race) -> tuple[str, ...]:
    one = race.round
    parts = [
        f"it was a race of {one.hours:g} hours" if one.hours else "",
        f"{one.starters} cars started" if one.starters else "",
        f"the winners covered {one.laps} laps" if one.laps else "",
        f"the distance was {one.distance_km:g} km" if one.distance_km else "",
    ]
    told = listed([part for part in parts if part])
    return (sentence(told),) if told else ()


def _winners(knowledge: Knowledge, query: Races, facts: Sequence[RaceFacts]) -> tuple[str, ...]:
    """Return who won each race where that is asked and one win a race is meant; else which races there were."""
    if query.focus in (Focus.WHO, Focus.OVERALL):
        wins = [[win for win in one.wins if win.overall or query.classes] for one in facts]
        if all(len(won) == 1 for won in wins):
            return tuple(
                [
                    f"{race_label(one.race)}: {crew_said(knowledge, *won)} for {won[0].entrant}."
                    for one, won in zip(facts, wins, strict=True)
                ]
            )
    return (_counted([one.race for one in facts]),)


def _counted(found: Sequence[Race]) -> str:
    names = listed([f"{race.round.name} on {race_day(race)}" for race in found])
    return f"{count(len(found), 'race')}: {names}."


def _heading(race: Race) -> str:
    return f"{race_label(race)}, round {race.round.round}"


def _next(knowledge: Knowledge, query: Races, race: Race) -> tuple[str, ...]:
    circuit = knowledge.circuits[race.round.circuit]
    every = len(knowledge.races_at[circuit.id]) > 1 and query != Races(circuit=circuit.id)
    return (
        f"race {circuit.race}" if every else f"champion {race.season.id}",
        f"season {race.season.id}",
        f"circuit {circuit.name}",
    )
