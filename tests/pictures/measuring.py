"""Measuring the texts of a sheet, and what every sheet must hold to."""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple

from bot.answering.pictures import Bars, Calendar, Grid, Map, Pair, Picture, Timeline
from bot.presentation.pictures.canvas import WIDTH, Canvas
from bot.presentation.pictures.drawing import laid_out

MOST_BYTES = 300_000
# What Discord shows on a phone; no text may come out smaller than this many of its pixels.
PHONE, LEAST_PIXELS = 400, 9
PNG = b"\x89PNG\r\n\x1a\n"
# A box has air around its letters: boxes that share a pixel do not touch.
AIR = 1.0


class Box(NamedTuple):
    """A text and where it stands, in pixels from the lower left corner."""

    said: str
    left: float
    low: float
    right: float
    high: float


def boxes(canvas: Canvas) -> list[Box]:
    return [Box(text.get_text(), *text.get_window_extent().extents) for text in canvas.texts]


def overlapping(placed: list[Box]) -> list[tuple[str, str]]:
    return [
        (one.said, other.said)
        for one, other in combinations(placed, 2)
        if one.left + AIR < other.right - AIR
        and other.left + AIR < one.right - AIR
        and one.low + AIR < other.high - AIR
        and other.low + AIR < one.high - AIR
    ]


def outside(placed: list[Box], canvas: Canvas) -> list[str]:
    wide, high = canvas.figure.bbox.width, canvas.figure.bbox.height
    return [one.said for one in placed if one.left < 0 or one.low < 0 or one.right > wide or one.high > high]


def laid(picture: Picture) -> Canvas:
    """Lay `picture` out and check that all text is inside the frame, on no other text, and large enough."""
    canvas = laid_out(picture)
    placed = boxes(canvas)
    assert outside(placed, canvas) == []
    assert overlapping(placed) == []
    assert all(text.get_fontsize() / 0.72 * PHONE / WIDTH >= LEAST_PIXELS for text in canvas.texts)
    return canvas


def drawn(picture: Picture) -> Canvas:
    """Check the file as well: a PNG that is small enough."""
    canvas = laid(picture)
    png = canvas.png()
    assert png.startswith(PNG)
    assert len(png) <= MOST_BYTES
    return canvas


def whole(canvas: Canvas, picture: Picture) -> None:
    """Check that all there is to say stands on the sheet, and nothing is cut short."""
    said = [text.get_text() for text in canvas.texts]
    assert [text for text in said if text.endswith("…")] == []
    told = " ".join(said)
    assert told.startswith(picture.title)
    assert [text for text in words(picture) if text not in told] == []


def words(picture: Picture) -> list[str]:
    """Return every name and figure that `picture` has to show."""
    match picture.series:
        case Bars() as series:
            return [text for bar in series.bars for text in (bar.name, bar.code, str(bar.figure))]
        case Timeline() as series:
            return [*series.columns, *[row.name for row in series.rows]]
        case Grid() as series:
            return [*series.columns, *[text for row in series.rows for text in (row.name, f"{sum(row.figures)} race")]]
        case Calendar() as series:
            return [
                text
                for one in series.rounds
                for text in (one.date, one.name, one.circuit, one.winner, one.winner_class)
            ]
        case Map() as series:
            return [text for place in series.places for text in (place.name, f"{place.code} · {place.figure} race")]
        case Pair() as series:
            return [*series.names, *[text for row in series.rows for text in (row.name, *row.said)]]
