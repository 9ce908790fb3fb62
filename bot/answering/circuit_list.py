"""Circuits in a list: all, or those of a country or of seasons."""

from __future__ import annotations

from bot.answering.about import about_leaders
from bot.answering.answer import Answer, Block, Reply, gathered, refuse
from bot.answering.circuits_compared import COMPARED, next_of, scope_said
from bot.answering.laps import earlier_said, laps_in
from bot.answering.likeness import is_like, unknown_of
from bot.answering.naming import runs
from bot.answering.pictures.visits import visits_picture
from bot.answering.scope import in_time, is_over, year_read
from bot.answering.wording import count, flag, kilometres, listed, the
from bot.knowledge.base import Knowledge
from bot.knowledge.model import Circuit
from bot.understanding.queries import By, Circuits

_NAMED = 5


def circuits(knowledge: Knowledge, query: Circuits) -> Reply:
    """Answer `Circuits`: all, or by country or season; the longest or shortest where that is asked."""
    found = _found(knowledge, query)
    if not found:
        return _none(knowledge, query)
    if query.focus in COMPARED:
        return COMPARED[query.focus](knowledge, query, found)
    nations = dict.fromkeys(knowledge.countries[one.country].name for one in found)
    spread = "" if query.country else f" in {count(len(nations), 'country', 'countries')}"
    raced = "raced" if is_over(query.seasons) or query.current is not None else "has raced"
    few = query.like or len(found) <= _NAMED
    names = f": {listed([one.name for one in found])}" if few else ""
    where = scope_said(knowledge, query) if query.like else f"{spread}{scope_said(knowledge, query)}"
    lead = f"The series {raced} at {count(len(found), 'circuit')}{where}{names}."
    return Answer(
        f"Circuits{scope_said(knowledge, query)}",
        (lead, *year_read(knowledge, query.seasons)),
        (Block("Circuits", tuple([_line(knowledge, query, one) for one in found])),),
        sources=gathered(*[one.sources[:1] for one in found], *[one.layouts[-1].sources[:1] for one in found]),
        notes=_left_open(knowledge, query),
        next_questions=next_of(query, found),
        picture=visits_picture(knowledge, tuple([one.id for one in found])),
        holds=True,
        about=about_leaders(By.CIRCUIT, [one.id for one in found]),
    )


def _left_open(knowledge: Knowledge, query: Circuits) -> tuple[str, ...]:
    """Say of which circuits what is asked is not recorded, and which laps of before are not looked at."""
    unknown = unknown_of(query.like, knowledge.circuits.values()) if query.like else ()
    of_laps = query.length or (query.like and (query.like.turns or query.like.length))
    return (*unknown, *(earlier_said(knowledge, knowledge.circuits.values()) if of_laps and not query.seasons else ()))


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
        and (query.length is None or any(query.length.holds(lap.length_km) for lap in laps_in(one, query.seasons)))
        and (query.like is None or is_like(query.like, one, query.seasons))
    ]


def _none(knowledge: Knowledge, query: Circuits) -> Reply:
    where = f" in {the(knowledge.countries[query.country])}" if query.country else ""
    if query.like:
        if unknown_of(query.like, knowledge.circuits.values()):
            # There may be one all the same: that is no No.
            return refuse("no_record", "circuits", what="circuits", scope=scope_said(knowledge, query))
        return refuse("no_circuit_like", "circuits", "record most visited circuit", like=scope_said(knowledge, query))
    if query.country and query.seasons is None:
        countries = dict.fromkeys(the(knowledge.countries[one.country]) for one in knowledge.circuits.values())
        return refuse("no_race_there", "circuits", "calendar", where=where, countries=listed(countries))
    said = f" {in_time(query.seasons)}" if query.seasons else ""
    return refuse("no_circuit_then", "circuits", "calendar", said=said, where=where)


def _line(knowledge: Knowledge, query: Circuits, one: Circuit) -> str:
    held = knowledge.races_at.get(one.id, ())
    country = knowledge.countries[one.country]
    laps = [f"{kilometres(lap.length_km)}, {lap.turns} turns" for lap in laps_in(one, query.seasons)]
    when = runs(knowledge, [race.season for race in held])
    return (
        f"{flag(country)} {one.name}, {one.place}, {country.name}: {listed(laps, 'or')}; "
        f"{count(len(held), 'race')}, {when}"
    )
