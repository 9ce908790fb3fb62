"""Two things side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bot.answering.answer import Answer, Block, Reply, gathered
from bot.answering.columns import RACES, Column, column, nation_figures
from bot.answering.holders import holder
from bot.answering.naming import classes, runs
from bot.answering.pictures import Picture
from bot.answering.pictures.pair import pair_picture
from bot.answering.pictures.timeline import classes_together
from bot.answering.scope import ran_in
from bot.answering.wording import at_moment, capital, count, day, kilometres, listed, the
from bot.knowledge.base import Knowledge
from bot.knowledge.model import Circuit
from bot.understanding.queries import Compare, Focus, Seasons
from bot.understanding.spans import Kind, Ref

_PAIR = 2
_NEVER_TOGETHER = "have not run in the same season"


class _Told(NamedTuple):
    """A sentence of a verdict, and the larger of the two figures in it: of noughts no picture makes its title."""

    said: str
    most: float = 1


# What a picture of two shows; whatever else is asked of them is told in words only.
_DRAWN = frozenset({Focus.LENGTH, Focus.TURNS, Focus.COUNT})


def compare(knowledge: Knowledge, query: Compare) -> Reply:
    """Answer `Compare`: a column of facts for each of two drivers, teams, circuits, classes, nations or seasons."""
    first, second = column(knowledge, query.first), column(knowledge, query.second)
    verdict = _verdict(knowledge, query.first, query.second, query.focus)
    return Answer(
        f"{first.name} and {second.name}",
        (" ".join([told.said for told in verdict]),),
        (Block(first.name, tuple(first.lines)), Block(second.name, tuple(second.lines))),
        sources=gathered(first.sources, second.sources),
        next_questions=(first.question, second.question),
        picture=_picture(knowledge, query, (first, second)),
    )


def _picture(knowledge: Knowledge, query: Compare, sides: tuple[Column, Column]) -> Picture | None:
    first, second = query.first, query.second
    focus = query.focus if query.focus in _DRAWN else Focus.ALL
    verdict = _verdict(knowledge, first, second, focus)
    if isinstance(first, Ref) and isinstance(second, Ref) and first.kind is Kind.CLASS:
        return classes_together(knowledge, first.id, second.id, verdict[-1].said)
    return pair_picture(knowledge, sides, next((told.said for told in verdict if told.most), verdict[0].said))


def _verdict(knowledge: Knowledge, first: Ref | Seasons, second: Ref | Seasons, focus: Focus) -> list[_Told]:
    if isinstance(first, Seasons) or isinstance(second, Seasons):
        both = [one for one in (first, second) if isinstance(one, Seasons)]
        told = [_sizes(knowledge, both), *_grounds(knowledge, both)]
        return list(reversed(told)) if focus is Focus.WHERE else told
    if first.kind is Kind.CIRCUIT:
        return _circuits(knowledge, first.id, second.id, focus)
    if first.kind is Kind.CLASS:
        return _together(knowledge, first.id, second.id)
    told = (
        _nations(knowledge, first.id, second.id) if first.kind is Kind.COUNTRY else _honours(knowledge, first, second)
    )
    # Races and wins are the last that is counted.
    return [told[-1], *told[:-1]] if focus is Focus.COUNT else told


def _sizes(knowledge: Knowledge, both: Sequence[Seasons]) -> _Told:
    sizes = [_size(knowledge, one) for one in both]
    if len(set(sizes)) == 1:
        return _Told(f"{listed([one.said for one in both])} {sizes[0]} each.")
    return _Told(f"{'; '.join([f'{one.said} {size}' for one, size in zip(both, sizes, strict=True)])}.")


def _grounds(knowledge: Knowledge, both: Sequence[Seasons]) -> tuple[_Told, ...]:
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
        return (_Told(f"Both raced at the same circuits: {listed(shared)}."),)
    return (_Told(f"{'; '.join([f'Both raced at {listed(shared)}' if shared else 'They shared no circuit', *only])}."),)


def _size(knowledge: Knowledge, one: Seasons) -> str:
    chosen = [knowledge.seasons[season] for season in one.ids]
    rounds = count(sum(len(season.rounds) for season in chosen), "round")
    named = {race_class for season in chosen for race_class in season.classes}
    said = count(len(named), "class", "classes")
    return f"had {rounds} and {said}" if any(season.rounds for season in chosen) else f"is announced with {said}"


def _circuits(knowledge: Knowledge, first: str, second: str, focus: Focus) -> list[_Told]:
    """Compare two circuits by lap, turns, races and age, what was asked for first."""
    both = [knowledge.circuits[one] for one in (first, second)]
    told = {
        Focus.LENGTH: _longer(both),
        Focus.TURNS: _more("turn", *[(one.name, one.layouts[-1].turns) for one in both], had="has"),
        Focus.COUNT: _more(
            "race", *[(one.name, len(knowledge.races_at.get(one.id, ()))) for one in both], had="has held"
        ),
        Focus.OPENED: _older(both),
    }
    if all(one.id in knowledge.races_at for one in both):
        told[Focus.FIRST] = _joined(knowledge, both)
    return ([told.pop(focus)] if focus in told else []) + list(told.values())


def _longer(both: Sequence[Circuit]) -> _Told:
    long, short = sorted(both, key=lambda one: one.layouts[-1].length_km, reverse=True)
    gap = long.layouts[-1].length_km - short.layouts[-1].length_km
    return _Told(f"{long.name} has the longer lap, by {kilometres(gap)}.")


def _older(both: Sequence[Circuit]) -> _Told:
    old, new = sorted(both, key=lambda one: one.opened)
    return _Told(f"{old.name} is the older: it opened {at_moment(old.opened)}, {new.name} {at_moment(new.opened)}.")


def _joined(knowledge: Knowledge, both: Sequence[Circuit]) -> _Told:
    """Say which of two circuits came to the calendar first."""
    (early, first), (late, second) = sorted(
        [(one, knowledge.races_at[one.id][0].round.date) for one in both], key=lambda pair: pair[1]
    )
    return _Told(f"{early.name} joined the calendar first, on {day(first)}; {late.name} followed on {day(second)}.")


def _together(knowledge: Knowledge, first: str, second: str) -> list[_Told]:
    other = {season.id for season in ran_in(knowledge, second)}
    shared = [season for season in ran_in(knowledge, first) if season.id in other]
    names = classes(knowledge, (first, second))
    said = f"ran together in {count(len(shared), 'season')}: {runs(knowledge, shared)}" if shared else _NEVER_TOGETHER
    told = [_Told(_ran(knowledge, one)) for one in (first, second)] + [_Told(f"{names} {said}.")]
    for old, new in ((first, second), (second, first)):
        if not shared and new in knowledge.replacements_of.get(old, ()):
            told.append(_Told(f"{knowledge.classes[new].name} took the place of {knowledge.classes[old].name}."))
    return told


def _ran(knowledge: Knowledge, one: str) -> str:
    seasons = ran_in(knowledge, one)
    name = knowledge.classes[one].name
    if not seasons:
        return f"{name} has no race on record."
    return f"{name} has run in {count(len(seasons), 'season')}, the first {seasons[0].label}."


def _honours(knowledge: Knowledge, first: Ref, second: Ref) -> list[_Told]:
    """Compare two drivers or teams by titles, and by class wins where there are any."""
    one, other = holder(knowledge, first), holder(knowledge, second)
    told = [_more("title", (one.name, len(one.titles)), (other.name, len(other.titles)))]
    wins = _more("class win", (one.name, len(one.wins)), (other.name, len(other.wins)))
    return [*told, wins] if one.wins or other.wins else told


def _nations(knowledge: Knowledge, first: str, second: str) -> list[_Told]:
    """Compare two nations by what their columns count, the titles of drivers in any case."""
    names = [capital(the(knowledge.countries[one])) for one in (first, second)]
    told: list[_Told] = []
    for one, other in zip(nation_figures(knowledge, first), nation_figures(knowledge, second), strict=True):
        thing, had = one.name.lower().removesuffix("s"), "has held" if one.name == RACES else "has"
        said = _more(thing, (names[0], int(one.value)), (names[1], int(other.value)), had=had)
        if said.most or not told:
            told.append(said)
    return told


def _more(thing: str, *figures: tuple[str, int], had: str = "has") -> _Told:
    (leader, more), (other, less) = sorted(figures, key=lambda figure: figure[1], reverse=True)
    if more > less:
        return _Told(f"{leader} {had} more {thing}s than {other}: {more} to {less}.", more)
    if not more:
        return _Told(f"Neither {leader} nor {other} {had} a {thing}.", more)
    return _Told(f"{leader} and {other} {had.replace('has', 'have')} {count(more, thing)} each.", more)
