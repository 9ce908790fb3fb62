"""Who won a class in every race of a season."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.answering.answer import Answer, Reply, blocks, gathered, refuse
from bot.answering.counted_words import COMPUTED
from bot.answering.doubts import doubts_said
from bot.answering.holders import holder
from bot.answering.naming import class_name, drivers, team
from bot.answering.scope import Scope, year_read
from bot.answering.wording import count, listed
from bot.knowledge.base import Knowledge
from bot.knowledge.doubts import NO_DOUBTS, doubts_of
from bot.knowledge.model import ClassWin, Season
from bot.understanding.queries import Sweep
from bot.understanding.spans import Kind, Ref


@dataclass(frozen=True, slots=True)
class _Series:
    """One class of one season: the win of each race, None where none is on record."""

    season: Season
    race_class: str
    wins: tuple[ClassWin | None, ...]


def sweep(knowledge: Knowledge, query: Sweep) -> Reply:
    """Answer `Sweep`: all races of a season won by one team or driver, or how many of them."""
    scope = Scope(query.classes, query.seasons)
    found = [one for one in _all(knowledge) if scope.holds(one.race_class, one.season.id)]
    return _of_one(knowledge, query, query.who, found) if query.who else _of_anyone(knowledge, query, found)


def _all(knowledge: Knowledge) -> Iterator[_Series]:
    for season in knowledge.held:
        for race_class in season.classes:
            wins = [next((win for win in race.winners if win.race_class == race_class), None) for race in season.rounds]
            yield _Series(season, race_class, tuple(wins))


def _of_anyone(knowledge: Knowledge, query: Sweep, found: list[_Series]) -> Reply:
    where = Scope(query.classes, query.seasons).said(knowledge)
    swept = [one for one in found if None not in one.wins and len({win.team for win in one.wins if win}) == 1]
    lines = [_line(knowledge, one) for one in swept]
    lead = (
        f"{count(len(swept), 'time')} a team won a class in every race of a season{where}: {listed(lines)}."
        if swept
        else f"No team is on record with a class win in every race of a season{where}."
    )
    return Answer(
        f"All races of a season{where}",
        (lead, *year_read(knowledge, query.seasons)),
        notes=(COMPUTED,),
        sources=gathered(knowledge.series.sources[:1], *[one.season.sources[:1] for one in swept]),
        next_questions=("record teams", "record"),
        holds=bool(swept),
    )


def _line(knowledge: Knowledge, one: _Series) -> str:
    crews = [set(win.drivers) for win in one.wins if win]
    always = [d for d in (one.wins[0].drivers if one.wins[0] else ()) if all(d in crew for crew in crews)]
    people = f" (in all of them {drivers(knowledge, always)})" if always else ""
    name = team(knowledge, next(win.team for win in one.wins if win))
    return f"{name} in {class_name(knowledge, one.race_class)}, {one.season.label}, {len(one.wins)} races{people}"


def _of_one(knowledge: Knowledge, query: Sweep, who: Ref, found: list[_Series]) -> Reply:
    whose = holder(knowledge, who)
    own = [(one, sum(_is_of(win, who) for win in one.wins)) for one in found]
    own = [(one, won) for one, won in own if won]
    if not own:
        scope = Scope(query.classes, query.seasons)
        where = scope.said(knowledge)
        doubts = doubts_of(knowledge, who.id).among(scope.has) if who.kind is Kind.DRIVER else NO_DOUBTS
        if doubts:
            uncertain = " ".join(doubts_said(knowledge, who.id, doubts))
            values = {"win": "class win", "who": whose.name, "where": where, "when": "", "doubts": uncertain}
            return refuse("win_not_known", whose.asked, **values)
        return refuse("no_win_there", whose.asked, win="class win", who=whose.name, where=where, when="")
    swept = [one for one, won in own if won == len(one.wins)]
    told = [
        f"{class_name(knowledge, one.race_class)} in {_of_races(won, len(one.wins))} of {one.season.label}"
        for one, won in own
        if one in swept or not swept
    ]
    lead = f"{whose.shown} has not won every race of a season."
    if swept or query.seasons:
        lead = f"{whose.shown} won {listed(told)}."
    return Answer(
        f"{whose.name}: races of a season",
        (lead, *year_read(knowledge, query.seasons)),
        blocks(
            (
                "Class wins by season",
                [
                    f"{one.season.label} {class_name(knowledge, one.race_class)}: {won} of {len(one.wins)}"
                    for one, won in own
                ],
            )
        ),
        notes=("Crews are incomplete for a few races; only wins on record are counted.",) if not swept else (),
        sources=gathered(*[one.season.sources[:1] for one, _ in own]),
        next_questions=(whose.asked, *[f"season {one.season.id}" for one, _ in own[:1]]),
        holds=bool(swept),
    )


def _is_of(win: ClassWin | None, who: Ref) -> bool:
    return win is not None and (who.id in win.drivers if who.kind is Kind.DRIVER else win.team == who.id)


def _of_races(won: int, races: int) -> str:
    return f"all {races} races" if won == races else f"{won} of the {races} races"
