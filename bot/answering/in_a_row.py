"""Titles in seasons that followed one another, of drivers and of teams, in one class or across classes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.answering.answer import Answer, Reply, blocks, gathered, refuse
from bot.answering.counted_words import COMPUTED
from bot.answering.holders import holder
from bot.answering.lines import titles_said
from bot.answering.naming import driver, labels, team
from bot.answering.scope import Scope
from bot.answering.wording import capital, count, listed
from bot.knowledge import records
from bot.knowledge.base import Knowledge, SeasonTitle, span_of
from bot.understanding.queries import By, InARow
from bot.understanding.spans import Kind, Ref

_TWO = 2


@dataclass(frozen=True, slots=True)
class _Run:
    """Titles of one driver or team in seasons that followed one another."""

    name: str
    titles: tuple[SeasonTitle, ...]

    @property
    def seasons(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.season.id for one in self.titles))


def in_a_row(knowledge: Knowledge, query: InARow) -> Reply:
    """Answer `InARow`: who won the same class in seasons in a row, or titles of any class."""
    return _of_one(knowledge, query, query.who) if query.who else _of_all(knowledge, query)


def _of_all(knowledge: Knowledge, query: InARow) -> Reply:
    kinds = [query.by] if query.by else [By.DRIVER, By.TEAM]
    same = {by: _runs(knowledge, query, by) for by in kinds}
    mixed = {by: [] if query.classes else _mixed(knowledge, query, by) for by in kinds}
    where = Scope(query.classes).said(knowledge)
    found = [run for runs in same.values() for run in runs]
    counted = listed([count(len({run.name for run in runs}), str(by)) for by, runs in same.items() if runs])
    has = "has" if len(found) == 1 else "have"
    what = f"in {_number(query)} seasons in a row"
    won = "the title" if query.classes else "the title of a class"
    lead = f"{counted} {has} won {won}{where} {what}." if found else _nobody(query, where, what, won)
    sources = gathered(*[one.title.sources[:1] for run in found for one in run.titles])
    return Answer(
        f"Titles in a row{where}",
        (lead, *([_longest(knowledge, found)] if found else [])),
        blocks(
            *[(f"{capital(str(by))}s", [_line(knowledge, run) for run in runs]) for by, runs in same.items()],
            *[
                (f"{capital(str(by))}s across classes", [_line(knowledge, run) for run in runs])
                for by, runs in mixed.items()
            ],
        ),
        notes=(COMPUTED, *_gaps(knowledge, found)),
        sources=sources or knowledge.series.sources[:1],
        next_questions=("record drivers", "record teams", "record"),
        race_class=query.classes[0] if len(query.classes) == 1 else None,
        holds=bool(found),
    )


def _nobody(query: InARow, where: str, what: str, won: str) -> str:
    who = f"No {query.by}" if query.by else "Nobody"
    return f"{who} has won {won}{where} {what}."


def _of_one(knowledge: Knowledge, query: InARow, who: Ref) -> Reply:
    one = holder(knowledge, who)
    own = Scope(query.classes).titles(one.titles)
    where = Scope(query.classes).said(knowledge)
    if not own:
        return refuse("no_title_at_all", one.asked, who=one.name, scope=where)
    by = By.DRIVER if who.kind is Kind.DRIVER else By.TEAM
    runs = [run for run in _runs(knowledge, query, by) if run.name == one.shown]
    mixed = [] if query.classes else [run for run in _mixed(knowledge, query, by) if run.name == one.shown]
    what = f"in {_number(query)} seasons in a row"
    if runs or mixed:
        won = listed([titles_said(knowledge, run.titles) for run in runs or mixed])
        lead = f"{one.shown} won titles {what}: {won}."
    else:
        lead = f"{one.shown} has not won a title{where} {what}: {titles_said(knowledge, own)}."
    return Answer(
        f"Titles of {one.name} in a row",
        (lead,),
        notes=(COMPUTED, *_gaps(knowledge, [*runs, *mixed])),
        sources=gathered(*[one.title.sources[:1] for one in own]),
        next_questions=(one.asked, "record teams", "record"),
        holds=bool(runs or mixed),
    )


def _runs(knowledge: Knowledge, query: InARow, by: By) -> list[_Run]:
    """Return the runs within one class, longest first."""
    found = []
    for one, titles in _titles_of(knowledge, query, by):
        for race_class in dict.fromkeys(title.title.race_class for title in titles):
            if not query.classes or race_class in query.classes:
                own = [title for title in titles if title.title.race_class == race_class]
                found += _cut(knowledge, query, _shown(knowledge, by, one), own)
    return sorted(found, key=lambda run: -len(run.seasons))


def _mixed(knowledge: Knowledge, query: InARow, by: By) -> list[_Run]:
    """Return the runs that need more than one class."""
    pure = {(run.name, run.seasons) for run in _runs(knowledge, query, by)}
    found = [
        run
        for one, titles in _titles_of(knowledge, query, by)
        for run in _cut(knowledge, query, _shown(knowledge, by, one), titles)
    ]
    return [run for run in found if (run.name, run.seasons) not in pure]


def _cut(knowledge: Knowledge, query: InARow, name: str, titles: Sequence[SeasonTitle]) -> list[_Run]:
    rows = records.in_a_row(titles, [season.id for season in knowledge.held])
    runs = [_Run(name, row) for row in rows]
    return [run for run in runs if len(run.seasons) >= query.number]


def _titles_of(knowledge: Knowledge, query: InARow, by: By) -> list[tuple[str, tuple[SeasonTitle, ...]]]:
    """Return the titles of each driver or team that has enough of them: most have one."""
    titles = knowledge.titles_of_driver if by is By.DRIVER else knowledge.titles_of_team
    return [(one, won) for one, won in titles.items() if len(won) >= query.number]


def _shown(knowledge: Knowledge, by: By, one: str) -> str:
    return driver(knowledge, one) if by is By.DRIVER else team(knowledge, one)


def _number(query: InARow) -> str:
    return "two" if query.number == _TWO else str(query.number)


def _longest(knowledge: Knowledge, found: Sequence[_Run]) -> str:
    length = max(len(run.seasons) for run in found)
    longest = [run for run in found if len(run.seasons) == length]
    told = listed([f"{run.name} ({titles_said(knowledge, run.titles)})" for run in longest])
    return f"The longest run is of {length} seasons: {told}."


def _line(knowledge: Knowledge, run: _Run) -> str:
    return f"{run.name}: {titles_said(knowledge, run.titles)}"


def _gaps(knowledge: Knowledge, found: Sequence[_Run]) -> list[str]:
    """Say where seasons in a row lie years apart, as the series paused."""
    pauses = {
        pair
        for run in found
        for pair in pairwise(run.seasons)
        if span_of(knowledge.seasons[pair[1]])[0] > span_of(knowledge.seasons[pair[0]])[1] + 1
    }
    return [f"No season was held between {labels(knowledge, pair)}: they count as in a row." for pair in sorted(pauses)]
