"""A bot in a process of its own, led to the stand-in of Discord, which tells what it did since it was asked last.

Run as a module, it is one of `BOTS`.
"""

from __future__ import annotations

import asyncio
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any, NamedTuple

import discord

from bot.assistant import Assistant
from bot.discord_app.client import SeriesClient, Setup, intents
from bot.discord_app.manners import Manners
from bot.discord_app.running import lead_to
from bot.operations.garbage import settle
from bot.settings import Settings, shipped_knowledge

# The watched bot is the whole one, which also notes for how long its event loop was held; that costs it a little.
BARE, WHOLE, WATCHED = BOTS = ("bare", "whole", "watched")
TESTS = Path(__file__).parents[1] / "tests"
BEAT = 0.001


class Did(NamedTuple):
    """What a bot did: the seconds of the processor, and the longest that its event loop was held."""

    busy: float
    held: float


class Bot:
    """One of `BOTS`, running."""

    def __init__(self, process: Process) -> None:
        self._process = process

    async def did(self) -> Did:
        """Return what it did since this was called last."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(b"\n")
        return Did(*map(float, (await self._process.stdout.readline()).split()))


def standin() -> Any:
    """Return a stand-in of Discord, which lives with the tests."""
    if str(TESTS) not in sys.path:
        sys.path.insert(0, str(TESTS))
    from standin import Standin  # type: ignore[import-not-found]

    return Standin()


@asynccontextmanager
async def running(name: str, discord: Any) -> AsyncIterator[Bot]:
    """Run the bot with this name, led to the stand-in `discord`."""
    env = {**os.environ, **discord.environment, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-m", "benchmarks.bots", name]
    process = await asyncio.create_subprocess_exec(*command, env=env, stdin=PIPE, stdout=PIPE)
    try:
        await discord.ready(within=60)
        bot = Bot(process)
        await bot.did()
        yield bot
    finally:
        process.kill()
        await process.wait()


async def beat(pauses: list[float]) -> None:
    """Note in `pauses`, again and again, for how long the event loop was held."""
    while True:
        start = perf_counter()
        await asyncio.sleep(BEAT)
        pauses.append(perf_counter() - start - BEAT)


async def _run(client: discord.Client, *, watched: bool = False) -> None:
    """Run `client`, and print for each line of standard input what it did since the one before."""
    busy, pauses = [process_time()], [0.0]

    def tell() -> None:
        sys.stdin.readline()
        busy.append(process_time())
        print(busy[-1] - busy[-2], max(pauses), flush=True)
        pauses[:] = [0.0]

    asyncio.get_running_loop().add_reader(sys.stdin, tell)
    watch = asyncio.create_task(beat(pauses)) if watched else None
    async with client:
        await client.start(os.environ["DISCORD_TOKEN"])
    if watch is not None:
        watch.cancel()


class Bare(discord.Client):
    """As little bot as can answer: no commands, no buttons, one embed made once."""

    embed = (
        discord.Embed(
            title="LMP3 champions, 2022",
            description="🇫🇷 Christophe Cresp, 🇫🇷 Antoine Doquin and 🇫🇷 Steven Palette won the LMP3 title of 2022.",
            colour=0x00998A,
        )
        .add_field(name="Notes", value="Sources differ on the nation of CD Sport: here Spain; elsewhere France.")
        .set_footer(text="Sources: Wikipedia: Asian Le Mans Series, Nring Info, The Checkered Flag, and 2 more")
    )

    async def on_message(self, message: discord.Message) -> None:
        """Answer what begins with the prefix."""
        if message.content.startswith("!") and not message.author.bot:
            await message.reply(embed=self.embed)


def main(name: str) -> None:
    """Be the bot with this name, led to where the environment says."""
    settings = Settings.from_env(os.environ)
    lead_to(settings)
    if name == BARE:
        asyncio.run(_run(Bare(intents=intents(reads_all=True))))
        return
    assistant = Assistant.from_folder(shipped_knowledge())
    assistant.prepare()
    settle()
    with TemporaryDirectory() as data:
        setup = Setup(data=Path(data), manners=Manners(questions_per_minute=10**9))
        asyncio.run(_run(SeriesClient(assistant, setup, shard_count=1), watched=name == WATCHED))


if __name__ == "__main__":
    main(sys.argv[1])
