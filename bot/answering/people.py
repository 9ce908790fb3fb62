"""Drivers: what they won, with whom, and for which team."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.answer import Answer, Reply, blocks, disagreement, gathered, refuse
from bot.answering.wording import (
    class_name,
    classes,
    count,
    day,
    driver,
    entrant,
    flag,
    in_words,
    labels,
    listed,
)
from bot.knowledge.base import Knowledge, RaceWin, SeasonTitle
from bot.knowledge.model import Driver
from bot.understanding.queries import DriverAtTeam, DriverProfile, DriversTogether, Focus


def driver_profile(knowledge: Knowledge, query: DriverProfile) -> Reply:
    """Answer `DriverProfile`: titles, team and co-champions, race wins."""
    one = knowledge.drivers[query.driver]
    if query.focus is Focus.BORN and one.born is None:
        return refuse("not_recorded", f"driver {one.name}", what="a date of birth", name=one.name)
    titles = knowledge.titles_of_driver.get(one.id, ())
    wins = knowledge.wins_of_driver.get(one.id, ())
    chosen = _within(titles, query)
    won = _wins_within(wins, query)
    narrowed = bool(query.classes or query.seasons)
    lead = [_lead(knowledge, one, titles)] if not narrowed else [_narrowed(knowledge, one, query, chosen)]
    lead += _focused(knowledge, one, query.focus, chosen, won)
    aliases = [native.text for native in one.native] + list(one.aliases)
    shown_wins = won if narrowed else wins
    return Answer(
        one.name,
        tuple(lead),
        blocks(
            ("Titles", (title_of_driver(knowledge, title, one.id) for title in (titles if not narrowed else chosen))),
            ("Class wins we know of", _win_lines(knowledge, shown_wins)),
            ("Also written", [", ".join(aliases)] if aliases else []),
            ("Born", [f"{day(one.born.date)}, {one.born.place}"] if one.born else []),
        ),
        notes=tuple([note.text for note in one.notes] + [disagreement(reading) for reading in one.readings]),
        sources=_sources(one, titles, shown_wins),
        next_questions=_next(knowledge, one, titles, wins),
        race_class=titles[-1].title.race_class if titles else None,
    )


def _within(titles: Sequence[SeasonTitle], query: DriverProfile) -> tuple[SeasonTitle, ...]:
    return tuple(
        one
        for one in titles
        if (not query.classes or one.title.race_class in query.classes)
        and (query.seasons is None or one.season.id in query.seasons.ids)
    )


def _wins_within(wins: Sequence[RaceWin], query: DriverProfile) -> tuple[RaceWin, ...]:
    return tuple(
        one
        for one in wins
        if (not query.classes or one.win.race_class in query.classes)
        and (query.seasons is None or one.race.season.id in query.seasons.ids)
    )


def _lead(knowledge: Knowledge, one: Driver, titles: Sequence[SeasonTitle]) -> str:
    who = driver(knowledge, one.id) + (f" ({knowledge.countries[one.nation].name})" if one.nation else "")
    if not titles:
        return f"{who} has won no title of the Asian Le Mans Series."
    won = listed(f"{class_name(knowledge, t.title.race_class)} in {t.season.label}" for t in titles)
    return f"{who} has won {count(len(titles), 'title')}: {won}."


def _narrowed(knowledge: Knowledge, one: Driver, query: DriverProfile, chosen: Sequence[SeasonTitle]) -> str:
    scope = f" in {classes(knowledge, query.classes)}" if query.classes else ""
    scope += f" ({query.seasons.said})" if query.seasons else ""
    if not chosen:
        return f"{driver(knowledge, one.id)} won no title{scope}."
    won = listed(f"{class_name(knowledge, t.title.race_class)} in {t.season.label}" for t in chosen)
    return f"{driver(knowledge, one.id)} won {count(len(chosen), 'title')}{scope}: {won}."


def _focused(
    knowledge: Knowledge, one: Driver, focus: Focus, titles: Sequence[SeasonTitle], wins: Sequence[RaceWin]
) -> list[str]:
    if focus is Focus.TEAM and titles:
        return [f"Champion with {listed(dict.fromkeys(entrant(knowledge, t) for t in titles))}."]
    if focus is Focus.WITH:
        partners = dict.fromkeys(d for t in titles for d in t.title.drivers if d != one.id)
        shared = dict.fromkeys(d for w in wins for d in w.win.drivers if d != one.id and d not in partners)
        lines = (
            [f"Co-champions: {listed(driver(knowledge, d) for d in partners) or 'none, champion alone'}."]
            if titles
            else []
        )
        return lines + ([f"Won races with {listed(driver(knowledge, d) for d in shared)} too."] if shared else [])
    if focus is Focus.NATION:
        if one.nation is None:
            return [f"The nation of {one.name} is not recorded."]
        return [f"Nation: {flag(knowledge.countries[one.nation])} {knowledge.countries[one.nation].name}."]
    if focus is Focus.WINS:
        return [f"{count(len(wins), 'class win')} in races on record."]
    if focus in (Focus.FIRST, Focus.LAST) and titles:
        picked = titles[0] if focus is Focus.FIRST else titles[-1]
        which = "first" if focus is Focus.FIRST else "most recent"
        return [f"The {which} was {class_name(knowledge, picked.title.race_class)} in {picked.season.label}."]
    if focus is Focus.CAR and wins:
        return [f"Cars of those wins: {listed(dict.fromkeys(w.win.car for w in wins if w.win.car))}."]
    return []


def title_of_driver(knowledge: Knowledge, one: SeasonTitle, driver_id: str) -> str:
    """Return one title as a line of a driver's profile: season, class, team, co-champions."""
    partners = [driver(knowledge, d) for d in one.title.drivers if d != driver_id]
    shared = f", with {listed(partners)}" if partners else ", as champion alone"
    return f"{one.season.label} {class_name(knowledge, one.title.race_class)}: {entrant(knowledge, one)}{shared}"


