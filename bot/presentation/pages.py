"""The page: one answer as people see it, whole, and before any medium has a say.

Discord embeds and terminal cards are both made from a `Page`; `Page.text` is the same in plain words.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """How a question ended."""

    ANSWERED = "answered"
    AMBIGUOUS = "ambiguous"
    NOT_FOUND = "not_found"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a heading; an embed field, a block of a card."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Citation:
    """A source as shown: title and, where known, address."""

    title: str
    url: str | None = None

    def __str__(self) -> str:
        return f"{self.title} ({self.url})" if self.url else self.title


@dataclass(frozen=True, slots=True)
class Page:
    """Everything one reply shows.

    `choices` and `next_questions` are questions the assistant can answer when they are sent back as they stand.
    `colour` is `#rrggbb`, the colour of the class the page is about. `query` names how the question was read and
    is empty when it was not understood.
    """

    outcome: Outcome
    title: str
    lead: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    notes: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    next_questions: tuple[str, ...] = ()
    sources: tuple[Citation, ...] = ()
    colour: str | None = None
    query: str = ""

    @property
    def text(self) -> str:
        """The whole page in plain words, without its title, choices included, sources left to `sources`."""
        blocks = ["\n".join(self.lead)] if self.lead else []
        blocks += ["\n".join((f"{section.heading}:", *section.lines)) for section in self.sections]
        if self.choices:
            blocks.append("\n".join(f"• {choice}" for choice in self.choices))
        if self.notes:
            blocks.append("\n".join(f"Note: {note}" for note in self.notes))
        if self.next_questions:
            blocks.append("Next: " + " · ".join(self.next_questions))
        return "\n\n".join(blocks)
