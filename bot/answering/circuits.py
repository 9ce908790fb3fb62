"""One circuit: what it is, and when the series raced there."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering import readings
from bot.answering.about import about_race
from bot.answering.answer import Answer, Reply, blocks, gathered, refuse
from bot.answering.laps import lap_said, lap_seasons, laps_in
from bot.answering.likeness import claimed
from bot.answering.naming import race_day, race_label, runs
from bot.answering.pictures.visits import visits_picture
from bot.answering.wording import at_moment, count, day, flag, kilometres, listed, the, within
from bot.knowledge.base import Knowledge, Race
from bot.knowledge.model import Circuit, FormerName, Layout
from bot.understanding.queries import CircuitProfile, Focus

# Which sentence of the lead answers a focus; it then goes first.
_SENTENCE = {
    Focus.WHERE: "place",
    Focus.LENGTH: "lap",
    Focus.TURNS: "lap",
    Focus.DIRECTION: "lap",
    Focus.OPENED: "opened",
    Focus.DESIGNER: "opened",
    Focus.NATIVE: "names",
    Focus.NAMES: "names",
    Focus.COUNT: "visits",
    Focus.WHEN: "visits",
    Focus.FIRST: "first",
    Focus.LAST: "last",
}
_ENDS = {Focus.FIRST: 0, Focus.LAST: -1}


def circuit_profile(knowledge: Knowledge, query: CircuitProfile) -> Reply:
    """Answer `CircuitProfile`: place, lap, opening, visits, and every race held."""
    one = knowledge.circuits[query.circuit]
    held = knowledge.races_at.get(one.id, ())
    asked_of_lap = _SENTENCE.get(query.focus) == "lap"
    if asked_of_lap and query.seasons and not any(race.season.id in query.seasons.ids for race in held):
        said = query.seasons.said
        return refuse("no_visit_then", f"circuit {one.name}", "calendar", name=one.name, said=said)
    return Answer(
        one.name,
        _lead(knowledge, query, held),
        blocks(
            ("Laps used", _other_layouts(knowledge, one)),
            ("Names", [] if _SENTENCE.get(query.focus) == "names" else _names(one)),
            ("Coordinates", [_coordinates(one)]),
            ("Races and overall winners", [_race_line(race) for race in held]),
        ),
        notes=(*[note.text for note in one.notes], *readings.of_entry(knowledge, one)),
        sources=gathered(
            one.sources,
            *[layout.sources for layout in one.layouts],
            *[native.sources for native in one.native],
            *[name.sources for name in one.names],
            *[race.round.sources[:1] for race in held],
            *[note.sources for note in one.notes],
            readings.sources_of(one.readings),
        ),
        next_questions=_next(knowledge, one, held),
        picture=visits_picture(knowledge, tuple(knowledge.races_at), strong=one.id) if held else None,
        holds=_holds(one, held, query),
        about=about_race(held[_ENDS[query.focus]]) if held and query.focus in _ENDS else (),
    )


def _holds(one: Circuit, held: Sequence[Race], query: CircuitProfile) -> bool | None:
    """Say whether what is claimed is so: at all the laps that were used, where it is one of the lap."""
    if query.claim is None:
        return bool(held) if query.focus is Focus.ALL else None
    return claimed(query.claim, one, query.seasons)


def _lead(knowledge: Knowledge, query: CircuitProfile, held: Sequence[Race]) -> tuple[str, ...]:
    one, focus = knowledge.circuits[query.circuit], query.focus
    sentences = {
        "place": _place(knowledge, one),
        "lap": _laps(knowledge, query),
        "opened": _opened(one, focus),
        "visits": _visits(knowledge, held),
    }
    asked = _SENTENCE.get(focus)
    if asked == "names":
        sentences["names"] = f"{one.name} is also called {listed(_names(one))}." if _names(one) else ""
        sentences["names"] = sentences["names"] or f"No other name of {one.name} is on record."
    if asked in ("first", "last") and held:
        which, race = ("first", held[0]) if asked == "first" else ("most recent", held[-1])
        sentences[asked] = f"The {which} race there was the {race.round.name}, on {race_day(race)}."
    first = [sentences.pop(asked)] if asked in sentences else []
    return (*first, *sentences.values())


def _place(knowledge: Knowledge, one: Circuit) -> str:
    country = knowledge.countries[one.country]
    return f"{flag(country)} {one.name} is in {one.place}, {the(country)}."


def _laps(knowledge: Knowledge, query: CircuitProfile) -> str:
    """Tell the lap of today, or where a time is said the laps that were raced then."""
    one = knowledge.circuits[query.circuit]
    if query.seasons is None or len(one.layouts) == 1:
        return _lap(one, one.layouts[-1], query.focus)
    told = [(lap, lap_seasons(knowledge, lap)) for lap in laps_in(one, query.seasons)]
    return " ".join([_lap(one, lap, query.focus, f"The lap of {when}") for lap, when in told])


def _lap(one: Circuit, lap: Layout, focus: Focus, which: str = "A lap") -> str:
    length, turns = kilometres(lap.length_km), count(lap.turns, "turn")
    if one.direction:
        return f"{which} is {length} long, has {turns} and is run {one.direction}."
    unknown = "; its direction is not recorded" if focus is Focus.DIRECTION else ""
    return f"{which} is {length} long and has {turns}{unknown}."


def _opened(one: Circuit, focus: Focus) -> str:
    by = f" and was designed by {one.designer}" if one.designer else ""
    if focus is Focus.DESIGNER and not by:
        by = "; who designed it is not recorded"
    return f"It opened {at_moment(one.opened)}{by}."


def _visits(knowledge: Knowledge, held: Sequence[Race]) -> str:
    if not held:
        return "The series has not raced there."
    seasons = {race.season.id: race.season for race in held}
    when = f"{count(len(seasons), 'season')}: {runs(knowledge, seasons.values())}"
    if len(held) == 1:
        return f"The series raced there once, on {race_day(held[0])}."
    first, last = day(held[0].round.date), day(held[-1].round.date)
    return (
        f"The series has held {len(held)} races there in {when}. The first was on {first}, the most recent on {last}."
    )


def _other_layouts(knowledge: Knowledge, one: Circuit) -> list[str]:
    """Return the laps by name, where there is more to say than the lead says."""
    if len(one.layouts) == 1 and not one.layouts[0].seasons:
        return []
    return [lap_said(knowledge, layout) for layout in one.layouts]


def _names(one: Circuit) -> list[str]:
    return [native.text for native in one.native] + [_former(name) for name in one.names]


def _former(used: FormerName) -> str:
    return f"{used.name} ({within(used.note)})" if used.note else used.name


def _coordinates(one: Circuit) -> str:
    north, east = "N" if one.latitude >= 0 else "S", "E" if one.longitude >= 0 else "W"
    return f"{abs(one.latitude):.4f}° {north}, {abs(one.longitude):.4f}° {east}"


def _race_line(race: Race) -> str:
    won = race.round.overall
    return f"{race_label(race)}: {won.entrant if won else 'overall winner not recorded'}"


def _next(knowledge: Knowledge, one: Circuit, held: Sequence[Race]) -> tuple[str, ...]:
    if not held:
        return "circuits", "calendar"
    season = held[-1].season.id
    return f"race {one.race} {season}", f"race {one.race}" if len(held) > 1 else f"season {season}", "circuits"
