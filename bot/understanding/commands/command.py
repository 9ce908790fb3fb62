"""What a command is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.understanding.queries import Query
from bot.understanding.shapes import NEUTRAL
from bot.understanding.slots import Slots
from bot.understanding.spans import Kind


@dataclass(frozen=True, slots=True)
class Command:
    """One command.

    `kinds` are the kinds of names its arguments may be, empty for any; `asks_for` is the kind an unknown name is taken
    for. `cue` is what the command's name says to a question that asks on; `prose` says that entries found by their
    words answer too. `may` are the slots and `also` the cues it can use: with any other, the line is read as a free
    question. `build` makes the query, or None where that will not do.
    """

    name: str
    usage: str
    about: str
    examples: tuple[str, ...]
    build: Callable[[Slots], Query | None]
    aliases: tuple[str, ...] = ()
    kinds: frozenset[Kind] = frozenset()
    asks_for: str = "word"
    cue: str = ""
    prose: bool = False
    may: frozenset[str] = frozenset()
    also: frozenset[str] = frozenset()

    def read(self, slots: Slots) -> Query | None:
        """Return the query of `slots`, or None where they do not do, or hold more than the command can use."""
        accounted = slots.present <= self.may and slots.cues <= self.also | NEUTRAL
        return self.build(slots) if accounted else None
