"""A server held for writing: what stands cannot change under the one who holds it, and all it writes is one change."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import delete, insert, select, text, update
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.engine import Row
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.server_facts import once
from bot.server_facts.changes import Action, Change, Step
from bot.server_facts.history import record
from bot.server_facts.library import Library
from bot.server_facts.listening import CHANNEL
from bot.server_facts.model import Fact, ServerNotes, ServerSettings
from bot.server_facts.rows import load, save
from bot.server_facts.store import Store
from bot.server_facts.tables import CHANGES, MISSES, SERVERS
from bot.server_facts.things import settings_as_json, stepped

ASKER_KEY_LONG = 32


@dataclass
class Desk:
    """One server as it stands; `notes` follow what is written. `next_number` is that of the next new fact."""

    connection: AsyncConnection
    notes: ServerNotes
    next_number: int
    next_suggestion: int

    @property
    def server(self) -> int:
        """The server's id."""
        return self.notes.server

    async def write(
        self,
        action: Action,
        author: int | None,
        steps: Sequence[Step],
        undoes: int | None = None,
        undone: bool = True,
    ) -> Change:
        """Write one change with its revisions; it is saved when the desk is given back.

        `undone` says whether the change that this one `undoes` is taken back whole. Where questions asked in vain are
        to be kept no longer, those that were are deleted with it.
        """
        version = self.notes.version + 1
        change = Change(version, action, author, datetime.now(UTC), tuple(steps), undoes)
        await save(self.connection, self.server, change.steps)
        await record(self.connection, self.server, change)
        if any(_lets_go(step) for step in change.steps):
            await self.connection.execute(delete(MISSES).where(MISSES.c.server == self.server))
        if undoes is not None:
            taken = update(CHANGES).where(CHANGES.c.server == self.server, CHANGES.c.version == undoes)
            await self.connection.execute(taken.values(undone=undone))
        numbers = (step.after.number for step in steps if isinstance(step.after, Fact))
        self.next_number = max(self.next_number, *(number + 1 for number in numbers), 1)
        await self.connection.execute(
            update(SERVERS)
            .where(SERVERS.c.id == self.server)
            .values(version=version, next_number=self.next_number, next_suggestion=self.next_suggestion)
        )
        await notify(self.connection, self.server, version)
        self.notes = stepped(self.notes, change.steps, version)
        return change


def _lets_go(step: Step) -> bool:
    return isinstance(step.after, ServerSettings) and not step.after.keeps_misses


@asynccontextmanager
async def held(store: Store, library: Library, server: int) -> AsyncIterator[Desk]:
    """Hold a server for writing; what was written is saved, and in the library, once this ends well.

    Raise `DoneAlreadyError` where this is for an order that was carried out before.
    """
    async with store.writing() as connection:
        row = await locked(connection, server)
        await once.note(connection, server)
        at_hand = library.at_hand(server)
        fresh = at_hand is not None and at_hand.version == row.version
        notes = at_hand if at_hand is not None and fresh else await load(connection, server)
        desk = Desk(connection, notes, row.next_number, row.next_suggestion)
        yield desk
    library.put(desk.notes)


async def locked(connection: AsyncConnection, server: int) -> Row[Any]:
    """Return the server's row, made where there is none, and let nobody else write to the server meanwhile."""
    # On SQLite the whole database is held already, and FOR UPDATE is left out of the statement.
    held_row = select(SERVERS).where(SERVERS.c.id == server).with_for_update()
    row = (await connection.execute(held_row)).one_or_none()
    if row is None:
        new = {
            "id": server,
            "version": 0,
            "next_number": 1,
            "next_suggestion": 1,
            "settings": settings_as_json(ServerSettings()),
            "asker_key": secrets.token_bytes(ASKER_KEY_LONG),
        }
        make = (
            insert(SERVERS)
            if connection.dialect.name == "sqlite"
            else postgres_insert(SERVERS).on_conflict_do_nothing()
        )
        await connection.execute(make.values(new))
        row = (await connection.execute(held_row)).one()
    return row


async def notify(connection: AsyncConnection, server: int, version: int) -> None:
    """Tell all processes of a server's new version, as soon as it is saved; 0 stands for its being deleted."""
    if connection.dialect.name == "postgresql":
        await connection.execute(
            text("SELECT pg_notify(:channel, :said)"), {"channel": CHANNEL, "said": f"{server} {version}"}
        )
