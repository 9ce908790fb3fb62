"""What each server's admins have stored, at hand: their facts, their settings, and what changes them."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Coroutine
from typing import Any

from bot.assistant import Assistant
from bot.discord_app.prefixes import Prefixes
from bot.errors import BotError
from bot.server_facts.book import Book
from bot.server_facts.library import Library
from bot.server_facts.misses import Misses
from bot.server_facts.model import ServerNotes
from bot.server_facts.retention import Retention
from bot.server_facts.store import Store
from bot.server_facts.subjects import KnownSubjects

log = logging.getLogger(__name__)

# Whoever presses a button has three seconds, and an order waits for the storage once more after what all wait for; one
# that needs longer than this is as good as away.
PATIENCE = 1.2
# One event asks for the notes more than once: after the first time nobody waits for a while.
IMPATIENT_FOR = 5.0
# Where the storage hangs, what is done beside everything else must not pile up.
MOST_BESIDE = 100
NOBODYS = ServerNotes(server=0)


class Servers:
    """The storage with all that stands on it, as one bot uses it.

    `is_member` says whether the bot is in a server: of others nothing is ever shown, whatever is still kept of them.
    """

    def __init__(
        self, store: Store, in_memory: int, assistant: Assistant, usual: Prefixes, is_member: Callable[[int], bool]
    ) -> None:
        self.store = store
        self.in_memory = in_memory
        self.library = Library(store, in_memory)
        self.book = self._book(assistant)
        self.misses = Misses(store, self.library)
        self.retention = Retention(store, self.library)
        self._usual = usual
        self._is_member = is_member
        self._working: set[asyncio.Task[None]] = set()
        self._hangs_until = 0.0

    @property
    def usual_prefix(self) -> str:
        """The operator's prefix."""
        return self._usual.prefix_of(None)

    async def start(self) -> None:
        """Begin to hear what other processes change. Does not wait for the storage."""
        await self.library.start()

    async def close(self) -> None:
        """End what is under way. The storage stays open for whoever opened it."""
        await self.settled()
        await self.library.close()

    def exchange(self, assistant: Assistant) -> None:
        """Try new names against what `assistant` knows from now on, and take its subjects for those there are."""
        self.book = self._book(assistant)

    def _book(self, assistant: Assistant) -> Book:
        return Book(self.store, self.library, KnownSubjects(assistant.knowledge), assistant.against_name)

    async def settled(self) -> None:
        """Wait until what is done beside everything else is done, but not for long."""
        if self._working:
            await asyncio.wait(self._working, timeout=PATIENCE)

    async def wake(self, server: int | None) -> None:
        """Have the notes of `server` at hand, if the storage gives them soon; no query where they are already."""
        if server is None or not self._is_member(server) or self.library.at_hand(server) is not None or self.hangs:
            return
        try:
            async with asyncio.timeout(PATIENCE):
                await self.library.notes(server)
        except TimeoutError:
            self._hangs_until = time.monotonic() + IMPATIENT_FOR
            log.info("The storage does not answer: servers are spoken to as if they had no facts of their own.")

    @property
    def hangs(self) -> bool:
        """True where the storage has just not answered in time: then nobody waits for it for some seconds."""
        return time.monotonic() < self._hangs_until

    def notes(self, server: int | None) -> ServerNotes:
        """Return what is at hand of `server`; nothing in direct messages, and where the bot is no member."""
        if server is None or not self._is_member(server):
            return NOBODYS
        return self.library.at_hand(server) or NOBODYS

    def prefix_of(self, server: int | None) -> str:
        """Return the prefix that the server's managers chose, or the operator's."""
        return self.notes(server).settings.prefix or self._usual.prefix_of(server)

    def speaks_in(self, server: int | None, channel: int | None, parent: int | None) -> bool:
        """Say whether the bot may speak in a channel, or in a thread of the channel `parent`."""
        channels = self.notes(server).settings.channels
        return not channels or channel in channels or parent in channels

    def note_miss(self, server: int | None, question: str, asker: int) -> None:
        """Keep a question that was asked in vain, beside whatever else goes on."""
        if len(self._working) >= MOST_BESIDE or server is None or not self._is_member(server):
            return
        if self.notes(server).settings.keeps_misses:
            self.beside(self.misses.note(server, question, asker), "keep a question")

    def beside(self, work: Coroutine[Any, Any, object], what: str) -> None:
        """Do `work` while nobody waits for it; where that cannot be, the log has a line."""
        task = asyncio.get_running_loop().create_task(_quietly(work, what))
        self._working.add(task)
        task.add_done_callback(self._working.discard)


async def _quietly(work: Coroutine[Any, Any, object], what: str) -> None:
    try:
        await work
    except BotError as problem:
        log.warning("Could not %s: %s", what, problem)
    except Exception:
        log.exception("Could not %s.", what)
