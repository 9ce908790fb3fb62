"""Circuits held against one another: by length of lap, turns, age, direction, designer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from bot.answering.about import about_leaders
from bot.answering.answer import Answer, Block, gathered
from bot.answering.laps import earlier_said, lap_name, laps_in
from bot.answering.likeness import like_said
from bot.answering.scope import in_time, is_over, year_read
from bot.answering.wording import at_moment, capital, count, day, kilometres, listed, moment, the
from bot.knowledge.base import Knowledge
from bot.knowledge.model import Circuit, Layout
from bot.understanding.queries import By, Circuits, Focus


class _Lap(NamedTuple):
    """A lap of a circuit, named with its seasons where the circuit had another."""

    circuit: Circuit
    lap: Layout
    name: str


def _laps(knowledge: Knowledge, query: Circuits, found: Sequence[Circuit]) -> list[_Lap]:
    """Return the laps that were raced in the asked time, or those of today."""
    return [
        _Lap(one, lap, lap_name(knowledge, one, lap) if query.seasons else one.name)
        for one in found
        for lap in laps_in(one, query.seasons)
    ]


def _earlier(knowledge: Knowledge, query: Circuits, found: Sequence[Circuit]) -> tuple[str, ...]:
    """Tell the laps of before that count no more, where no time was said."""
    return () if query.seasons else earlier_said(knowledge, found)


def scope_said(knowledge: Knowledge, query: Circuits) -> str:
    """Return which circuits are meant, with a space in front: ` in Japan`, ` with a lap of more than 5 km`."""
    where = f" in {the(knowledge.countries[query.country])}" if query.country else ""
    where += like_said(query.like) if query.like else ""
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


def next_of(query: Circuits, found: Sequence[Circuit]) -> tuple[str, ...]:
    """Return what to ask after a list of circuits."""
    steps = [f"circuit {one.name}" for one in found[:2]]
    return (*steps, "record most visited circuit" if len(steps) > 1 or query.country is None else "circuits")


def _designers(knowledge: Knowledge, query: Circuits, found: Sequence[Circuit]) -> Answer:
    known = [one for one in found if one.designer]
    return Answer(
        f"Designers of the circuits{scope_said(knowledge, query)}",
        (f"The designer of {len(known)} of {count(len(found), 'circuit')} is on record.",),
        (Block("By circuit", tuple([f"{one.name}: {one.designer}" for one in known])),),
        sources=gathered(*[one.sources for one in known]),
        next_questions=next_of(query, found),
    )


def _directions(knowledge: Knowledge, query: Circuits, found: Sequence[Circuit]) -> Answer:
    ways: dict[str, list[str]] = {}
    for one in found:
        ways.setdefault(one.direction or "direction not recorded", []).append(one.name)
    told = [f"{capital(way)}: {listed(names)}" for way, names in ways.items()]
    return Answer(
        f"Directions of the circuits{scope_said(knowledge, query)}",
        (". ".join(told) + ".",),
        sources=gathered(*[one.sources for one in found]),
        next_questions=next_of(query, found),
    )


def _by_turns(knowledge: Knowledge, query: Circuits, found: Sequence[Circuit]) -> Answer:
    few = query.focus is Focus.FEWEST_TURNS
    ranked = sorted(_laps(knowledge, query, found), key=lambda one: one.lap.turns, reverse=not few)
    turns = ranked[0].lap.turns
    top = [one for one in ranked if one.lap.turns == turns]
    names = listed([one.name for one in top])
    which = "fewest" if few else "most"
    return Answer(
        f"The {which} turns{scope_said(knowledge, query)}",
        (
            *year_read(knowledge, query.seasons),
            f"The {which} turns to a lap{scope_said(knowledge, query)}: {names}, with {turns}.",
        ),
        (Block("By turns", tuple([f"{one.name}: {one.lap.turns}" for one in ranked])),),
        notes=_earlier(knowledge, query, found),
        sources=gathered(*[one.lap.sources[:1] for one in ranked]),
        next_questions=(f"circuit {ranked[0].circuit.name}", "circuits", "record most visited circuit"),
        about=about_leaders(By.CIRCUIT, [one.circuit.id for one in top]),
    )


def _by_age(knowledge: Knowledge, query: Circuits, found: Sequence[Circuit]) -> Answer:
    new = query.focus is Focus.NEWEST
    ranked = sorted(found, key=lambda one: one.opened, reverse=new)
    top, which = ranked[0], "newest" if new else "oldest"
    scope = scope_said(knowledge, query)
    joined = max(found, key=lambda one: knowledge.races_at[one.id][0].round.date)
    came = f"The last to join the calendar was {joined.name}, on {day(knowledge.races_at[joined.id][0].round.date)}."
    return Answer(
        f"The {which} circuit{scope}",
        (f"{top.name} is the {which} circuit{scope}: it opened {at_moment(top.opened)}.", *((came,) if new else ())),
        (Block("By opening", tuple([f"{one.name}: {moment(one.opened)}" for one in ranked])),),
        sources=gathered(*[one.sources[:1] for one in ranked]),
        next_questions=(f"circuit {top.name}", "circuits", "record most visited circuit"),
        about=about_leaders(By.CIRCUIT, [top.id]),
    )


def _extreme(knowledge: Knowledge, query: Circuits, found: Sequence[Circuit]) -> Answer:
    laps = _laps(knowledge, query, found)
    ranked = sorted(laps, key=lambda one: one.lap.length_km, reverse=query.focus is Focus.LONGEST)
    top = ranked[0]
    lap = kilometres(top.lap.length_km)
    scope = scope_said(knowledge, query)
    has = "had" if is_over(query.seasons) else "has"
    told = f"{top.name} {has} the {query.focus} lap{scope}: {lap}, with {top.lap.turns} turns."
    return Answer(
        f"The {query.focus} lap{scope}",
        (*year_read(knowledge, query.seasons), told),
        (Block("By length", tuple(f"{one.name}: {kilometres(one.lap.length_km)}" for one in ranked)),),
        notes=_earlier(knowledge, query, found),
        sources=gathered(*[one.lap.sources[:1] for one in ranked]),
        next_questions=(f"circuit {top.circuit.name}", "circuits", "record most visited circuit"),
        about=about_leaders(By.CIRCUIT, [top.circuit.id]),
    )


COMPARED: Mapping[Focus, Callable[[Knowledge, Circuits, Sequence[Circuit]], Answer]] = {
    Focus.LONGEST: _extreme,
    Focus.SHORTEST: _extreme,
    Focus.TURNS: _by_turns,
    Focus.FEWEST_TURNS: _by_turns,
    Focus.OPENED: _by_age,
    Focus.NEWEST: _by_age,
    Focus.DIRECTION: _directions,
    Focus.DESIGNER: _designers,
}
