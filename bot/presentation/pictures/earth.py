"""Circuits on a map: land, a graticule, and a label for each at its coordinates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, cos, hypot, radians, sqrt

from bot.answering.pictures import Map, Place
from bot.presentation.pictures.canvas import INNER, MARGIN, SOURCE, WIDTH, Canvas, Ink
from bot.presentation.pictures.coastline import Window, land
from bot.presentation.pictures.colours import ACCENT, INK, LAND, PAPER, SEA, SHORE
from bot.presentation.pictures.labels import Block, Point, placed

# Room for labels: more of it in the Pacific than in Africa, as the circuits lie closest to each other in the east.
_PAD_WEST, _PAD_EAST, _PAD_NORTH = 9.0, 25.0, 11.0
_FLATTEST, _STEEPEST = 0.55, 1.1
_GRATICULE = 20
_NAME_SIZE = 19.0
_LINE, _AIR = 23.0, 5.0
_NAME_ROOM = 215.0
_NAME, _FIGURE = Ink(_NAME_SIZE, bold=True), Ink(SOURCE)
_RADIUS = 10.0
_NEAR = 22.0
_POLE = 85.0


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The map's place on the paper; degrees of longitude are as long as they are in the middle of it."""

    window: Window
    top: float

    @property
    def scale(self) -> float:
        return INNER / (self.window.east - self.window.west)

    @property
    def stretch(self) -> float:
        return 1 / cos(radians((self.window.south + self.window.north) / 2))

    @property
    def bottom(self) -> float:
        return self.point(self.window.west, self.window.south)[1]

    def point(self, east: float, north: float) -> Point:
        """Return where on the paper a place lies."""
        x = MARGIN + (east - self.window.west) * self.scale
        return x, self.top + (self.window.north - north) * self.scale * self.stretch


def draw_map(canvas: Canvas, series: Map, top: float) -> float:
    """Draw every place with its name and figure on land and sea; return where the map ends."""
    sheet = _Sheet(_window(series.places), top)
    _ground(canvas, sheet)
    points = [sheet.point(place.longitude, place.latitude) for place in series.places]
    sizes = [_size(canvas, place) for place in series.places]
    frame = Block(MARGIN, top, WIDTH - MARGIN, sheet.bottom)
    blocks = placed(points, sizes, _RADIUS, frame)
    for point, block, place in zip(points, blocks, series.places, strict=True):
        if block is not None:
            _label(canvas, point, block, place)
    for (x, y), place in zip(points, series.places, strict=True):
        radius = 5 + 1.6 * sqrt(place.figure)
        canvas.dot(x, y, min(radius, _RADIUS + 3), ACCENT, edgecolor=PAPER, linewidth=1.2, zorder=5)
    return sheet.bottom + 10


def _window(places: Sequence[Place]) -> Window:
    """Return what holds all places with room around them, neither very flat nor very steep."""
    easts, norths = [place.longitude for place in places], [place.latitude for place in places]
    west, east = min(easts) - _PAD_WEST, max(easts) + _PAD_EAST
    south, north = max(min(norths) - _PAD_NORTH, -_POLE), min(max(norths) + _PAD_NORTH, _POLE)
    wide, high = (east - west) * cos(radians((south + north) / 2)), north - south
    short = max(wide * _FLATTEST - high, 0)
    narrow = max(high / _STEEPEST - wide, 0)
    return Window(west - narrow / 2, max(south - short / 2, -_POLE), east + narrow / 2, min(north + short / 2, _POLE))


def _ground(canvas: Canvas, sheet: _Sheet) -> None:
    from matplotlib.collections import PolyCollection
    from matplotlib.patches import Rectangle

    window = sheet.window
    frame = Rectangle((MARGIN, sheet.top), INNER, sheet.bottom - sheet.top, facecolor=SEA, edgecolor="none", zorder=0)
    canvas.add(frame)
    outlines = [[sheet.point(x, y) for x, y in outline] for outline in land(window)]
    shores = PolyCollection(outlines, facecolors=LAND, edgecolors=SHORE, linewidths=0.6, zorder=0.5)
    canvas.add(shores)
    shores.set_clip_path(frame)
    for east in _every(window.west, window.east):
        canvas.line([sheet.point(east, window.south), sheet.point(east, window.north)], PAPER, 0.8, zorder=0.7)
    for north in _every(window.south, window.north):
        canvas.line([sheet.point(window.west, north), sheet.point(window.east, north)], PAPER, 0.8, zorder=0.7)


def _every(low: float, high: float) -> range:
    return range(ceil(low / _GRATICULE) * _GRATICULE, ceil(high), _GRATICULE)


def _lines(canvas: Canvas, place: Place) -> list[tuple[str, Ink]]:
    """Return the lines of a label: the name, in two lines where it is long, and its figure."""
    races = f"{place.figure} {'race' if place.figure == 1 else 'races'}"
    name = canvas.balanced(place.name, _NAME, _NAME_ROOM)
    return [*[(line, _NAME) for line in name], (f"{place.code} · {races}", _FIGURE)]


def _size(canvas: Canvas, place: Place) -> Point:
    lines = _lines(canvas, place)
    return max(canvas.width(text, ink) for text, ink in lines) + 2 * _AIR, len(lines) * _LINE + 2 * _AIR


def _label(canvas: Canvas, point: Point, block: Block, place: Place) -> None:
    x, y = block.nearest(point)
    if hypot(x - point[0], y - point[1]) > _NEAR:
        canvas.line([point, (x, y)], INK, 1.2, zorder=1.2)
    canvas.box(block.left, block.top, block.right - block.left, block.bottom - block.top, PAPER, zorder=1.5)
    for number, (text, ink) in enumerate(_lines(canvas, place)):
        canvas.text(block.left + _AIR, block.top + _AIR + (number + 0.5) * _LINE, text, ink)
