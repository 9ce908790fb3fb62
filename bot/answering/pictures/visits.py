"""Circuits: in which season they were visited, and where they lie."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bot.answering.answer import gathered
from bot.answering.naming import runs
from bot.answering.pictures.picture import Grid, GridRow, Map, Picture, PictureKind, Place
from bot.answering.pictures.words import alt_text, finding, source_line
from bot.answering.wording import count, listed
from bot.knowledge.base import Knowledge
from bot.knowledge.kept import kept

COASTLINE = "Coastline: GSHHG"


@kept(256)
def visits_picture(knowledge: Knowledge, chosen: tuple[str, ...], *, strong: str | None = None) -> Picture:
    """Return the races by season at the `chosen` circuits, first visited first; `strong` is the one it is about."""
    columns = tuple([season.label for season in knowledge.held])
    chosen = tuple([one for one in knowledge.races_at if one in chosen])
    rows = tuple([_row(knowledge, one, strong=strong in (None, one)) for one in chosen])
    title = _of_one(knowledge, strong) if strong else _of_all(knowledge, chosen, rows)
    shown = [row for row in rows if row.strong]
    # What stands in the rows that are only for comparison needs no telling.
    told = [f"{row.name} ({count(sum(row.figures), 'race')}): {_years(columns, row)}" for row in shown]
    return Picture(
        PictureKind.CIRCUITS,
        strong or ("all" if len(chosen) == len(knowledge.races_at) else f"of {'-'.join(chosen)}"),
        title,
        Grid(columns, rows),
        source_line(knowledge, gathered(*[season.sources for season in knowledge.held])),
        alt_text("Grid of races at each circuit by season", title, told),
    )


def _row(knowledge: Knowledge, one: str, *, strong: bool) -> GridRow:
    circuit = knowledge.circuits[one]
    held = Counter([race.season.id for race in knowledge.races_at.get(one, ())])
    return GridRow(circuit.name, circuit.country.upper(), tuple([held[season.id] for season in knowledge.held]), strong)


def _years(columns: Sequence[str], row: GridRow) -> str:
    return listed([f"{label} ({n})" if n > 1 else label for label, n in zip(columns, row.figures, strict=True) if n])


def _of_one(knowledge: Knowledge, one: str) -> str:
    held = knowledge.races_at.get(one, ())
    name = knowledge.circuits[one].name
    if not held:
        return f"The series has not raced at {name}"
    seasons = {race.season.id: race.season for race in held}
    when = runs(knowledge, seasons.values())
    return f"{name}: {count(len(held), 'race')} in {count(len(seasons), 'season')}, {when}"


def _of_all(knowledge: Knowledge, chosen: Sequence[str], rows: Sequence[GridRow]) -> str:
    visited = {one: sum(figure > 0 for figure in row.figures) for one, row in zip(chosen, rows, strict=True)}
    most = max(visited.values())
    best = [knowledge.circuits[one].name for one in chosen if visited[one] == most]
    if len(chosen) == 1:
        return f"{best[0]} was visited in {most} of {len(knowledge.held)} seasons"
    if len(best) > 1:
        return f"{listed(best)} were each visited in {most} of {len(knowledge.held)} seasons"
    return f"{best[0]} was visited most: in {most} of {len(knowledge.held)} seasons"


@kept(64)
def map_picture(knowledge: Knowledge, lead: str) -> Picture:
    """Return every circuit the series raced at, at its coordinates; `lead` is the finding in words."""
    visited = [one for one in knowledge.circuits.values() if one.id in knowledge.races_at]
    places = tuple(
        [
            Place(one.name, one.country.upper(), one.latitude, one.longitude, len(knowledge.races_at[one.id]))
            for one in visited
        ]
    )
    return Picture(
        PictureKind.MAP,
        "circuits",
        finding(lead),
        Map(places),
        source_line(knowledge, gathered(*[one.sources for one in visited]), COASTLINE),
        alt_text(
            "Map of the circuits",
            lead,
            [f"{place.name}, {place.code}: {count(place.figure, 'race')}" for place in places],
        ),
    )
