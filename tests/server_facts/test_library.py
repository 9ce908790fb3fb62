"""Snapshots: loaded once, read from memory, true to what any process saves."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from parts import ANNA, HERE, SEPANG, THERE, Parts
from postgres import Postgres
from sqlalchemy import event

from bot.server_facts.listening import watching
from bot.server_facts.store import Store

PATIENCE = 30.0
FOLDER = Path(__file__).parent
SERVERS, CHANGES = 5, 200


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not holds():
            await asyncio.sleep(0.02)


def statements(store: Store) -> list[str]:
    """Return a list that grows by every statement the store sends."""
    sent: list[str] = []
    event.listen(
        store.engine.sync_engine, "before_cursor_execute", lambda c, cursor, statement, *rest: sent.append(statement)
    )
    return sent


async def test_after_the_first_time_nothing_is_asked(parts: Parts, opened: Callable[[str], Parts], url: str) -> None:
    await parts.book.add(HERE, ANNA, SEPANG, "one")
    other = opened(url)
    await other.store.ready()
    sent = statements(other.store)
    first = await asyncio.gather(*(other.library.notes(HERE) for _ in range(20)))
    asked = len(sent)
    assert 0 < asked <= 5
    assert all(one is first[0] for one in first)
    assert await other.library.notes(HERE) is first[0]
    assert len((await other.book.about(HERE))[SEPANG]) == 1
    await other.library.notes(THERE)
    asked = len(sent)
    assert (await other.library.notes(THERE)).facts == ()
    assert len(sent) == asked


async def test_a_server_that_never_wrote_anything_stays_at_hand_whatever_others_write(parts: Parts) -> None:
    silent = await parts.library.notes(THERE)
    watch = watching(parts.store, parts.library)
    await parts.book.add(HERE, ANNA, SEPANG, "one")
    await watch.catch_up()
    assert parts.library.at_hand(THERE) is silent
    await watch.stop()


async def test_memory_is_bounded_and_what_was_used_last_stays(url: str) -> None:
    parts = Parts(Store(url), size=3)
    await parts.library.start()
    kept = await parts.library.notes(1)
    for server in (2, 3, 4, 5):
        await parts.library.notes(server)
        assert parts.library.at_hand(1) is kept
    assert [server for server in range(1, 6) if parts.library.at_hand(server)] == [1, 4, 5]
    await parts.close()


async def test_an_own_change_is_at_hand_at_once(parts: Parts) -> None:
    before = await parts.library.notes(HERE)
    await parts.book.add(HERE, ANNA, SEPANG, "one")
    after = parts.library.at_hand(HERE)
    assert after is not None
    assert (before.version, after.version, len(before.facts), len(after.facts)) == (0, 1, 0, 1)


async def test_another_process_is_heard(url: str, opened: Callable[[str], Parts]) -> None:
    here = opened(url)
    await here.library.start()
    for server in range(1, SERVERS + 1):
        await here.library.notes(server)
    other = await asyncio.create_subprocess_exec(*command(url, CHANGES), env=environment())
    assert await asyncio.wait_for(other.wait(), PATIENCE) == 0
    await until(lambda: count(here) == CHANGES)
    stored = Parts(here.store)
    for server in range(1, SERVERS + 1):
        assert await stored.library.notes(server) == here.library.at_hand(server)


async def test_nothing_is_missed_where_connections_are_cut(postgres: Postgres, opened: Callable[[str], Parts]) -> None:
    url = postgres.new_database()
    here = opened(url)
    await here.library.start()
    for server in range(1, SERVERS + 1):
        await here.library.notes(server)
    other = await asyncio.create_subprocess_exec(
        *command(url, CHANGES), env=environment(), stdout=asyncio.subprocess.PIPE
    )
    assert other.stdout is not None
    cut = 0
    while line := await asyncio.wait_for(other.stdout.readline(), PATIENCE):
        if int(line) % 50 == 25:
            cut += postgres.cut(url)
    assert await other.wait() == 0
    assert cut >= 4
    await until(lambda: count(here) == CHANGES)
    # And it goes on being heard.
    await opened(url).book.add(1, ANNA, SEPANG, "one more")
    await until(lambda: count(here) == CHANGES + 1)


async def test_a_person_forgotten_is_forgotten_everywhere(
    parts: Parts, opened: Callable[[str], Parts], url: str
) -> None:
    await parts.book.add(HERE, ANNA, SEPANG, "one")
    await parts.library.start()
    other = opened(url)
    await other.library.start()
    await other.library.notes(HERE)
    await parts.retention.forget(ANNA)

    def forgotten() -> bool:
        notes = other.library.at_hand(HERE)
        return notes is not None and notes.facts[0].author is None

    await until(forgotten)


@pytest.mark.parametrize("both", ["sqlite", "postgresql"])
async def test_many_processes_may_start_at_once(both: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path / 'new' / 'bot.db'}"
    if both == "postgresql":
        url = request.getfixturevalue("postgres").new_database()
    stores = [Store(url) for _ in range(6)]
    await asyncio.gather(*(store.ready() for store in stores))
    await asyncio.gather(*(store.close() for store in stores))


def count(parts: Parts) -> int:
    notes = [parts.library.at_hand(server) for server in range(1, SERVERS + 1)]
    return sum(len(one.facts) for one in notes if one is not None)


def command(url: str, changes: int) -> list[str]:
    return [sys.executable, str(FOLDER / "another.py"), url, str(changes), str(SERVERS)]


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(FOLDER.parents[1])}
