"""Circuits: what they are and when the series raced there."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.answer import Answer, Block, Reply, blocks, disagreement, gathered, refuse
from bot.answering.wording import count, day, flag, kilometres, listed, moment
from bot.knowledge.base import Knowledge, Race
from bot.knowledge.model import Circuit, Layout
from bot.understanding.queries import CircuitProfile, Circuits, Focus


def circuit_profile(knowledge: Knowledge, query: CircuitProfile) -> Reply:
    """Answer `CircuitProfile`: place, length, turns, visits."""
    one = knowledge.circuits[query.circuit]
    held = knowledge.races_at.get(one.id, ())
    country = knowledge.countries[one.country]
    return Answer(
        one.name,
        (
            *_focused(one, query.focus, held),
            f"{flag(country)} {one.name} is at {one.place}, {country.name}.",
            _visits(held),
        ),
        blocks(
            ("Lap", (_layout(layout, one) for layout in one.layouts)),
            ("Opened", [moment(one.opened) + (f"; designed by {one.designer}" if one.designer else "")]),
            ("Coordinates", [_coordinates(one)]),
            ("Names", [native.text for native in one.native] + [_former(name.name, name.note) for name in one.names]),
            (f"Races ({one.race})", (_race_line(knowledge, race) for race in held)),
        ),
        notes=tuple([note.text for note in one.notes] + [disagreement(reading) for reading in one.readings]),
        sources=gathered(
            one.sources, *(layout.sources for layout in one.layouts), *(r.round.sources[:1] for r in held)
        ),
        next_questions=(
            f"race {one.race} {held[-1].season.id}" if held else "circuits",
            f"circuits {country.name}",
            f"season {held[-1].season.id}" if held else "calendar",
        ),
    )


def _focused(one: Circuit, focus: Focus, held: Sequence[Race]) -> list[str]:
    lap = one.layouts[-1]
    lines = {
        Focus.LENGTH: f"The lap is {kilometres(lap.length_km)} long.",
        Focus.TURNS: f"The lap has {lap.turns} turns.",
        Focus.DIRECTION: f"The lap is run {one.direction}."
        if one.direction
        else "The direction of the lap is not recorded.",
        Focus.OPENED: f"It opened in {moment(one.opened)}."
        if len(one.opened) < 10
        else f"It opened on {moment(one.opened)}.",  # noqa: PLR2004
        Focus.DESIGNER: f"Designed by {one.designer}." if one.designer else "The designer is not recorded.",
        Focus.NATIVE: f"Local name: {listed(native.text for native in one.native) or 'not recorded'}.",
        Focus.COUNT: f"{count(len(held), 'race')} of the series in {count(len(_seasons(held)), 'season')}.",
        Focus.FIRST: f"First race there: {held[0].round.name}, {day(held[0].round.date)}." if held else "",
        Focus.LAST: f"Most recent race there: {held[-1].round.name}, {day(held[-1].round.date)}." if held else "",
    }
    return [line for line in (lines.get(focus, ""),) if line]


def _seasons(held: Sequence[Race]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(race.season.label for race in held))


def _visits(held: Sequence[Race]) -> str:
    if not held:
        return "The series has not raced there."
    seasons = _seasons(held)
    first, last = held[0].round, held[-1].round
    return (
        f"{count(len(held), 'race')} in {count(len(seasons), 'season')}: {listed(seasons)}. "
        f"First race {day(first.date)}, last race {day(last.date)}."
    )


def _layout(layout: Layout, one: Circuit) -> str:
    direction = f", {one.direction}" if one.direction else ""
    used = f" (used in {listed(season.replace('-', '–') for season in layout.seasons)})" if layout.seasons else ""
    return f"{layout.name}: {kilometres(layout.length_km)}, {layout.turns} turns{direction}{used}"


def _coordinates(one: Circuit) -> str:
    north, east = "N" if one.latitude >= 0 else "S", "E" if one.longitude >= 0 else "W"
    return f"{abs(one.latitude):.4f}° {north}, {abs(one.longitude):.4f}° {east}"


def _former(name: str, note: str | None) -> str:
    return f"{name} ({note.rstrip('.')})" if note else name


def _race_line(knowledge: Knowledge, race: Race) -> str:
    won = next((win for win in race.round.winners if win.overall), None)
    by = f" – {won.entrant}" if won else ""
    return f"{race.season.label}: {race.round.name}, {day(race.round.date)}{by}"


def circuits(knowledge: Knowledge, query: Circuits) -> Reply:
    """Answer `Circuits`: all, or by country or season; the longest or shortest where that is asked."""
    races = [race for race in knowledge.races if _wanted(knowledge, query, race)]
    if query.focus is Focus.WHEN and query.seasons is None:
        races = [race for race in knowledge.races if race.season is knowledge.current]
    found = [one for one in knowledge.circuits.values() if any(race.round.circuit == one.id for race in races)]
    if not found:
        return _none(knowledge, query)
    if query.focus in (Focus.LONGEST, Focus.SHORTEST):
        return _extreme(knowledge, query, found)
    scope = _scope(knowledge, query)
    nations = dict.fromkeys(knowledge.countries[one.country].name for one in found)
    where = "" if query.country else f" in {count(len(nations), 'country', 'countries')}"
    lead = f"{count(len(found), 'circuit')}{where}{scope}: {listed(one.name for one in found)}."
    return Answer(
        f"Circuits{scope}",
        (lead,),
        (Block("Circuits", tuple(_line(knowledge, one) for one in found)),),
        sources=gathered(*(one.sources[:1] for one in found)),
        next_questions=tuple(f"circuit {one.name}" for one in found[:2]) + ("record most visited circuit",),
    )


def _wanted(knowledge: Knowledge, query: Circuits, race: Race) -> bool:
    return (query.country is None or knowledge.circuits[race.round.circuit].country == query.country) and (
        query.seasons is None or race.season.id in query.seasons.ids
    )


def _none(knowledge: Knowledge, query: Circuits) -> Reply:
    held = dict.fromkeys(knowledge.countries[one.country].name for one in knowledge.circuits.values())
    if query.country and query.seasons is None:
        where = knowledge.countries[query.country].name
        return refuse("no_race_there", "circuits", where=where, countries=listed(held))
    said = query.seasons.said if query.seasons else ""
    where = f" in {knowledge.countries[query.country].name}" if query.country else ""
    return refuse("no_circuit_then", "circuits", said=said, where=where)


def _scope(knowledge: Knowledge, query: Circuits) -> str:
    scope = f" in {knowledge.countries[query.country].name}" if query.country else ""
    if query.seasons:
        return f"{scope} ({query.seasons.said})"
    return f"{scope} ({knowledge.current.label})" if query.focus is Focus.WHEN else scope


def _line(knowledge: Knowledge, one: Circuit) -> str:
    held = knowledge.races_at.get(one.id, ())
    country = knowledge.countries[one.country]
    lap = one.layouts[-1]
    return (
        f"{flag(country)} {one.name}, {one.place}, {country.name}: {kilometres(lap.length_km)}, {lap.turns} turns; "
        f"{count(len(held), 'race')} in {listed(_seasons(held))}"
    )


def _extreme(knowledge: Knowledge, query: Circuits, found: Sequence[Circuit]) -> Answer:
    ranked = sorted(found, key=lambda one: one.layouts[-1].length_km, reverse=query.focus is Focus.LONGEST)
    top = ranked[0]
    lap = kilometres(top.layouts[-1].length_km)
    return Answer(
        f"The {query.focus} lap{_scope(knowledge, query)}",
        (f"{top.name} has the {query.focus} lap: {lap}, {top.layouts[-1].turns} turns.",),
        (Block("By length", tuple(f"{one.name}: {kilometres(one.layouts[-1].length_km)}" for one in ranked)),),
        sources=gathered(*(one.layouts[-1].sources[:1] for one in ranked)),
        next_questions=(f"circuit {top.name}", "circuits"),
    )
