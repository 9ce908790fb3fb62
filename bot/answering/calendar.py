"""The rounds of a season, and the races that were planned and not held."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.answering import readings
from bot.answering.about import about_race
from bot.answering.answer import Answer, Block, Reply, blocks, gathered, refuse
from bot.answering.naming import class_name, drivers, race_day, seasons
from bot.answering.pictures.calendar import calendar_picture
from bot.answering.scope import in_time, year_read
from bot.answering.wording import count, day, days, flag, inside
from bot.knowledge import model
from bot.knowledge.base import Knowledge, Race
from bot.knowledge.model import Season
from bot.understanding.queries import Calendar, Cancelled, Focus, Seasons

_END = {Focus.FIRST: 0, Focus.LAST: -1}


def calendar(knowledge: Knowledge, query: Calendar) -> Reply:
    """Answer `Calendar`: the rounds of the asked seasons, or of the current one."""
    asked = [knowledge.seasons[one] for one in query.seasons.ids] if query.seasons else [knowledge.current]
    run = [season for season in asked if season.rounds]
    if not run:
        current = knowledge.current.label
        return refuse("no_calendar", "calendar", f"season {asked[0].id}", season=asked[0].label, current=current)
    said = query.seasons.said if query.seasons else knowledge.current.label
    disputed = [(season, readings.weighty([r for r in season.readings if r.rounds])) for season in run]
    following = knowledge.season_after(run[-1].id)
    lead = _lead(knowledge, query, run)
    end = _END.get(query.focus)
    return Answer(
        f"Calendar, {said}",
        (*lead[:1], *year_read(knowledge, query.seasons), *lead[1:]),
        (
            *[Block(f"Rounds of {season.label}", _rounds(knowledge, season)) for season in run],
            *blocks(("Planned but not held", not_held(knowledge, run))),
        ),
        notes=tuple([note for season, found in disputed for note in readings.of_season(knowledge, season, found)]),
        sources=gathered(
            *[one.sources[:1] for season in run for one in season.rounds],
            *[readings.sources_of(found) for _, found in disputed],
        ),
        holds=query.bound.verdict(sum(len(season.rounds) for season in run)) if query.bound else None,
        next_questions=(
            f"calendar {following.id}" if following else f"champion {run[-1].id}",
            f"season {run[-1].id}",
            f"race round 1 {run[-1].id}",
        ),
        picture=calendar_picture(knowledge, tuple([season.id for season in run]), lead[-1 if len(run) == 1 else 0]),
        about=about_race(Race(run[end], run[end].rounds[end])) if end is not None else (),
    )


def _lead(knowledge: Knowledge, query: Calendar, run: Sequence[Season]) -> tuple[str, ...]:
    races = [Race(season, one) for season in run for one in season.rounds]
    first, last = _end(knowledge, "first", races[0]), _end(knowledge, "last", races[-1])
    ends = {Focus.FIRST: (first,), Focus.LAST: (last,), Focus.ENDS: (first, last)}
    asked = ends.get(query.focus, ())
    if len(run) == 1:
        return (*asked, season_span(run[0]))
    return (*asked, f"{count(len(races), 'round')} in {seasons(run)}.", *_in_year(query.seasons, races))


def _end(knowledge: Knowledge, which: str, race: Race) -> str:
    name = race.round.name
    circuit = knowledge.circuits[race.round.circuit].name
    return f"The {which} race was the {name}, at {circuit}, on {race_day(race)}."


def _in_year(said: Seasons | None, races: Sequence[Race]) -> tuple[str, ...]:
    """Say how many of the races of several seasons fell into the one year that was asked for."""
    if said is None or said.year is None:
        return ()
    dated = sum(race.round.date.year == said.year for race in races)
    return (f"{dated} of them {'was' if dated == 1 else 'were'} held in {said.year} itself.",)


def season_span(season: Season) -> str:
    """Say how many rounds `season` had, at how many circuits, from when to when."""
    places = {one.circuit for one in season.rounds}
    rounds, circuits = count(len(season.rounds), "round"), count(len(places), "circuit")
    return f"{season.label} had {rounds} at {circuits}, {days(season.rounds[0].date, season.rounds[-1].date)}."


def _rounds(knowledge: Knowledge, season: Season) -> tuple[str, ...]:
    return tuple([_round(knowledge, one) for one in season.rounds])


def _round(knowledge: Knowledge, one: model.Round) -> str:
    won = one.overall
    by = f" – won by {drivers(knowledge, won.drivers)} ({won.entrant})" if won and won.drivers else ""
    return f"{round_said(knowledge, one)}{by}"


def round_said(knowledge: Knowledge, one: model.Round) -> str:
    """Return one round of a calendar: number, date, race, circuit."""
    circuit = knowledge.circuits[one.circuit]
    return f"{one.round}. {day(one.date)}: {one.name}, {flag(knowledge.countries[circuit.country])} {circuit.name}"


def round_with_winners(knowledge: Knowledge, one: model.Round) -> str:
    """Return one round with the winning team of every class, the overall winners first and by name."""
    ordered = sorted(one.winners, key=lambda win: not win.overall)
    won = [
        f"{class_name(knowledge, win.race_class)} and overall: {drivers(knowledge, win.drivers)} ({win.entrant})"
        if win.overall and win.drivers
        else f"{class_name(knowledge, win.race_class)}: {win.entrant}"
        for win in ordered
    ]
    return f"{round_said(knowledge, one)} – {'; '.join(won)}"


def cancelled(knowledge: Knowledge, query: Cancelled) -> Reply:
    """Answer `Cancelled`: races that were planned and not held."""
    chosen = [
        season for season in knowledge.seasons.values() if query.seasons is None or season.id in query.seasons.ids
    ]
    found = [(s, one) for s in chosen for one in s.cancelled if query.circuit in (None, one.circuit)]
    if not found:
        scope = f" at {knowledge.circuits[query.circuit].name}" if query.circuit else ""
        scope += f" {in_time(query.seasons)}" if query.seasons else ""
        return refuse("no_cancelled", "history", "calendar", scope=scope)
    was = "was" if len(found) == 1 else "were"
    return Answer(
        "Races planned but not held",
        (f"{count(len(found), 'race')} {was} planned or considered and not held, as far as is on record.",),
        (Block("Not held", tuple([f"{season.label}: {_not_held(knowledge, one)}" for season, one in found])),),
        sources=gathered(*[one.sources for _, one in found]),
        next_questions=(f"season {found[0][0].id}", "calendar", "history"),
    )


def not_held(knowledge: Knowledge, chosen: Iterable[Season]) -> list[str]:
    """Return the races of `chosen` that were not held: name, place, plan, reason."""
    return [_not_held(knowledge, one) for season in chosen for one in season.cancelled]


def _not_held(knowledge: Knowledge, one: model.Cancelled) -> str:
    place = knowledge.circuits[one.circuit].name if one.circuit else one.place
    told = [place if place and place not in one.name else None, one.planned, one.reason]
    parts = [inside(part) for part in told if part]
    return f"{one.name} ({'; '.join(parts)})" if parts else one.name
