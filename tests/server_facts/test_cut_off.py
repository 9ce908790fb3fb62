"""Whoever is cut off while the storage works for them: nothing is left waiting, and the storage serves the next."""

from __future__ import annotations

import asyncio
import random
import sqlite3
import time
from collections.abc import Coroutine
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from parts import ANNA, HERE, SEPANG, THERE, Parts

from bot.server_facts.sqlite import OneStop, RollsBack
from bot.server_facts.store import Store

PATIENCE = 10.0
CUTS = 150


def some_work(parts: Parts, number: int, dice: random.Random) -> Coroutine[Any, Any, object]:
    match dice.randrange(3):
        case 0:
            return parts.retention.present([HERE, THERE], lambda server: True)
        case 1:
            return parts.book.add(HERE, ANNA, SEPANG, f"fact {number}")
        case _:
            return parts.library.load(HERE)


async def cut_off(work: Coroutine[Any, Any, object], dice: random.Random) -> None:
    """Begin `work`, cut it off somewhere, and then all that it left, as the end of an event loop does."""
    before = asyncio.all_tasks()
    task = asyncio.create_task(work)
    await asyncio.sleep(dice.random() * dice.choice((0.0, 0.002, 0.01)))
    for left in ({task}, asyncio.all_tasks() - before):
        for one in left:
            one.cancel()
        for _ in range(dice.randrange(4)):
            await asyncio.sleep(0)
    left = asyncio.all_tasks() - before
    if left:
        _, waiting = await asyncio.wait(left, timeout=PATIENCE)
        assert not waiting


def is_locked(file: Path) -> bool:
    """Say whether anybody still holds the lock of writers, a moment after the last was cut off."""
    other = sqlite3.connect(file, timeout=1, isolation_level=None)
    try:
        other.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError:
        return True
    finally:
        other.close()
    return False


# What is left of PostgreSQL's connections is put away by the collector, which says so.
@pytest.mark.filterwarnings("ignore:The garbage collector", "ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("anew", [True, False], ids=["first-use", "later"])
async def test_nothing_is_left_waiting(url: str, *, anew: bool) -> None:
    dice = random.Random(7)
    parts = Parts(Store(url))
    await parts.book.add(HERE, ANNA, SEPANG, "one")
    for number in range(CUTS):
        if anew:
            await parts.store.close()
        await cut_off(some_work(parts, number, dice), dice)
        assert parts.store.file is None or not is_locked(parts.store.file)
    assert await parts.book.add(HERE, ANNA, SEPANG, "the last")
    await parts.close()


async def test_a_connection_told_to_stop_and_to_close_gives_up_its_lock(tmp_path: Path) -> None:
    file = tmp_path / "bot.db"
    connection = await OneStop(partial(sqlite3.connect, file, isolation_level=None, factory=RollsBack), 1)
    await connection.execute("BEGIN IMMEDIATE")
    await connection.create_function("snooze", 0, partial(time.sleep, 0.2))
    held = asyncio.create_task(connection.execute_fetchall("SELECT snooze()"))
    await asyncio.sleep(0.05)
    held.cancel()
    connection.stop()
    await connection.close()
    assert not is_locked(file)
