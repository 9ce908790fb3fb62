"""What was won within one season: by two at the same time, and most by one."""

from __future__ import annotations

from bot.answering.answer import Answer, Block, Reply, gathered, refuse
from bot.answering.counted_words import COMPUTED
from bot.answering.holders import Holder, holder
from bot.answering.lines import title_of_driver, title_of_team, titles_said
from bot.answering.naming import driver, labels, team
from bot.answering.scope import Scope
from bot.answering.wording import count, listed, plural
from bot.knowledge import records
from bot.knowledge.base import Knowledge
from bot.understanding.queries import By, Counted, MostInSeason, SameSeason
from bot.understanding.spans import Kind, Ref

_SHOWN = 12


def same_season(knowledge: Knowledge, query: SameSeason) -> Reply:
    """Answer `SameSeason`: the seasons in which both were champions, and what each won."""
    first, second = both = holder(knowledge, query.first), holder(knowledge, query.second)
    for one in both:
        if not one.titles:
            return refuse("no_title_at_all", one.asked, who=one.name, scope="")
    theirs = {title.season.id for title in second.titles}
    shared = [season for season in dict.fromkeys(title.season.id for title in first.titles) if season in theirs]
    names = listed([one.name for one in both])
    if shared:
        lead = f"{names} were both champions in {labels(knowledge, shared)}."
    else:
        lead = f"{names} were never champions in the same season."
    refs = (query.first, query.second)
    return Answer(
        names,
        (lead, *[f"{one.name} won {titles_said(knowledge, one.titles)}." for one in both]),
        tuple([Block(one.name, _lines(knowledge, who, one)) for who, one in zip(refs, both, strict=True)]),
        sources=gathered(*[title.title.sources[:1] for one in both for title in one.titles]),
        next_questions=tuple([one.asked for one in both]),
        holds=bool(shared),
    )


def _lines(knowledge: Knowledge, who: Ref, one: Holder) -> tuple[str, ...]:
    if who.kind is Kind.DRIVER:
        return tuple([title_of_driver(knowledge, title, who.id) for title in one.titles])
    return tuple([title_of_team(knowledge, title) for title in one.titles])


def most_in_season(knowledge: Knowledge, query: MostInSeason) -> Reply:
    """Answer `MostInSeason`: who won most races, or titles, of one season."""
    pairs = _won(knowledge, query)
    if not pairs:
        return refuse("no_record", "record", what=f"{_thing(query)}s", scope=Scope(query.classes).said(knowledge))
    ranks = records.ranked(f"{one} {season}" for one, season in pairs)
    best = records.best(ranks)
    figure = best[0].figure
    names = listed([_said(knowledge, query, rank.id) for rank in best])
    has = plural(len(best), "holds", "hold")
    where = Scope(query.classes).said(knowledge)
    lead = f"{names} {has} the record for one season{where}: {count(figure, _thing(query))}."
    listing = [rank for rank in ranks if rank.figure > 1][:_SHOWN]
    cut = listing[-1].place if len(listing) == _SHOWN and ranks[_SHOWN].place == listing[-1].place else 0
    lines = [
        f"{rank.place}. {_said(knowledge, query, rank.id)}: {rank.figure}" for rank in listing if rank.place != cut
    ]
    return Answer(
        f"Most {_thing(query)}s in one season{Scope(query.classes).said(knowledge)}",
        (lead if figure > 1 else f"Nobody has won more than one {_thing(query)} in one season.",),
        (Block("Ranking", tuple(lines or [f"{_said(knowledge, query, rank.id)}: {rank.figure}" for rank in best])),),
        notes=(COMPUTED,),
        sources=gathered(*[knowledge.seasons[rank.id.split(" ")[1]].sources[:1] for rank in best]),
        next_questions=(f"record {query.by}s", "record"),
        race_class=query.classes[0] if len(query.classes) == 1 else None,
    )


def _won(knowledge: Knowledge, query: MostInSeason) -> list[tuple[str, str]]:
    """Return a pair of winner and season for each title or class win."""
    teams = query.by is By.TEAM
    if query.counted is Counted.TITLES:
        titles = [one for one in knowledge.titles if not query.classes or one.title.race_class in query.classes]
        return [(who, t.season.id) for t in titles for who in ((t.title.team,) if teams else t.title.drivers)]
    wins = [won for won in knowledge.wins if not query.classes or won.win.race_class in query.classes]
    return [(who, won.race.season.id) for won in wins for who in ((won.win.team,) if teams else won.win.drivers)]


def _said(knowledge: Knowledge, query: MostInSeason, pair: str) -> str:
    one, season = pair.split(" ")
    name = team(knowledge, one) if query.by is By.TEAM else driver(knowledge, one)
    return f"{name} ({knowledge.seasons[season].label})"


def _thing(query: MostInSeason) -> str:
    return "title" if query.counted is Counted.TITLES else "class win"
