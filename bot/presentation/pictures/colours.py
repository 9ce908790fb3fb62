"""The colours of the paper, and what can be read on what. WCAG 2.2 measures contrast from 1 to 21."""

from __future__ import annotations

# A paper of its own, so that a picture looks the same on Discord's dark and light background.
PAPER = "#fcfbf8"
INK = "#1b2430"
MUTED = "#55606d"
FAINT = "#dcdedb"
PALE = "#eef0ee"
SEA = "#e3edf3"
LAND = "#c9cfc4"
SHORE = "#a3ab9e"
ACCENT = "#0072b2"
BLACK, WHITE = "#000000", "#ffffff"

GRAPHIC_CONTRAST = 3.0
TEXT_CONTRAST = 4.5
_DARK = 0.04045


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours by WCAG 2.2."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def text_on(ground: str) -> str:
    """Return the colour that text is best read in on `ground`."""
    return WHITE if contrast(WHITE, ground) >= TEXT_CONTRAST else BLACK


def mixed(one: str, other: str, share: float) -> str:
    """Return `one` with `share` of `other` in it."""
    both = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in both)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    shares = [channel / 255 for channel in _channels(colour)]
    red, green, blue = [s / 12.92 if s <= _DARK else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
