"""How a reading ends."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from bot.understanding.queries import Query
from bot.understanding.slots import Slots
from bot.understanding.spans import Ref, Span


@dataclass(frozen=True, slots=True)
class Understood:
    """One reading accounts for every word. `guessed` are the spans that were misspelt, with what they were read as.

    `polar` questions ask for Yes or No.
    """

    query: Query
    slots: Slots
    guessed: tuple[tuple[str, Ref], ...] = ()
    others: tuple[Ref, ...] = ()
    polar: bool = False


@dataclass(frozen=True, slots=True)
class Unsure:
    """Several readings are equally good. `choices` are questions that each have one.

    `awaits` is the slot that tells them apart, "" where none does: who names one of its kind answers the question back.
    """

    said: str
    choices: tuple[str, ...]
    awaits: str = ""


@dataclass(frozen=True, slots=True)
class Unclear:
    """No reading. `code` says why; `said` is the part it hangs on, `kind` what was looked for there."""

    code: str
    said: str = ""
    kind: str = ""
    nearest: tuple[str, ...] = ()


Reading = Understood | Unsure | Unclear


def as_typed(reading: Reading, question: str) -> Reading:
    """Return `reading` with the words it hangs on as they stood in `question`, capitals and all."""
    plain = question.lower()

    def typed(said: str) -> str:
        position = plain.find(said) if said and len(plain) == len(question) else -1
        return question[position : position + len(said)] if position >= 0 else said

    if isinstance(reading, Understood):
        return replace(reading, guessed=tuple([(typed(said), ref) for said, ref in reading.guessed]))
    return replace(reading, said=typed(reading.said))


class Read(NamedTuple):
    """A reading and the spans it was made from, for explaining."""

    reading: Reading
    spans: tuple[Span, ...]
    slots: Slots | None = None
    command: str = ""

    @property
    def named_unknown(self) -> bool:
        """True where all that was wrong is a name or season there never was."""
        return isinstance(self.reading, Unclear) and self.reading.code in (
            "unknown_name",
            "unknown_season",
            "unknown_turn",
        )
