"""Whether the first or last race, of a season or at a place, was held there and then, or won by somebody."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.about import about_race
from bot.answering.answer import Answer, Reply, blocks, gathered
from bot.answering.doubts import doubts_said
from bot.answering.lines import win_line
from bot.answering.naming import class_name, race_label
from bot.answering.scope import not_run_yet, of_time
from bot.answering.wording import listed, the
from bot.knowledge.base import Knowledge, Race
from bot.knowledge.doubts import NO_DOUBTS, Doubts, doubts_of
from bot.knowledge.model import ClassWin
from bot.understanding.queries import End, EndRace


def end_race(knowledge: Knowledge, query: EndRace) -> Reply:
    """Answer `EndRace`: name the race meant, and say Yes or No to what is claimed of it."""
    race = _meant(knowledge, query)
    if race is None:
        return not_run_yet(knowledge, query.seasons)
    winners = [win for win in race.round.winners if not query.classes or win.race_class in query.classes]
    claimed = [win for win in winners if _is_by(knowledge, query, win)]
    circuit = knowledge.circuits[race.round.circuit]
    where = "" if query.circuit == circuit.id and query.of_place else f", at {circuit.name}"
    doubts = NO_DOUBTS if claimed else _doubted(knowledge, query, race, winners)
    won = " ".join(doubts_said(knowledge, query.driver or "", doubts)) if doubts else _won(knowledge, query, claimed)
    return Answer(
        f"{race.round.name}, {race.season.label}",
        (f"The {_which(knowledge, query)} was the {race_label(race)}{where}.", *([won] if won else [])),
        blocks(("Winners", [win_line(knowledge, win) for win in winners])),
        sources=gathered(race.round.sources, *[win.sources for win in winners]),
        next_questions=(f"race {circuit.race} {race.season.id}", f"season {race.season.id}", f"circuit {circuit.name}"),
        race_class=query.classes[0] if query.classes else None,
        about=about_race(race),
        holds=_holds(knowledge, query, race, is_theirs=None if doubts else bool(claimed)),
    )


def _doubted(knowledge: Knowledge, query: EndRace, race: Race, winners: Sequence[ClassWin]) -> Doubts:
    """Return which wins of the race may be those of the driver."""
    if query.driver is None:
        return NO_DOUBTS
    return doubts_of(knowledge, query.driver).among(lambda won: won.race is race and won.win in winners)


def _holds(knowledge: Knowledge, query: EndRace, race: Race, *, is_theirs: bool | None) -> bool | None:
    if not (_is_where(knowledge, query, race) and _is_when(query, race)):
        return False
    return is_theirs


def _meant(knowledge: Knowledge, query: EndRace) -> Race | None:
    """Return the race at the asked end: of the seasons, or of all at the place, whichever stands beside `first`."""
    races: Sequence[Race] = knowledge.races
    if query.of_place or query.seasons is None:
        races = [race for race in races if _is_where(knowledge, query, race)]
    else:
        races = [race for race in races if _is_when(query, race)]
    return (races[0] if query.end is End.FIRST else races[-1]) if races else None


def _is_where(knowledge: Knowledge, query: EndRace, race: Race) -> bool:
    circuit = race.round.circuit
    return query.circuit in (None, circuit) and query.country in (None, knowledge.circuits[circuit].country)


def _is_when(query: EndRace, race: Race) -> bool:
    if query.seasons is None:
        return True
    # The first race of 2016–17 is that of a season, the first race of 2016 where no season has that label is by date.
    if query.seasons.year is not None and query.seasons.ids != (str(query.seasons.year),):
        return race.round.date.year == query.seasons.year
    return race.season.id in query.seasons.ids


def _is_by(knowledge: Knowledge, query: EndRace, win: ClassWin) -> bool:
    return (
        (query.driver is None or query.driver in win.drivers)
        and (query.team is None or query.team == win.team)
        and (query.make is None or (win.car is not None and knowledge.make_of[win.car] == query.make))
    )


def _which(knowledge: Knowledge, query: EndRace) -> str:
    if query.seasons is not None and not query.of_place:
        return f"{query.end} race {of_time(query.seasons)}"
    place = knowledge.circuits[query.circuit].name if query.circuit else None
    where = f" at {place}" if place else f" in {the(knowledge.countries[query.country])}" if query.country else ""
    which = "most recent" if query.end is End.LAST and not where else query.end
    return f"{which} race{where}"


def _won(knowledge: Knowledge, query: EndRace, claimed: Sequence[ClassWin]) -> str:
    who = _who(knowledge, query)
    if not who:
        return ""
    if not claimed:
        return f"{who} did not win it."
    return f"{who} won {listed([class_name(knowledge, win.race_class) for win in claimed])} there."


def _who(knowledge: Knowledge, query: EndRace) -> str:
    if query.driver:
        return knowledge.drivers[query.driver].name
    if query.team:
        return knowledge.teams[query.team].name
    return knowledge.vocabulary.makes[query.make][0] if query.make else ""
