"""Seasons whole: champions, calendar, and what changed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.answering import readings
from bot.answering.answer import Answer, Block, Reply, blocks, gathered
from bot.answering.calendar import not_held, round_with_winners, season_span
from bot.answering.lines import class_line
from bot.answering.naming import classes
from bot.answering.pictures.calendar import calendar_picture
from bot.answering.scope import year_read
from bot.answering.standings import short_standings
from bot.answering.wording import count, listed, sentence
from bot.knowledge.base import Knowledge
from bot.knowledge.model import HistoryEntry, Season
from bot.understanding.queries import Focus, SeasonOverview

_RULES = "classes-and-rules"
_FEW = 3


def season_overview(knowledge: Knowledge, query: SeasonOverview) -> Reply:
    """Answer `SeasonOverview`: one season whole, or several one after the other."""
    chosen = [knowledge.seasons[season] for season in query.seasons.ids]
    return _one(knowledge, chosen[0], query) if len(chosen) == 1 else _several(knowledge, query, chosen)


def _one(knowledge: Knowledge, season: Season, query: SeasonOverview) -> Answer:
    changes = rule_changes(knowledge, season.id)
    disputed = readings.of_season_whole(season.readings)
    return Answer(
        f"Season {season.label}",
        (*year_read(knowledge, query.seasons), *_lead(knowledge, season, query.focus, changes)),
        # Where the changes were asked for, they have been told already.
        _blocks(knowledge, season, () if query.focus is Focus.RULES else changes),
        notes=readings.of_season(knowledge, season, disputed),
        sources=gathered(
            _sources([season]),
            *[entry.sources for entry in changes],
            *[note.sources for note in season.notes],
            readings.sources_of(disputed),
        ),
        next_questions=_next(knowledge, season),
        picture=calendar_picture(knowledge, (season.id,), season_span(season)) if season.rounds else None,
    )


def _lead(knowledge: Knowledge, season: Season, focus: Focus, changes: Sequence[HistoryEntry]) -> tuple[str, ...]:
    named = f"{count(len(season.classes), 'class', 'classes')}: {classes(knowledge, season.classes)}."
    if not season.rounds:
        return (f"{season.label} is announced and not run yet, with {named}",)
    told = [season_span(season), f"It had {named}"]
    if focus is Focus.GRID:
        return (_grid(season), *told)
    if focus is Focus.CLASS:
        return (f"{season.label} had {named}", told[0])
    if focus is Focus.RULES:
        none = f"No change of classes or rules is on record for {season.label}."
        return (*[entry.text for entry in changes], *told) if changes else (none, *told)
    return tuple(told)


def _grid(season: Season) -> str:
    counted = [f"{one.starters} at the {one.name}" for one in season.rounds if one.starters]
    if not counted:
        return f"How many cars started the races of {season.label} is not recorded."
    return f"Cars at the start: {listed(counted)}."


def rule_changes(knowledge: Knowledge, season: str) -> tuple[HistoryEntry, ...]:
    """Return what changed in classes and rules in `season`, oldest first."""
    return tuple(
        [entry for topic in knowledge.topics if topic.id == _RULES for entry in topic.entries if season in entry.about]
    )


def _blocks(knowledge: Knowledge, season: Season, changes: Sequence[HistoryEntry]) -> tuple[Block, ...]:
    return blocks(
        ("Champions", _champions(knowledge, season)),
        ("Calendar and winners", [round_with_winners(knowledge, one) for one in season.rounds]),
        ("What changed", [entry.text for entry in changes]),
        ("Planned but not held", not_held(knowledge, [season])),
        ("Standings on record", short_standings(knowledge, season)),
        ("Remarks", [sentence(note.text) for note in season.notes]),
    )


def _champions(knowledge: Knowledge, season: Season) -> list[str]:
    return [class_line(knowledge, one) for one in knowledge.titles_of_season.get(season.id, ())]


def _several(knowledge: Knowledge, query: SeasonOverview, chosen: Sequence[Season]) -> Answer:
    said = query.seasons.said
    rounds = sum(len(season.rounds) for season in chosen)
    made = [block for season in chosen for block in _short(knowledge, season, with_calendar=len(chosen) <= _FEW)]
    fell = year_read(knowledge, query.seasons)
    which = "" if fell else f": {listed([season.label for season in chosen])}"
    lead = f"{count(len(chosen), 'season')} with {count(rounds, 'round')}{which}."
    return Answer(
        f"Seasons, {said}",
        (*fell, *(_came_and_went(knowledge, chosen) if query.focus in (Focus.RULES, Focus.CLASS) else ()), lead),
        tuple(made),
        sources=_sources(chosen),
        next_questions=tuple([f"season {season.id}" for season in chosen[:3]]),
        picture=calendar_picture(knowledge, tuple([season.id for season in chosen]), lead),
    )


def _came_and_went(knowledge: Knowledge, chosen: Sequence[Season]) -> tuple[str, ...]:
    """Say which classes came and which went, season by season."""
    said = []
    for before, after in pairwise(knowledge.held):
        came = [one for one in after.classes if one not in before.classes]
        went = [one for one in before.classes if one not in after.classes]
        told = [f"{classes(knowledge, moved)} {what}" for moved, what in ((came, "came"), (went, "went")) if moved]
        if after in chosen and told:
            said.append(f"{after.label}: {listed(told)}.")
    return tuple(said) or ("No class came or went.",)


def _short(knowledge: Knowledge, season: Season, *, with_calendar: bool) -> tuple[Block, ...]:
    rounds = [round_with_winners(knowledge, one) for one in season.rounds] if with_calendar else []
    return blocks(
        (f"{season.label}, champions", _champions(knowledge, season)),
        (f"{season.label}, calendar and winners", rounds),
    )


def _sources(chosen: Sequence[Season]) -> tuple[str, ...]:
    return gathered(
        *[season.sources for season in chosen],
        *[title.sources[:1] for season in chosen for title in season.champions],
        *[one.sources[:1] for season in chosen for one in season.rounds],
    )


def _next(knowledge: Knowledge, season: Season) -> tuple[str, ...]:
    ids = list(knowledge.seasons)
    position = ids.index(season.id)
    near = [f"season {ids[place]}" for place in (position + 1, position - 1) if 0 <= place < len(ids)]
    return (*near, f"champion {season.id}" if season.champions else "champion")
