"""Which files a knowledge folder holds, and the model of what is in them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from bot.knowledge.model import (
    Circuit,
    Country,
    CueGroup,
    Driver,
    Entry,
    HistoryTopic,
    RaceClass,
    Season,
    Series,
    Source,
    Team,
    Vocabulary,
)


class Shape(Enum):
    """How the entries of a kind are spread over files."""

    SINGLE = auto()
    LIST = auto()
    FOLDER = auto()


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of entry: its name in file names, what one of it is called, and its model."""

    name: str
    one: str
    shape: Shape
    entry: type[Entry]


KINDS = {
    kind.name: kind
    for kind in (
        Kind("series", "series", Shape.SINGLE, Series),
        Kind("vocabulary", "vocabulary", Shape.SINGLE, Vocabulary),
        Kind("sources", "source", Shape.LIST, Source),
        Kind("countries", "country", Shape.LIST, Country),
        Kind("classes", "class", Shape.LIST, RaceClass),
        Kind("drivers", "driver", Shape.LIST, Driver),
        Kind("teams", "team", Shape.LIST, Team),
        Kind("cues", "group of cues", Shape.FOLDER, CueGroup),
        Kind("circuits", "circuit", Shape.FOLDER, Circuit),
        Kind("seasons", "season", Shape.FOLDER, Season),
        Kind("history", "topic", Shape.FOLDER, HistoryTopic),
    )
}
