"""One side of a comparison: its facts in lines, and the figures in them that can be drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.answering.answer import gathered
from bot.answering.doubts import all_disputed_said
from bot.answering.honours import wins_said
from bot.answering.laps import lap_said
from bot.answering.lines import class_line, titles_said
from bot.answering.naming import classes, driver, drivers, entrant, nation, runs, team
from bot.answering.scope import ran_in
from bot.answering.wording import capital, day, kilometres, listed
from bot.knowledge.base import Knowledge, RaceWin, SeasonTitle
from bot.knowledge.doubts import doubts_of
from bot.understanding.queries import Seasons
from bot.understanding.spans import Kind, Ref

RACES = "Races"
# What a season that is announced will have is not nought.
_NOT_YET = "not yet run"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of one side: what it counts, how many, and how that is said."""

    name: str
    value: float
    said: str

    def __str__(self) -> str:
        return f"{self.name}: {self.said}"


@dataclass(frozen=True, slots=True)
class Column:
    """One side: its name, its facts, their sources, the question that leads to all of it, its figures."""

    name: str
    lines: list[str]
    sources: tuple[str, ...]
    question: str
    figures: tuple[Figure, ...] = ()


def column(knowledge: Knowledge, one: Ref | Seasons) -> Column:
    """Return the column of a driver, team, circuit, class or nation, or of seasons."""
    return _of_seasons(knowledge, one) if isinstance(one, Seasons) else _COLUMNS[one.kind](knowledge, one.id)


def _number(name: str, number: int, *, run: bool = True) -> Figure:
    return Figure(name, number, str(number) if run else _NOT_YET)


def _titles(knowledge: Knowledge, titles: Sequence[SeasonTitle], figure: Figure) -> str:
    return f"{figure}" + (f" ({titles_said(knowledge, titles)})" if titles else "")


def _wins(wins: Sequence[RaceWin]) -> list[str]:
    return [capital(wins_said(wins)) if wins else "No class win on record"]


def _honours(titles: Sequence[SeasonTitle], wins: Sequence[RaceWin]) -> tuple[Figure, ...]:
    overall = sum(won.win.overall for won in wins)
    return _number("Titles", len(titles)), _number("Class wins", len(wins)), _number("Overall wins", overall)


def _driver(knowledge: Knowledge, one: str) -> Column:
    titles, wins = knowledge.titles_of_driver.get(one, ()), knowledge.wins_of_driver.get(one, ())
    teams = listed(dict.fromkeys(entrant(knowledge, title) for title in titles))
    figures = _honours(titles, wins)
    lines = [_titles(knowledge, titles, figures[0]), *([f"Champion with: {teams}"] if teams else []), *_wins(wins)]
    lines += all_disputed_said(knowledge, one, doubts_of(knowledge, one))
    sources = gathered(knowledge.drivers[one].sources[:1], *[won.win.sources[:1] for won in wins])
    return Column(driver(knowledge, one), lines, sources, f"driver {knowledge.drivers[one].name}", figures)


def _team(knowledge: Knowledge, one: str) -> Column:
    titles, wins = knowledge.titles_of_team.get(one, ()), knowledge.wins_of_team.get(one, ())
    crowned = drivers(knowledge, dict.fromkeys(d for title in titles for d in title.title.drivers))
    figures = _honours(titles, wins)
    lines = [_titles(knowledge, titles, figures[0]), *([f"Champions: {crowned}"] if crowned else []), *_wins(wins)]
    sources = gathered(knowledge.teams[one].sources[:1], *[won.win.sources[:1] for won in wins])
    return Column(team(knowledge, one), lines, sources, f"team {knowledge.teams[one].name}", figures)


