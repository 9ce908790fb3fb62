"""Two things side by side."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.answer import Answer, Block, Reply, gathered
from bot.answering.columns import Column, column, raced
from bot.answering.naming import classes, runs
from bot.answering.pictures import Picture
from bot.answering.pictures.pair import pair_picture
from bot.answering.pictures.timeline import classes_together
from bot.answering.wording import at_moment, capital, count, day, kilometres, listed, the
from bot.knowledge.base import Knowledge
from bot.knowledge.model import Circuit
from bot.understanding.queries import Compare, Focus, Seasons
from bot.understanding.spans import Kind, Ref

_PAIR = 2


def compare(knowledge: Knowledge, query: Compare) -> Reply:
    """Answer `Compare`: a column of facts for each of two drivers, teams, circuits, classes or seasons."""
    first, second = column(knowledge, query.first), column(knowledge, query.second)
    verdict = _verdict(knowledge, query.first, query.second, query.focus)
    return Answer(
        f"{first.name} and {second.name}",
        (verdict,),
        (Block(first.name, tuple(first.lines)), Block(second.name, tuple(second.lines))),
        sources=gathered(first.sources, second.sources),
        next_questions=(first.question, second.question),
        picture=_picture(knowledge, query, (first, second), verdict),
    )


def _picture(knowledge: Knowledge, query: Compare, sides: tuple[Column, Column], verdict: str) -> Picture | None:
    first, second = query.first, query.second
    if isinstance(first, Ref) and isinstance(second, Ref) and first.kind is Kind.CLASS:
        return classes_together(knowledge, first.id, second.id, verdict)
    return pair_picture(knowledge, sides, verdict)


def _verdict(knowledge: Knowledge, first: Ref | Seasons, second: Ref | Seasons, focus: Focus) -> str:
    if isinstance(first, Seasons) or isinstance(second, Seasons):
        both = [one for one in (first, second) if isinstance(one, Seasons)]
        told = [_sizes(knowledge, both), *_grounds(knowledge, both)]
        return " ".join(reversed(told) if focus is Focus.WHERE else told)
    if first.kind is Kind.CIRCUIT:
        return _circuits(knowledge, first.id, second.id, focus)
    if first.kind is Kind.CLASS:
        return _together(knowledge, first.id, second.id)
    told = [_more_titles(knowledge, first, second), *_more_races(knowledge, first, second)]
    return " ".join(reversed(told) if focus is Focus.COUNT else told)


def _more_races(knowledge: Knowledge, first: Ref, second: Ref) -> tuple[str, ...]:
    """Compare two countries by the races held there, where there were any."""
    if first.kind is not Kind.COUNTRY:
        return ()
    grounds = [knowledge.circuits[race.round.circuit].country for race in knowledge.races]
    held = [(capital(the(knowledge.countries[one.id])), grounds.count(one.id)) for one in (first, second)]
    return (_more("race", *held, had="has held"),) if any(figure for _, figure in held) else ()


def _sizes(knowledge: Knowledge, both: Sequence[Seasons]) -> str:
    sizes = [_size(knowledge, one) for one in both]
    if len(set(sizes)) == 1:
        return f"{listed([one.said for one in both])} had {sizes[0]} each."
    return " ".join([f"{one.said} had {size}." for one, size in zip(both, sizes, strict=True)])


def _grounds(knowledge: Knowledge, both: Sequence[Seasons]) -> tuple[str, ...]:
    """Say at which circuits both of two times raced, and at which only one did."""
    visited = [dict.fromkeys(r.circuit for season in one.ids for r in knowledge.seasons[season].rounds) for one in both]
    if len(visited) != _PAIR or not all(visited):
        return ()
    first, second = ([knowledge.circuits[one].name for one in there] for there in visited)
    shared = [one for one in first if one in second]
    only = [
        f"only {one.said} at {listed([name for name in own if name not in shared])}"
        for one, own in zip(both, (first, second), strict=True)
        if set(own) - set(shared)
    ]
    if not only:
        return (f"Both raced at the same circuits: {listed(shared)}.",)
    return (f"{'; '.join([f'Both raced at {listed(shared)}' if shared else 'They shared no circuit', *only])}.",)


def _size(knowledge: Knowledge, one: Seasons) -> str:
    chosen = [knowledge.seasons[season] for season in one.ids]
    rounds = count(sum(len(season.rounds) for season in chosen), "round")
    named = {race_class for season in chosen for race_class in season.classes}
    return f"{rounds} and {count(len(named), 'class', 'classes')}"


def _circuits(knowledge: Knowledge, first: str, second: str, focus: Focus) -> str:
    """Compare two circuits by lap, turns, races and age, what was asked for first."""
    both = [knowledge.circuits[one] for one in (first, second)]
    told = {
        Focus.LENGTH: _longer(both),
        Focus.TURNS: _more("turn", *[(one.name, one.layouts[-1].turns) for one in both], had="has"),
        Focus.COUNT: _more(
            "race", *[(one.name, len(knowledge.races_at.get(one.id, ()))) for one in both], had="has held"
        ),
        Focus.OPENED: _older(both),
        Focus.FIRST: _joined(knowledge, both),
    }
    return " ".join(([told.pop(focus)] if focus in told else []) + list(told.values()))


def _longer(both: Sequence[Circuit]) -> str:
    long, short = sorted(both, key=lambda one: one.layouts[-1].length_km, reverse=True)
    gap = long.layouts[-1].length_km - short.layouts[-1].length_km
    return f"{long.name} has the longer lap, by {kilometres(gap)}."


def _older(both: Sequence[Circuit]) -> str:
    old, new = sorted(both, key=lambda one: one.opened)
    return f"{old.name} is the older: it opened {at_moment(old.opened)}, {new.name} {at_moment(new.opened)}."


def _joined(knowledge: Knowledge, both: Sequence[Circuit]) -> str:
    """Say which of two circuits came to the calendar first; nothing where neither or only one did."""
    if any(one.id not in knowledge.races_at for one in both):
        return ""
    (early, first), (late, second) = sorted(
        [(one, knowledge.races_at[one.id][0].round.date) for one in both], key=lambda pair: pair[1]
    )
    return f"{early.name} joined the calendar first, on {day(first)}; {late.name} followed on {day(second)}."


def _together(knowledge: Knowledge, first: str, second: str) -> str:
    other = {season.id for season in raced(knowledge, second)}
    shared = [season for season in raced(knowledge, first) if season.id in other]
    names = classes(knowledge, (first, second))
    ran = [_ran(knowledge, one) for one in (first, second)]
    if not shared:
        return " ".join((*ran, f"{names} have not run in the same season."))
    return " ".join((*ran, f"{names} ran together in {count(len(shared), 'season')}: {runs(knowledge, shared)}."))


def _ran(knowledge: Knowledge, one: str) -> str:
    seasons = raced(knowledge, one)
    name = knowledge.classes[one].name
    if not seasons:
        return f"{name} has no race on record."
    return f"{name} has run in {count(len(seasons), 'season')}, the first {seasons[0].label}."


def _more_titles(knowledge: Knowledge, first: Ref, second: Ref) -> str:
    (name, titles, wins), (other, others_titles, others_wins) = _record(knowledge, first), _record(knowledge, second)
    thing = "driver title" if first.kind is Kind.COUNTRY else "title"
    said = _more(thing, (name, titles), (other, others_titles))
    if first.kind is Kind.COUNTRY:
        people = [
            (capital(the(knowledge.countries[ref.id])), len(_champions(knowledge, ref.id))) for ref in (first, second)
        ]
        return f"{said} {_more('champion driver', *people)}"
    return f"{said} {_more('class win', (name, wins), (other, others_wins))}" if wins or others_wins else said


def _champions(knowledge: Knowledge, nation_id: str) -> list[str]:
    return [one for one in knowledge.titles_of_driver if knowledge.drivers[one].nation == nation_id]


def _record(knowledge: Knowledge, one: Ref) -> tuple[str, int, int]:
    """Return the name, the titles and the class wins of a driver or a team, or a nation's driver titles."""
    if one.kind is Kind.COUNTRY:
        shares = [d for title in knowledge.titles for d in title.title.drivers]
        titles = sum(knowledge.drivers[d].nation == one.id for d in shares)
        return capital(the(knowledge.countries[one.id])), titles, 0
    if one.kind is Kind.DRIVER:
        titles_of, wins_of, name = knowledge.titles_of_driver, knowledge.wins_of_driver, knowledge.drivers[one.id].name
    else:
        titles_of, wins_of, name = knowledge.titles_of_team, knowledge.wins_of_team, knowledge.teams[one.id].name
    return name, len(titles_of.get(one.id, ())), len(wins_of.get(one.id, ()))


def _more(thing: str, *figures: tuple[str, int], had: str = "has") -> str:
    (leader, more), (other, less) = sorted(figures, key=lambda figure: figure[1], reverse=True)
    if more == less:
        both = had.replace("has", "have")
        return f"{leader} and {other} {both} {count(more, thing) if more else f'no {thing}'} each."
    return f"{leader} {had} more {thing}s than {other}: {more} to {less}."
