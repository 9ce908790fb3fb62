"""Where nothing can be saved: one sentence for the admin, nothing half done, what is known goes on being known."""

from __future__ import annotations

import asyncio
import resource
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from parts import ANNA, FUJI, HERE, SEPANG, THERE, Parts
from postgres import Postgres
from sqlalchemy import event

from bot.errors import StartupError
from bot.server_facts.problems import StorageAwayError
from bot.server_facts.store import Store

PATIENCE = 30.0


async def assert_nothing_can_be_saved(parts: Parts, *named: str) -> None:
    """Every kind of change is refused with a sentence, and what is at hand is answered from."""
    before = await parts.library.notes(HERE)
    book = parts.book
    for attempt in (
        lambda: book.add(HERE, ANNA, FUJI, "two"),
        lambda: book.edit(HERE, ANNA, 1, "two", expected_revision=1),
        lambda: book.remove(HERE, ANNA, 1),
        lambda: book.undo(HERE, ANNA),
        lambda: book.add_name(HERE, ANNA, "the Nile", SEPANG),
        lambda: parts.retention.forget(ANNA),
    ):
        with pytest.raises(StorageAwayError) as caught:
            await attempt()
        sentence = str(caught.value)
        assert sentence.startswith("Saving is not possible"), sentence
        assert sentence.endswith(".")
        assert all(word in sentence for word in named), sentence
        assert "\n" not in sentence
        assert "Error" not in sentence
    await parts.misses.note(HERE, "who is that", ANNA)
    assert await parts.library.notes(HERE) is before
    assert (await book.show(HERE, 1)).text == "one"


async def test_postgresql_away_and_back(postgres: Postgres) -> None:
    url = postgres.new_database()
    parts = Parts(Store(url))
    await parts.library.start()
    await parts.book.add(HERE, ANNA, SEPANG, "one")
    await asyncio.to_thread(postgres.away)
    try:
        await assert_nothing_can_be_saved(parts)
        unknown = await parts.library.notes(THERE)
        assert (unknown.loaded, unknown.facts) == (False, ())
        with pytest.raises(StorageAwayError):
            await parts.book.show(THERE, 1)
    finally:
        await asyncio.to_thread(postgres.back)
    async with asyncio.timeout(PATIENCE):
        while not (await parts.library.notes(THERE)).loaded:
            await asyncio.sleep(0.1)
    assert (await parts.book.add(HERE, ANNA, FUJI, "two")).number == 2
    # What others save is heard again, too.
    other = Parts(Store(url))
    await other.book.add(HERE, ANNA, FUJI, "three")
    await other.close()
    async with asyncio.timeout(PATIENCE):
        while len((await parts.library.notes(HERE)).facts) < 3:
            await asyncio.sleep(0.1)
    await parts.close()


async def test_a_start_without_its_database_is_one(postgres: Postgres) -> None:
    url = postgres.new_database()
    await asyncio.to_thread(postgres.away)
    parts = Parts(Store(url))
    try:
        await parts.library.start()
        assert not (await parts.library.notes(HERE)).loaded
        with pytest.raises(StorageAwayError):
            await parts.book.add(HERE, ANNA, SEPANG, "one")
    finally:
        await asyncio.to_thread(postgres.back)
    async with asyncio.timeout(PATIENCE):
        while not (await parts.library.notes(HERE)).loaded:
            await asyncio.sleep(0.1)
    await parts.book.add(HERE, ANNA, SEPANG, "one")
    await parts.close()


async def with_one_fact(folder: Path) -> Parts:
    parts = Parts(Store(f"sqlite+aiosqlite:///{folder / 'bot.db'}"))
    await parts.book.add(HERE, ANNA, SEPANG, "one")
    return parts


@contextmanager
def no_file_grows_beyond(size: int) -> Iterator[None]:
    """Make the system refuse to write further, as a full disk does."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


async def test_a_disk_that_takes_no_more(tmp_path: Path) -> None:
    parts = await with_one_fact(tmp_path)
    journal = (tmp_path / "bot.db-wal").stat().st_size
    with no_file_grows_beyond(journal):
        await assert_nothing_can_be_saved(parts, "disk")
    assert (await parts.book.add(HERE, ANNA, FUJI, "two")).number == 2
    await parts.close()
    again = Parts(Store(f"sqlite+aiosqlite:///{tmp_path / 'bot.db'}"))
    assert [fact.text for fact in (await again.library.notes(HERE)).facts] == ["one", "two"]
    await again.close()


async def test_a_database_that_is_full(tmp_path: Path) -> None:
    parts = await with_one_fact(tmp_path)
    most = "PRAGMA max_page_count = 1"
    event.listen(parts.store.engine.sync_engine, "begin", lambda connection: connection.exec_driver_sql(most))
    with pytest.raises(StorageAwayError, match="disk is full"):
        for number in range(1_000):
            await parts.book.add(HERE, ANNA, FUJI, f"{number} " * 200)
    stored = await Parts(parts.store).library.notes(HERE)
    assert stored == await parts.library.notes(HERE)
    await parts.close()


async def test_a_file_that_may_only_be_read(tmp_path: Path) -> None:
    await (await with_one_fact(tmp_path)).close()
    read_only = f"sqlite+aiosqlite:///file:{tmp_path / 'bot.db'}?mode=ro&uri=true"
    parts = Parts(Store(read_only))
    await parts.library.start()
    await assert_nothing_can_be_saved(parts, "may not write")
    await parts.close()


async def test_another_program_that_holds_the_file(tmp_path: Path) -> None:
    parts = await with_one_fact(tmp_path)
    holder = sqlite3.connect(tmp_path / "bot.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(StorageAwayError, match="something else is writing"):
        await parts.book.add(HERE, ANNA, FUJI, "two")
    holder.execute("ROLLBACK")
    holder.close()
    await parts.book.add(HERE, ANNA, FUJI, "two")
    await parts.close()


@pytest.mark.parametrize("damage", ["no database", "a page"])
async def test_a_damaged_file_is_no_start(tmp_path: Path, damage: str) -> None:
    await (await with_one_fact(tmp_path)).close()
    file = tmp_path / "bot.db"
    content = bytearray(file.read_bytes())
    if damage == "no database":
        content[:100] = b"x" * 100
    else:
        content[4096 : 4096 * 40] = b"x" * len(content[4096 : 4096 * 40])
    file.write_bytes(content)
    parts = Parts(Store(f"sqlite+aiosqlite:///{file}"))
    with pytest.raises(StartupError, match=r"damaged .*backup") as caught:
        await parts.store.ready()
    assert "\n" not in str(caught.value)
    assert not (await parts.library.notes(HERE)).loaded
    await parts.close()


async def test_a_database_of_a_newer_bot_is_left_alone(parts: Parts, opened: Callable[[str], Parts], url: str) -> None:
    async with parts.store.writing() as connection:
        await connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StartupError, match="newer version"):
        await opened(url).store.ready()
