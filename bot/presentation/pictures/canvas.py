"""A sheet of paper with a unit of its own: all is placed by hand and text is measured, so that nothing overlaps.

A sheet is 800 units wide. Shown 400 pixels wide, as on a phone, a unit is half a pixel: text of 21 units is 10 pixels.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.presentation.pictures.colours import FAINT, INK, MUTED, PAPER
from bot.presentation.pictures.glyphs import drawable

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.backends.backend_agg import RendererAgg
    from matplotlib.font_manager import FontProperties
    from matplotlib.text import Text

WIDTH = 800.0
MARGIN = 40.0
INNER = WIDTH - 2 * MARGIN
TITLE, BODY, SMALL, SOURCE = 33.0, 24.0, 21.0, 18.0
SMALLEST = SOURCE
_UNITS_PER_INCH = 100.0
_POINTS_PER_UNIT = 72 / _UNITS_PER_INCH
# Pixels a unit: 1200 pixels of width are sharp on any phone, and small enough.
_SHARPNESS = 1.5
_LEADING = 1.28
_HALF_CAPITAL = 0.365
_TITLE_LINES = 4
_COLOURS = 255
# A figure stays on one line with what it counts, and a date on one: "6 / races" reads as two things.
_DATE = re.compile(r"(?<!\S)(\d{1,2}) ([A-Z][a-z]+) (?=\d{4}\b)")
_FIGURE = re.compile(r"(?<!\S)(\(?\d[\d.,]*) (?=[^\W\d])")


@dataclass(frozen=True, slots=True)
class Ink:
    """How text is set: size in units, weight, colour, where `x` and `y` are in it, angle."""

    size: float = BODY
    bold: bool = False
    colour: str = INK
    across: str = "left"
    down: str = "center"
    angle: float = 0.0


@cache
def _font(*, bold: bool) -> FontProperties:
    """Return the font that comes with matplotlib, by its file: fonts and settings of the machine do not matter."""
    import matplotlib as mpl
    from matplotlib.font_manager import FontProperties

    mpl.rcdefaults()
    name = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"
    return FontProperties(fname=Path(mpl.get_data_path(), "fonts", "ttf", name))


@cache
def _measure() -> RendererAgg:
    """Return a renderer that draws nothing: it only measures."""
    from matplotlib.backends.backend_agg import RendererAgg

    return RendererAgg(1, 1, _UNITS_PER_INCH * _SHARPNESS)


@lru_cache(maxsize=4096)
def _word_width(word: str, size: float, bold: bool) -> float:
    font = _font(bold=bold).copy()
    font.set_size(size * _POINTS_PER_UNIT)
    wide, _, _ = _measure().get_text_width_height_descent(word, font, False)
    return float(wide) / _SHARPNESS


def _space(size: float, bold: bool) -> float:
    return _word_width("n n", size, bold) - 2 * _word_width("n", size, bold)


def _pieces(text: str) -> list[str]:
    """Return `text` in the pieces between which a line may end."""
    glued = _DATE.sub("\\1 \\2\N{NO-BREAK SPACE}", " ".join(text.split()))
    glued = _FIGURE.sub("\\1\N{NO-BREAK SPACE}", glued)
    return [piece.replace("\N{NO-BREAK SPACE}", " ") for piece in glued.split(" ")]


class Canvas:
    """One sheet. `x` goes right and `y` goes down, in units."""

    def __init__(self) -> None:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
        from matplotlib.transforms import Affine2D

        inches = WIDTH / _UNITS_PER_INCH
        self.figure = Figure(figsize=(inches, inches), dpi=_UNITS_PER_INCH * _SHARPNESS, facecolor=PAPER)
        self._agg = FigureCanvasAgg(self.figure)
        # All is put on the figure itself: axes cost more than what is drawn on them. `finish` says where `y` begins.
        self._units = Affine2D()
        self.texts: list[Text] = []
        self.height = WIDTH

    def width(self, text: str, ink: Ink) -> float:
        """Return how wide `text` is, in units."""
        words = drawable(text).split(" ")
        return sum([_word_width(word, ink.size, ink.bold) for word in words]) + (len(words) - 1) * _space(
            ink.size, ink.bold
        )

    def text(self, x: float, y: float, text: str, ink: Ink) -> None:
        """Set one line of text."""
        # Set by its baseline, so that capitals and figures stand in the middle whatever hangs below them.
        middle = ink.down == "center" and not ink.angle
        made = self.figure.text(
            x,
            y + (_HALF_CAPITAL * ink.size if middle else 0),
            drawable(text),
            fontproperties=_font(bold=ink.bold),
            fontsize=ink.size * _POINTS_PER_UNIT,
            color=ink.colour,
            ha=ink.across,
            va="baseline" if middle else ink.down,
            rotation=ink.angle,
            rotation_mode="anchor" if ink.angle else "default",
            parse_math=False,
            transform=self._units,
        )
        self.texts.append(made)

    def lines(self, text: str, ink: Ink, room: float, most: int | None = None) -> list[str]:
        """Return `text` in lines no wider than `room`; with `most`, what is left after them is cut off with `…`."""
        lines: list[str] = []
        for word in _pieces(text):
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.width(longer, ink) <= room:
                lines[-1] = longer
            else:
                lines.append(word)
        if most is not None and len(lines) > most:
            lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
        return [self.cut(line, ink, room) for line in lines]

    def balanced(self, text: str, ink: Ink, room: float, most: int | None = None) -> list[str]:
        """Return `text` in as few lines as `room` allows, all about as long: no word is left alone on the last."""
        lines = self.lines(text, ink, room, most)
        for narrower in range(int(room) - 20, int(room / 2), -20):
            other = self.lines(text, ink, narrower, most)
            if len(other) > len(lines) or any(line.endswith("…") for line in other):
                break
            lines = other
        return lines

    def cut(self, text: str, ink: Ink, room: float) -> str:
        """Return `text`, cut off with `…` where it is wider than `room`."""
        if self.width(text, ink) <= room:
            return text
        while text and self.width(f"{text}…", ink) > room:
            text = text[:-1].rstrip()
        return f"{text}…"

    def add(self, artist: Artist) -> None:
        """Put a shape on the sheet."""
        artist.set_transform(self._units)
        self.figure.add_artist(artist)

    def box(self, x: float, y: float, wide: float, high: float, colour: str, **style: Any) -> None:
        """Draw a box with round corners, its upper left corner at `x`, `y`."""
        from matplotlib.patches import FancyBboxPatch

        corner = min(style.pop("corner", 5.0), wide / 2, high / 2)
        look = {"facecolor": colour, "edgecolor": "none", "linewidth": 0, **style}
        round_ = f"round,pad=0,rounding_size={corner}"
        self.add(FancyBboxPatch((x, y), wide, high, boxstyle=round_, mutation_aspect=1, **look))

    def dot(self, x: float, y: float, radius: float, colour: str, **style: Any) -> None:
        """Draw a dot."""
        from matplotlib.patches import Circle

        self.add(Circle((x, y), radius, **{"facecolor": colour, "edgecolor": "none", "linewidth": 0, **style}))

    def line(self, points: list[tuple[float, float]], colour: str = FAINT, width: float = 1.0, **style: Any) -> None:
        """Draw a line through `points`."""
        from matplotlib.lines import Line2D

        xs, ys = zip(*points, strict=True)
        self.add(Line2D(xs, ys, color=colour, linewidth=width, **style))

    def title(self, text: str) -> float:
        """Set the title and return where what is below it begins."""
        ink = Ink(TITLE, bold=True, down="top")
        lines = self.balanced(text, ink, INNER, _TITLE_LINES)
        for number, line in enumerate(lines):
            self.text(MARGIN, MARGIN + number * TITLE * _LEADING, line, ink)
        return MARGIN + len(lines) * TITLE * _LEADING + 20

    def finish(self, bottom: float, source: str) -> None:
        """Set the source line below `bottom` and cut the sheet there: now all text is where it will be drawn."""
        ink = Ink(SOURCE, colour=MUTED, down="top")
        lines = self._sources(source, ink)
        for number, line in enumerate(lines):
            self.text(MARGIN, bottom + 22 + number * SOURCE * _LEADING, line, ink)
        self.line([(MARGIN, bottom + 8), (WIDTH - MARGIN, bottom + 8)])
        self.height = bottom + 22 + len(lines) * SOURCE * _LEADING + 22
        self.figure.set_size_inches(WIDTH / _UNITS_PER_INCH, self.height / _UNITS_PER_INCH)
        self._units.clear().scale(_SHARPNESS, -_SHARPNESS).translate(0, self.height * _SHARPNESS)

    def _sources(self, said: str, ink: Ink) -> list[str]:
        """Return the source line in one line or two, each source whole where that fits."""
        first, mark, second = said.partition("; ")
        each = [f"{first};", second] if mark and self.width(said, ink) > INNER else [said]
        return each if all(self.width(one, ink) <= INNER for one in each) else self.balanced(said, ink, INNER, 2)

    def png(self) -> bytes:
        """Return the sheet as PNG, with a palette of its own: a third of the size, and no eye tells the difference."""
        from PIL import Image

        self._agg.draw()
        wide, high = self._agg.get_width_height()
        sheet = Image.frombuffer("RGBA", (wide, high), self._agg.buffer_rgba()).convert("RGB")
        image = sheet.quantize(_COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        written = io.BytesIO()
        image.save(written, "PNG", compress_level=6)
        return written.getvalue()
