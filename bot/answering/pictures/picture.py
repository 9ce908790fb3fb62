"""The description of a picture: everything that is drawn, as plain frozen values.

Two equal descriptions are the same picture, so a description is also the key under which its drawing is kept.
Colours are `#rrggbb`; nothing here knows how it is drawn.
"""

from __future__ import annotations

import re
from enum import StrEnum

from msgspec import Struct

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


class Part(Struct, frozen=True):
    """A stretch of a bar: what it stands for, and how many."""

    name: str
    colour: str
    figure: int


class Bar(Struct, frozen=True):
    """One of the ranked; `code` is the nation's, empty where there is none. The parts add up to the figure."""

    place: int
    name: str
    code: str
    figure: int
    parts: tuple[Part, ...]


class Bars(Struct, frozen=True):
    """A ranking, the most first. `rest` says in words what is left out, `keyed` whether the parts need a key."""

    thing: str
    bars: tuple[Bar, ...]
    rest: str = ""
    keyed: bool = False


class TimelineRow(Struct, frozen=True):
    """One class: the columns it ran in, the columns it is announced for, and what took its place from which column."""

    name: str
    colour: str
    ran: tuple[int, ...]
    announced: tuple[int, ...] = ()
    replaced_by: tuple[str, ...] = ()
    strong: bool = True


class Timeline(Struct, frozen=True):
    """Which class ran in which season."""

    columns: tuple[str, ...]
    rows: tuple[TimelineRow, ...]


class GridRow(Struct, frozen=True):
    """One circuit: races held in each column, 0 where there was none."""

    name: str
    code: str
    figures: tuple[int, ...]
    strong: bool = True


class Grid(Struct, frozen=True):
    """How many races each circuit held in which season."""

    columns: tuple[str, ...]
    rows: tuple[GridRow, ...]


class Round(Struct, frozen=True):
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


class Calendar(Struct, frozen=True):
    """The races of a season, or of a few."""

    rounds: tuple[Round, ...]


class Place(Struct, frozen=True):
    """One circuit on the map, with the number of races held there."""

    name: str
    code: str
    latitude: float
    longitude: float
    figure: int


class Map(Struct, frozen=True):
    """Circuits at their coordinates."""

    places: tuple[Place, ...]


class PairRow(Struct, frozen=True):
    """One thing compared: both figures, and how each is said."""

    name: str
    figures: tuple[float, float]
    said: tuple[str, str]


class Pair(Struct, frozen=True):
    """Two of a kind side by side."""

    names: tuple[str, str]
    colours: tuple[str, str]
    rows: tuple[PairRow, ...]


Series = Bars | Timeline | Grid | Calendar | Map | Pair


class Picture(Struct, frozen=True):
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
