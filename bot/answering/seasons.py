"""Seasons: classes, champions, calendar, standings, and what changed."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.answer import Answer, Block, Reply, blocks, disagreement, gathered, refuse
from bot.answering.races import cancelled_line, round_line, season_span
from bot.answering.wording import class_name, classes, count, drivers, entrant, listed, seasons
from bot.knowledge.base import Knowledge, Race, SeasonTitle
from bot.knowledge.model import HistoryEntry, Placing, Season, Standing
from bot.understanding.queries import Focus, SeasonList, SeasonOverview, Standings

_RULES = "classes-and-rules"


def season_overview(knowledge: Knowledge, query: SeasonOverview) -> Reply:
    """Answer `SeasonOverview`: one season whole, or several one after the other."""
    chosen = [knowledge.seasons[season] for season in query.seasons.ids]
    if len(chosen) == 1:
        return _one(knowledge, chosen[0], query.focus)
    lead = f"{query.seasons.said[0].upper()}{query.seasons.said[1:]} takes in {count(len(chosen), 'season')}: {seasons(chosen)}."
    made: list[Block] = []
    for season in chosen:
        made += [
            Block(f"{season.label}: champions", tuple(_champion_lines(knowledge, season))),
            Block(f"{season.label}: calendar", tuple(_calendar_lines(knowledge, season))),
        ]
    return Answer(
        f"Seasons: {query.seasons.said}",
        (lead,),
        tuple(block for block in made if block.lines),
        sources=_sources(chosen),
        next_questions=tuple(f"season {season.id}" for season in chosen[:3]),
    )


def _one(knowledge: Knowledge, season: Season, focus: Focus) -> Reply:
    changes = rule_changes(knowledge, season.id)
    lead = [_lead(knowledge, season)]
    if focus is Focus.GRID:
        lead.insert(0, _grid(season))
    return Answer(
        f"Season {season.label}",
        tuple(lead),
        blocks(
            ("Champions", _champion_lines(knowledge, season)),
            ("Calendar", _calendar_lines(knowledge, season)),
            ("What changed", (entry.text for entry in changes)),
            ("Planned but not held", (cancelled_line(knowledge, one) for one in season.cancelled)),
            ("Standings on record", _standing_lines(knowledge, season.standings)),
            ("Remarks", (note.text for note in season.notes)),
        ),
        notes=tuple(disagreement(reading) for reading in season.readings),
        sources=gathered(
            _sources([season]), *(entry.sources for entry in changes), *(note.sources for note in season.notes)
        ),
        next_questions=_next(knowledge, season),
    )


def _lead(knowledge: Knowledge, season: Season) -> str:
    named = f"{count(len(season.classes), 'class', 'classes')}: {classes(knowledge, season.classes)}"
    if not season.rounds:
        return f"{season.label} is announced but not run yet. Announced are {named}."
    return f"{season_span(knowledge, season)} It had {named}."


def _grid(season: Season) -> str:
    counted = [f"{one.name} {one.starters}" for one in season.rounds if one.starters]
    return f"Cars at the start: {listed(counted)}." if counted else "How many cars started is not recorded."


def rule_changes(knowledge: Knowledge, season: str) -> tuple[HistoryEntry, ...]:
    """Return what changed in classes and rules in `season`, oldest first."""
    topic = next((topic for topic in knowledge.topics if topic.id == _RULES), None)
    return tuple(entry for entry in topic.entries if season in entry.about) if topic else ()


def _champion_lines(knowledge: Knowledge, season: Season) -> list[str]:
    lines = []
    for title in season.champions:
        one = SeasonTitle(season, title)
        name = class_name(knowledge, title.race_class)
        lines.append(f"{name}: {drivers(knowledge, title.drivers)} – {entrant(knowledge, one)}")
    return lines


def _calendar_lines(knowledge: Knowledge, season: Season) -> list[str]:
    lines = []
    for one in season.rounds:
        lines.append(round_line(knowledge, Race(season, one)))
        wins = [win for win in one.winners if not win.overall]
        if wins:
            lines.append("   " + "; ".join(f"{class_name(knowledge, win.race_class)}: {win.entrant}" for win in wins))
    return lines


def _standing_lines(knowledge: Knowledge, standings: Sequence[Standing]) -> list[str]:
    return [
        f"{class_name(knowledge, one.race_class)}, {one.of}, {one.stage}: {'; '.join(map(_placing, one.placings))}"
        for one in standings
        if len(one.placings) > 1 or one.placings[0].points is not None
    ]


def _placing(one: Placing) -> str:
    place = f"{one.position}. " if one.position else ""
    points = f" {one.points:g} points" if one.points is not None else ""
    behind = f" ({one.behind:g} points behind)" if one.behind is not None else ""
    return f"{place}{one.name}{points}{behind}"


def _sources(chosen: Sequence[Season]) -> tuple[str, ...]:
    return gathered(
        *(season.sources for season in chosen),
        *(title.sources[:1] for season in chosen for title in season.champions),
        *(one.sources[:1] for season in chosen for one in season.rounds),
    )


def _next(knowledge: Knowledge, season: Season) -> tuple[str, ...]:
    ids = list(knowledge.seasons)
    position = ids.index(season.id)
    near = [ids[n] for n in (position + 1, position - 1) if 0 <= n < len(ids)]
    return tuple(f"season {one}" for one in near) + ((f"champion {season.id}",) if season.champions else ("champion",))


def season_list(knowledge: Knowledge, query: SeasonList) -> Reply:
    """Answer `SeasonList`: the seasons of the series or of a class."""
    held = list(knowledge.held)
    if query.classes:
        held = [season for season in held if set(query.classes) & set(season.classes)]
    name = f" with {classes(knowledge, query.classes)}" if query.classes else ""
    if not held:
        return refuse(
            "no_champion", name=classes(knowledge, query.classes), came=knowledge.classes[query.classes[0]].came
        )
    picked = {Focus.FIRST: held[:1], Focus.LAST: held[-1:]}.get(query.focus)
    lead = f"{count(len(held), 'season')}{name}: {seasons(held)}."
    if picked:
        lead = f"The {query.focus} season{name} was {picked[0].label}. " + lead
    return Answer(
        f"Seasons{name}",
        (lead,),
        (Block("Seasons", tuple(f"{season.label}: {classes(knowledge, season.classes)}" for season in held)),),
        sources=gathered(*(season.sources[:1] for season in held)),
        next_questions=(f"season {held[-1].id}", f"season {held[0].id}", "classes"),
        race_class=query.classes[0] if query.classes else None,
    )


def standings(knowledge: Knowledge, query: Standings) -> Reply:
    """Answer `Standings`: points and places as far as they are on record."""
    chosen = [knowledge.seasons[s] for s in query.seasons.ids] if query.seasons else [knowledge.current]
    made = []
    sources: list[tuple[str, ...]] = []
    for season in chosen:
        found = [one for one in season.standings if not query.classes or one.race_class in query.classes]
        made.append(Block(season.label, tuple(_full_standing(knowledge, one) for one in found)))
        sources += [placing.sources for one in found for placing in one.placings]
    if not any(block.lines for block in made):
        name = classes(knowledge, query.classes)
        return refuse("no_standings", f"champion {chosen[0].id}", season=seasons(chosen), name=name)
    what = f"{classes(knowledge, query.classes)} standings" if query.classes else "Standings"
    return Answer(
        f"{what}, {seasons(chosen)}",
        ("Only what reports print is on record; most tables are incomplete.",),
        tuple(block for block in made if block.lines),
        sources=gathered(*sources),
        next_questions=tuple(f"champion {season.id}" for season in chosen[:2]),
        race_class=query.classes[0] if len(query.classes) == 1 else None,
    )


def _full_standing(knowledge: Knowledge, one: Standing) -> str:
    note = f" ({one.note})" if one.note else ""
    return f"{class_name(knowledge, one.race_class)}, {one.of}, {one.stage}: {'; '.join(map(_placing, one.placings))}{note}"
