"""What members asked in vain: kept 30 days, shown once two different people asked it, never with who asked."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta

from sqlalchemy import delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.server_facts.changes import Miss
from bot.server_facts.desk import locked
from bot.server_facts.library import Library
from bot.server_facts.limits import is_keepable
from bot.server_facts.problems import StorageAwayError
from bot.server_facts.store import Store
from bot.server_facts.tables import MISSES

KEPT = timedelta(days=30)
ASKERS_LEAST = 2
MOST = 1_000
LONGEST = 300
_HASH_LONG = 16


def hashed(asker: int, key: bytes) -> bytes:
    """Return what stands for a person in one server: enough to tell two apart, in no other server the same."""
    return hashlib.blake2b(str(asker).encode(), key=key, digest_size=_HASH_LONG).digest()


class Misses:
    """The questions of each server that had no answer."""

    def __init__(self, store: Store, library: Library) -> None:
        self._store = store
        self._library = library

    async def note(self, server: int, folded_text: str, asker: int) -> None:
        """Remember one question; nothing happens where the server's settings say so or the storage is away."""
        notes = await self._library.notes(server)
        if not notes.loaded or not notes.settings.keeps_misses or not is_keepable(folded_text, LONGEST):
            return
        try:
            async with self._store.writing() as connection:
                row = await locked(connection, server)
                if row.settings.get("keeps_misses", True):
                    await _note(connection, server, folded_text, hashed(asker, row.asker_key))
        except StorageAwayError:
            return

    async def of(self, server: int) -> tuple[Miss, ...]:
        """Return what at least two different people asked in the last 30 days, most askers first."""
        askers, last = func.count().label("askers"), func.max(MISSES.c.at, type_=MISSES.c.at.type).label("last")
        found = (
            select(MISSES.c.text, askers, last)
            .where(MISSES.c.server == server, MISSES.c.at > datetime.now(UTC) - KEPT)
            .group_by(MISSES.c.text)
            .having(func.count() >= ASKERS_LEAST)
            .order_by(askers.desc(), last.desc(), MISSES.c.text)
        )
        async with self._store.reading() as connection:
            return tuple(Miss(text, count, at) for text, count, at in await connection.execute(found))

    async def drop(self, server: int, folded_text: str) -> None:
        """Forget one question, once an editor has answered it."""
        async with self._store.writing() as connection:
            await connection.execute(delete(MISSES).where(MISSES.c.server == server, MISSES.c.text == folded_text))


async def _note(connection: AsyncConnection, server: int, text: str, asker: bytes) -> None:
    here = MISSES.c.server == server
    await connection.execute(delete(MISSES).where(here, MISSES.c.text == text, MISSES.c.asker == asker))
    kept = await connection.scalar(select(func.count()).select_from(MISSES).where(here))
    if (kept or 0) >= MOST:
        # A flood of questions pushes the oldest out, and cannot fill the disk.
        oldest = await connection.scalar(select(MISSES.c.text).where(here).order_by(MISSES.c.at).limit(1))
        await connection.execute(delete(MISSES).where(here, MISSES.c.text == oldest))
    await connection.execute(insert(MISSES).values(server=server, text=text, asker=asker, at=datetime.now(UTC)))
