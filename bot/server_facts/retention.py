"""What is kept no longer: servers that sent the bot away, people who ask to be forgotten, old questions."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import UTC, datetime, timedelta

from sqlalchemy import ColumnElement, Table, delete, select, true, union, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.server_facts.desk import notify
from bot.server_facts.library import Library
from bot.server_facts.misses import KEPT as MISSES_KEPT
from bot.server_facts.misses import hashed
from bot.server_facts.problems import StorageAwayError
from bot.server_facts.store import Store
from bot.server_facts.tables import CHANGES, FACTS, MISSES, ORDERS, REVISIONS, SERVERS, SUGGESTIONS

KEPT = timedelta(days=30)
# Nothing that is older than some minutes is heard again.
ORDERS_KEPT = timedelta(days=1)

# Everywhere a person's id is kept.
_WHERE_PEOPLE_ARE = (
    (FACTS, FACTS.c.author),
    (CHANGES, CHANGES.c.author),
    (REVISIONS, REVISIONS.c.before_author),
    (REVISIONS, REVISIONS.c.after_author),
    (SUGGESTIONS, SUGGESTIONS.c.author),
)


class Retention:
    """Deletes what may not stay. Every method may raise `StorageAwayError`; then nothing was done, but by `purge`."""

    def __init__(self, store: Store, library: Library) -> None:
        self._store = store
        self._library = library

    async def left(self, server: int) -> None:
        """Note that the server has sent the bot away: 30 days from now its facts are deleted."""
        await self._mark(datetime.now(UTC), [server])

    async def joined(self, server: int) -> None:
        """Note that the bot is in the server (again): what was kept is there as before."""
        await self._mark(None, [server])

    async def present(self, servers: Collection[int], ours: Callable[[int], bool]) -> None:
        """Set right, after a start, what happened meanwhile: of the servers that are `ours`, these have the bot."""
        async with self._store.reading() as connection:
            stored = (await connection.execute(select(SERVERS.c.id, SERVERS.c.removed_at))).all()
        here = set(servers)
        await self._mark(None, [row.id for row in stored if row.id in here and row.removed_at])
        gone = [row.id for row in stored if ours(row.id) and row.id not in here and not row.removed_at]
        await self._mark(datetime.now(UTC), gone)

    async def purge(self, now: datetime | None = None) -> int:
        """Delete whatever is past its 30 days; return how many servers were. Call it once an hour or so.

        Each server goes by itself: one that cannot be deleted now keeps no other. Where there was one, that is raised
        in the end.
        """
        now = now or datetime.now(UTC)
        past = SERVERS.c.removed_at <= now - KEPT
        async with self._store.writing() as connection:
            await connection.execute(delete(MISSES).where(MISSES.c.at <= now - MISSES_KEPT))
            await connection.execute(delete(ORDERS).where(ORDERS.c.at <= now - ORDERS_KEPT))
        async with self._store.reading() as connection:
            gone = list(await connection.scalars(select(SERVERS.c.id).where(past).order_by(SERVERS.c.id)))
        deleted, problems = 0, []
        for server in gone:
            try:
                deleted += await self._delete(server, past)
            except StorageAwayError as problem:
                problems.append(problem)
        if problems:
            raise problems[0]
        return deleted

    async def _delete(self, server: int, past: ColumnElement[bool]) -> bool:
        """Delete a server, unless the bot came back to it this very moment."""
        async with self._store.writing() as connection:
            found = (await connection.execute(delete(SERVERS).where(SERVERS.c.id == server, past))).rowcount > 0
            if found:
                await notify(connection, server, 0)
        if found:
            self._library.drop(server)
        return found

    async def forget(self, person: int, server: int | None = None) -> int:
        """Remove a person's id from one server, or all; facts stay, with no author. Return how many places held it."""
        async with self._store.writing() as connection:
            touched = await _held_with(connection, person, server)
            held = 0
            for table, column in _WHERE_PEOPLE_ARE:
                which = update(table).where(column == person, _in(table, server)).values({column: None})
                held += (await connection.execute(which)).rowcount
            held += await _forget_misses(connection, person, server)
            # Whoever has these servers at hand has the id at hand.
            for one in touched:
                row = update(SERVERS).where(SERVERS.c.id == one).values(version=SERVERS.c.version + 1)
                version = await connection.scalar(row.returning(SERVERS.c.version))
                await notify(connection, one, version or 0)
        for one in touched:
            self._library.drop(one)
        return held

    async def _mark(self, when: datetime | None, servers: Iterable[int]) -> None:
        # In one order: two processes that mark the same servers wait for each other, and never both.
        which = sorted(servers)
        if not which:
            return
        async with self._store.writing() as connection:
            for server in which:
                row = update(SERVERS).where(SERVERS.c.id == server)
                if when is not None:
                    # Being told twice does not make the 30 days longer.
                    row = row.where(SERVERS.c.removed_at.is_(None))
                await connection.execute(row.values(removed_at=when))


def _in(table: Table, server: int | None) -> ColumnElement[bool]:
    return true() if server is None else table.c.server == server


async def _held_with(connection: AsyncConnection, person: int, server: int | None) -> list[int]:
    """Return the servers that hold a person's id, locked: a change under way could write it once more."""
    where = union(
        *(select(table.c.server).where(column == person, _in(table, server)) for table, column in _WHERE_PEOPLE_ARE)
    )
    held = select(SERVERS.c.id).where(SERVERS.c.id.in_(where)).order_by(SERVERS.c.id)
    return list(await connection.scalars(held.with_for_update()))


async def _forget_misses(connection: AsyncConnection, person: int, server: int | None) -> int:
    # Only a hash is kept, with a key of each server: it has to be worked out for each that keeps any.
    keys = select(SERVERS.c.id, SERVERS.c.asker_key).where(
        SERVERS.c.id.in_(select(MISSES.c.server).where(_in(MISSES, server)))
    )
    held = 0
    for one, key in (await connection.execute(keys.order_by(SERVERS.c.id))).all():
        which = delete(MISSES).where(MISSES.c.server == one, MISSES.c.asker == hashed(person, key))
        held += (await connection.execute(which)).rowcount
    return held
