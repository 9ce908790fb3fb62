"""Who or what has most: drivers, teams, nations, classes, makes of cars, circuits."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from msgspec.structs import replace

from bot.answering.about import about_leaders
from bot.answering.answer import Answer, Block, Reply, refuse
from bot.answering.counted_words import COMPUTED, numbered, rest_said
from bot.answering.pictures import Picture
from bot.answering.pictures.bars import ranking_picture
from bot.answering.scope import year_read
from bot.answering.tally import Tally, tally
from bot.answering.tally_remarks import remarks
from bot.answering.thresholds import within_bound
from bot.answering.wording import capital, count, listed, plural
from bot.knowledge import records
from bot.knowledge.base import Knowledge
from bot.knowledge.kept import kept
from bot.knowledge.records import Rank
from bot.understanding.queries import By, Counted, Focus, Ranking

_SHOWN = 15
_STEPS = {
    By.DRIVER: ("record teams", "record nations", "record"),
    By.TEAM: ("record drivers", "record nations", "record"),
    By.NATION: ("record drivers", "record teams", "record"),
    By.TEAM_NATION: ("record nations", "record teams", "record"),
}


def ranking(knowledge: Knowledge, query: Ranking) -> Reply:
    """Answer `Ranking`: the most first, or those within a bound."""
    counted = tally(knowledge, query)
    if query.bound is not None:
        return within_bound(knowledge, query, counted)
    if not counted.ranks:
        return refuse("no_record", "record", "champion", what=f"{counted.things}", scope=counted.scope)
    answer = Answer(
        f"Most {counted.things} by {numbered(query.by)[0]}{counted.scope}",
        (*_told(query, counted), *year_read(knowledge, query.seasons)),
        (Block("Ranking", _lines(counted, query.top or _SHOWN, whole=query.top is not None)),),
        notes=(COMPUTED, *remarks(knowledge, query, counted)),
        sources=counted.sources,
        next_questions=_next(knowledge, query, counted),
        race_class=query.classes[0] if len(query.classes) == 1 else None,
        picture=ranking_drawn(knowledge, query),
        about=about_leaders(query.by, [rank.id for rank in _asked(query, counted)]),
        holds=_leads(query, counted),
    )
    if query.by is By.NATION and query.counted is Counted.TITLES and query.of is None:
        return _with_teams(knowledge, query, counted, answer)
    return answer


def _leads(query: Ranking, counted: Tally) -> bool | None:
    """Say whether the one said to have most does; with one each nobody does."""
    top = _asked(query, counted)
    if query.claimed is None or top[0].figure == 1:
        return None
    return query.claimed in [rank.id for rank in top]


@kept(256)
def ranking_drawn(knowledge: Knowledge, query: Ranking) -> Picture | None:
    """Return the picture of a ranking, counted as the answer in words is; None where it would show nothing."""
    counted = tally(knowledge, query)
    return ranking_picture(knowledge, query, counted, _lead(query, counted)) if counted.ranks else None


def _with_teams(knowledge: Knowledge, query: Ranking, counted: Tally, answer: Answer) -> Answer:
    """Rank nations by the titles of their teams beside those of their drivers."""
    teams = tally(knowledge, replace(query, by=By.TEAM_NATION))
    champions = records.best(tally(knowledge, replace(query, counted=Counted.CHAMPIONS)).ranks)
    names = listed([counted.name(rank.id) for rank in champions])
    most = (
        f"Counted by different drivers, {names} {plural(len(champions), 'leads', 'lead')} with {champions[0].figure}."
    )
    return answer._replace(
        lead=(*answer.lead, most),
        blocks=(
            Block("Driver titles", answer.blocks[0].lines),
            Block("Team titles", _lines(teams, _SHOWN)),
        ),
        notes=("Each driver of a champion crew counts one driver title.", *answer.notes[1:]),
    )


def _next(knowledge: Knowledge, query: Ranking, counted: Tally) -> tuple[str, ...]:
    top = counted.ranks[0].id
    if query.by is By.CIRCUIT:
        return f"circuit {knowledge.circuits[top].name}", "circuits", "record"
    if query.by is By.COUNTRY:
        return f"circuits {knowledge.countries[top].name}", "record most visited circuit", "record"
    return _STEPS.get(query.by, ("record drivers", "record teams", "record"))


def _told(query: Ranking, counted: Tally) -> tuple[str, ...]:
    """Return the lead, beginning with how many there are, or who they are, where that is asked for."""
    if query.of is not None:
        told = _every(query, counted) if query.every else []
        return (*told, _lead(query, counted))
    lead, total = _lead(query, counted), _total(query, counted)
    first = (total, lead) if query.focus in (Focus.COUNT, Focus.LIST) else (lead, total)
    return (*first, *_shared(query, counted))


def _every(query: Ranking, counted: Tally) -> list[str]:
    """Say who has all of what is counted."""
    found = [counted.name(rank.id) for rank in counted.ranks if rank.figure == counted.whole]
    what = f"{counted.had} all {counted.whole} {counted.things}{counted.scope}"
    if not found:
        return [f"No {numbered(query.by)[0]} has {what}."]
    return [f"{capital(listed(found))} {plural(len(found), 'has', 'have')} {what}."]


def _asked(query: Ranking, counted: Tally) -> tuple[Rank, ...]:
    """Return those on the asked place, or on the place that equals share with it: of two firsts none is second."""
    places = [rank.place for rank in counted.ranks if rank.place <= (query.place or 1)]
    return tuple([rank for rank in counted.ranks if rank.place == places[-1]])


def _placed(query: Ranking, counted: Tally) -> str:
    found = _asked(query, counted)
    place, figure = found[0].place, found[0].figure
    many = count(len(found), *numbered(query.by))
    names = listed([counted.name(rank.id) for rank in found]) if len(found) <= _SHOWN else many
    if len(found) == 1:
        return f"{capital(names)} is on place {place} by {counted.things}{counted.scope}, with {figure}."
    return f"{capital(names)} share place {place} by {counted.things}{counted.scope}, with {figure} each."


def _lead(query: Ranking, counted: Tally) -> str:
    if query.least:
        return _least(counted)
    if query.place:
        return _placed(query, counted)
    best = records.best(counted.ranks)
    figure = best[0].figure
    if figure == 1 and len(counted.ranks) > 1:
        return (
            f"None has more than one: {len(counted.ranks)} have {counted.had} one {counted.thing} each{counted.scope}."
        )
    has = plural(len(best), "has", "have")
    names = listed([counted.name(rank.id) for rank in best])
    each = " each" if len(best) > 1 else ""
    return f"{capital(names)} {has} {counted.had} the most {counted.things}{counted.scope}: {figure}{each}."


def _least(counted: Tally) -> str:
    figure = counted.ranks[-1].figure
    names = [counted.name(rank.id) for rank in counted.ranks if rank.figure == figure]
    has, each = plural(len(names), "has", "have"), " each" if len(names) > 1 else ""
    shown = listed(names) if len(names) <= _SHOWN else f"{len(names)} of {len(counted.ranks)}"
    return f"{shown} {has} {counted.had} the fewest {counted.things}{counted.scope}: {figure}{each}."


def _total(query: Ranking, counted: Tally) -> str:
    """Say how many have any at all, with their names where who they are is asked for."""
    number = len(counted.ranks)
    has = plural(number, "has", "have")
    said = f"{count(number, *numbered(query.by))} {has} {counted.had} {counted.things}{counted.scope}"
    if query.focus is Focus.LIST:
        return f"{said}: {listed([counted.name(rank.id) for rank in counted.ranks])}."
    return f"{said}." if query.focus is Focus.COUNT else f"In all, {said}."


def _shared(query: Ranking, counted: Tally) -> tuple[str, ...]:
    """Say where the last of the asked places is shared, so that more are listed than were asked for."""
    top = query.top
    if top is None or counted.ranks[0].figure == 1:
        return ()
    shown, _ = _cut(counted.ranks, top, whole=True)
    if len(shown) <= top:
        return ()
    place, each = shown[-1].place, count(shown[-1].figure, counted.thing, counted.things)
    return (f"Places {place} to {len(shown)} are shared, with {each} each: the list goes on to the last of them.",)


def _cut(ranks: Sequence[Rank], shown: int, *, whole: bool) -> tuple[list[Rank], list[Rank]]:
    """Return those to be listed and those left: equals are listed all or not at all.

    Where the list would be cut among equals, `whole` lists them all.
    """
    listing: list[Rank] = []
    for _, group in groupby(ranks, key=lambda rank: rank.place):
        equals = list(group)
        if listing and (len(listing) >= shown or (not whole and len(listing) + len(equals) > shown)):
            break
        listing += equals
    return listing, list(ranks[len(listing) :])


def _lines(counted: Tally, shown: int, *, whole: bool = False) -> tuple[str, ...]:
    """Return the ranking, down to a place that is shared by too many."""
    if counted.ranks[0].figure == 1:
        return (f"1 each: {listed([counted.name(rank.id) for rank in counted.ranks])}",)
    listing, left = _cut(counted.ranks, shown, whole=whole)
    lines = [f"{rank.place}. {counted.name(rank.id)}: {rank.figure}" for rank in listing]
    return (*lines, *([f"… {rest_said(left)}"] if left else []))
