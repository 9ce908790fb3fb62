"""Every server's notes, at hand in memory: answering a question costs no query."""

from __future__ import annotations

import asyncio
import logging

from cachetools import Cache, LRUCache

from bot.errors import BotError
from bot.server_facts.listening import Watch, watching
from bot.server_facts.model import ServerNotes
from bot.server_facts.rows import load
from bot.server_facts.store import Store

log = logging.getLogger(__name__)


class Library:
    """Snapshots of the servers spoken in last, at most `size` of them, always replaced and never changed.

    It belongs to one event loop. Until `start` it does not hear what other processes change.
    """

    def __init__(self, store: Store, size: int = 1000) -> None:
        self._store = store
        self._notes: LRUCache[int, ServerNotes] = LRUCache(size)
        self._loading: dict[int, asyncio.Task[ServerNotes]] = {}
        self._watch: Watch | None = None

    async def start(self) -> None:
        """Begin to watch for what other processes change. Does not wait for the storage."""
        if self._watch is None:
            self._watch = watching(self._store, self)

    async def close(self) -> None:
        """Stop watching."""
        if self._watch is not None:
            await self._watch.stop()
            self._watch = None

    async def notes(self, server: int) -> ServerNotes:
        """Return the server's notes, from memory after the first time.

        Never raises: where the storage is away and the server not in memory, they are empty and not `loaded`.
        """
        notes = self._notes.get(server)
        if notes is not None:
            return notes
        try:
            return await self.load(server)
        except BotError as problem:
            # Once for each question: whoever watches the storage says once that it is away.
            log.debug("the notes of a server are not there: %s", problem)
            return ServerNotes(server, loaded=False)

    def at_hand(self, server: int) -> ServerNotes | None:
        """Return the notes if they are in memory, without waiting."""
        return self._notes.get(server)

    async def load(self, server: int) -> ServerNotes:
        """Return the notes as the storage has them; `StorageAwayError` where it cannot be asked.

        Whoever asks while they are being loaded gets the same: a server that wakes up costs one load.
        """
        task = self._loading.get(server)
        if task is None:
            task = asyncio.create_task(self._load(server))
            self._loading[server] = task
            task.add_done_callback(lambda done: self._loaded(server, done))
        return await asyncio.shield(task)

    async def _load(self, server: int) -> ServerNotes:
        async with self._store.reading() as connection:
            notes = await load(connection, server)
        self.put(notes)
        return self._notes.get(server, notes)

    def _loaded(self, server: int, task: asyncio.Task[ServerNotes]) -> None:
        self._loading.pop(server, None)
        if not task.cancelled():
            # Whoever waited has it; nobody may have, and then it is not worth a warning of its own.
            task.exception()

    def put(self, notes: ServerNotes) -> None:
        """Take over what was saved or loaded, unless something newer is here already."""
        known = self._notes.get(notes.server)
        if known is None or known.version <= notes.version:
            self._notes[notes.server] = notes

    def drop(self, server: int) -> None:
        """Forget what is at hand of a server: the next question loads it."""
        self._notes.pop(server, None)

    def versions(self) -> dict[int, int]:
        """Return the version of each server at hand."""
        # Past the cache's own look-up, which would make each of them the one used last.
        return {server: Cache.__getitem__(self._notes, server).version for server in list(self._notes)}

    async def hear(self, server: int, version: int) -> None:
        """Follow another process, which has saved this version, or with 0 deleted the server.

        What is at hand is answered from until the new is loaded. Raise `StorageAwayError`.
        """
        known = self._version(server)
        if version == 0:
            self.drop(server)
        elif known is not None and known < version:
            await self._reload(server)

    async def set_right(self, server: int, version: int) -> None:
        """Do as `hear` does, where also an older version than the one at hand can be the true one."""
        known = self._version(server)
        if known is not None and known > version:
            self.drop(server)
        await self.hear(server, version)

    def _version(self, server: int) -> int | None:
        return Cache.__getitem__(self._notes, server).version if server in self._notes else None

    async def _reload(self, server: int) -> None:
        # One that is under way may have begun before the change.
        if task := self._loading.get(server):
            await asyncio.wait([task])
        await self.load(server)
