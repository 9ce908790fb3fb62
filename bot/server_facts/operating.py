"""What an operator does with all servers' facts from the command line: backup, export, import, forgetting."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import select

from bot.server_facts.aside import aside
from bot.server_facts.book import Book
from bot.server_facts.entries import read_file
from bot.server_facts.importing import Plan
from bot.server_facts.keeping import all_subjects
from bot.server_facts.library import Library
from bot.server_facts.problems import RefusedError
from bot.server_facts.retention import Retention
from bot.server_facts.store import Store
from bot.server_facts.subjects import KnownSubjects
from bot.server_facts.tables import SERVERS

if TYPE_CHECKING:
    from bot.knowledge.base import Knowledge

Done = TypeVar("Done")

USE_PG_DUMP = (
    "A backup into one file is for SQLite; for PostgreSQL use pg_dump with the address in DATABASE_URL, "
    "or `bot facts export FOLDER`."
)


@dataclass(frozen=True)
class Works:
    """What an operator works with."""

    store: Store
    book: Book
    retention: Retention

    async def servers(self) -> list[int]:
        """Return the ids of all servers that have anything stored."""
        async with self.store.reading() as connection:
            return list(
                await connection.scalars(select(SERVERS.c.id).where(SERVERS.c.version > 0).order_by(SERVERS.c.id))
            )

    async def plan(self, content: bytes, server: int | None) -> Plan:
        """Return what a file would do to `server`, or else to the one it names."""
        server = server or (await aside(partial(read_file, content))).server
        if server is None:
            raise RefusedError("The file does not name its server; say which it is for with --server ID.")
        return await self.book.plan(server, content)

    async def backup(self, file: Path) -> None:
        """Copy the database to `file`, whole and at one moment, while others go on using it."""
        if not self.store.is_sqlite:
            raise RefusedError(USE_PG_DUMP)
        if self.store.file and file.exists() and self.store.file.exists() and file.samefile(self.store.file):
            raise RefusedError(f"{file} is the database itself; name another file.")
        if not file.absolute().parent.is_dir():
            raise RefusedError(f"There is no folder {file.parent} for the backup; make it first.")
        # An old backup is only given up for one that is whole.
        part = file.with_name(f"{file.name}.part")
        part.unlink(missing_ok=True)
        try:
            await self._copy(part)
            part.replace(file)
        finally:
            part.unlink(missing_ok=True)

    async def _copy(self, file: Path) -> None:
        async with self.store.reading() as connection:
            driver: Any = (await connection.get_raw_connection()).driver_connection
            with closing(sqlite3.connect(file, check_same_thread=False)) as copy:
                await driver.backup(copy)
                # One file, complete without a journal beside it.
                copy.execute("PRAGMA journal_mode=DELETE")


@asynccontextmanager
async def opened(address: str, knowledge: Knowledge | None = None) -> AsyncIterator[Works]:
    """Open the database for a moment."""
    store = Store(address)
    library = Library(store, 10)
    try:
        yield Works(
            store,
            Book(store, library, KnownSubjects(knowledge) if knowledge else all_subjects),
            Retention(store, library),
        )
    finally:
        await store.close()


def run(work: Coroutine[Any, Any, Done]) -> Done:
    """Do what waits, from where nothing does."""
    return asyncio.run(work)


async def backup(address: str, file: Path) -> None:
    """Copy the database to `file`."""
    async with opened(address) as works:
        await works.backup(file)


async def export(address: str, server: int | None) -> dict[int, tuple[bytes, ...]]:
    """Return the files of one server, or of all."""
    async with opened(address) as works:
        which = await works.servers()
        if server is not None:
            if server not in which:
                raise RefusedError(f"Nothing is stored of a server {server}.")
            which = [server]
        return {one: await works.book.export(one, authors=True) for one in which}


async def plan(address: str, knowledge: Knowledge, content: bytes, server: int | None) -> Plan:
    """Return what a file would do."""
    async with opened(address, knowledge) as works:
        return await works.plan(content, server)


async def apply(address: str, knowledge: Knowledge, planned: Plan) -> None:
    """Do what was planned."""
    async with opened(address, knowledge) as works:
        await works.book.apply(planned, None)


async def forget(address: str, person: int, server: int | None) -> int:
    """Remove a person's id; return how many places held it."""
    async with opened(address) as works:
        return await works.retention.forget(person, server)
