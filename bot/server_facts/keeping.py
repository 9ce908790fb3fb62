"""What every part of the book stands on: reading what is at hand, and one change at a time on a server held."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Protocol, TypeVar

from bot.server_facts.changes import About, NewTopic
from bot.server_facts.desk import Desk, held
from bot.server_facts.library import Library
from bot.server_facts.limits import check_counts
from bot.server_facts.model import ServerNotes, Subject, SubjectKind
from bot.server_facts.problems import NotThereError, RefusedError
from bot.server_facts.rules import Writing, settled, topic_called
from bot.server_facts.store import Store

Done = TypeVar("Done")


class Trial(Protocol):
    """Says why `name` cannot be a name for `subject` in a server: one sentence, or "" where nothing is against it.

    Called in a thread of its own, for new nicknames and topics, before they are saved. `subject` is None for a topic
    that does not exist yet.
    """

    def __call__(self, notes: ServerNotes, name: str, subject: Subject | None) -> str:
        """Return the sentence."""


class Subjects(Protocol):
    """Says why there is no `subject` outside the server's topics: one sentence, or "" where there is one."""

    def __call__(self, subject: Subject) -> str:
        """Return the sentence."""


def all_subjects(subject: Subject) -> str:
    """Take every subject for one there is."""
    return ""


def all_names(notes: ServerNotes, name: str, subject: Subject | None) -> str:
    """Have nothing against any name."""
    return ""


class Keeper:
    """Reads and changes servers; the rules of each kind of thing come on top."""

    def __init__(
        self, store: Store, library: Library, subjects: Subjects = all_subjects, trial: Trial = all_names
    ) -> None:
        self.store = store
        self.library = library
        self._subjects = subjects
        self._trial = trial

    async def notes(self, server: int) -> ServerNotes:
        """Return the server's notes; unlike the library's, `StorageAwayError` where they cannot be loaded."""
        return self.library.at_hand(server) or await self.library.load(server)

    async def _changed(self, server: int, work: Callable[[Desk], Awaitable[Done]]) -> Done:
        """Do `work` on the server, held; where the caller gives up waiting it is still done to its end."""

        async def whole() -> Done:
            async with held(self.store, self.library, server) as desk:
                return await work(desk)

        return await asyncio.shield(whole())

    def _check_subject(self, about: About) -> None:
        if isinstance(about, Subject) and about.kind is not SubjectKind.TOPIC and (why := self._subjects(about)):
            raise NotThereError(why)

    async def _check_new_topic(self, server: int, about: About) -> None:
        notes = await self.notes(server)
        if isinstance(about, NewTopic) and topic_called(notes, about.name) is None:
            # What the rules refuse anyway needs no trial, which takes longer.
            settled(notes, about)
            check_counts(len(notes.facts) + 1, 0)
            await self._try_name(notes, about.name, None)

    async def _try_name(self, notes: ServerNotes, name: str, subject: Subject | None) -> None:
        if why := await asyncio.to_thread(self._trial, notes, name, subject):
            raise RefusedError(why)


def written_by(author: int | None, number: int) -> Writing:
    """Return who writes fact `number`, now."""
    return Writing(author, datetime.now(UTC), number)
