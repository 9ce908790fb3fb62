"""Champions of one nation or part of the world: drivers, or teams where teams are asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from bot.answering import readings
from bot.answering.answer import Answer, Block, Refusal, Reply, blocks, gathered, refuse
from bot.answering.lines import full_line
from bot.answering.naming import class_name, drivers, nation
from bot.answering.origin import Origin
from bot.answering.scope import Scope
from bot.answering.wording import count, listed
from bot.knowledge.base import Knowledge, SeasonTitle
from bot.knowledge.model import Driver, Team
from bot.understanding.queries import Champions, End, Focus

_NAMED = 20
_ENDS = {Focus.FIRST: End.FIRST, Focus.LAST: End.LAST}


class _Disputed(NamedTuple):
    """What is said of a disagreement, and its sources."""

    said: str
    sources: tuple[str, ...]


def champions_by_origin(knowledge: Knowledge, query: Champions, found: Sequence[SeasonTitle]) -> Reply:
    """Return the titles among `found` that went to the asked nation or part of the world."""
    origin = Origin.of(knowledge, query)
    where = Scope.of(query).said(knowledge)
    of_teams = [one for one in found if one.title.nation in origin.nations]
    if query.focus is Focus.TEAM:
        disputed = _disputed(knowledge, origin, [knowledge.teams[one.title.team] for one in found])
        if not of_teams:
            return _none("team", origin, where, disputed)
        return _with_notes(_teams(origin, where, of_teams, knowledge, query.end), disputed)
    people = [knowledge.drivers[driver] for one in found for driver in one.title.drivers]
    disputed = _disputed(knowledge, origin, people)
    won = [one for one in found if _of(knowledge, origin, one)]
    if won:
        return _with_notes(_drivers(knowledge, query, origin, where, won), disputed)
    if not of_teams:
        return _none("driver", origin, where, disputed)
    answer = _with_notes(_teams(origin, where, of_teams, knowledge), disputed)
    return answer._replace(lead=(f"No driver from {origin.name} has won a title{where}.", *answer.lead), holds=None)


def _of(knowledge: Knowledge, origin: Origin, one: SeasonTitle) -> list[str]:
    return [driver for driver in one.title.drivers if knowledge.drivers[driver].nation in origin.nations]


def _none(whose: str, origin: Origin, where: str, disputed: Sequence[_Disputed]) -> Refusal:
    code = "no_sure_nation_champion" if disputed else "no_nation_champion"
    told = {"disputed": " ".join([one.said for one in disputed])} if disputed else {}
    return refuse(code, "record nations", "champion", whose=whose, nation=origin.name, scope=where, **told)


def _disputed(knowledge: Knowledge, origin: Origin, entries: Sequence[Driver | Team]) -> list[_Disputed]:
    """Return where sources disagree on whether a champion is from there, each once."""
    found = {}
    for entry in entries:
        here = entry.nation in origin.nations
        elsewhere = readings.homes_elsewhere(knowledge, entry)
        if not (elsewhere - origin.nations if here else elsewhere & origin.nations):
            continue
        for reading in readings.on_home(entry):
            said = readings.disagreement(knowledge, reading, readings.subject(reading, entry))
            found[said] = _Disputed(said, readings.sources_of([reading]))
    return list(found.values())


def _with_notes(answer: Answer, disputed: Sequence[_Disputed]) -> Answer:
    notes = tuple([one.said for one in disputed])
    return answer._replace(notes=notes, sources=gathered(answer.sources, *[one.sources for one in disputed]))


def _drivers(knowledge: Knowledge, query: Champions, origin: Origin, where: str, won: Sequence[SeasonTitle]) -> Answer:
    shares = [driver for one in won for driver in _of(knowledge, origin, one)]
    people = tuple(dict.fromkeys(shares))
    names = listed([knowledge.drivers[d].name for d in people])
    shown, name = origin.shown, origin.name
    if len(people) == 1:
        many = "a title" if len(shares) == 1 else count(len(shares), "title")
        lead = f"{shown}{names} is the only driver from {name} with {many}{where}."
    else:
        times = f", {len(shares)} times in all" if len(shares) > len(people) else ""
        told = f": {names}" if len(people) <= _NAMED or not origin.is_wide else ""
        lead = f"{shown}{len(people)} drivers from {name} have won a title{where}{times}{told}."
    return Answer(
        f"Champions from {name}{where}",
        (
            *_end(knowledge, _ENDS.get(query.focus), won, lambda one: drivers(knowledge, _of(knowledge, origin, one))),
            lead,
        ),
        (*blocks(("By nation", _by_nation(knowledge, people) if origin.is_wide else [])), _titles(knowledge, won)),
        sources=gathered(*[one.title.sources[:1] for one in won]),
        next_questions=(f"driver {knowledge.drivers[people[0]].name}", "record nations", "record drivers"),
        holds=True,
    )


def _by_nation(knowledge: Knowledge, people: Sequence[str]) -> list[str]:
    """Return the drivers of each nation in a line, the nation with most of them first."""
    homes: dict[str, list[str]] = {}
    for one in people:
        homes.setdefault(str(knowledge.drivers[one].nation), []).append(knowledge.drivers[one].name)
    ordered = sorted(homes.items(), key=lambda home: -len(home[1]))
    return [f"{nation(knowledge, home)} ({len(names)}): {listed(names)}" for home, names in ordered]


def _end(
    knowledge: Knowledge, end: End | None, won: Sequence[SeasonTitle], who: Callable[[SeasonTitle], str]
) -> tuple[str, ...]:
    """Say which of the titles was the first or the most recent: of one season, all of them."""
    if end is None:
        return ()
    season = won[0 if end is End.FIRST else -1].season
    titles = [f"{who(one)}, {class_name(knowledge, one.title.race_class)}" for one in won if one.season is season]
    which = "first" if end is End.FIRST else "most recent"
    return (f"The {which} of these titles: {'; '.join(titles)} in {season.label}.",)


def _teams(
    origin: Origin, where: str, won: Sequence[SeasonTitle], knowledge: Knowledge, end: End | None = None
) -> Answer:
    teams = dict.fromkeys(one.title.entrant for one in won)
    told = f": {listed(teams)}" if len(teams) <= _NAMED or not origin.is_wide else ""
    return Answer(
        f"Champion teams from {origin.name}{where}",
        (
            *_end(knowledge, end, won, lambda one: one.title.entrant),
            f"{origin.shown}Teams from {origin.name} have won {count(len(won), 'title')}{where}{told}.",
        ),
        (_titles(knowledge, won),),
        sources=gathered(*[one.title.sources[:1] for one in won]),
        next_questions=(f"team {won[0].title.entrant}", "record nations", "record teams"),
        holds=True,
    )


def _titles(knowledge: Knowledge, won: Sequence[SeasonTitle]) -> Block:
    return Block("Titles", tuple([full_line(knowledge, one) for one in won]))
