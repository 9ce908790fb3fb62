"""Teams: what they won, with whom, and under which names."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.answer import Answer, Reply, blocks, disagreement, gathered
from bot.answering.wording import (
    class_name,
    classes,
    count,
    day,
    driver,
    drivers,
    entrant,
    flag,
    labels,
    listed,
)
from bot.knowledge.base import Knowledge, RaceWin, SeasonTitle
from bot.knowledge.model import Team
from bot.understanding.queries import Focus, TeamProfile


def team_profile(knowledge: Knowledge, query: TeamProfile) -> Reply:
    """Answer `TeamProfile`: titles, drivers, names, class wins."""
    one = knowledge.teams[query.team]
    titles = _within(knowledge.titles_of_team.get(one.id, ()), query)
    wins = [
        won
        for won in knowledge.wins_of_team.get(one.id, ())
        if (not query.classes or won.win.race_class in query.classes)
        and (query.seasons is None or won.race.season.id in query.seasons.ids)
    ]
    related = _related(knowledge, one)
    return Answer(
        one.name,
        (_lead(knowledge, one, query, titles), *_focused(knowledge, one, query.focus, titles, wins)),
        blocks(
            ("Titles", (title_of_team(knowledge, title) for title in titles)),
            ("Names", _names(knowledge, one)),
            ("Belongs with", related),
            ("Class wins we know of", (_win_line(knowledge, won) for won in wins)),
        ),
        notes=tuple([note.text for note in one.notes] + [disagreement(reading) for reading in one.readings]),
        sources=gathered(
            *(t.title.sources[:1] for t in titles),
            one.sources,
            *(used.sources[:1] for used in one.names),
            *(w.win.sources[:1] for w in wins),
        ),
        next_questions=_next(knowledge, one, titles, wins),
        race_class=titles[-1].title.race_class if titles else None,
    )


def _within(titles: Sequence[SeasonTitle], query: TeamProfile) -> tuple[SeasonTitle, ...]:
    return tuple(
        one
        for one in titles
        if (not query.classes or one.title.race_class in query.classes)
        and (query.seasons is None or one.season.id in query.seasons.ids)
    )


def _lead(knowledge: Knowledge, one: Team, query: TeamProfile, titles: Sequence[SeasonTitle]) -> str:
    who = f"{flag(knowledge.countries[one.nation])} {one.name}" if one.nation else one.name
    scope = f" in {classes(knowledge, query.classes)}" if query.classes else ""
    scope += f" ({query.seasons.said})" if query.seasons else ""
    if not titles:
        return f"{who} has won no title{scope or ' of the Asian Le Mans Series'}."
    won = listed(f"{class_name(knowledge, t.title.race_class)} in {t.season.label}" for t in titles)
    return f"{who} has won {count(len(titles), 'title')}{scope}: {won}."


def _focused(
    knowledge: Knowledge, one: Team, focus: Focus, titles: Sequence[SeasonTitle], wins: Sequence[RaceWin]
) -> list[str]:
    if focus is Focus.WHO:
        crowned = dict.fromkeys(d for t in titles for d in t.title.drivers)
        others = dict.fromkeys(d for w in wins for d in w.win.drivers if d not in crowned)
        lines = [f"Champions with the team: {listed(driver(knowledge, d) for d in crowned)}."] if crowned else []
        return lines + ([f"Race winners too: {listed(driver(knowledge, d) for d in others)}."] if others else [])
    if focus is Focus.NAMES and one.names:
        return [f"Raced as {'; '.join(_names(knowledge, one))}."]
    if focus is Focus.NATION:
        if one.nation is None:
            return [f"The nation of {one.name} is not recorded."]
        raced = dict.fromkeys(t.title.nation for t in knowledge.titles_of_team.get(one.id, ())) or {one.nation: None}
        return [f"Nation: {listed(f'{flag(knowledge.countries[n])} {knowledge.countries[n].name}' for n in raced)}."]
    if focus in (Focus.FIRST, Focus.LAST) and titles:
        picked = titles[0] if focus is Focus.FIRST else titles[-1]
        which = "first" if focus is Focus.FIRST else "most recent"
        return [f"The {which} was {class_name(knowledge, picked.title.race_class)} in {picked.season.label}."]
    if focus is Focus.WINS:
        return [f"{count(len(wins), 'class win')} in races on record."]
    if focus is Focus.CAR and wins:
        return [f"Cars of its class wins: {listed(dict.fromkeys(w.win.car for w in wins if w.win.car))}."]
    return []


def title_of_team(knowledge: Knowledge, one: SeasonTitle) -> str:
    """Return one title as a line of a team's profile, under the name of its day."""
    crew = drivers(knowledge, one.title.drivers)
    return f"{one.season.label} {class_name(knowledge, one.title.race_class)}: {entrant(knowledge, one)}, with {crew}"


def _names(knowledge: Knowledge, one: Team) -> list[str]:
    lines = []
    for used in one.names:
        when = labels(knowledge, used.seasons) if used.seasons else used.note
        note = f"; {used.note}" if used.note and used.seasons else ""
        lines.append(f"{used.name} ({when.rstrip('.')}{note.rstrip('.')})" if when else used.name)
    return lines + [native.text for native in one.native]


def _related(knowledge: Knowledge, one: Team) -> list[str]:
    lines = []
    if one.run_by:
        lines.append(f"Cars run by {knowledge.teams[one.run_by].name}")
    runs = [team.id for team in knowledge.teams.values() if team.run_by == one.id]
    for other in dict.fromkeys((*one.related, *runs)):
        if other == one.run_by:
            continue
        titles = knowledge.titles_of_team.get(other, ())
        won = listed(f"{class_name(knowledge, t.title.race_class)} in {t.season.label}" for t in titles)
        lines.append(f"{knowledge.teams[other].name}" + (f" (titles: {won})" if won else ""))
    return lines


def _win_line(knowledge: Knowledge, won: RaceWin) -> str:
    crew = drivers(knowledge, won.win.drivers) or "crew not recorded"
    where = f"{won.race.season.label} {won.race.round.name} ({day(won.race.round.date)})"
    car = f", {won.win.car}" if won.win.car else ""
    return f"{where}: {class_name(knowledge, won.win.race_class)}, {crew}{car}" + (
        ", overall" if won.win.overall else ""
    )


def _next(knowledge: Knowledge, one: Team, titles: Sequence[SeasonTitle], wins: Sequence[RaceWin]) -> tuple[str, ...]:
    if titles:
        last = titles[-1]
        return (
            f"champion {class_name(knowledge, last.title.race_class)} {last.season.id}",
            f"driver {knowledge.drivers[last.title.drivers[0]].name}",
            "record teams",
        )
    return tuple(f"season {won.race.season.id}" for won in wins[:1]) + ("record teams",)
