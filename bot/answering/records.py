"""Records: which is asked, and all of them at a glance. Everything is computed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from bot.answering import firsts
from bot.answering.answer import Answer, Block, Reply, gathered
from bot.answering.counted_words import COMPUTED
from bot.answering.naming import class_name, race_label
from bot.answering.rankings import ranking_drawn
from bot.answering.scope import Scope
from bot.answering.tally import tally
from bot.answering.wording import count, listed
from bot.knowledge import records
from bot.knowledge.base import Knowledge
from bot.understanding.queries import By, Counted, Ranking, Record, RecordKind

_MOST = (
    ("Most titles, driver", Ranking()),
    ("Most titles, team", Ranking(by=By.TEAM)),
    ("Most driver titles, nation", Ranking(by=By.NATION)),
    ("Most titles, class", Ranking(by=By.CLASS)),
    ("Most class wins, driver", Ranking(Counted.WINS)),
    ("Most class wins, team", Ranking(Counted.WINS, By.TEAM)),
    ("Most overall wins, driver", Ranking(Counted.OVERALL)),
    ("Most races at a circuit", Ranking(Counted.RACES, By.CIRCUIT)),
)


def record(knowledge: Knowledge, query: Record) -> Reply:
    """Answer `Record`."""
    return _KINDS[query.kind](knowledge, query)


def _all(knowledge: Knowledge, query: Record) -> Reply:
    races = knowledge.races
    fewest = records.by_grid(races)[:1]
    lines = (
        *chain.from_iterable(_most(knowledge, heading, asked) for heading, asked in _MOST),
        *[f"Smallest grid on record: {race_label(race)} ({race.round.starters} cars)" for race in fewest],
        f"Titles in two classes: {count(len(records.in_classes(knowledge.titles_of_driver, 2)), 'driver')}",
        f"First race: {race_label(races[0])}",
        f"Most recent race: {race_label(races[-1])}",
    )
    return Answer(
        "Records",
        (_totals_said(knowledge, Scope()),),
        (Block("Records", lines),),
        notes=(COMPUTED,),
        sources=gathered(
            knowledge.series.sources[:1], *[one.round.sources[:1] for one in (*fewest, races[0], races[-1])]
        ),
        next_questions=("record drivers", "record teams", "record titles in two classes"),
        picture=ranking_drawn(knowledge, Ranking(by=By.CLASS)),
    )


def _most(knowledge: Knowledge, heading: str, asked: Ranking) -> Iterator[str]:
    counted = tally(knowledge, asked)
    best = records.best(counted.ranks)
    if best:
        yield f"{heading}: {listed([counted.name(rank.id) for rank in best])} ({best[0].figure})"


def _totals(knowledge: Knowledge, query: Record) -> Reply:
    scope = Scope.of(query)
    titles = scope.titles_of(knowledge)
    shares = sum(len(one.title.drivers) for one in titles)
    nations = {knowledge.drivers[d].nation for one in titles for d in one.title.drivers}
    by_class = records.ranked(one.title.race_class for one in titles)
    return Answer(
        "Totals",
        (
            _totals_said(knowledge, scope),
            f"Drivers have won {count(shares, 'driver title')}, for {count(len(nations), 'nation')}.",
        ),
        (Block("Titles by class", tuple([f"{class_name(knowledge, rank.id)}: {rank.figure}" for rank in by_class])),),
        notes=(COMPUTED,),
        sources=knowledge.series.sources[:1],
        next_questions=("record drivers", "record teams", "record"),
        picture=ranking_drawn(knowledge, Ranking(by=By.CLASS, classes=query.classes, seasons=query.seasons)),
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
    RecordKind.GRID: firsts.grids,
    RecordKind.TOTALS: _totals,
    RecordKind.LONG_RACES: firsts.long_races,
    RecordKind.LONG_SEASONS: firsts.long_seasons,
    RecordKind.MANY_CLASSES: firsts.many_classes,
    RecordKind.FIRSTS: firsts.firsts,
    RecordKind.LASTS: firsts.lasts,
}
