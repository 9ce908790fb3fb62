"""What a command is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.understanding.queries import Query
from bot.understanding.shapes import NEUTRAL
from bot.understanding.slots import Slots
from bot.understanding.spans import Kind


class Offer(StrEnum):
    """What a menu offers for an option: the names of one kind, or nothing."""

    NOTHING = ""
    CLASS = "class"
    SEASON = "season"
    RACE = "race"
    CIRCUIT = "circuit"
    PLACE = "place"
    DRIVER = "driver"
    TEAM = "team"
    TOPIC = "topic"
    RECORD = "record"
    CHART = "chart"
    FACT = "fact"
    COMMAND = "command"
    ANYTHING = "anything"
    # What only a server has: what a fact can be about, its nicknames, the numbers of its facts.
    SUBJECT = "subject"
    NICKNAME = "nickname"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Option:
    """One argument of a command where arguments have names, as behind a slash.

    `lead` is the word that stands before it where the command is written as one line.
    """

    name: str
    about: str
    offer: Offer = Offer.NOTHING
    required: bool = False
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Command:
    """One command.

    `options` are its arguments in the order in which they are typed. `kinds` are the kinds of names its arguments
    may be, empty for any; `asks_for` is the kind an unknown name is taken for. `cue` is what the command's name
    says to a question that asks on; `prose` says that entries found by their words answer too. `may` are the slots
    and `also` the cues it can use: with any other, the line is read as a free question. `build` makes the query, or
    None where that will not do.
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
    options: tuple[Option, ...] = ()

    def line(self, given: Mapping[str, str]) -> str:
        """Return the line that says the same as the options `given` by their names, such as `champion LMP3 2022`."""
        said = [(option.lead, given[option.name]) for option in self.options if given.get(option.name)]
        return " ".join([self.name, *(part for pair in said for part in pair if part)])

    def read(self, slots: Slots) -> Query | None:
        """Return the query of `slots`, or None where they do not do, or hold more than the command can use."""
        accounted = slots.present <= self.may and slots.cues - NEUTRAL <= self.also
        return self.build(slots) if accounted else None
