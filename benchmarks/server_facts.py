"""Many servers with many facts in one database: how long the first use of one takes, and what memory they need."""

from __future__ import annotations

import asyncio
import gc
import tracemalloc
import warnings
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory, mkdtemp
from time import perf_counter
from typing import Any

from sqlalchemy import insert

from benchmarks.figures import Figures, Row
from bot.server_facts.book import Book
from bot.server_facts.library import Library
from bot.server_facts.model import ServerSettings, Subject, SubjectKind
from bot.server_facts.store import Store
from bot.server_facts.tables import FACTS, SERVERS
from bot.server_facts.things import settings_as_json

SEED = 1000
FACTS_EACH = 100
AT_ONCE = 200
MOST_USED = 500
MOST_MILLISECONDS = 20.0
MOST_GROWTH = 1.1
MOST_UNSEEN = 1_000.0
WORDS = ("gates", "open", "at", "nine", "bring", "a", "hat", "parking", "is", "free", "meet", "us", "behind", "it")


def rows(servers: int) -> Iterator[Row]:
    """Yield the figures for `servers` servers with a hundred facts each; of PostgreSQL where there is one to start."""
    with TemporaryDirectory() as folder:
        yield from asyncio.run(_rows(Path(folder) / "bot.db", servers))
    if find_spec("pgserver"):
        yield from _postgres_rows(max(servers // 50, 5))


def _postgres_rows(changes: int) -> Iterator[Row]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        server: Any = import_module("pgserver").get_server(mkdtemp(prefix="pg"), cleanup_mode="delete")
        address = server.get_uri().replace("postgresql://", "postgresql+asyncpg://")
        figures = Figures(tuple(asyncio.run(seen_after(address, changes))))
        server.cleanup()
    slowest = max(figures.values)
    yield Row(f"on PostgreSQL a change is seen by others after, {changes} changes", f"{figures} ms")
    yield Row("  the slowest", f"{slowest:.0f} ms", f"≤ {MOST_UNSEEN:g} ms", slowest <= MOST_UNSEEN)


async def seen_after(address: str, changes: int) -> list[float]:
    """Return the milliseconds from when each change was saved until another library has it."""
    here, there = Store(address), Store(address)
    book, library = Book(here, Library(here)), Library(there)
    await library.notes(1)
    await library.start()
    taken = []
    for number in range(changes):
        fact = await book.add(1, 1, Subject(SubjectKind.CIRCUIT, "sepang"), f"fact {number}")
        start = perf_counter()
        while fact not in (await library.notes(1)).facts[-1:]:
            await asyncio.sleep(0.001)
        taken.append((perf_counter() - start) * 1e3)
    await library.close()
    await here.close()
    await there.close()
    return taken


async def _rows(file: Path, servers: int) -> list[Row]:
    store = Store(f"sqlite+aiosqlite:///{file}")
    await fill(store, servers)
    used = Random(SEED).sample(range(1, servers + 1), min(servers, MOST_USED))
    figures = Figures(tuple(await first_uses(Library(store), used)))
    tail = figures.share(99)
    size = max(len(used) // 5, 1)
    few, many = await memory(store, size, used)
    await store.close()
    return [
        Row(f"first use of a server, {servers} with {FACTS_EACH} facts each", f"{figures} ms"),
        Row("  the slowest hundredth", f"{tail:.1f} ms", f"≤ {MOST_MILLISECONDS:g} ms", tail <= MOST_MILLISECONDS),
        Row(
            f"  memory once {len(used)} were used, with {size} servers in memory, as many times that of {size}",
            f"{many / few:.2f}, {many / 2**20:.1f} MB",
            f"≤ {MOST_GROWTH:g}",
            many / few <= MOST_GROWTH,
        ),
    ]


async def fill(store: Store, servers: int) -> None:
    """Put made-up facts of all servers into an empty database."""
    dice, at = Random(SEED), datetime.now(UTC)
    new = {"version": 1, "next_number": FACTS_EACH + 1, "next_suggestion": 1, "asker_key": b"x"}
    new["settings"] = settings_as_json(ServerSettings())
    said = {"kind": "circuit", "subject": "sepang", "source": "", "author": 1, "at": at, "revision": 1}
    for start in range(1, servers + 1, AT_ONCE):
        some = range(start, min(start + AT_ONCE, servers + 1))
        facts = [
            said | {"server": server, "number": number, "text": " ".join(dice.choices(WORDS, k=12))}
            for server in some
            for number in range(1, FACTS_EACH + 1)
        ]
        async with store.writing() as connection:
            await connection.execute(insert(SERVERS), [new | {"id": server} for server in some])
            await connection.execute(insert(FACTS), facts)


async def first_uses(library: Library, servers: list[int]) -> list[float]:
    """Return the milliseconds that the first question in each server waits for its facts."""
    await library.notes(0)
    taken = []
    for server in servers:
        start = perf_counter()
        notes = await library.notes(server)
        taken.append((perf_counter() - start) * 1e3)
        assert len(notes.facts) == FACTS_EACH
    return taken


async def memory(store: Store, size: int, servers: list[int]) -> tuple[int, int]:
    """Return the bytes in use once the cache is full, and once all of `servers` went through it."""
    library = Library(store, size)
    tracemalloc.start()
    before = _in_use()
    for server in servers[:size]:
        await library.notes(server)
    full = _in_use()
    for server in servers[size:]:
        await library.notes(server)
    after = _in_use()
    tracemalloc.stop()
    return full - before, after - before


def _in_use() -> int:
    gc.collect()
    return tracemalloc.get_traced_memory()[0]
