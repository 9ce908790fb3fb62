"""Answers in Discord: the whole bot beside a bare bot of discord.py that replies with a constant embed.

Run by itself, it is one of the two bots, in a process of its own, and prints how much processor time it took.
"""

from __future__ import annotations

import asyncio
import gc
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import NamedTuple

import discord

from benchmarks.figures import Figures, Row
from benchmarks.questions import commands, plain, sample
from bot.assistant import Assistant
from bot.discord_app.client import SeriesClient, Setup, intents
from bot.discord_app.manners import Manners
from bot.discord_app.running import lead_to
from bot.settings import Settings, shipped_knowledge

SEED = 24
LEAST_RATIO = 0.7
MEMBERS, CHANNELS, AT_ONCE = 200, 20, 50
DIFFERENT = 200
BOTS = ("bare", "whole")
TESTS = Path(__file__).parents[1] / "tests"


def rows(assistant: Assistant, asked: int, rounds: int) -> Iterator[Row]:
    """Yield the answers a second of both bots to `asked` questions, and how they compare."""
    lines = _lines(assistant, asked)
    taken: dict[str, list[Measured]] = {name: [] for name in BOTS}
    for _ in range(rounds):
        for name in BOTS:
            taken[name].append(asyncio.run(_measured(name, lines)))
    busy = {name: Figures(tuple(asked / one.busy for one in taken[name])) for name in BOTS}
    for name, what in (("bare", "bare discord.py bot, constant embed"), ("whole", "whole bot")):
        wall = Figures(tuple(asked / one.wall for one in taken[name]))
        yield Row(f"Discord: {what}, answers a second of one core", str(busy[name]))
        yield Row("  answers a second, the stand-in's work included", str(wall))
    ratio = busy["whole"].median / busy["bare"].median
    yield Row(
        "  the whole over the bare, in answers of one core",
        f"{ratio:.0%}",
        f"≥ {LEAST_RATIO:.0%}",
        ratio >= LEAST_RATIO,
    )


def _lines(assistant: Assistant, asked: int) -> list[str]:
    """Return commands and free questions as a server asks them: a few hundred different ones, again and again."""
    dice = Random(SEED)
    known = [sample(make(assistant.knowledge), dice, DIFFERENT // 2) for make in (commands, plain)]
    lines = [line if line.startswith("!") else f"!ask {line}" for line in (*known[0], *known[1])]
    return [dice.choice(lines) for _ in range(asked)]


class Measured(NamedTuple):
    """What one run took: the seconds on the clock, and those of the processor in the bot's process."""

    wall: float
    busy: float


async def _measured(name: str, lines: Sequence[str]) -> Measured:
    """Ask one bot all `lines`, many people at once, and return what that took."""
    sys.path.insert(0, str(TESTS))
    from standin import Standin  # type: ignore[import-not-found]

    async with Standin() as standin:
        paddock = standin.guild("Paddock")
        places = [standin.channel(f"talk-{number}", paddock) for number in range(CHANNELS)]
        people = [standin.member(f"Member {number}", paddock) for number in range(MEMBERS)]
        env = {**os.environ, **standin.environment, "PYTHONPATH": os.pathsep.join(sys.path)}
        command = [sys.executable, "-m", "benchmarks.discord_throughput", name]
        bot = await asyncio.create_subprocess_exec(*command, env=env, stdin=PIPE, stdout=PIPE)
        await standin.ready(within=30)
        queue = iter(enumerate(lines))

        async def ask_on() -> None:
            for number, line in queue:
                person = people[number % MEMBERS]
                person.patience = 60
                await person.says(line, in_=places[number % CHANNELS])

        await _told(bot)
        start = perf_counter()
        await asyncio.gather(*(ask_on() for _ in range(AT_ONCE)))
        wall = perf_counter() - start
        busy = await _told(bot)
        bot.kill()
        await bot.wait()
        return Measured(wall, busy)


async def _told(bot: Process) -> float:
    """Return the seconds of the processor that `bot` took since it was asked last."""
    assert bot.stdin is not None
    assert bot.stdout is not None
    bot.stdin.write(b"\n")
    return float(await bot.stdout.readline())


async def _run(client: discord.Client) -> None:
    """Run `client`, and print for each line of standard input what the processor did since the one before."""
    marks = [process_time()]

    def tell() -> None:
        sys.stdin.readline()
        marks.append(process_time())
        print(marks[-1] - marks[-2], flush=True)

    asyncio.get_running_loop().add_reader(sys.stdin, tell)
    async with client:
        await client.start(os.environ["DISCORD_TOKEN"])


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
    """Be one of the two bots, led to where the environment says."""
    settings = Settings.from_env(os.environ)
    lead_to(settings)
    if name == "bare":
        asyncio.run(_run(Bare(intents=intents(reads_all=True))))
        return
    assistant = Assistant.from_folder(shipped_knowledge())
    assistant.prepare()
    gc.collect()
    gc.freeze()
    with TemporaryDirectory() as data:
        setup = Setup(data=Path(data), manners=Manners(questions_per_minute=10**9))
        asyncio.run(_run(SeriesClient(assistant, setup, shard_count=1)))


if __name__ == "__main__":
    main(sys.argv[1])
