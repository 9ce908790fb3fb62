"""When circuits joined the calendar, and which seasons left them out."""

from __future__ import annotations

from bot.answering.answer import Answer, Block, Reply, gathered, refuse
from bot.answering.counted_words import COMPUTED
from bot.answering.naming import class_name, race_day, runs
from bot.answering.wording import count, the
from bot.knowledge.base import Knowledge, Race
from bot.knowledge.model import Season
from bot.understanding.queries import Debuts, SeasonsWithout


def debuts(knowledge: Knowledge, query: Debuts) -> Reply:
    """Answer `Debuts`: the first circuit, and the order in which the others came."""
    came = sorted([races[0] for races in knowledge.races_at.values()], key=lambda race: race.round.date)
    first = came[0]
    lead = f"The first circuit of the series was {_name(knowledge, first)}, on {race_day(first)}."
    own = next((race for race in came if race.round.circuit == query.circuit), None)
    told = [f"{_name(knowledge, own)} came on {race_day(own)}."] if own and own is not first else []
    return Answer(
        "Circuits in the order they came",
        (lead, *told),
        (Block("First race at each", tuple([f"{_name(knowledge, race)}: {race_day(race)}" for race in came])),),
        sources=gathered(*[race.round.sources[:1] for race in came]),
        next_questions=(f"circuit {_name(knowledge, own or first)}", "circuits", "record first"),
        holds=own is first if own else None,
    )


def _name(knowledge: Knowledge, race: Race) -> str:
    return knowledge.circuits[race.round.circuit].name


def seasons_without(knowledge: Knowledge, query: SeasonsWithout) -> Reply:
    """Answer `SeasonsWithout`: the seasons held without a race there, or without the class."""
    there = [season for season in knowledge.held if _had(knowledge, query, season)]
    what, step = _what(knowledge, query)
    if not there:
        return refuse("no_record", "record", step, what="seasons", scope=f" {what}")
    missed = [season for season in knowledge.held if season not in there]
    lead = (
        f"{count(len(missed), 'season')} had no {what}: {runs(knowledge, missed)}."
        if missed
        else f"Every season had a {what}."
    )
    return Answer(
        f"Seasons with no {what}",
        (lead, f"{count(len(there), 'season')} had one: {runs(knowledge, there)}."),
        notes=(COMPUTED,),
        sources=gathered(*[season.sources[:1] for season in knowledge.held]),
        next_questions=(step, "record", "calendar"),
        holds=bool(missed),
    )


def _had(knowledge: Knowledge, query: SeasonsWithout, season: Season) -> bool:
    if query.race_class:
        return query.race_class in season.classes
    places = [race.circuit for race in season.rounds]
    if query.circuit:
        return query.circuit in places
    return any(knowledge.circuits[one].country == query.country for one in places)


def _what(knowledge: Knowledge, query: SeasonsWithout) -> tuple[str, str]:
    """Return what the seasons lack, and the question that tells more of it."""
    if query.race_class:
        name = class_name(knowledge, query.race_class)
        return f"{name} class", f"class {name}"
    if query.circuit:
        name = knowledge.circuits[query.circuit].name
        return f"race at {name}", f"circuit {name}"
    country = knowledge.countries[str(query.country)]
    return f"race in {the(country)}", f"circuits {country.name}"
