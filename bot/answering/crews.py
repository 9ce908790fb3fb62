"""Champion crews by their size: those of one driver, of so many, the largest."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.answer import Answer, Reply, blocks, gathered, refuse
from bot.answering.counted_words import COMPUTED
from bot.answering.lines import full_line
from bot.answering.naming import class_name
from bot.answering.scope import Scope, year_read
from bot.answering.wording import count, listed, plural
from bot.knowledge.base import Knowledge, SeasonTitle
from bot.understanding.queries import Bound, Crews

_ALONE = Bound(1, 1, exact=True)
_NAMED = 8


def crews(knowledge: Knowledge, query: Crews) -> Reply:
    """Answer `Crews`: the titles that were won by a crew of the asked size, or by the largest."""
    scope = Scope.of(query)
    where = scope.said(knowledge)
    titles = scope.titles_of(knowledge)
    if not titles:
        return refuse("no_record", "record", "champion", what="champions", scope=where)
    most = max(len(one.title.drivers) for one in titles)
    size = query.size or Bound(most, most, exact=True)
    found = [one for one in titles if size.holds(len(one.title.drivers))]
    lead = _largest(knowledge, where, found) if query.size is None else _of_size(knowledge, size, where, found)
    return Answer(
        f"Titles won by {_said(size)}{where}",
        (lead, *year_read(knowledge, query.seasons)),
        blocks(("Titles", [full_line(knowledge, one) for one in found])),
        notes=(COMPUTED,),
        sources=gathered(*[one.title.sources[:1] for one in found]) or knowledge.series.sources[:1],
        next_questions=("record drivers", "record teams", "record"),
        race_class=query.classes[0] if len(query.classes) == 1 else None,
        holds=bool(found),
    )


def _largest(knowledge: Knowledge, where: str, found: Sequence[SeasonTitle]) -> str:
    which = listed([f"{class_name(knowledge, one.title.race_class)} in {one.season.label}" for one in found])
    had = plural(len(found), f"crew{where} had", f"crews{where} had")
    told = f": {which}" if len(found) <= _NAMED else f", {len(found)} times"
    return f"The largest champion {had} {count(len(found[0].title.drivers), 'driver')}{told}."


def _of_size(knowledge: Knowledge, size: Bound, where: str, found: Sequence[SeasonTitle]) -> str:
    if not found:
        return f"No title{where} was won by {_said(size)}."
    people = dict.fromkeys(knowledge.drivers[d].name for one in found for d in one.title.drivers)
    named = f": {listed(people)}" if size == _ALONE else ""
    won = plural(len(found), "was", "were")
    return f"{count(len(found), 'title')}{where} {won} won by {_said(size)}{named}."


def _said(size: Bound) -> str:
    if size == _ALONE:
        return "drivers alone"
    return f"crews of {size.low if size.low == size.high else size} drivers"
