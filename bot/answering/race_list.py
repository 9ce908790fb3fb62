"""Many races, a line each, with the overall winners or those of the asked class."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bot.answering.answer import Answer, Block, gathered
from bot.answering.lines import crew_said
from bot.answering.naming import class_name, race_label, runs
from bot.answering.race_scope import counted_said, holds, place_said, races_title, wanted, when_said, who_said
from bot.answering.scope import is_over
from bot.answering.wording import capital, count, day, listed
from bot.knowledge.base import Knowledge, Race
from bot.knowledge.model import ClassWin
from bot.understanding.queries import Focus, Races


def race_list(knowledge: Knowledge, query: Races, found: Sequence[Race]) -> Answer:
    """Return many races in lines."""
    return Answer(
        races_title(knowledge, query),
        (*_lengths(query, found), _lead(knowledge, query, found), _span(knowledge, query, found)),
        (Block(_heading(query), tuple([_line(knowledge, query, race) for race in found])),),
        sources=gathered(*[race.round.sources[:1] for race in found]),
        next_questions=_next(knowledge, query, found[-1]),
        race_class=query.classes[0] if query.classes else None,
        holds=holds(query, found),
    )


def _lengths(query: Races, found: Sequence[Race]) -> tuple[str, ...]:
    """Say how many races were how long, where that is asked."""
    if query.focus is not Focus.LENGTH:
        return ()
    hours = Counter(race.round.hours for race in found if race.round.hours)
    told = [f"{count(many, 'race')} of {length:g} hours" for length, many in hours.most_common()]
    return (f"{capital(listed(told))}.",) if told else ()


def _lead(knowledge: Knowledge, query: Races, found: Sequence[Race]) -> str:
    who = who_said(knowledge, query)
    place = f" {place_said(knowledge, query)}" if query.circuit or query.country else ""
    when = when_said(query)
    if query.limit is not None:
        return f"These are {counted_said(query)}races{place}{when}."
    names = f" in {listed([class_name(knowledge, one) for one in query.classes], 'or')}" if query.classes else ""
    if who:
        wins = sum(len(wanted(knowledge, query, race)) for race in found)
        return f"{who} took {count(wins, 'class win')}{names}{place}{when}, in {count(len(found), 'race')}."
    held = "held" if is_over(query.seasons) else "has held"
    return f"The series {held} {len(found)} races{names}{place}{when}."


def _span(knowledge: Knowledge, query: Races, found: Sequence[Race]) -> str:
    seasons = runs(knowledge, [race.season for race in found])
    first, last = day(found[0].round.date), day(found[-1].round.date)
    span = f"the first was on {first}, the most recent on {last}."
    return f"In {seasons}; {span}" if found[0].season is not found[-1].season else capital(span)


def _has_winner(query: Races) -> bool:
    return bool(query.driver or query.team or query.make or query.model)


def _heading(query: Races) -> str:
    if _has_winner(query):
        return "Wins"
    return "Winners" if query.classes else "Overall winners"


def _line(knowledge: Knowledge, query: Races, race: Race) -> str:
    wins = wanted(knowledge, query, race)
    if not (query.classes or _has_winner(query)):
        wins = [win for win in wins if win.overall]
    won = "; ".join([_won(knowledge, query, win) for win in wins]) or "winners not recorded"
    return f"{race_label(race)}: {won}"


def _won(knowledge: Knowledge, query: Races, win: ClassWin) -> str:
    # With one class asked for, or the overall winners only, naming the class in each line would tell nothing.
    several = len(query.classes) > 1 or _has_winner(query)
    name = f"{class_name(knowledge, win.race_class)}, " if several else ""
    car = f", {win.car}" if win.car and (query.classes or query.focus is Focus.CAR) else ""
    return f"{name}{crew_said(knowledge, win)} – {win.entrant}{car}"


def _next(knowledge: Knowledge, query: Races, race: Race) -> tuple[str, ...]:
    circuit = knowledge.circuits[race.round.circuit]
    return f"race {circuit.race} {race.season.id}", f"circuit {circuit.name}", f"season {race.season.id}"
