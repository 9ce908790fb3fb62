"""Asking on: what a question leaves open is taken from the one before."""

from __future__ import annotations

from dataclasses import replace

from bot.text.tokens import Line
from bot.understanding.slots import NAMED, Slots
from bot.understanding.spans import cue_set

_OPENINGS = ("and ", "what about ", "how about ", "same for ", "what of ", "also ", "or ")
_POINTING = cue_set("he she they his her their him them that there it its else those then same")
_OPEN_CUES = frozenset({"which", "about", "ever"})


def asks_on(line: Line) -> bool:
    """Say whether a question points back: it opens with `and` or `what about`, or holds a pronoun."""
    return line.text.lstrip().startswith(_OPENINGS) or any(token.text in _POINTING for token in line.tokens)


def heard_after(before: Slots, now: Slots) -> Slots:
    """Return `now` with what it leaves open taken from `before`.

    A name of one kind replaces the name of that kind; cues replace the cues before, where any are said that mean
    something.
    """
    changes: dict[str, object] = {name: getattr(before, name) for name in NAMED if not getattr(now, name)}
    if now.seasons is None:
        changes |= {"seasons": before.seasons, "several": before.several}
    if now.number is None:
        changes["number"] = before.number
    if not now.cues - _OPEN_CUES:
        changes["cues"] = before.cues
    return replace(now, **changes)  # type: ignore[arg-type]
