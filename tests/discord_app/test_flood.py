"""A flood: two thousand questions of two hundred members, and one who is in no hurry."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator
from pathlib import Path
from statistics import median

import pytest
from processes import BOT, clean
from standin import Guild, Message, Person, Standin

pytestmark = pytest.mark.slow

MEMBERS, EACH = 200, 10
PATIENCE = 120.0
LINES = ("!champion LMP3 2022", "!season 2019-20", "!driver Jakobsen", "!circuits", "!history 2013", "!record teams")
MEGABYTE = 2**20


@contextlib.asynccontextmanager
async def process(discord: Standin, folder: Path, **env: str) -> AsyncIterator[int]:
    """Run `bot run` and give its id: in a process of its own its memory is its own."""
    running = await asyncio.create_subprocess_exec(*BOT, "run", cwd=folder, env=clean(**discord.environment, **env))
    try:
        await discord.ready(within=PATIENCE)
        yield running.pid
    finally:
        running.kill()
        await running.wait()


def memory(pid: int) -> int:
    """Return how many bytes of memory a process holds."""
    pages = Path(f"/proc/{pid}/statm").read_text("ascii").split()[1]
    return int(pages) * 4096


async def flood(people: list[Person], each: int) -> list[Message]:
    """Let all `people` ask, faster than anyone can answer."""
    asked = []
    for person in people:
        asked += [person.posts(LINES[number % len(LINES)]) for number in range(each)]
        await asyncio.sleep(0)
    return asked


async def asks_in_peace(person: Person, flooding: asyncio.Event) -> list[float]:
    """Ask one question after the other until the flood is over, and return how long each answer took."""
    taken = []
    while flooding.is_set():
        start = time.monotonic()
        person.patience = PATIENCE
        await person.says("!champion GT 2022", in_=person.dm)
        taken.append(time.monotonic() - start)
    return taken


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="this system does not tell the memory of a process")
async def test_a_flood_is_answered_and_drowns_nobody(tmp_path: Path) -> None:
    """Each is answered once, and who is in no hurry waits no longer at the end of the flood than at its start.

    A first flood fills the caches and shows how much is held at once; after a second one no more is held.
    """
    async with Standin() as discord:
        people, calm = crowd(discord)
        async with process(discord, tmp_path, QUESTIONS_PER_MINUTE="1000") as pid:
            warm = await flood(people, EACH)
            await answered(discord, warm)
            before = memory(pid)
            flooding = asyncio.Event()
            flooding.set()
            talk = asyncio.create_task(asks_in_peace(calm, flooding))
            start = time.monotonic()
            asked = await flood(people, EACH)
            await answered(discord, asked)
            lasted = time.monotonic() - start
            flooding.clear()
            taken = await talk
            grown = memory(pid) - before
    assert [len(question.replies) for question in asked] == [1] * MEMBERS * EACH
    assert grown < 12 * MEGABYTE
    assert max(taken) < lasted / 2
    half = len(taken) // 2
    assert median(taken[half:]) < 2 * median(taken[:half] or taken) + 0.25


async def test_who_floods_is_told_to_slow_down(tmp_path: Path) -> None:
    async with Standin() as discord:
        people, _ = crowd(discord)
        async with process(discord, tmp_path, QUESTIONS_PER_MINUTE="5"):
            asked = await flood(people[:20], EACH)
            told = lambda: all(question.replies or question.reactions for question in asked)  # noqa: E731
            await discord.until(told, within=PATIENCE)
    slowed = [question for question in asked if any("Slow down" in reply.text for reply in question.replies)]
    marked = [question for question in asked if question.reactions]
    assert (len(slowed), len(marked)) == (20, 20 * (EACH - 6))


def crowd(discord: Standin) -> tuple[list[Person], Person]:
    paddock: Guild = discord.guild("Paddock")
    return [discord.member(f"Member {number}", paddock) for number in range(MEMBERS)], discord.member("Calm", paddock)


async def answered(discord: Standin, questions: list[Message]) -> None:
    await discord.until(lambda: all(question.replies for question in questions), within=PATIENCE)
