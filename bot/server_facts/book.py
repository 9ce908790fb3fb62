"""The one door to a server's facts: every rule is kept here, whoever comes in and by whichever way.

Who may do what is for the caller to decide. `server` is a Discord server's id, `editor` a Discord user's.
Every method may raise `StorageAwayError`; those that change something also `RefusedError` and `ConflictError`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from bot.server_facts.changes import About, Change, LookAlikes, Suggestion
from bot.server_facts.library import Library
from bot.server_facts.model import Fact, Nickname, ServerNotes, ServerSettings, Subject
from bot.server_facts.store import Store
from bot.server_facts.transfer import Plan


class Trial(Protocol):
    """Says why `name` cannot be a name for `subject` in a server: one sentence, or "" where nothing is against it.

    Called in a thread of its own, for new nicknames and topics, before they are saved. `subject` is None for a topic
    that does not exist yet.
    """

    def __call__(self, notes: ServerNotes, name: str, subject: Subject | None) -> str: ...


class Subjects(Protocol):
    """Says why there is no `subject` outside the server's topics: one sentence, or "" where there is one."""

    def __call__(self, subject: Subject) -> str: ...


class Book:
    """The facts, names, settings and suggestions of all servers."""

    def __init__(
        self, store: Store, library: Library, subjects: Subjects | None = None, trial: Trial | None = None
    ) -> None: ...

    # Reading

    async def show(self, server: int, number: int) -> Fact:
        """Return one fact; raise `NotThereError` where there is none of this number."""

    async def about(self, server: int, subject: Subject | None = None) -> Mapping[Subject, tuple[Fact, ...]]:
        """Return the facts by subject, on `subject` alone or on all, oldest number first."""

    async def search(self, server: int, words: str) -> tuple[Fact, ...]:
        """Return the facts whose text, source or topic hold all of `words`, however they are spelt in case and accents."""

    async def history(self, server: int, number: int | None = None, limit: int = 20) -> tuple[Change, ...]:
        """Return the last changes of the server, or of one fact, newest first."""

    async def look_alikes(self, server: int, about: About, text: str) -> LookAlikes:
        """Return what a caller should point out before `add`, `edit` or `suggest` is called with the same."""

    # Facts

    async def add(self, server: int, editor: int, about: About, text: str, source: str = "") -> Fact:
        """Save a new fact, and its topic where that is new."""

    async def edit(
        self, server: int, editor: int, number: int, expected_revision: int, text: str, source: str = ""
    ) -> Fact:
        """Give a fact new words. `ConflictError` where it is no longer at `expected_revision`."""

    async def remove(self, server: int, editor: int, number: int, expected_revision: int | None = None) -> Fact:
        """Remove a fact and return what it was; its topic goes with its last fact, and the topic's names with it."""

    async def undo(self, server: int, editor: int, number: int | None = None) -> Change:
        """Take a change back: the last one of fact `number`, whoever made it, or else the last that `editor` made.

        Undoing again goes one change further back; what was undone stays in the history. `ConflictError` where
        somebody has changed the same thing since.
        """

    # Names

    async def add_name(self, server: int, editor: int, name: str, subject: Subject) -> Nickname:
        """Save another name for a subject."""

    async def remove_name(self, server: int, editor: int, name: str) -> Nickname:
        """Remove a name, however its case and accents are spelt."""

    async def names(self, server: int) -> tuple[Nickname, ...]:
        """Return all names, in the order of the alphabet."""

    # Settings

    async def settings(self, server: int) -> ServerSettings:
        """Return what the server's admins chose."""

    async def change_settings(
        self, server: int, editor: int, change: Callable[[ServerSettings], ServerSettings]
    ) -> ServerSettings:
        """Save what `change` makes of the settings as they stand, such as `lambda now: replace(now, review=True)`."""

    # Suggestions

    async def suggest(self, server: int, member: int, about: About, text: str, source: str = "") -> Suggestion:
        """Keep a proposal for the editors; refused where the server's settings do not have `review`."""

    async def suggestions(self, server: int) -> tuple[Suggestion, ...]:
        """Return the proposals nobody has decided on, oldest first."""

    async def accept(self, server: int, editor: int, number: int) -> Fact:
        """Make a proposal a fact of its member's; `NotThereError` where it was decided on before."""

    async def reject(self, server: int, editor: int, number: int) -> Suggestion:
        """Drop a proposal."""

    # Moving

    async def export(self, server: int) -> tuple[bytes, ...]:
        """Return the server's facts, names and settings as YAML files, one unless it would be too large to import."""

    async def plan(self, server: int, content: bytes) -> Plan:
        """Return what importing `content` would do; nothing is changed yet. Raise `RefusedError` where it is no file."""

    async def apply(self, plan: Plan, editor: int | None) -> Change:
        """Do all of `plan` or nothing: refused where any line of it is, and where the server has changed since."""
