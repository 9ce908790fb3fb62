"""The rounds of a season from top to bottom."""

from __future__ import annotations

from bot.answering.pictures import Calendar, Round
from bot.presentation.pictures.canvas import BODY, MARGIN, SMALL, WIDTH, Canvas, Ink
from bot.presentation.pictures.colours import FAINT, INK, MUTED, PAPER, text_on

_ROW, _GROUP = 140.0, 56.0
_SPINE = MARGIN + 26
_LEFT = MARGIN + 76
_ROOM = WIDTH - MARGIN - _LEFT
_CHIP = 28.0


def draw_calendar(canvas: Canvas, series: Calendar, top: float) -> float:
    """Draw each round with its date, place and overall winner along a line; return where they end."""
    grouped = len({one.group for one in series.rounds}) > 1
    group, y, before = "", top, 0.0
    for one in series.rounds:
        if one.group != group:
            if grouped:
                canvas.text(MARGIN, y + 20, one.group, Ink(BODY, bold=True, colour=MUTED))
                y += _GROUP
            group, before = one.group, 0.0
        centre = y + 44
        if before:
            canvas.line([(_SPINE, before + 26), (_SPINE, centre - 26)], FAINT, 3)
        _round(canvas, one, y, centre)
        before = centre
        y += _ROW
    return y


def _round(canvas: Canvas, one: Round, y: float, centre: float) -> None:
    canvas.dot(_SPINE, centre, 25, INK)
    canvas.text(_SPINE, centre, str(one.number), Ink(BODY, bold=True, colour=PAPER, across="center"))
    small = Ink(SMALL, colour=MUTED)
    canvas.text(_LEFT, y + 14, one.date, small)
    name = Ink(BODY, bold=True)
    canvas.text(_LEFT, y + 44, canvas.cut(one.name, name, _ROOM), name)
    code = f", {one.code}"
    place = canvas.cut(one.circuit, small, _ROOM - canvas.width(code, small))
    canvas.text(_LEFT, y + 73, place + code, small)
    if one.winner:
        _winner(canvas, one, y + 91)


def _winner(canvas: Canvas, one: Round, y: float) -> None:
    """Draw the class of the overall winner as a chip, and the name it raced under."""
    chip = Ink(SMALL, bold=True, colour=text_on(one.colour), across="center")
    wide = canvas.width(one.winner_class, chip) + 20
    canvas.box(_LEFT, y, wide, _CHIP, one.colour)
    canvas.text(_LEFT + wide / 2, y + _CHIP / 2, one.winner_class, chip)
    ink = Ink(SMALL)
    said = canvas.cut(f"won by {one.winner}", ink, _ROOM - wide - 12)
    canvas.text(_LEFT + wide + 12, y + _CHIP / 2, said, ink)
