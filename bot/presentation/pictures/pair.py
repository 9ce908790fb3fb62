"""Two of a kind side by side, their figures growing outwards from the middle."""

from __future__ import annotations

from bot.answering.pictures import Pair, PairRow
from bot.presentation.pictures.canvas import BODY, INNER, MARGIN, SMALL, WIDTH, Canvas, Ink
from bot.presentation.pictures.colours import BLACK, MUTED, PALE, mixed

_ROW, _BAR = 92.0, 30.0
_MIDDLE = WIDTH / 2
_GAP = 6.0
_HALF = INNER / 2 - _GAP / 2
_LEADING = 31.0
_NAME_LINES = 3


def draw_pair(canvas: Canvas, series: Pair, top: float) -> float:
    """Draw both names and under them a row for each figure; return where they end."""
    y = _names(canvas, series, top)
    for row in series.rows:
        _row(canvas, row, series.colours, y)
        y += _ROW
    return y


def _names(canvas: Canvas, series: Pair, top: float) -> float:
    high = 0
    for number, (name, colour) in enumerate(zip(series.names, series.colours, strict=True)):
        x, across = (MARGIN, "left") if number == 0 else (WIDTH - MARGIN, "right")
        ink = Ink(BODY, bold=True, colour=_readable(colour), across=across)
        lines = canvas.balanced(name, ink, _HALF - 10, _NAME_LINES)
        for place, line in enumerate(lines):
            canvas.text(x, top + 14 + place * _LEADING, line, ink)
        high = max(high, len(lines))
    return top + high * _LEADING + 24


def _row(canvas: Canvas, row: PairRow, colours: tuple[str, str], y: float) -> None:
    canvas.text(_MIDDLE, y + 14, row.name, Ink(SMALL, colour=MUTED, across="center"))
    scale = _HALF / max(row.figures)
    ends = ((MARGIN, "left"), (WIDTH - MARGIN, "right"))
    for side, (figure, said, colour) in enumerate(zip(row.figures, row.said, colours, strict=True)):
        wide = figure * scale
        ground = MARGIN if side == 0 else _MIDDLE + _GAP / 2
        x = _MIDDLE - _GAP / 2 - wide if side == 0 else _MIDDLE + _GAP / 2
        canvas.box(ground, y + 36, _HALF, _BAR, PALE)
        if wide:
            canvas.box(x, y + 36, wide, _BAR, colour)
        where, across = ends[side]
        canvas.text(where, y + 14, said, Ink(BODY, bold=True, colour=_readable(colour), across=across))


def _readable(colour: str) -> str:
    """Return a shade of `colour` that text can be read in."""
    return mixed(colour, BLACK, 0.25)
