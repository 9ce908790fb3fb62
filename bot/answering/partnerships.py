"""Two names at once: a driver with a team, two drivers in one car."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.answer import Answer, Block, Reply, blocks, gathered
from bot.answering.doubts import disputed_said
from bot.answering.honours import wins_heading, wins_said
from bot.answering.lines import title_of_driver, titles_said, win_of_driver
from bot.answering.naming import driver
from bot.answering.scope import Scope
from bot.answering.wording import count, plural
from bot.knowledge.base import Knowledge, RaceWin, SeasonTitle
from bot.knowledge.doubts import doubts_of
from bot.understanding.queries import DriverAtTeam, DriversTogether


def driver_at_team(knowledge: Knowledge, query: DriverAtTeam) -> Reply:
    """Answer `DriverAtTeam`: what one driver won with one team."""
    one, team = knowledge.drivers[query.driver], knowledge.teams[query.team]
    scope = Scope.of(query)
    titles = [t for t in scope.titles(knowledge.titles_of_driver.get(one.id, ())) if t.title.team == team.id]
    wins = [w for w in scope.wins(knowledge.wins_of_driver.get(one.id, ())) if w.win.team == team.id]
    doubts = () if titles or wins else _doubted_there(knowledge, one.id, team.id, scope)
    when = scope.said(knowledge)
    who = driver(knowledge, one.id)
    if titles:
        lead = f"{who} won {_titles(titles)} with {team.name}: {titles_said(knowledge, titles)}."
    elif wins:
        lead = f"{who} won no title with {team.name}{when}, but {wins_said(wins)}."
    else:
        lead = f"No title and no class win of {who} with {team.name}{when} is on record."
    return Answer(
        f"{one.name} and {team.name}",
        (lead,),
        _blocks(knowledge, one.id, titles, wins),
        notes=tuple([disputed_said(knowledge, (one.id,), won) for won in doubts]),
        sources=_sources(titles, wins) or gathered(one.sources[:1], team.sources[:1]),
        next_questions=(f"driver {one.name}", f"team {team.name}"),
        race_class=titles[-1].title.race_class if titles else None,
        holds=None if doubts else bool(titles or wins),
    )


def _doubted_there(knowledge: Knowledge, one: str, team: str, scope: Scope) -> tuple[RaceWin, ...]:
    """Return the wins of the team that only some sources give to the driver."""
    return doubts_of(knowledge, one).among(lambda won: won.win.team == team and scope.has(won)).disputed


def drivers_together(knowledge: Knowledge, query: DriversTogether) -> Reply:
    """Answer `DriversTogether`: what two drivers won in one car, and what each won otherwise."""
    first, second = (knowledge.drivers[one] for one in query.drivers)
    scope = Scope.of(query)
    titles = [t for t in scope.titles(knowledge.titles_of_driver.get(first.id, ())) if second.id in t.title.drivers]
    wins = [w for w in scope.wins(knowledge.wins_of_driver.get(first.id, ())) if second.id in w.win.drivers]
    when = scope.said(knowledge)
    names = f"{driver(knowledge, first.id)} and {driver(knowledge, second.id)}"
    if titles:
        lead = f"{names} won {_titles(titles)} together: {titles_said(knowledge, titles)}."
    elif wins:
        lead = f"{names} won no title together{when}, but {wins_said(wins)}."
    else:
        lead = f"{names} have no title and no class win together{when} on record."
    doubts = () if titles or wins else _doubted(knowledge, query.drivers, scope)
    own = [_own_titles(knowledge, one.id) for one in (first, second)]
    return Answer(
        f"{first.name} and {second.name}",
        (lead,),
        (*_blocks(knowledge, first.id, titles, wins), *blocks(("All their titles", own))),
        notes=tuple([disputed_said(knowledge, query.drivers, won) for won in doubts]),
        sources=_sources(titles, wins) or gathered(first.sources[:1], second.sources[:1]),
        next_questions=(f"driver {first.name}", f"driver {second.name}", f"compare {first.name} and {second.name}"),
        race_class=titles[-1].title.race_class if titles else None,
        holds=None if doubts else bool(titles or wins),
    )


def _doubted(knowledge: Knowledge, pair: Sequence[str], scope: Scope) -> tuple[RaceWin, ...]:
    """Return the wins that only some sources give to both of a pair."""
    disputed = dict.fromkeys(won for one in pair for won in doubts_of(knowledge, one).disputed if scope.has(won))
    return tuple([won for won in disputed if set(pair) <= {*won.win.drivers, *won.win.disputed}])


def _titles(titles: Sequence[SeasonTitle]) -> str:
    return "a title" if len(titles) == 1 else count(len(titles), "title")


def _own_titles(knowledge: Knowledge, one: str) -> str:
    titles = knowledge.titles_of_driver.get(one, ())
    return f"{knowledge.drivers[one].name}: {titles_said(knowledge, titles) if titles else 'no title'}"


def _blocks(
    knowledge: Knowledge, one: str, titles: Sequence[SeasonTitle], wins: Sequence[RaceWin]
) -> tuple[Block, ...]:
    heading = plural(len(titles), "Title", "Titles")
    return blocks(
        (heading, [title_of_driver(knowledge, title, one) for title in titles]),
        (wins_heading(wins), [win_of_driver(knowledge, won) for won in wins]),
    )


def _sources(titles: Sequence[SeasonTitle], wins: Sequence[RaceWin]) -> tuple[str, ...]:
    return gathered(*[title.title.sources[:1] for title in titles], *[won.win.sources[:1] for won in wins])
