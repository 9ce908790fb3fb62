"""Circuits in a list: all, or those of a country or of seasons; the longest and the shortest lap."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.answer import Answer, Block, Reply, gathered, refuse
from bot.answering.naming import runs
from bot.answering.scope import in_time, is_over, year_read
from bot.answering.wording import at_moment, count, flag, kilometres, listed, moment, the
from bot.knowledge.base import Knowledge
from bot.knowledge.model import Circuit
from bot.understanding.queries import Circuits, Focus


def circuits(knowledge: Knowledge, query: Circuits) -> Reply:
    """Answer `Circuits`: all, or by country or season; the longest or shortest where that is asked."""
    found = _found(knowledge, query)
    if not found:
        return _none(knowledge, query)
    if query.focus in (Focus.LONGEST, Focus.SHORTEST):
        return _extreme(knowledge, query, found)
    if query.focus in (Focus.TURNS, Focus.FEWEST_TURNS):
        return _by_turns(knowledge, query, found)
    if query.focus is Focus.OPENED:
        return _by_age(knowledge, query, found)
    if query.focus is Focus.DESIGNER:
        return _designers(knowledge, query, found)
    nations = dict.fromkeys(knowledge.countries[one.country].name for one in found)
    spread = "" if query.country else f" in {count(len(nations), 'country', 'countries')}"
    raced = "raced" if is_over(query.seasons) or query.current is not None else "has raced"
    lead = f"The series {raced} at {count(len(found), 'circuit')}{spread}{_scope(knowledge, query)}."
    return Answer(
        f"Circuits{_scope(knowledge, query)}",
        (*year_read(knowledge, query.seasons), lead),
        (Block("Circuits", tuple([_line(knowledge, one) for one in found])),),
        sources=gathered(*[one.sources[:1] for one in found], *[one.layouts[-1].sources[:1] for one in found]),
        next_questions=_next(query, found),
    )


def _found(knowledge: Knowledge, query: Circuits) -> list[Circuit]:
    races = knowledge.races
    if query.seasons:
        races = tuple(race for race in races if race.season.id in query.seasons.ids)
    visited = {race.round.circuit for race in races}
    if query.current is not None:
        now = {race.round.circuit for race in races if race.season is knowledge.current}
        visited = now if query.current else visited - now
    return [
        one
        for one in knowledge.circuits.values()
        if one.id in visited
        and query.country in (None, one.country)
        and (query.length is None or query.length.holds(one.layouts[-1].length_km))
    ]


def _none(knowledge: Knowledge, query: Circuits) -> Reply:
    where = f" in {the(knowledge.countries[query.country])}" if query.country else ""
    if query.country and query.seasons is None:
        countries = dict.fromkeys(the(knowledge.countries[one.country]) for one in knowledge.circuits.values())
        return refuse("no_race_there", "circuits", "calendar", where=where, countries=listed(countries))
    said = f" {in_time(query.seasons)}" if query.seasons else ""
    return refuse("no_circuit_then", "circuits", "calendar", said=said, where=where)


def _scope(knowledge: Knowledge, query: Circuits) -> str:
    where = f" in {the(knowledge.countries[query.country])}" if query.country else ""
    if query.seasons:
        return f"{where} {in_time(query.seasons)}"
    if query.length:
        return f"{where} with a lap of {query.length} km"
    if query.current is None:
        return where
    return (
        f"{where} in {knowledge.current.label}"
        if query.current
        else f"{where} before {knowledge.current.label} and not since"
    )


def _line(knowledge: Knowledge, one: Circuit) -> str:
    held = knowledge.races_at.get(one.id, ())
    country = knowledge.countries[one.country]
    lap = one.layouts[-1]
    when = runs(knowledge, [race.season for race in held])
    return (
        f"{flag(country)} {one.name}, {one.place}, {country.name}: {kilometres(lap.length_km)}, {lap.turns} turns; "
        f"{count(len(held), 'race')}, {when}"
    )


def _next(query: Circuits, found: Sequence[Circuit]) -> tuple[str, ...]:
    steps = [f"circuit {one.name}" for one in found[:2]]
    return (*steps, "record most visited circuit" if len(steps) > 1 or query.country is None else "circuits")


def _designers(knowledge: Knowledge, query: Circuits, found: Sequence[Circuit]) -> Answer:
    known = [one for one in found if one.designer]
    return Answer(
        f"Designers of the circuits{_scope(knowledge, query)}",
        (f"The designer of {len(known)} of {count(len(found), 'circuit')} is on record.",),
        (Block("By circuit", tuple([f"{one.name}: {one.designer}" for one in known])),),
        sources=gathered(*[one.sources for one in known]),
        next_questions=_next(query, found),
    )


def _by_turns(knowledge: Knowledge, query: Circuits, found: Sequence[Circuit]) -> Answer:
    few = query.focus is Focus.FEWEST_TURNS
    ranked = sorted(found, key=lambda one: one.layouts[-1].turns, reverse=not few)
    turns = ranked[0].layouts[-1].turns
    names = listed([one.name for one in ranked if one.layouts[-1].turns == turns])
    which = "fewest" if few else "most"
    return Answer(
        f"The {which} turns{_scope(knowledge, query)}",
        (f"The {which} turns to a lap{_scope(knowledge, query)}: {names}, with {turns}.",),
        (Block("By turns", tuple([f"{one.name}: {one.layouts[-1].turns}" for one in ranked])),),
        sources=gathered(*[one.layouts[-1].sources[:1] for one in ranked]),
        next_questions=(f"circuit {ranked[0].name}", "circuits", "record most visited circuit"),
    )


def _by_age(knowledge: Knowledge, query: Circuits, found: Sequence[Circuit]) -> Answer:
    ranked = sorted(found, key=lambda one: one.opened)
    top = ranked[0]
    scope = _scope(knowledge, query)
    return Answer(
        f"The oldest circuit{scope}",
        (f"{top.name} is the oldest circuit{scope}: it opened {at_moment(top.opened)}.",),
        (Block("By opening", tuple([f"{one.name}: {moment(one.opened)}" for one in ranked])),),
        sources=gathered(*[one.sources[:1] for one in ranked]),
        next_questions=(f"circuit {top.name}", "circuits", "record most visited circuit"),
    )


def _extreme(knowledge: Knowledge, query: Circuits, found: Sequence[Circuit]) -> Answer:
    ranked = sorted(found, key=lambda one: one.layouts[-1].length_km, reverse=query.focus is Focus.LONGEST)
    top = ranked[0]
    lap = kilometres(top.layouts[-1].length_km)
    scope = _scope(knowledge, query)
    return Answer(
        f"The {query.focus} lap{scope}",
        (f"{top.name} has the {query.focus} lap{scope}: {lap}, with {top.layouts[-1].turns} turns.",),
        (Block("By length", tuple(f"{one.name}: {kilometres(one.layouts[-1].length_km)}" for one in ranked)),),
        sources=gathered(*[one.layouts[-1].sources[:1] for one in ranked]),
        next_questions=(f"circuit {top.name}", "circuits", "record most visited circuit"),
    )
