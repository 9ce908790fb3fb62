"""Circuits by season: how many races where and when."""

from __future__ import annotations

from bot.answering.pictures import Grid, GridRow
from bot.presentation.pictures.canvas import BODY, INNER, MARGIN, SMALL, SOURCE, WIDTH, Canvas, Ink
from bot.presentation.pictures.colours import ACCENT, INK, MUTED, PALE, PAPER, mixed, text_on

_ROW, _CELL = 76.0, 30.0
_HEAD = 92.0
_GAP = 4.0
_CODE_ROOM = 64.0
# One race is this pale, the most of any season is not pale at all.
_PALEST = 0.62
_FADED = 0.75


def draw_grid(canvas: Canvas, series: Grid, top: float) -> float:
    """Draw each circuit's name over a cell for every season; return where they end."""
    step = (INNER + _GAP) / len(series.columns)
    for number, label in enumerate(series.columns):
        ink = Ink(SOURCE, colour=MUTED, angle=90)
        canvas.text(MARGIN + (number + 0.5) * step - _GAP / 2, top + _HEAD - 8, label, ink)
    most = max(max(row.figures) for row in series.rows)
    for number, row in enumerate(series.rows):
        _row(canvas, row, top + _HEAD + number * _ROW, step, most)
    return top + _HEAD + len(series.rows) * _ROW + 4


def _row(canvas: Canvas, row: GridRow, top: float, step: float, most: int) -> None:
    total = sum(row.figures)
    said = f"{total} {'race' if total == 1 else 'races'}"
    name = Ink(BODY, bold=row.strong, colour=INK if row.strong else MUTED)
    right = Ink(SMALL, bold=row.strong, colour=name.colour, across="right")
    room = INNER - _CODE_ROOM - canvas.width(said, right) - 20
    canvas.text(MARGIN, top + 18, row.code, Ink(SMALL, colour=MUTED))
    canvas.text(MARGIN + _CODE_ROOM, top + 18, canvas.cut(row.name, name, room), name)
    canvas.text(WIDTH - MARGIN, top + 18, said, right)
    for number, figure in enumerate(row.figures):
        x, y = MARGIN + number * step, top + 36
        colour = _shade(figure, most, strong=row.strong)
        canvas.box(x, y, step - _GAP, _CELL, colour)
        if figure:
            ink = Ink(SMALL, bold=row.strong, colour=text_on(colour), across="center")
            canvas.text(x + (step - _GAP) / 2, y + _CELL / 2, str(figure), ink)


def _shade(figure: int, most: int, *, strong: bool) -> str:
    if not figure:
        return PALE
    share = _PALEST * (1 - (figure - 1) / max(most - 1, 1))
    shade = mixed(ACCENT, PAPER, share)
    return shade if strong else mixed(shade, PAPER, _FADED)
