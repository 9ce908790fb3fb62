"""From a description to a PNG."""

from __future__ import annotations

from threading import Lock

from bot.answering.pictures import Bars, Calendar, Grid, Map, Pair, Picture, Timeline
from bot.presentation.pictures.bars import draw_bars
from bot.presentation.pictures.calendar import draw_calendar
from bot.presentation.pictures.canvas import Canvas
from bot.presentation.pictures.earth import draw_map
from bot.presentation.pictures.grid import draw_grid
from bot.presentation.pictures.pair import draw_pair
from bot.presentation.pictures.timeline import draw_timeline

# matplotlib keeps its fonts and their sizes for the whole process.
_ONE_AT_A_TIME = Lock()


def draw(picture: Picture) -> bytes:
    """Return `picture` as PNG; the same picture gives the same bytes."""
    with _ONE_AT_A_TIME:
        return laid_out(picture).png()


def laid_out(picture: Picture) -> Canvas:
    """Return the sheet that is drawn, on which every text can be measured; for one caller at a time."""
    canvas = Canvas()
    bottom = _series(canvas, picture, canvas.title(picture.title))
    canvas.finish(bottom, picture.source)
    return canvas


def _series(canvas: Canvas, picture: Picture, top: float) -> float:
    match picture.series:
        case Bars() as series:
            return draw_bars(canvas, series, top)
        case Timeline() as series:
            return draw_timeline(canvas, series, top)
        case Grid() as series:
            return draw_grid(canvas, series, top)
        case Calendar() as series:
            return draw_calendar(canvas, series, top)
        case Map() as series:
            return draw_map(canvas, series, top)
        case Pair() as series:
            return draw_pair(canvas, series, top)
