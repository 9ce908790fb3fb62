"""What a query comes to: an answer, or a reason why there is none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from bot.answering.pictures.picture import Picture
from bot.server_facts.model import Fact
from bot.understanding.slots import Slots


class Block(NamedTuple):
    """Lines under a heading."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Local:
    """What the members of one server wrote on what an answer is about; never mixed with the facts of the series.

    `more` facts are left out; the line `lists` tells them all.
    """

    facts: tuple[Fact, ...] = ()
    more: int = 0
    lists: str = ""


NOTHING_LOCAL = Local()


class Answer(NamedTuple):
    """A fact, stated.

    `sources` are ids; `next_questions` are answerable as they stand; `race_class` gives the colour.
    `holds` says whether it is so, where the question could be one for Yes or No. `about` is what it told about, as
    slots that a question could name it by, the foremost first. `picture` describes what could be drawn; `picture_asked`
    says that it was asked for, so that it comes with the answer and not behind a button.
    """

    title: str
    lead: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    next_questions: tuple[str, ...] = ()
    race_class: str | None = None
    is_help: bool = False
    holds: bool | None = None
    picture: Picture | None = None
    picture_asked: bool = False
    about: tuple[Slots, ...] = ()
    local: Local = NOTHING_LOCAL


@dataclass(frozen=True, slots=True)
class Refusal:
    """Nothing known supports an answer. `code` picks the sentence, `values` fill it."""

    code: str
    values: tuple[tuple[str, str], ...] = ()
    next_questions: tuple[str, ...] = ()


Reply = Answer | Refusal


def refuse(code: str, *next_questions: str, **values: str) -> Refusal:
    """Return the refusal `code` with its `values`."""
    return Refusal(code, tuple(values.items()), next_questions)


def blocks(*pairs: tuple[str, Iterable[str]]) -> tuple[Block, ...]:
    """Return a block for each heading that has lines."""
    told = [(heading, tuple(lines)) for heading, lines in pairs]
    return tuple([Block(heading, lines) for heading, lines in told if lines])


def gathered(*groups: Iterable[str]) -> tuple[str, ...]:
    """Return the source ids of all groups, each once, in order."""
    return tuple(dict.fromkeys(chain.from_iterable(groups)))
