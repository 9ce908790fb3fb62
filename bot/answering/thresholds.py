"""Who has as many as asked for: more than one title, at least five wins, a single visit."""

from __future__ import annotations

from bot.answering.about import about_leaders
from bot.answering.answer import Answer, Block, Reply, refuse
from bot.answering.counted_words import numbered, several
from bot.answering.lines import titles_said
from bot.answering.scope import year_read
from bot.answering.tally import Tally
from bot.answering.tally_remarks import is_sure, remarks
from bot.answering.wording import capital, count, listed, plural
from bot.knowledge.base import Knowledge, SeasonTitle
from bot.knowledge.records import Rank
from bot.understanding.queries import MORE_THAN_ONE, Bound, By, Counted, Ranking

_NAMED = 12
_STEPS = ("record drivers", "record teams", "record")


def within_bound(knowledge: Knowledge, query: Ranking, counted: Tally) -> Reply:
    """List those whose figure is within the bound of `query`, most first, with what they won where that is short.

    Whoever has none is not known, as only those are on record who won.
    """
    bound = query.bound or MORE_THAN_ONE
    with_none = bound.holds(0)
    if with_none and (bound.high is None or not bound.holds(1)):
        return refuse("nobody_with_none", *_STEPS, what=counted.things, scope=counted.scope)
    none_counted = (f"Whoever has no {counted.thing} at all is not counted.",) if with_none else ()
    left_open = remarks(knowledge, query, counted)
    found = [rank for rank in counted.ranks if bound.holds(rank.figure)]
    what = bound_said(bound, counted.thing)
    which, whichs = numbered(query.by)
    if not found:
        return Answer(
            f"{capital(whichs)} with {what}{counted.scope}",
            (f"No {which} has {counted.had} {what}{counted.scope}.",),
            notes=left_open,
            sources=counted.sources,
            next_questions=(f"record {whichs}", "record"),
            holds=False if is_sure(query, counted, bound) else None,
        )
    has = plural(len(found), "has", "have")
    names = f": {listed([counted.name(rank.id) for rank in found])}" if len(found) <= _NAMED else ""
    return Answer(
        f"{capital(whichs)} with {what}{counted.scope}",
        (
            f"{count(len(found), which, whichs)} {has} {counted.had} {what}{counted.scope}{names}.",
            *year_read(knowledge, query.seasons),
        ),
        (Block(capital(whichs), tuple([_line(knowledge, query, counted, rank) for rank in found])),),
        notes=(*none_counted, *left_open),
        sources=counted.sources,
        next_questions=(f"record {whichs}", "record titles in two classes", "record"),
        race_class=query.classes[0] if len(query.classes) == 1 else None,
        holds=True,
        about=about_leaders(query.by, [rank.id for rank in found]),
    )


def bound_said(bound: Bound, thing: str) -> str:
    """Return `more than one title`, `exactly 2 titles`, `3 or more titles`, `fewer than 3 titles`."""
    if bound == MORE_THAN_ONE:
        return f"more than one {thing}"
    if bound.low == bound.high:
        return f"exactly {count(bound.low or 0, thing, several(thing))}"
    if bound.high is None:
        return (
            f"{bound.low} or more {several(thing)}"
            if bound.exact
            else f"more than {count(bound.low or 0, thing, several(thing))}"
        )
    return f"fewer than {count(bound.high, thing, several(thing))}"


def _line(knowledge: Knowledge, query: Ranking, counted: Tally, rank: Rank) -> str:
    name = counted.name(rank.id)
    if query.of or query.counted is not Counted.TITLES or query.by not in (By.DRIVER, By.TEAM):
        return f"{name}: {rank.figure}"
    return f"{name}: {rank.figure} ({titles_said(knowledge, _titles(query, counted, rank.id))})"


def _titles(query: Ranking, counted: Tally, one: str) -> list[SeasonTitle]:
    if query.by is By.TEAM:
        return [title for title in counted.titles if title.title.team == one]
    return [title for title in counted.titles if one in title.title.drivers]
