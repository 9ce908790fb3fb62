"""Hearing what other processes change, and catching up on what was not heard."""

from __future__ import annotations

import asyncio
import logging
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from bot.errors import BotError
from bot.server_facts.problems import StorageAwayError
from bot.server_facts.store import Store
from bot.server_facts.tables import SERVERS
from bot.server_facts.trouble import AWAY

if TYPE_CHECKING:
    from bot.server_facts.library import Library

log = logging.getLogger(__name__)

CHANNEL = "server_facts"
# A connection that has died without a word is found out this soon.
HEARTBEAT = 10.0
AGAIN_AFTER = 0.25
CLOSES_WITHIN = 5.0
LOOK_EVERY = 0.5
AT_ONCE = 500


def watching(store: Store, library: Library) -> Watch:
    """Begin to keep `library` true to what other processes save."""
    return SqliteWatch(store, library) if store.is_sqlite else PostgresWatch(store, library)


class Watch(ABC):
    """A task that refreshes a library; where the storage is lost it tries again until it is stopped."""

    def __init__(self, store: Store, library: Library) -> None:
        self.store = store
        self.library = library
        self._hears: bool | None = None
        self._ends = False
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """End watching.

        A connection that breaks in this very moment makes a failure of the cancellation, so it is told until it ends;
        not at once again, though, or it would be torn from what it is closing.
        """
        self._ends = True
        while not self._task.done():
            self._task.cancel()
            await asyncio.wait([self._task], timeout=CLOSES_WITHIN)

    async def _run(self) -> None:
        while not self._ends:
            try:
                await self.store.ready()
                with self.store.telling():
                    await self.watch()
            except BotError as problem:
                self._lost(problem)
            except Exception:
                # A fault of the program; but a watch that ends here would leave old facts in memory for good.
                log.exception("hearing changes of server facts failed")
            await asyncio.sleep(AGAIN_AFTER)

    def _lost(self, problem: BotError) -> None:
        # Said once and not with every attempt.
        if self._hears is not False:
            log.warning("server facts cannot be reached now: %s", problem)
        self._hears = False

    @abstractmethod
    async def watch(self) -> None:
        """Catch up and then hear every change, until the storage is lost."""

    async def catch_up(self) -> None:
        """Refresh whatever was changed while nobody listened."""
        if self._hears is False:
            log.info("server facts can be reached again")
        self._hears = True
        at_hand = self.library.versions()
        servers = list(at_hand)
        for start in range(0, len(servers), AT_ONCE):
            some = servers[start : start + AT_ONCE]
            async with self.store.reading() as connection:
                rows = await connection.execute(select(SERVERS.c.id, SERVERS.c.version).where(SERVERS.c.id.in_(some)))
                stored = {row.id: row.version for row in rows}
            for server in some:
                # Most servers have never written anything: there is no row of theirs, and nothing new to load.
                if stored.get(server, 0) != at_hand[server]:
                    await self.library.set_right(server, stored.get(server, 0))


class PostgresWatch(Watch):
    """Listens to what `notify` sends."""

    async def watch(self) -> None:
        """Listen first and catch up then: what is saved in between is heard."""
        heard: asyncio.Queue[str | None] = asyncio.Queue()
        async with self.store.engine.connect() as connection:
            driver: Any = (await connection.get_raw_connection()).driver_connection
            driver.add_termination_listener(lambda lost: heard.put_nowait(None))
            try:
                await driver.add_listener(CHANNEL, lambda driver, pid, channel, said: heard.put_nowait(said))
                await self.catch_up()
                while True:
                    await self._hear(driver, heard)
            finally:
                # It still listens: nobody else should get it from the pool.
                await connection.invalidate()

    async def _hear(self, driver: Any, heard: asyncio.Queue[str | None]) -> None:
        try:
            said = await asyncio.wait_for(heard.get(), HEARTBEAT)
        except TimeoutError:
            await driver.execute("SELECT 1")
            return
        if said is None:
            raise StorageAwayError(AWAY)
        server, version = map(int, said.split())
        await self.library.hear(server, version)


class SqliteWatch(Watch):
    """Looks now and then whether another connection has written: a number that SQLite keeps in memory."""

    async def watch(self) -> None:
        """Compare the versions only when that number has changed."""
        async with self.store.engine.connect() as connection:
            driver: Any = (await connection.get_raw_connection()).driver_connection
            seen: object = None
            while True:
                cursor = await driver.execute("PRAGMA data_version")
                stands = await cursor.fetchone()
                await cursor.close()
                if stands != seen:
                    await self.catch_up()
                    seen = stands
                await asyncio.sleep(LOOK_EVERY)
