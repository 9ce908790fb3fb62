"""What a server's admins wrote, as everything else sees it: frozen, and whole at one version."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


class SubjectKind(StrEnum):
    """What a fact can be about: anything the series' knowledge has a name for, or a topic of the server's own."""

    DRIVER = "driver"
    TEAM = "team"
    CIRCUIT = "circuit"
    CLASS = "class"
    SEASON = "season"
    TOPIC = "topic"


class Subject(NamedTuple):
    """What a fact is about. `id` is that of `knowledge/`, a season's label, or the id of one of the server's topics.

    A race goes by the id of its circuit, as everywhere.
    """

    kind: SubjectKind
    id: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact as it stands. `number` is what people call it by, unique in its server and never used again.

    `text` and `source` are what the admin typed, untouched. `author` is a Discord user id, None once it was asked to be
    forgotten; `at` is when this wording was written, in UTC. `revision` counts from 1.
    """

    number: int
    subject: Subject
    text: str
    author: int | None
    at: datetime
    source: str = ""
    revision: int = 1


@dataclass(frozen=True, slots=True)
class Topic:
    """A thing only this server talks about, such as its meetup. `name` is as the admin typed it."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Nickname:
    """Another name for a subject, known in this server only."""

    name: str
    subject: Subject


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """What a server's admins have chosen.

    `prefix` is empty for the operator's. `channels` are the ids of those the bot speaks in, empty for all; `editors` is
    the role that may change facts beside those who manage the server. With `review`, members may propose facts.
    `keeps_misses` says whether questions asked in vain are kept for the editors.
    """

    prefix: str = ""
    channels: frozenset[int] = frozenset()
    editors: int | None = None
    review: bool = False
    keeps_misses: bool = True


@dataclass(frozen=True, slots=True)
class ServerNotes:
    """All that one server has added, at one version: what answering reads, and never changes.

    Where `loaded` is False the storage could not be asked: what is here is nothing, not the server's having nothing.
    """

    server: int
    version: int = 0
    facts: tuple[Fact, ...] = ()
    topics: tuple[Topic, ...] = ()
    nicknames: tuple[Nickname, ...] = ()
    settings: ServerSettings = ServerSettings()
    loaded: bool = True
