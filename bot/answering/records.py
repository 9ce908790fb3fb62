"""Records: which is asked, and all of them at a glance. Everything is computed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.answering import firsts, rankings, repeats
from bot.answering.answer import Answer, Block, Reply, gathered
from bot.answering.naming import class_name, driver, nation, race_label, team
from bot.answering.rankings import COMPUTED
from bot.answering.scope import Scope
from bot.answering.wording import count, listed
from bot.knowledge import records
from bot.knowledge.base import Knowledge
from bot.knowledge.records import Rank
from bot.understanding.queries import Record, RecordKind


def record(knowledge: Knowledge, query: Record) -> Reply:
    """Answer `Record`."""
    return _KINDS[query.kind](knowledge, query)


def _all(knowledge: Knowledge, query: Record) -> Reply:
    titles, wins, races = knowledge.titles, knowledge.wins, knowledge.races
    grids = records.by_grid(races)
    lines = (
        f"Most titles, driver: {_top(records.titles_by_driver(titles), lambda one: driver(knowledge, one))}",
        f"Most titles, team: {_top(records.titles_by_team(titles), lambda one: team(knowledge, one))}",
        "Most driver titles, nation: "
        + _top(records.titles_by_nation(knowledge, titles), lambda one: nation(knowledge, one)),
        f"Most titles, class: {_top(records.titles_by_class(titles), lambda one: class_name(knowledge, one))}",
        f"Most class wins, driver: {_top(records.wins_by_driver(wins), lambda one: driver(knowledge, one))}",
        f"Most class wins, team: {_top(records.wins_by_team(wins), lambda one: team(knowledge, one))}",
        f"Most races at a circuit: {_top(records.visits(races), lambda one: knowledge.circuits[one].name)}",
        f"Smallest grid on record: {race_label(grids[0])} ({grids[0].round.starters} cars)",
        f"Titles in two classes: {count(len(records.in_two_classes(knowledge)), 'driver')}",
        f"First race: {race_label(races[0])}",
        f"Most recent race: {race_label(races[-1])}",
    )
    return Answer(
        "Records",
        (_totals_said(knowledge, Scope()),),
        (Block("Records", lines),),
        notes=(COMPUTED,),
        sources=gathered(
            knowledge.series.sources[:1], *[one.round.sources[:1] for one in (grids[0], races[0], races[-1])]
        ),
        next_questions=("record drivers", "record teams", "record titles in two classes"),
    )


def _top(ranks: Sequence[Rank], name: Callable[[str], str]) -> str:
    best = [rank for rank in ranks if rank.place == 1]
    return f"{listed([name(rank.id) for rank in best])} ({best[0].figure})"


def _totals(knowledge: Knowledge, query: Record) -> Reply:
    scope = Scope.of(query)
    titles = scope.titles_of(knowledge)
    shares = sum(len(one.title.drivers) for one in titles)
    nations = {knowledge.drivers[d].nation for one in titles for d in one.title.drivers}
    by_class = [f"{class_name(knowledge, rank.id)}: {rank.figure}" for rank in records.titles_by_class(titles)]
    return Answer(
        "Totals",
        (
            _totals_said(knowledge, scope),
            f"Drivers have won {count(shares, 'driver title')}, for {count(len(nations), 'nation')}.",
        ),
        (Block("Titles by class", tuple(by_class)),),
        notes=(COMPUTED,),
        sources=knowledge.series.sources[:1],
        next_questions=("record drivers", "record teams", "record"),
    )


def _totals_said(knowledge: Knowledge, scope: Scope) -> str:
    titles = scope.titles_of(knowledge)
    people = len({driver for one in titles for driver in one.title.drivers})
    teams = len({one.title.team for one in titles})
    won = f"{count(len(titles), 'class title')} won by {count(people, 'driver')} and {count(teams, 'team')}"
    if scope.is_narrow:
        return f"There were {won}{scope.said(knowledge)}."
    races, circuits = len(knowledge.races), len(knowledge.races_at)
    return f"{len(knowledge.held)} seasons, {races} races at {circuits} circuits, {won}."


_KINDS: dict[RecordKind, Callable[[Knowledge, Record], Reply]] = {
    RecordKind.ALL: _all,
    RecordKind.TITLES_BY_DRIVER: rankings.titles_by_driver,
    RecordKind.TITLES_BY_TEAM: rankings.titles_by_team,
    RecordKind.TITLES_BY_NATION: rankings.titles_by_nation,
    RecordKind.TITLES_BY_CLASS: rankings.titles_by_class,
    RecordKind.WINS_BY_DRIVER: rankings.wins_by_driver,
    RecordKind.WINS_BY_TEAM: rankings.wins_by_team,
    RecordKind.VISITS: rankings.visits,
    RecordKind.GRID: firsts.grids,
    RecordKind.TWO_CLASSES: repeats.two_classes,
    RecordKind.REPEATS: repeats.drivers,
    RecordKind.TEAM_REPEATS: repeats.teams,
    RecordKind.TOTALS: _totals,
    RecordKind.LONG_RACES: firsts.long_races,
    RecordKind.LONG_SEASONS: firsts.long_seasons,
    RecordKind.MANY_CLASSES: firsts.many_classes,
    RecordKind.FIRSTS: firsts.firsts,
    RecordKind.LASTS: firsts.lasts,
}
