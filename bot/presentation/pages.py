"""The page: one answer as people see it, whole, and before any medium has a say.

Discord embeds and terminal cards are both made from a `Page`; `Page.text` is the same in plain words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from bot.answering.answer import NOTHING_LOCAL, Local
from bot.answering.pictures import Picture

_NUMBERED = re.compile(r"\d+\. ")


class Outcome(StrEnum):
    """How a question ended."""

    ANSWERED = "answered"
    AMBIGUOUS = "ambiguous"
    NOT_FOUND = "not_found"
    HELP = "help"


class Section(NamedTuple):
    """Lines under a heading; an embed field, a block of a card."""

    heading: str
    lines: tuple[str, ...]


class Citation(NamedTuple):
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
    is empty when it was not understood. `picture` describes what could be drawn to go with it; `picture_asked`
    says that the picture is what was asked for, so that it is shown at once and not behind a button.
    `local` is what the members of a server wrote; the last of `sections` tells it, with its authors as numbers, and
    `with_names` of `presentation.local` tells it anew where their names are known.
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
    picture: Picture | None = None
    picture_asked: bool = False
    local: Local = NOTHING_LOCAL

    @property
    def text(self) -> str:
        """The whole page in plain words, without its title, choices included, sources left to `sources`."""
        parts = ["\n".join(self.lead)] if self.lead else []
        parts += [_told(section) for section in self.sections]
        if self.choices:
            parts.append(_bullets(self.choices))
        if self.notes:
            parts.append("\n".join([f"Note: {note}" for note in self.notes]))
        if self.next_questions:
            parts.append(f"Next: {' · '.join(self.next_questions)}")
        return "\n\n".join(parts)


def _told(section: Section) -> str:
    """Return one line behind its heading, several as a list below it."""
    if len(section.lines) == 1:
        return f"{section.heading}: {section.lines[0]}"
    return f"{section.heading}:\n{_bullets(section.lines)}"


def _bullets(lines: tuple[str, ...]) -> str:
    return "\n".join([line if _NUMBERED.match(line) else f"• {line}" for line in lines])
