"""Whoever is cut off while the storage works for them: nothing is left waiting, and the storage serves the next."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Coroutine
from typing import Any

import pytest
from parts import ANNA, HERE, SEPANG, THERE, Parts

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
    assert await parts.book.add(HERE, ANNA, SEPANG, "the last")
    await parts.close()
