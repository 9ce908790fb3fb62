"""Champions of one nation: drivers, or teams where teams are asked for."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.answer import Answer, Block, Reply, gathered, refuse
from bot.answering.lines import full_line
from bot.answering.naming import class_name, drivers
from bot.answering.scope import Scope
from bot.answering.wording import count, flag, listed, the
from bot.knowledge.base import Knowledge, SeasonTitle
from bot.knowledge.model import Country
from bot.understanding.queries import Champions, Focus


def champions_of_nation(knowledge: Knowledge, query: Champions, found: Sequence[SeasonTitle]) -> Reply:
    """Return the titles among `found` that went to the asked nation."""
    country = knowledge.countries[str(query.nation)]
    where = Scope.of(query).said(knowledge)
    if query.focus is Focus.TEAM:
        won = [one for one in found if one.title.nation == country.id]
        return _teams(country, where, won, knowledge) if won else _none("team", country, where)
    won = [one for one in found if any(knowledge.drivers[d].nation == country.id for d in one.title.drivers)]
    return _drivers(knowledge, query, country, where, won) if won else _none("driver", country, where)


def _none(whose: str, country: Country, where: str) -> Reply:
    return refuse("no_nation_champion", "record nations", "champion", whose=whose, nation=the(country), scope=where)


def _drivers(
    knowledge: Knowledge, query: Champions, country: Country, where: str, won: Sequence[SeasonTitle]
) -> Answer:
    shares = [d for one in won for d in one.title.drivers if knowledge.drivers[d].nation == country.id]
    people = tuple(dict.fromkeys(shares))
    names = listed([knowledge.drivers[d].name for d in people])
    if len(people) == 1:
        lead = f"{flag(country)} {names} is the only driver from {the(country)} with a title{where}."
    else:
        times = f", {len(shares)} times in all" if len(shares) > len(people) else ""
        lead = f"{flag(country)} {len(people)} drivers from {the(country)} have won a title{where}{times}: {names}."
    return Answer(
        f"Champions from {the(country)}{where}",
        (*_end(knowledge, country, query.focus, won), lead),
        (_titles(knowledge, won),),
        sources=gathered(*[one.title.sources[:1] for one in won]),
        next_questions=(f"driver {knowledge.drivers[people[0]].name}", "record nations", "record drivers"),
        holds=True,
    )


def _end(knowledge: Knowledge, country: Country, focus: Focus, won: Sequence[SeasonTitle]) -> tuple[str, ...]:
    if focus not in (Focus.FIRST, Focus.LAST):
        return ()
    which, one = ("first", won[0]) if focus is Focus.FIRST else ("most recent", won[-1])
    names = drivers(knowledge, [d for d in one.title.drivers if knowledge.drivers[d].nation == country.id])
    name = class_name(knowledge, one.title.race_class)
    return (f"The {which} of these titles: {names}, {name} in {one.season.label}.",)


def _teams(country: Country, where: str, won: Sequence[SeasonTitle], knowledge: Knowledge) -> Answer:
    teams = listed(dict.fromkeys(one.title.entrant for one in won))
    return Answer(
        f"Champion teams from {the(country)}{where}",
        (f"{flag(country)} Teams from {the(country)} have won {count(len(won), 'title')}{where}: {teams}.",),
        (_titles(knowledge, won),),
        sources=gathered(*[one.title.sources[:1] for one in won]),
        next_questions=(f"team {won[0].title.entrant}", "record nations", "record teams"),
        holds=True,
    )


def _titles(knowledge: Knowledge, won: Sequence[SeasonTitle]) -> Block:
    return Block("Titles", tuple([full_line(knowledge, one) for one in won]))
