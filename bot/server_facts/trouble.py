"""What a database says when it is away, full or locked, in a sentence for the admin who wanted to save something."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import asyncpg
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from bot.errors import StartupError
from bot.server_facts.problems import StorageAwayError

AWAY = "Saving is not possible now, because the storage cannot be reached; nothing was changed, try again in a minute."
UNSURE = "The storage was lost just while saving: look whether the change was made before you repeat it."
_FULL = "Saving is not possible, because the bot's disk is full; nothing was changed, and what was saved is safe."
_READ_ONLY = "Saving is not possible, because the bot may not write its storage; nothing was changed."
_BUSY = "Saving is not possible this moment, because something else is writing; nothing was changed, try again."
DAMAGED = "The database of server facts is damaged ({}); put a backup in its place, or move it away to begin anew."

_SQLITE = {
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_PERM: _READ_ONLY,
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_IOERR: "Saving is not possible, because the bot's disk does not take it; nothing was changed.",
    sqlite3.SQLITE_CANTOPEN: AWAY,
}
_BROKEN = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_LOWEST_BYTE = 0xFF

# Whole classes of PostgreSQL's codes, then single codes: whatever says that the server cannot now, and not that the
# statement was wrong.
_POSTGRES = {
    "53100": _FULL,
    "25006": _READ_ONLY,
    "08": AWAY,
    "28": AWAY,
    "3D": AWAY,
    "40": _BUSY,
    "53": AWAY,
    "55": _BUSY,
    "57": AWAY,
    "58": AWAY,
}


@contextmanager
def told_plainly() -> Iterator[None]:
    """Turn what the database raises because it cannot, into `StorageAwayError`; its being damaged into `StartupError`.

    Anything else is a fault of the program and passes through.
    """
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error, asyncpg.PostgresError, asyncpg.InterfaceError, OSError) as error:
        raise plain(error) from error


def plain(error: Exception) -> Exception:
    """Return what to raise instead of `error`, which may be `error` itself."""
    cause = _cause(error)
    if isinstance(cause, sqlite3.Error):
        code = getattr(cause, "sqlite_errorcode", 0) & _LOWEST_BYTE
        if code in _BROKEN:
            return StartupError(DAMAGED.format(cause))
        sentence = _SQLITE.get(code)
        return StorageAwayError(sentence) if sentence else error
    if state := getattr(cause, "sqlstate", None):
        sentence = _POSTGRES.get(state) or _POSTGRES.get(state[:2])
        return StorageAwayError(sentence) if sentence else error
    # `TimeoutError` is an OSError; what is left of asyncpg's own errors without a code are lost connections.
    lost = isinstance(error, DBAPIError) and error.connection_invalidated
    if lost or isinstance(cause, OSError | PoolTimeoutError | asyncpg.InterfaceError | ConnectionError):
        return StorageAwayError(AWAY)
    return error


def _cause(error: BaseException) -> BaseException:
    """Return what the driver itself raised: SQLAlchemy wraps it, once or twice."""
    while isinstance(error, DBAPIError) and error.orig is not None:
        error = error.orig
    while (
        not isinstance(error, sqlite3.Error | asyncpg.PostgresError | asyncpg.InterfaceError)
        and type(error).__module__.startswith("sqlalchemy")
        and error.__cause__ is not None
    ):
        error = error.__cause__
    return error
