"""The database: SQLite or PostgreSQL, brought to the present shape at the first use, and when it is away, said so."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, make_url, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.errors import BotError, StartupError
from bot.server_facts import sqlite
from bot.server_facts.migrating import NEWEST, is_known, migrate, stands_at
from bot.server_facts.problems import StorageAwayError
from bot.server_facts.trouble import DAMAGED, UNSURE, plain, told_plainly

# Whoever waits for a storage that is away waits in vain: after a failed attempt the next one is this much later.
PAUSE = 1.0
PATIENCE = 5
# Beside the five connections of the pool: many processes share what one PostgreSQL has.
OVERFLOW = 5
# Any number will do, as long as every process takes the same.
MIGRATING = 7_203_115_802
_migrating: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Lock] = WeakKeyDictionary()
NEWER = "The database of server facts was made by a newer version of the bot; run that version."


class Store:
    """One database. Nothing happens before `ready` or the first use, and each use makes it ready that is not yet."""

    def __init__(self, url: str) -> None:
        self.is_sqlite = make_url(url).get_backend_name() == "sqlite"
        self.file = _file(url) if self.is_sqlite else None
        self.engine = sqlite.engine(url, patience=PATIENCE) if self.is_sqlite else _postgres(url)
        self._is_ready = False
        self._making_ready = asyncio.Lock()
        # SQLite has one writer at a time anyway; waiting here is fair and costs no polling.
        self._one_writer = asyncio.Lock() if self.is_sqlite else None
        self._not_before = 0.0
        self._problem: BotError = StorageAwayError("")
        self.failures = 0

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Raise what the database cannot do as `told_plainly` does, and count it."""
        try:
            with told_plainly():
                yield
        except (StorageAwayError, StartupError):
            self.failures += 1
            raise

    async def ping(self) -> str:
        """Return "" where the database answers, else a sentence; it is asked and not remembered."""
        try:
            async with self.reading() as connection:
                await connection.execute(text("SELECT 1"))
        except BotError as problem:
            return str(problem)
        return ""

    async def ready(self) -> None:
        """Connect, check and migrate; raise `StorageAwayError`, or `StartupError` where the database is of no use.

        Several processes may do so at once: one migrates, the others wait for it.
        """
        if self.is_ready():
            return
        async with self._making_ready:
            if self.is_ready():
                return
            if time.monotonic() < self._not_before:
                raise type(self._problem)(str(self._problem))
            try:
                with self.telling():
                    await self._prepare()
            except BotError as problem:
                self._problem, self._not_before = problem, time.monotonic() + PAUSE
                raise
            self._is_ready = True

    def is_ready(self) -> bool:
        """Say whether the database was reached once and has the present shape."""
        return self._is_ready

    async def close(self) -> None:
        """Let all connections go; the next use opens new ones."""
        await self.engine.dispose()

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """Lend a connection on which everything is seen at one moment; raise `StorageAwayError`."""
        await self.ready()
        with self.telling():
            async with self.engine.connect() as connection:
                if not self.is_sqlite:
                    await connection.execution_options(isolation_level="REPEATABLE READ")
                yield connection

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """Lend a connection within a transaction: when this ends well all of it outlives a crash, or else none is done.

        Raise `StorageAwayError`; its text says so where it is not certain which of the two happened.
        """
        await self.ready()
        async with AsyncExitStack() as stack:
            if self._one_writer:
                await stack.enter_async_context(self._one_writer)
            stack.enter_context(self.telling())
            connection = await stack.enter_async_context(self.engine.connect())
            await connection.execution_options(writes=True)
            transaction = await connection.begin()
            try:
                yield connection
            except BaseException:
                await _roll_back(transaction)
                raise
            try:
                await transaction.commit()
            except Exception as error:
                await _roll_back(transaction)
                if self.is_sqlite or not isinstance(plain(error), StorageAwayError):
                    raise
                raise StorageAwayError(UNSURE) from error

    async def _prepare(self) -> None:
        if self.file:
            self.file.parent.mkdir(parents=True, exist_ok=True)
        async with self.engine.connect() as connection:
            if self.is_sqlite:
                found = await connection.scalar(text("PRAGMA integrity_check(1)"))
                if found != "ok":
                    raise StartupError(DAMAGED.format(" ".join(str(found).split())))
            stands = await connection.run_sync(stands_at)
        if stands == NEWEST:
            return
        if stands and not is_known(stands):
            raise StartupError(NEWER)
        async with self.engine.connect() as connection:
            await connection.execution_options(writes=True)
            async with connection.begin():
                if not self.is_sqlite:
                    await connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": MIGRATING})
                async with _one_at_a_time():
                    await connection.run_sync(_migrate_once)


def _one_at_a_time() -> asyncio.Lock:
    """Return what lets stores of one process migrate one after the other: Alembic keeps what it is at in globals."""
    return _migrating.setdefault(asyncio.get_running_loop(), asyncio.Lock())


def _migrate_once(connection: Connection) -> None:
    # Another process may have done it while this one waited for the lock.
    if stands_at(connection) != NEWEST:
        migrate(connection)


async def _roll_back(transaction: Any) -> None:
    # A connection that is lost has nothing to roll back, and what lost it is the error to tell.
    try:
        if transaction.is_active:
            await transaction.rollback()
    except Exception as error:
        if not isinstance(plain(error), StorageAwayError):
            raise


def _file(url: str) -> Path | None:
    name = make_url(url).database or ""
    return None if name.startswith(("file:", ":memory:")) else Path(name)


def _postgres(url: str) -> AsyncEngine:
    # `pool_pre_ping` notices what a restart of the server has cut.
    waiting = {"timeout": PATIENCE, "command_timeout": 2 * PATIENCE}
    return create_async_engine(
        url,
        pool_pre_ping=True,
        pool_timeout=PATIENCE,
        max_overflow=OVERFLOW,
        connect_args=waiting,
        # What is said when something breaks ends in the log, where nobody's words belong.
        hide_parameters=True,
    )
