"""Which characters the font has: what it has not is never drawn, as it would come out as an empty box."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from pathlib import Path

UNKNOWN = "?"


@cache
def _known() -> frozenset[int]:
    """Return the characters that both weights of the font have."""
    import matplotlib as mpl
    from matplotlib.ft2font import FT2Font

    folder = Path(mpl.get_data_path(), "fonts", "ttf")
    regular, bold = [set(FT2Font(folder / name).get_charmap()) for name in ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf")]
    return frozenset(regular & bold)


@lru_cache(maxsize=4096)
def drawable(text: str) -> str:
    """Return `text` with every character the font lacks written plainly or, where there is no plain form, as `?`."""
    return "".join([mark if ord(mark) in _known() and _is_shown(mark) else _plain(mark) for mark in text])


def _is_shown(mark: str) -> bool:
    """Say whether `mark` is no order to the text around it, such as to run from right to left."""
    return not unicodedata.category(mark).startswith("C")


def _plain(mark: str) -> str:
    if not _is_shown(mark) or unicodedata.combining(mark):
        return ""
    plain = "".join([part for part in unicodedata.normalize("NFKD", mark) if ord(part) in _known()])
    return plain or UNKNOWN
