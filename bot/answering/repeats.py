"""Who won more than once: drivers, teams, and drivers in two classes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from bot.answering.answer import Answer, Block, Reply, refuse
from bot.answering.lines import titles_said
from bot.answering.naming import classes, driver, team
from bot.answering.scope import Scope
from bot.answering.wording import capital, count, listed, plural, the
from bot.knowledge import records
from bot.knowledge.base import Knowledge, SeasonTitle
from bot.understanding.queries import Record


def two_classes(knowledge: Knowledge, query: Record) -> Reply:
    """Name the drivers with titles in two classes or more, or in all that were asked for."""
    named = query.classes if len(query.classes) > 1 else ()
    found = records.in_two_classes(knowledge, named)
    what = classes(knowledge, named) if named else "two classes or more"
    names = listed([knowledge.drivers[one].name for one, _ in found])
    has = plural(len(found), "has", "have")
    lead = f"{count(len(found), 'driver')} {has} won titles in {what}: {names}."
    lines = tuple([f"{driver(knowledge, one)}: {titles_said(knowledge, titles)}" for one, titles in found])
    steps = (f"driver {knowledge.drivers[found[0][0]].name}", "record drivers") if found else ("record drivers",)
    return Answer(
        f"Titles in {what}",
        (lead if found else f"No driver has won titles in {what}.",),
        (Block("Drivers", lines),) if found else (),
        sources=knowledge.series.sources[:1],
        next_questions=(*steps, "record"),
    )


def drivers(knowledge: Knowledge, query: Record) -> Reply:
    """Name the drivers with more than one title."""
    titles = Scope.of(query).titles_of(knowledge)
    found = [rank.id for rank in records.titles_by_driver(titles) if rank.figure > 1]
    found = [one for one in found if query.nation in (None, knowledge.drivers[one].nation)]
    own = {one: [title for title in titles if one in title.title.drivers] for one in found}
    return _answer(knowledge, query, own, lambda one: driver(knowledge, one), "driver")


def teams(knowledge: Knowledge, query: Record) -> Reply:
    """Name the teams with more than one title."""
    titles = Scope.of(query).titles_of(knowledge)
    found = [rank.id for rank in records.titles_by_team(titles) if rank.figure > 1]
    own = {one: [title for title in titles if title.title.team == one] for one in found}
    return _answer(knowledge, query, own, lambda one: team(knowledge, one), "team")


def _answer(
    knowledge: Knowledge,
    query: Record,
    own: Mapping[str, Sequence[SeasonTitle]],
    name: Callable[[str], str],
    what: str,
) -> Reply:
    scope = Scope.of(query).said(knowledge)
    nation = f" from {the(knowledge.countries[query.nation])}" if query.nation and what == "driver" else ""
    if not own:
        return refuse("no_repeat", "record", f"record {what}s", what=f"{what}{nation}", scope=scope)
    lines = [f"{name(one)}: {len(titles)} ({titles_said(knowledge, titles)})" for one, titles in own.items()]
    many = f"{what}s{nation}"
    return Answer(
        f"{capital(many)} with more than one title{scope}",
        (f"{count(len(own), what + nation, many)} {plural(len(own), 'has', 'have')} won more than one title{scope}.",),
        (Block(f"{capital(what)}s", tuple(lines)),),
        sources=knowledge.series.sources[:1],
        next_questions=(f"record {what}s", "record titles in two classes", "record"),
    )
