"""Who has most: drivers, teams, nations, classes, circuits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from bot.answering.answer import Answer, Block, Reply, gathered, refuse
from bot.answering.naming import class_name, driver, nation, team
from bot.answering.scope import Scope, year_read
from bot.answering.wording import listed, plural, the
from bot.knowledge import records
from bot.knowledge.base import Knowledge, RaceWin
from bot.knowledge.records import Rank
from bot.understanding.queries import Record, RecordKind

COMPUTED = "Computed from the titles and results on record."
_SHOWN = 15
_STEPS = {
    RecordKind.TITLES_BY_DRIVER: ("record teams", "record nations", "record"),
    RecordKind.TITLES_BY_TEAM: ("record drivers", "record nations", "record"),
    RecordKind.TITLES_BY_NATION: ("record drivers", "record teams", "record"),
}


@dataclass(frozen=True, slots=True)
class _Ranking:
    """What is ranked: the title, the thing counted, how it is had, and how each of the ranked is named."""

    title: str
    thing: str
    had: str
    name: Callable[[str], str]


def titles_by_driver(knowledge: Knowledge, query: Record) -> Reply:
    """Rank drivers by titles, those of one nation where it is asked for."""
    titles = Scope.of(query).titles_of(knowledge)
    people = (d for one in titles for d in one.title.drivers if query.nation in (None, knowledge.drivers[d].nation))
    title = "Most titles" if query.nation else "Most titles by driver"
    what = _Ranking(title, "title", "won", lambda one: driver(knowledge, one))
    return _answer(knowledge, query, what, records.ranked(people))


def titles_by_team(knowledge: Knowledge, query: Record) -> Reply:
    """Rank teams by titles."""
    ranks = records.titles_by_team(Scope.of(query).titles_of(knowledge))
    what = _Ranking("Most titles by team", "title", "won", lambda one: team(knowledge, one))
    return _answer(knowledge, query, what, ranks)


def titles_by_nation(knowledge: Knowledge, query: Record) -> Reply:
    """Rank nations by driver titles and by team titles."""
    titles = Scope.of(query).titles_of(knowledge)
    what = _Ranking("Most titles by nation", "driver title", "won", lambda one: nation(knowledge, one))
    answer = _answer(knowledge, query, what, records.titles_by_nation(knowledge, titles))
    if not isinstance(answer, Answer):
        return answer
    teams = _lines(records.team_titles_by_nation(titles), what.name)
    made = (Block("Driver titles", answer.blocks[0].lines), Block("Team titles", teams))
    best = [rank for rank in records.titles_by_nation(knowledge, titles) if rank.place == 1]
    names = listed([the(knowledge.countries[rank.id]) for rank in best])
    each = " each" if len(best) > 1 else ""
    lead = f"The most driver titles{_scope_said(knowledge, query)} went to {names}: {best[0].figure}{each}."
    lines = (*year_read(knowledge, query.seasons), lead)
    return replace(answer, lead=lines, blocks=made, notes=("Each driver of a champion crew counts one driver title.",))


def titles_by_class(knowledge: Knowledge, query: Record) -> Reply:
    """Rank classes by the titles awarded in them."""
    ranks = records.titles_by_class(Scope.of(query).titles_of(knowledge))
    what = _Ranking("Most titles by class", "title", "awarded", lambda one: class_name(knowledge, one))
    return _answer(knowledge, query, what, ranks)


def wins_by_driver(knowledge: Knowledge, query: Record) -> Reply:
    """Rank drivers by class wins in races."""
    wins = Scope.of(query).wins(knowledge.wins)
    what = _Ranking("Most class wins by driver", "class win", "taken", lambda one: driver(knowledge, one))
    answer = _answer(knowledge, query, what, records.wins_by_driver(wins))
    return _with_sources(knowledge, answer, wins)


def wins_by_team(knowledge: Knowledge, query: Record) -> Reply:
    """Rank teams by class wins in races."""
    wins = Scope.of(query).wins(knowledge.wins)
    what = _Ranking("Most class wins by team", "class win", "taken", lambda one: team(knowledge, one))
    answer = _answer(knowledge, query, what, records.wins_by_team(wins))
    return _with_sources(knowledge, answer, wins)


def _with_sources(knowledge: Knowledge, answer: Reply, wins: Sequence[RaceWin]) -> Reply:
    """Cite the races of the seasons that were counted: a source for each win would fill the page."""
    if not isinstance(answer, Answer):
        return answer
    seasons = {won.race.season.id: won.race.season for won in wins}
    return replace(answer, sources=gathered(*[season.sources[:2] for season in seasons.values()]))


def visits(knowledge: Knowledge, query: Record) -> Reply:
    """Rank circuits by races held."""
    races = [r for r in knowledge.races if query.seasons is None or r.season.id in query.seasons.ids]
    what = _Ranking("Most visited circuit", "race", "held", lambda one: knowledge.circuits[one].name)
    answer = _answer(knowledge, query, what, records.visits(races))
    if not isinstance(answer, Answer):
        return answer
    top = records.visits(races)[0].id
    return replace(answer, next_questions=(f"circuit {knowledge.circuits[top].name}", "circuits", "record"))


def _answer(knowledge: Knowledge, query: Record, what: _Ranking, ranks: Sequence[Rank]) -> Reply:
    scope = _scope_said(knowledge, query)
    if not ranks:
        return refuse("no_record", "record", "champion", what=f"{what.thing}s", scope=scope)
    return Answer(
        f"{what.title}{scope}",
        (*year_read(knowledge, query.seasons), _lead(what, ranks, scope)),
        (Block("Ranking", _lines(ranks, what.name)),),
        notes=(COMPUTED,),
        sources=knowledge.series.sources[:1],
        next_questions=_STEPS.get(query.kind, ("record drivers", "record teams", "record")),
        race_class=query.classes[0] if len(query.classes) == 1 else None,
    )


def _scope_said(knowledge: Knowledge, query: Record) -> str:
    """Return the scope of a record as the end of a sentence, the nation included."""
    said = Scope.of(query).said(knowledge)
    return f"{said} among drivers from {the(knowledge.countries[query.nation])}" if query.nation else said


def _lead(what: _Ranking, ranks: Sequence[Rank], scope: str) -> str:
    best = [rank for rank in ranks if rank.place == 1]
    figure = best[0].figure
    if figure == 1 and len(ranks) > 1:
        return f"None has more than one: {len(ranks)} have {what.had} one {what.thing} each{scope}."
    has = plural(len(best), "has", "have")
    names = listed([what.name(rank.id) for rank in best])
    each = " each" if len(best) > 1 else ""
    return f"{names} {has} {what.had} the most {what.thing}s{scope}: {figure}{each}."


def _lines(ranks: Iterable[Rank], name: Callable[[str], str]) -> tuple[str, ...]:
    """Return the ranking down to a place that is shared by too many; equals are shown all or not at all."""
    ordered = list(ranks)
    if ordered[0].figure == 1:
        return (f"1 each: {listed([name(rank.id) for rank in ordered])}",)
    lines: list[str] = []
    left: list[Rank] = []
    for _, group in groupby(ordered, key=lambda rank: rank.place):
        equals = list(group)
        if left or (lines and len(lines) + len(equals) > _SHOWN):
            left += equals
        else:
            lines += [f"{rank.place}. {name(rank.id)}: {rank.figure}" for rank in equals]
    return (*lines, *([_rest(left)] if left else []))


def _rest(left: Sequence[Rank]) -> str:
    most, least = left[0].figure, left[-1].figure
    return f"… and {len(left)} more with {f'{most} each' if most == least else f'{most} or fewer'}"
