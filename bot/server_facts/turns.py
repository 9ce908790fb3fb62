"""One at a time between processes: a lock of PostgreSQL, which goes by itself with the process that holds it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import text

from bot.server_facts.store import Store

LOOK_EVERY = 0.1
# The first half of PostgreSQL's keys of two halves: any number will do that nothing else here takes.
KEYS = 7_203_116


@asynccontextmanager
async def turn(store: Store, number: int) -> AsyncIterator[None]:
    """Hold turn `number` of all processes on the database of `store`; raise `StorageAwayError`.

    It holds a connection of the pool meanwhile. With SQLite, where there is one process, there is nobody to wait for.
    """
    if store.is_sqlite:
        yield
        return
    await store.ready()
    with store.telling():
        async with store.engine.connect() as connection:
            # What is open for long should be no transaction: PostgreSQL could clear nothing away behind it.
            await connection.execution_options(isolation_level="AUTOCOMMIT")
            keys = {"keys": KEYS, "number": number}
            while not await connection.scalar(text("SELECT pg_try_advisory_lock(:keys, :number)"), keys):
                await asyncio.sleep(LOOK_EVERY)
            try:
                yield
            finally:
                await connection.execute(text("SELECT pg_advisory_unlock(:keys, :number)"), keys)
