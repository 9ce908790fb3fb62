"""SQLite as the storage wants it: durable, one writer at a time, and closing whoever is cut off meanwhile."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import suppress
from functools import partial
from typing import Any

import aiosqlite
from sqlalchemy import Connection, event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

ROWS_AT_ONCE = 64


class RollsBack(sqlite3.Connection):
    """A connection that gives up its locks when it is closed, and not when its last cursor is forgotten.

    SQLite ends a transaction only once every statement is gone, and whoever was cut off may still hold some.
    """

    def close(self) -> None:
        """Roll back and close."""
        with suppress(sqlite3.Error):
            self.rollback()
        super().close()


class OneStop(aiosqlite.Connection):
    """A connection that is told to stop once, however often it is said.

    Its thread ends at the first word. SQLAlchemy says it to a connection whose user is cancelled while that closes,
    and closing then says it again and waits for the thread, for ever, and with it whoever ends the event loop.
    """

    _stopping: asyncio.Future[Any] | None = None

    def stop(self) -> asyncio.Future[Any] | None:
        """Have the thread close the connection and stop, and return what is done when it has."""
        if self._stopping is None:
            self._stopping = super().stop()
        return self._stopping

    async def close(self) -> None:
        """Close, or wait until that is done: while the thread is about to, nobody may take the connection from it."""
        if self._stopping is None:
            await super().close()
        else:
            await asyncio.wait([self._stopping])


def engine(url: str, *, patience: float) -> AsyncEngine:
    """Return the engine for `url`, which waits `patience` seconds for a connection and for another process's lock."""
    arguments = {"timeout": patience, "async_creator_fn": _connect}
    # What is said when something breaks ends in the log, where nobody's words belong.
    made = create_async_engine(url, pool_timeout=patience, connect_args=arguments, hide_parameters=True)
    event.listen(made.sync_engine, "connect", _set_up)
    event.listen(made.sync_engine, "begin", _begin)
    return made


def _connect(*arguments: Any, **options: Any) -> OneStop:
    connection = OneStop(partial(sqlite3.connect, *arguments, factory=RollsBack, **options), ROWS_AT_ONCE)
    # As SQLAlchemy has it for connections that it makes: none that is left open keeps the process from ending.
    connection._thread.daemon = True
    return connection


def _set_up(connection: Any, record: object) -> None:
    # The driver would begin transactions by itself, and only before some statements; `_begin` does it.
    connection.isolation_level = None
    cursor = connection.cursor()
    # FULL: what is acknowledged outlives the machine losing power, not only the process.
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    # A writer takes the lock at once: one that took it half-way would be refused instead of waiting.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
