"""Rankings as bars."""

from __future__ import annotations

from bot.answering.pictures import Bar, Bars
from bot.presentation.pictures.canvas import BODY, INNER, MARGIN, SMALL, Canvas, Ink
from bot.presentation.pictures.colours import MUTED, PALE, text_on

_ROW, _BAR = 76.0, 28.0
_GAP = 3.0
_FIGURE_ROOM = 60.0
_CODE_ROOM = 64.0


def draw_bars(canvas: Canvas, series: Bars, top: float) -> float:
    """Draw a ranking below `top`: each name over its bar, with the figure at its end; return where it ends."""
    top = _key(canvas, series, top) if series.keyed else top
    for number, bar in enumerate(series.bars):
        _bar(canvas, series, bar, top + number * _ROW)
    bottom = top + len(series.bars) * _ROW
    if not series.rest:
        return bottom
    canvas.text(MARGIN, bottom + 10, f"… {series.rest}", Ink(SMALL, colour=MUTED))
    return bottom + 40


def _key(canvas: Canvas, series: Bars, top: float) -> float:
    """Draw what the colours stand for, in the order of the bars."""
    ink, x = Ink(SMALL, colour=MUTED), MARGIN
    names = {part.name: part.colour for bar in series.bars for part in bar.parts}
    for name, colour in names.items():
        canvas.box(x, top, 22, 22, colour)
        canvas.text(x + 32, top + 11, name, ink)
        x += 32 + canvas.width(name, ink) + 36
    return top + 48


def _bar(canvas: Canvas, series: Bars, bar: Bar, top: float) -> None:
    name = Ink(BODY, bold=bar.place == 1)
    left = MARGIN + (_CODE_ROOM if any(one.code for one in series.bars) else 0)
    scale = (INNER - _FIGURE_ROOM) / max(one.figure for one in series.bars)
    if bar.code:
        canvas.text(MARGIN, top + 14, bar.code, Ink(SMALL, colour=MUTED))
    canvas.text(left, top + 14, canvas.cut(bar.name, name, INNER - left + MARGIN), name)
    y, x = top + 32, MARGIN
    canvas.box(MARGIN, y, INNER - _FIGURE_ROOM - _GAP, _BAR, PALE)
    for part in bar.parts:
        wide = part.figure * scale
        canvas.box(x, y, wide - _GAP, _BAR, part.colour)
        label = str(part.figure) if series.keyed else _label(bar, part.name, part.figure)
        ink = Ink(SMALL, colour=text_on(part.colour), across="center")
        if label and canvas.width(label, ink) < wide - 12:
            canvas.text(x + (wide - _GAP) / 2, y + _BAR / 2, label, ink)
        x += wide
    canvas.text(MARGIN + INNER, y + _BAR / 2, str(bar.figure), Ink(BODY, bold=True, across="right"))


def _label(bar: Bar, name: str, figure: int) -> str:
    """Return what stands in a part of a bar: its class and how many, nothing where the bar is all that class."""
    if len(bar.parts) == 1 and (not name or name == bar.name):
        return ""
    return f"{name} × {figure}" if figure > 1 else name
