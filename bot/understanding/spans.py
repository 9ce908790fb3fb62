"""What a stretch of a question can stand for."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from bot.text.seasons import Years


class Kind(StrEnum):
    """The kinds of things that have names."""

    DRIVER = "driver"
    TEAM = "team"
    CIRCUIT = "circuit"
    RACE = "race"
    CLASS = "class"
    COUNTRY = "country"
    TOPIC = "topic"
    FACT = "fact"
    MAKE = "make"
    MODEL = "model"
    REGION = "region"
    DESIGNER = "designer"
    LOCALITY = "locality"
    # What only a server has names for: nicknames of seasons, which otherwise go by their years, and its own topics.
    SEASON = "season"
    LOCAL = "local"


class Ref(NamedTuple):
    """One named thing: its kind and id. A race goes by the id of its circuit."""

    kind: Kind
    id: str


class Span(NamedTuple):
    """Tokens `start:end` and what they can mean: names (`refs`), a cue, or years.

    Several `refs` stand for an ambiguous name. `others` are things that share the name and are less likely meant
    (race winners beside a champion). `full` says that a whole name was said, not a part of one; `every` that all of
    `refs` are meant and not one of them, as in "the GT classes" or "the Renauers".
    """

    start: int
    end: int
    said: str
    refs: tuple[Ref, ...] = ()
    others: tuple[Ref, ...] = ()
    cue: str | None = None
    years: Years | None = None
    slips: int = 0
    full: bool = True
    every: bool = False

    @property
    def is_skip(self) -> bool:
        """True for words that carry no meaning of their own."""
        return self.cue == SKIP


SKIP = "skip"
# Words that never tell which fact is asked, though an entry of the history may hold them.
FAINT = "faint"


def cue_set(cues: str) -> frozenset[str]:
    """Return the cues written in `cues`, separated by spaces."""
    return frozenset(cues.split())
