"""What changes, as data: what was before and what is after, who did it and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.server_facts.model import Fact, Nickname, ServerSettings, Subject, Topic


class Action(StrEnum):
    """What an editor did. One action may change several things: the first fact on a topic makes the topic too."""

    ADD = "add"
    EDIT = "edit"
    REMOVE = "remove"
    ADD_NAME = "add name"
    REMOVE_NAME = "remove name"
    SETTINGS = "settings"
    IMPORT = "import"
    UNDO = "undo"


Thing = Fact | Topic | Nickname | ServerSettings


@dataclass(frozen=True, slots=True)
class Step:
    """One thing before and after. None before: it is new; None after: it is gone. Never None on both sides."""

    before: Thing | None
    after: Thing | None


@dataclass(frozen=True, slots=True)
class Change:
    """All that one action changed, written at once or not at all.

    `version` is the server's version from this change on, and the change's number in its history. `author` is a Discord
    user id, None once it was asked to be forgotten or where the operator did it. `undoes` is the version of the change
    that this one took back; `undone` says whether this one was taken back. `left_out` counts the steps that are not
    here, because only some were asked for.
    """

    version: int
    action: Action
    author: int | None
    at: datetime
    steps: tuple[Step, ...]
    undoes: int | None = None
    undone: bool = False
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class NewTopic:
    """A topic by the name an admin typed. Where the server has one of that name already, that one is meant."""

    name: str


About = Subject | NewTopic


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A fact that a member proposed and no editor has decided on; `number` counts for itself in each server."""

    number: int
    about: About
    text: str
    source: str
    author: int | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Miss:
    """What members asked in vain: the folded words, how many different people asked, and when last."""

    text: str
    askers: int
    last: datetime


@dataclass(frozen=True, slots=True)
class LookAlikes:
    """What is there already and much like what is about to be saved. `topics` are near the name of a new one."""

    facts: tuple[Fact, ...] = ()
    topics: tuple[Topic, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.facts or self.topics)