def _circuit(knowledge: Knowledge, one: str) -> Column:
    circuit = knowledge.circuits[one]
    held = knowledge.races_at.get(one, ())
    lap = circuit.layouts[-1]
    figures = (
        Figure("Lap", lap.length_km, kilometres(lap.length_km).partition(" (")[0]),
        _number("Turns", lap.turns),
        _number("Races", len(held)),
    )
    lines = [f"Country: {nation(knowledge, circuit.country)}", f"Lap: {kilometres(lap.length_km)}, {lap.turns} turns"]
    lines += [f"Earlier lap: {lap_said(knowledge, earlier)}" for earlier in circuit.layouts[:-1]]
    if held:
        lines.append(f"{figures[-1]}, {runs(knowledge, [race.season for race in held])}")
        lines.append(f"First {day(held[0].round.date)}, most recent {day(held[-1].round.date)}")
    return Column(circuit.name, lines, gathered(circuit.sources, lap.sources), f"circuit {circuit.name}", figures)


def _class(knowledge: Knowledge, one: str) -> Column:
    race_class = knowledge.classes[one]
    ran = ran_in(knowledge, one)
    when = f"{len(ran)} ({runs(knowledge, ran)})" if ran else "no race on record"
    lines = [race_class.description, f"Cars: {race_class.cars}", f"Seasons: {when}"]
    return Column(race_class.name, lines, race_class.sources, f"class {race_class.name}")


def nation_figures(knowledge: Knowledge, one: str) -> tuple[Figure, ...]:
    """Return what is counted of a nation: titles of its drivers and teams, its champions, the races held there."""
    shares = _shares(knowledge, one)
    return (
        _number("Driver titles", len(shares)),
        _number("Team titles", len(_team_titles(knowledge, one))),
        _number("Champion drivers", len(dict.fromkeys(shares))),
        _number(RACES, sum(knowledge.circuits[race.round.circuit].country == one for race in knowledge.races)),
    )


def _shares(knowledge: Knowledge, nation: str) -> list[str]:
    """Return the nation's drivers, once for each title."""
    return [d for title in knowledge.titles for d in title.title.drivers if knowledge.drivers[d].nation == nation]


def _team_titles(knowledge: Knowledge, nation: str) -> list[SeasonTitle]:
    return [title for title in knowledge.titles if title.title.nation == nation]


def _nation(knowledge: Knowledge, one: str) -> Column:
    figures = nation_figures(knowledge, one)
    people = dict.fromkeys(_shares(knowledge, one))
    teams = listed(dict.fromkeys(entrant(knowledge, title) for title in _team_titles(knowledge, one)))
    lines = [f"{figures[0]}" + (f", by {drivers(knowledge, people)}" if people else "")]
    lines.append(f"{figures[1]}" + (f", by {teams}" if teams else ""))
    lines += [f"{figure}" for figure in figures[2:] if figure.value]
    name = knowledge.countries[one].name
    raced = any(circuit.country == one for circuit in knowledge.circuits.values())
    following = f"champions from {name}" if people else f"circuits {name}" if raced else "record nations"
    return Column(nation(knowledge, one), lines, knowledge.series.sources[:1], following, figures)


def _of_seasons(knowledge: Knowledge, one: Seasons) -> Column:
    chosen = [knowledge.seasons[season] for season in one.ids]
    titles = [title for season in chosen for title in knowledge.titles_of_season.get(season.id, ())]
    run = any(season.rounds for season in chosen)
    figures = (
        _number("Rounds", sum(len(season.rounds) for season in chosen), run=run),
        _number("Classes", len({race_class for season in chosen for race_class in season.classes})),
        _number("Titles", len(titles), run=run),
    )
    lines = ["; ".join([f"{figure}" for figure in figures])]
    for season in chosen:
        head = f"{season.label}: " if len(chosen) > 1 else ""
        lines.append(f"{head}Classes: {classes(knowledge, season.classes)}")
        lines += [f"{head}{class_line(knowledge, title)}" for title in knowledge.titles_of_season.get(season.id, ())]
        lines += [f"{head}Round {race.round}: {race.name}, {day(race.date)}" for race in season.rounds]
    sources = gathered(*[season.sources for season in chosen])
    return Column(one.said, lines, sources, f"season {chosen[0].id}", figures)


_COLUMNS: dict[Kind, Callable[[Knowledge, str], Column]] = {
    Kind.DRIVER: _driver,
    Kind.TEAM: _team,
    Kind.CIRCUIT: _circuit,
    Kind.CLASS: _class,
    Kind.COUNTRY: _nation,
}
