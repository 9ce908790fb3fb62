"""Measuring the texts of a sheet, and what every sheet must hold to."""

from __future__ import annotations

from itertools import combinations

from matplotlib.transforms import Bbox

from bot.answering.pictures import Bars, Calendar, Grid, Map, Pair, Picture, Timeline
from bot.presentation.pictures.canvas import WIDTH, Canvas
from bot.presentation.pictures.drawing import laid_out

MOST_BYTES = 300_000
# What Discord shows on a phone; no text may come out smaller than this many of its pixels.
PHONE, LEAST_PIXELS = 400, 9
PNG = b"\x89PNG\r\n\x1a\n"
# A box has air around its letters: boxes that share a pixel do not touch.
AIR = 1.0


def boxes(canvas: Canvas) -> list[tuple[str, Bbox]]:
    return [(text.get_text(), text.get_window_extent()) for text in canvas.texts]


def overlapping(canvas: Canvas) -> list[tuple[str, str]]:
    shrunk = [(said, b.x0 + AIR, b.y0 + AIR, b.x1 - AIR, b.y1 - AIR) for said, b in boxes(canvas)]
    return [
        (one, other)
        for (one, a, b, c, d), (other, e, f, g, h) in combinations(shrunk, 2)
        if a < g and e < c and b < h and f < d
    ]


def outside(canvas: Canvas) -> list[str]:
    wide, high = canvas.figure.bbox.width, canvas.figure.bbox.height
    return [said for said, b in boxes(canvas) if b.x0 < 0 or b.y0 < 0 or b.x1 > wide or b.y1 > high]


def laid(picture: Picture) -> Canvas:
    """Lay `picture` out and check that all text is inside the frame, on no other text, and large enough."""
    canvas = laid_out(picture)
    assert outside(canvas) == []
    assert overlapping(canvas) == []
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
