"""Two of a kind side by side."""

from __future__ import annotations

from bot.answering.answer import gathered
from bot.answering.columns import Column
from bot.answering.pictures.picture import Pair, PairRow, Picture, PictureKind
from bot.answering.pictures.words import alt_text, finding, source_line, without_flags
from bot.knowledge.base import Knowledge

FIRST, SECOND = "#0072b2", "#d55e00"


def pair_picture(knowledge: Knowledge, sides: tuple[Column, Column], said: str) -> Picture | None:
    """Return both sides' figures, or None where neither has any; `said` is the finding in words."""
    rows = tuple(
        [
            PairRow(one.name, (one.value, other.value), (one.said, other.said))
            for one, other in zip(sides[0].figures, sides[1].figures, strict=True)
            if one.value or other.value
        ]
    )
    if not rows or sides[0].name == sides[1].name:
        return None
    names = (without_flags(sides[0].name), without_flags(sides[1].name))
    told = [f"{row.name}: {row.said[0]} and {row.said[1]}" for row in rows]
    return Picture(
        PictureKind.COMPARE,
        f"{names[0]} and {names[1]}",
        finding(said),
        Pair(names, (FIRST, SECOND), rows),
        source_line(knowledge, gathered(sides[0].sources, sides[1].sources)),
        alt_text(f"{names[0]} and {names[1]} compared", said, told),
    )