def _win_lines(knowledge: Knowledge, wins: Sequence[RaceWin]) -> list[str]:
    return [
        f"{won.race.season.label} {won.race.round.name} ({day(won.race.round.date)}): "
        f"{class_name(knowledge, won.win.race_class)}, {won.win.entrant}"
        + (f", {won.win.car}" if won.win.car else "")
        + (", overall" if won.win.overall else "")
        for won in wins
    ]


def _sources(one: Driver, titles: Sequence[SeasonTitle], wins: Sequence[RaceWin]) -> tuple[str, ...]:
    return gathered(
        *(t.title.sources[:1] for t in titles),
        one.sources[:1],
        *(w.win.sources[:1] for w in wins),
        *(reading.sources for reading in one.readings),
    )


def _next(knowledge: Knowledge, one: Driver, titles: Sequence[SeasonTitle], wins: Sequence[RaceWin]) -> tuple[str, ...]:
    if titles:
        last = titles[-1]
        partners = [d for d in last.title.drivers if d != one.id]
        steps = [
            f"champion {class_name(knowledge, last.title.race_class)} {last.season.id}",
            f"team {last.title.entrant}",
        ]
        return (*steps, f"driver {knowledge.drivers[partners[0]].name}") if partners else (*steps, "record drivers")
    return tuple(f"season {won.race.season.id}" for won in wins[:1]) + ("record drivers",)


def driver_at_team(knowledge: Knowledge, query: DriverAtTeam) -> Reply:
    """Answer `DriverAtTeam`: what one driver won with one team."""
    one, team = knowledge.drivers[query.driver], knowledge.teams[query.team]
    titles = [t for t in knowledge.titles_of_driver.get(one.id, ()) if t.title.team == team.id]
    wins = [w for w in knowledge.wins_of_driver.get(one.id, ()) if w.win.team == team.id]
    if titles:
        won = listed(f"{class_name(knowledge, t.title.race_class)} in {t.season.label}" for t in titles)
        lead = f"Yes: {driver(knowledge, one.id)} won {count(len(titles), 'title')} with {team.name}: {won}."
    elif wins:
        lead = (
            f"{driver(knowledge, one.id)} won no title with {team.name}, but {count(len(wins), 'class win')} in races."
        )
    else:
        lead = f"No title and no class win of {driver(knowledge, one.id)} with {team.name} is on record."
    return Answer(
        f"{one.name} and {team.name}",
        (lead,),
        blocks(
            ("Titles", (title_of_driver(knowledge, t, one.id) for t in titles)),
            ("Class wins we know of", _win_lines(knowledge, wins)),
        ),
        sources=_sources(one, titles, wins),
        next_questions=(f"driver {one.name}", f"team {team.name}"),
        race_class=titles[-1].title.race_class if titles else None,
    )


def drivers_together(knowledge: Knowledge, query: DriversTogether) -> Reply:
    """Answer `DriversTogether`: what two drivers won in one car."""
    first, second = (knowledge.drivers[d] for d in query.drivers)
    titles = [t for t in knowledge.titles_of_driver.get(first.id, ()) if second.id in t.title.drivers]
    wins = [w for w in knowledge.wins_of_driver.get(first.id, ()) if second.id in w.win.drivers]
    names = f"{driver(knowledge, first.id)} and {driver(knowledge, second.id)}"
    if titles:
        won = listed(f"{class_name(knowledge, t.title.race_class)} in {t.season.label}" for t in titles)
        lead = f"{names} won {in_words(len(titles))} {'title' if len(titles) == 1 else 'titles'} together: {won}."
    elif wins:
        lead = f"{names} won no title together, but {count(len(wins), 'class win')} in races."
    else:
        lead = f"{names} have no title and no class win together on record."
    own = (
        f"{d.name}: {labels(knowledge, [t.season.id for t in knowledge.titles_of_driver.get(d.id, ())]) or 'no title'}"
        for d in (first, second)
    )
    return Answer(
        f"{first.name} and {second.name}",
        (lead,),
        blocks(
            ("Titles together", (title_of_driver(knowledge, t, first.id) for t in titles)),
            ("Class wins together", _win_lines(knowledge, wins)),
            ("Seasons with a title", own),
        ),
        sources=_sources(first, titles, wins),
        next_questions=(f"driver {first.name}", f"driver {second.name}", f"compare {first.name} and {second.name}"),
        race_class=titles[-1].title.race_class if titles else None,
    )
