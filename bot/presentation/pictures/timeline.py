"""Classes by season, with what took the place of what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.answering.pictures import Timeline, TimelineRow
from bot.presentation.pictures.canvas import MARGIN, SMALL, SOURCE, WIDTH, Canvas, Ink
from bot.presentation.pictures.colours import FAINT, INK, MUTED, PAPER, mixed

_ROW, _BAR = 42.0, 24.0
_LABEL, _COUNT = 128.0, 40.0
_HEAD = 100.0
_INSET = 6.0
_LEFT = MARGIN + _LABEL
_PALE = 0.78


def draw_timeline(canvas: Canvas, series: Timeline, top: float) -> float:
    """Draw a row for each class and a column for each season; return where they end."""
    step = (WIDTH - MARGIN - _COUNT - _LEFT) / len(series.columns)
    top = _key(canvas, series, top)
    bottom = top + _HEAD + len(series.rows) * _ROW
    for number, label in enumerate(series.columns):
        x = _LEFT + (number + 0.5) * step
        canvas.text(x, top + _HEAD - 12, label, Ink(SOURCE, colour=MUTED, angle=90))
    if any(row.ran for row in series.rows):
        canvas.text(WIDTH - MARGIN - SMALL / 2, top + _HEAD - 12, "seasons", Ink(SOURCE, colour=MUTED, angle=90))
    for number in range(len(series.columns) + 1):
        x = _LEFT + number * step
        canvas.line([(x, top + _HEAD), (x, bottom)], zorder=0.5)
    places = {row.name: top + _HEAD + (number + 0.5) * _ROW for number, row in enumerate(series.rows)}
    for row in series.rows:
        _row(canvas, row, places[row.name], step)
    for row in series.rows:
        _links(canvas, series, row, places, step)
    return bottom + 10


def _key(canvas: Canvas, series: Timeline, top: float) -> float:
    ink, x = Ink(SMALL, colour=MUTED), MARGIN
    if any(row.announced for row in series.rows):
        canvas.box(x + 1, top + 2, 20, 18, PAPER, edgecolor=MUTED, linewidth=1.6, linestyle=(0, (2, 1)))
        canvas.text(x + 34, top + 11, "announced", ink)
        x += 34 + canvas.width("announced", ink) + 36
    shown = {row.name for row in series.rows}
    if any(not shown.isdisjoint(row.replaced_by) for row in series.rows):
        canvas.line([(x, top + 2), (x, top + 11), (x + 18, top + 11)], MUTED, 1.8)
        _head(canvas, x + 24, top + 11, MUTED)
        canvas.text(x + 36, top + 11, "took its place", ink)
        x += 36
    return top + 40 if x > MARGIN else top


def _row(canvas: Canvas, row: TimelineRow, y: float, step: float) -> None:
    colour = row.colour if row.strong else mixed(row.colour, PAPER, _PALE)
    canvas.text(MARGIN, y, row.name, Ink(SMALL, bold=row.strong, colour=INK if row.strong else MUTED))
    for first, last in _runs(row.ran):
        wide = (last - first + 1) * step - 2 * _INSET
        canvas.box(_LEFT + first * step + _INSET, y - _BAR / 2, wide, _BAR, colour, corner=4)
    for first, last in _runs(row.announced):
        wide = (last - first + 1) * step - 2 * _INSET
        dashes = {"edgecolor": colour, "linewidth": 1.8, "linestyle": (0, (2, 1)), "corner": 4}
        canvas.box(_LEFT + first * step + _INSET, y - _BAR / 2, wide, _BAR, PAPER, **dashes)
    if row.ran:
        canvas.text(WIDTH - MARGIN, y, str(len(row.ran)), Ink(SMALL, bold=row.strong, colour=MUTED, across="right"))
    elif not row.announced:
        after = f" → {', '.join(row.replaced_by)}" if row.replaced_by else ""
        ink = Ink(SOURCE, colour=MUTED, across="right")
        said = f"no race on record{after}"
        right = WIDTH - MARGIN - _COUNT - _INSET
        # Paper behind it: the lines between the seasons would run through the words.
        canvas.box(right - canvas.width(said, ink) - 6, y - 12, canvas.width(said, ink) + 8, 24, PAPER)
        canvas.text(right, y, said, ink)


def _runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of each stretch of neighbours."""
    first = 0
    for at, place in enumerate(places):
        if at + 1 == len(places) or places[at + 1] != place + 1:
            yield places[first], place
            first = at + 1


def _links(canvas: Canvas, series: Timeline, row: TimelineRow, places: dict[str, float], step: float) -> None:
    """Lead from the end of a class to the begin of the one that took its place, where one follows on the other."""
    for other in series.rows:
        if other.name not in row.replaced_by:
            continue
        ends = {last for _, last in _runs(row.ran)}
        begun = next((first for first, _ in _runs(other.ran) if first - 1 in ends), None)
        if begun is None:
            continue
        colour = INK if row.strong and other.strong else FAINT
        x, start, end = _LEFT + begun * step, places[row.name], places[other.name]
        canvas.line([(x - _INSET, start), (x, start), (x, end)], colour, 1.8, solid_joinstyle="round")
        _head(canvas, x + _INSET, end, colour)


def _head(canvas: Canvas, x: float, y: float, colour: str) -> None:
    """Draw the head of an arrow that points right, its tip at `x`, `y`."""
    from matplotlib.patches import Polygon

    canvas.add(Polygon([(x, y), (x - 8, y - 6), (x - 8, y + 6)], facecolor=colour, edgecolor="none", zorder=3))
