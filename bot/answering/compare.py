"""Two things side by side."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.answer import Answer, Block, Reply, gathered
from bot.answering.wording import class_name, classes, count, day, driver, entrant, flag, kilometres, listed, seasons
from bot.knowledge.base import Knowledge, Race, RaceWin, SeasonTitle
from bot.understanding.queries import Compare, Seasons
from bot.understanding.spans import Kind, Ref

_Column = tuple[str, list[str], tuple[str, ...], str]


def compare(knowledge: Knowledge, query: Compare) -> Reply:
    """Answer `Compare`: a column of facts for each of two drivers, teams, circuits, classes or seasons."""
    first, second = _column(knowledge, query.first), _column(knowledge, query.second)
    return Answer(
        f"{first[0]} and {second[0]}",
        (_verdict(knowledge, query),),
        (Block(first[0], tuple(first[1])), Block(second[0], tuple(second[1]))),
        sources=gathered(first[2], second[2]),
        next_questions=(first[3], second[3]),
    )


def _column(knowledge: Knowledge, one: Ref | Seasons) -> _Column:
    if isinstance(one, Seasons):
        return _season(knowledge, one)
    return {Kind.DRIVER: _driver, Kind.TEAM: _team, Kind.CIRCUIT: _circuit, Kind.CLASS: _class}[one.kind](
        knowledge, one.id
    )


def _verdict(knowledge: Knowledge, query: Compare) -> str:
    first, second = query.first, query.second
    if isinstance(first, Seasons) or isinstance(second, Seasons):
        return "Two seasons side by side."
    if first.kind is Kind.CIRCUIT:
        laps = [knowledge.circuits[ref.id] for ref in (first, second)]
        long, short = sorted(laps, key=lambda one: one.layouts[-1].length_km, reverse=True)
        gap = long.layouts[-1].length_km - short.layouts[-1].length_km
        return f"{long.name} has the longer lap, by {gap:.3f} km."
    if first.kind is Kind.CLASS:
        return "Two classes side by side."
    titles = knowledge.titles_of_driver if first.kind is Kind.DRIVER else knowledge.titles_of_team
    table = knowledge.drivers if first.kind is Kind.DRIVER else knowledge.teams
    figures = [(len(titles.get(ref.id, ())), table[ref.id].name) for ref in (first, second)]
    (more, leader), (less, other) = sorted(figures, key=lambda figure: figure[0], reverse=True)
    if more == less:
        return f"{leader} and {other} have {count(more, 'title')} each."
    return f"{leader} has more titles: {more} to {less}."


def _titles(knowledge: Knowledge, titles: Sequence[SeasonTitle]) -> list[str]:
    won = listed(f"{class_name(knowledge, t.title.race_class)} {t.season.label}" for t in titles)
    return [f"Titles: {len(titles)}" + (f" ({won})" if won else "")]


def _wins(wins: Sequence[RaceWin]) -> str:
    return f"Class wins on record: {len(wins)}, {sum(won.win.overall for won in wins)} of them overall"


def _driver(knowledge: Knowledge, one: str) -> _Column:
    titles, wins = knowledge.titles_of_driver.get(one, ()), knowledge.wins_of_driver.get(one, ())
    teams = listed(dict.fromkeys(entrant(knowledge, t) for t in titles))
    lines = _titles(knowledge, titles) + ([f"Champion with: {teams}"] if teams else []) + [_wins(wins)]
    sources = gathered(knowledge.drivers[one].sources[:1], *(w.win.sources[:1] for w in wins))
    return driver(knowledge, one), lines, sources, f"driver {knowledge.drivers[one].name}"


def _team(knowledge: Knowledge, one: str) -> _Column:
    team = knowledge.teams[one]
    titles, wins = knowledge.titles_of_team.get(one, ()), knowledge.wins_of_team.get(one, ())
    crowned = listed(dict.fromkeys(driver(knowledge, d) for t in titles for d in t.title.drivers))
    lines = _titles(knowledge, titles) + ([f"Champions: {crowned}"] if crowned else []) + [_wins(wins)]
    sources = gathered(team.sources[:1], *(w.win.sources[:1] for w in wins))
    return team.name, lines, sources, f"team {team.name}"


def _circuit(knowledge: Knowledge, one: str) -> _Column:
    circuit = knowledge.circuits[one]
    held: Sequence[Race] = knowledge.races_at.get(one, ())
    country = knowledge.countries[circuit.country]
    lap = circuit.layouts[-1]
    lines = [
        f"Country: {flag(country)} {country.name}",
        f"Lap: {kilometres(lap.length_km)}, {lap.turns} turns",
        f"Races: {len(held)}, in {listed(dict.fromkeys(race.season.label for race in held))}",
        f"First {day(held[0].round.date)}, last {day(held[-1].round.date)}",
    ]
    return circuit.name, lines, gathered(circuit.sources, lap.sources), f"circuit {circuit.name}"


def _class(knowledge: Knowledge, one: str) -> _Column:
    race_class = knowledge.classes[one]
    ran = [season for season in knowledge.seasons_of_class.get(one, ()) if season.rounds]
    lines = [
        race_class.description,
        f"Cars: {race_class.cars}",
        f"Seasons: {len(ran)} ({seasons(ran) or 'none so far'})",
    ]
    return race_class.name, lines, race_class.sources, f"class {race_class.name}"


def _season(knowledge: Knowledge, one: Seasons) -> _Column:
    lines = []
    chosen = [knowledge.seasons[season] for season in one.ids]
    for season in chosen:
        head = f"{season.label}: " if len(chosen) > 1 else ""
        lines += [
            f"{head}{count(len(season.rounds), 'round')} at {count(len({r.circuit for r in season.rounds}), 'circuit')}",
            f"{head}{count(len(season.classes), 'class', 'classes')}: {classes(knowledge, season.classes)}",
        ]
        lines += [
            f"{head}{class_name(knowledge, t.race_class)}: {listed(driver(knowledge, d) for d in t.drivers)} – {t.entrant}"
            for t in season.champions
        ]
        lines += [f"{head}{one.round}. {day(one.date)}: {one.name}" for one in season.rounds]
    return one.said, lines, gathered(*(season.sources for season in chosen)), f"season {chosen[0].id}"
