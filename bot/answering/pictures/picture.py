"""The description of a picture: everything that is drawn, as plain frozen values.

Two equal descriptions are the same picture, so a description is also the key under which its drawing is kept.
Colours are `#rrggbb`; nothing here knows how it is drawn.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.text.fold import fold

# Discord takes 1024 characters of description with an attachment.
ALT_MAX = 1000
_NAME_MAX = 60


class PictureKind(StrEnum):
    """What kind of picture it is."""

    RANKING = "ranking"
    SEASONS = "seasons"
    CIRCUITS = "circuits"
    CALENDAR = "calendar"
    MAP = "map"
    COMPARE = "compare"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a bar: what it stands for, and how many."""

    name: str
    colour: str
    figure: int


@dataclass(frozen=True, slots=True)
class Bar:
    """One of the ranked; `code` is the nation's, empty where there is none. The parts add up to the figure."""

    place: int
    name: str
    code: str
    figure: int
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """A ranking, the most first. `rest` says in words what is left out, `keyed` whether the parts need a key."""

    thing: str
    bars: tuple[Bar, ...]
    rest: str = ""
    keyed: bool = False


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One class: the columns it ran in, the columns it is announced for, and what took its place from which column."""

    name: str
    colour: str
    ran: tuple[int, ...]
    announced: tuple[int, ...] = ()
    replaced_by: tuple[str, ...] = ()
    strong: bool = True


@dataclass(frozen=True, slots=True)
class Timeline:
    """Which class ran in which season."""

    columns: tuple[str, ...]
    rows: tuple[TimelineRow, ...]


@dataclass(frozen=True, slots=True)
class GridRow:
    """One circuit: races held in each column, 0 where there was none."""

    name: str
    code: str
    figures: tuple[int, ...]
    strong: bool = True


@dataclass(frozen=True, slots=True)
class Grid:
    """How many races each circuit held in which season."""

    columns: tuple[str, ...]
    rows: tuple[GridRow, ...]


@dataclass(frozen=True, slots=True)
class Round:
    """One race of a calendar, with its overall winner where that is known."""

    group: str
    number: int
    date: str
    name: str
    circuit: str
    code: str
    winner: str
    winner_class: str
    colour: str


@dataclass(frozen=True, slots=True)
class Calendar:
    """The races of a season, or of a few."""

    rounds: tuple[Round, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """One circuit on the map, with the number of races held there."""

    name: str
    code: str
    latitude: float
    longitude: float
    figure: int


@dataclass(frozen=True, slots=True)
class Map:
    """Circuits at their coordinates."""

    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class PairRow:
    """One thing compared: both figures, and how each is said."""

    name: str
    figures: tuple[float, float]
    said: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two of a kind side by side."""

    names: tuple[str, str]
    colours: tuple[str, str]
    rows: tuple[PairRow, ...]


Series = Bars | Timeline | Grid | Calendar | Map | Pair


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that goes with an answer.

    `argument` says what of its kind it shows, `title` what there is to see in it, `alt` the same and the figures, for
    those who do not see it; `source` is the line at its foot.
    """

    kind: PictureKind
    argument: str
    title: str
    series: Series
    source: str
    alt: str

    @property
    def file_name(self) -> str:
        """A name for the file: letters, digits and hyphens of any argument, such as `ranking-titles-by-nation.png`."""
        name = re.sub(r"[^a-z0-9]+", "-", fold(f"{self.kind} {self.argument}")).strip("-")
        return f"{name[:_NAME_MAX].strip('-')}.png"
