"""Points and places, as far as they are on record."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering import readings
from bot.answering.answer import Answer, Block, Reply, gathered, refuse
from bot.answering.naming import class_name, classes, seasons
from bot.answering.placings import is_line_of
from bot.answering.scope import year_read
from bot.answering.wording import NTH, capital, within
from bot.knowledge.base import Knowledge
from bot.knowledge.model import Placing, Reading, Season, Standing
from bot.understanding.queries import Standings
from bot.understanding.spans import Kind, Ref

_FINAL = "final"
_INCOMPLETE = "Only what reports print is on record; most tables are incomplete."
_PODIUM = 3


def standings(knowledge: Knowledge, query: Standings) -> Reply:
    """Answer `Standings`: every table on record of the asked seasons and classes."""
    asked = [knowledge.seasons[one] for one in query.seasons.ids] if query.seasons else [knowledge.current]
    found: list[tuple[Season, Sequence[Standing]]] = [
        (season, [one for one in season.standings if not query.classes or one.race_class in query.classes])
        for season in asked
    ]
    if query.who is not None:
        found = _only(knowledge, query.who, found)
    if query.place is not None:
        return _placed(knowledge, query, query.place, found)
    made = [
        Block(season.label, tuple([_whole(knowledge, one) for one in tables])) for season, tables in found if tables
    ]
    name = f"{classes(knowledge, query.classes)} " if query.classes else ""
    if not made:
        steps = [*_steps(asked), f"season {asked[0].id}"]
        if query.who is not None:
            return refuse("no_points_of", *steps, who=_name(knowledge, query.who), name=name, season=seasons(asked))
        return refuse("no_standings", *steps, season=seasons(asked), name=name)
    disputed = _disputed(found)
    lines = [f"{block.heading}, {line}." for block in made for line in block.lines]
    return Answer(
        f"{name}standings, {seasons(asked)}" if name else f"Standings, {seasons(asked)}",
        (*year_read(knowledge, query.seasons), *(lines if query.who else ()), _INCOMPLETE),
        () if query.who else tuple(made),
        notes=_disputed_said(knowledge, disputed),
        sources=gathered(
            *[placing.sources for _, tables in found for one in tables for placing in one.placings],
            *[readings.sources_of(told) for _, told in disputed],
        ),
        next_questions=(*_steps(asked), f"season {asked[0].id}"),
        race_class=query.classes[0] if len(query.classes) == 1 else None,
    )


def _name(knowledge: Knowledge, who: Ref) -> str:
    return (knowledge.drivers if who.kind is Kind.DRIVER else knowledge.teams)[who.id].name


def _disputed(
    found: Sequence[tuple[Season, Sequence[Standing]]],
) -> list[tuple[Season, tuple[Reading, ...]]]:
    """Return where sources disagree on the points and places that are told."""
    return [
        (season, readings.of_standings(season.readings, {one.race_class for one in tables})) for season, tables in found
    ]


def _disputed_said(knowledge: Knowledge, disputed: Sequence[tuple[Season, tuple[Reading, ...]]]) -> tuple[str, ...]:
    return tuple([note for season, told in disputed for note in readings.of_season(knowledge, season, told)])


def _only(
    knowledge: Knowledge, who: Ref, found: Sequence[tuple[Season, Sequence[Standing]]]
) -> list[tuple[Season, Sequence[Standing]]]:
    """Return nothing of the tables but the lines of one driver or team."""
    return [
        (
            season,
            [
                one.model_copy(update={"placings": lines})
                for one in tables
                if (lines := tuple([line for line in one.placings if is_line_of(knowledge, who, line)]))
            ],
        )
        for season, tables in found
    ]


def _placed(
    knowledge: Knowledge, query: Standings, place: int, found: Sequence[tuple[Season, Sequence[Standing]]]
) -> Reply:
    """Say who came in at `place`, in every final table that tells."""
    told = [
        (season, one, line)
        for season, tables in found
        for one in tables
        for line in one.placings
        if one.stage == _FINAL and line.position == place
    ]
    whole = [season for season, _ in found]
    asked = seasons(whole)
    if not told:
        return refuse(
            "no_place", *_steps(whole), "record", place=NTH[place], scope=_scope(knowledge, query), season=asked
        )
    disputed = _disputed([(season, [one]) for season, one, _ in told])
    return Answer(
        f"{capital(NTH[place])} place{_scope(knowledge, query)}, {asked}",
        tuple([f"{_heading(knowledge, one)}, {season.label}: {_placing(line)}." for season, one, line in told]),
        notes=(_INCOMPLETE, *_disputed_said(knowledge, disputed)),
        sources=gathered(
            *[line.sources for _, _, line in told], *[readings.sources_of(these) for _, these in disputed]
        ),
        next_questions=(*_steps(whole), f"season {whole[0].id}"),
        race_class=query.classes[0] if len(query.classes) == 1 else None,
    )


def _steps(asked: Sequence[Season]) -> list[str]:
    return [f"champion {season.id}" for season in asked[:2] if season.champions]


def _scope(knowledge: Knowledge, query: Standings) -> str:
    return f" in {classes(knowledge, query.classes)}" if query.classes else ""


def short_standings(knowledge: Knowledge, season: Season) -> list[str]:
    """Return the final tables that tell more than the champions do, the first three places of each."""
    told = [one for one in season.standings if one.stage == _FINAL and _tells(one)]
    return [f"{_heading(knowledge, one)}: {_placings(one.placings[:_PODIUM])}" for one in told]


def _tells(one: Standing) -> bool:
    return len(one.placings) > 1 or one.placings[0].points is not None


def _whole(knowledge: Knowledge, one: Standing) -> str:
    note = f" ({within(one.note)})" if one.note else ""
    return f"{_heading(knowledge, one)}, {one.stage}: {_placings(one.placings)}{note}"


def _heading(knowledge: Knowledge, one: Standing) -> str:
    return f"{class_name(knowledge, one.race_class)} {one.of}"


def _placings(placings: tuple[Placing, ...]) -> str:
    return "; ".join([_placing(one) for one in placings])


def _placing(one: Placing) -> str:
    place = f"{one.position}. " if one.position else ""
    points = f", {one.points:g} points" if one.points is not None else ""
    behind = f", {one.behind:g} points behind" if one.behind is not None else ""
    note = f" ({within(one.note)})" if one.note else ""
    return f"{place}{one.name}{points}{behind}{note}"
