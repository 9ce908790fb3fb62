"""Answers in Discord: the whole bot beside a bare bot of discord.py that replies with a constant embed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from itertools import count
from random import Random
from time import perf_counter
from typing import Any, NamedTuple

from benchmarks.bots import BARE, WHOLE, Bot, running, standin
from benchmarks.figures import Figures, Row
from benchmarks.questions import commands, plain, sample
from bot.assistant import Assistant

SEED = 24
LEAST_RATIO = 0.7
MEMBERS, CHANNELS, AT_ONCE = 200, 20, 50
DIFFERENT = 200
IN_A_TURN = 100
# Seconds a bot gets to finish what it does at its start.
SETTLES = 1.5


def rows(assistant: Assistant, asked: int, rounds: int) -> Iterator[Row]:
    """Yield the answers a second of both bots to `asked` questions, and how they compare."""
    lines = _lines(assistant, asked)
    pairs = [asyncio.run(_side_by_side(lines)) for _ in range(rounds)]
    for taken, what in zip(zip(*pairs, strict=True), ("bare discord.py bot, constant embed", "whole bot"), strict=True):
        busy = Figures(tuple(asked / one.busy for one in taken))
        wall = Figures(tuple(asked / one.wall for one in taken))
        yield Row(f"Discord: {what}, answers a second of one core", str(busy))
        yield Row("  answers a second, the stand-in's work included", str(wall))
    ratio = Figures(tuple(bare.busy / whole.busy for bare, whole in pairs))
    said = f"{ratio.median:.0%} ({ratio.share(25):.0%} to {ratio.share(75):.0%})"
    yield Row(
        "  the whole over the bare, in answers of one core, round by round",
        said,
        f"≥ {LEAST_RATIO:.0%}",
        ratio.median >= LEAST_RATIO,
    )


def _lines(assistant: Assistant, asked: int) -> list[str]:
    """Return commands and free questions as a server asks them: a few hundred different ones, again and again."""
    dice = Random(SEED)
    known = [sample(make(assistant.knowledge), dice, DIFFERENT // 2) for make in (commands, plain)]
    lines = [line if line.startswith("!") else f"!ask {line}" for line in (*known[0], *known[1])]
    return [dice.choice(lines) for _ in range(asked)]


class Measured(NamedTuple):
    """What answers took: the seconds on the clock, and those of the processor in the bot's process."""

    wall: float = 0.0
    busy: float = 0.0

    def and_more(self, more: Measured) -> Measured:
        """Return both together."""
        return Measured(self.wall + more.wall, self.busy + more.busy)


class Stage:
    """A stand-in of Discord, people in it, and a `bot` of its own that they ask."""

    bot: Bot

    def __init__(self, discord: Any) -> None:
        paddock = discord.guild("Paddock")
        self._places = [discord.channel(f"talk-{number}", paddock) for number in range(CHANNELS)]
        self._people = [discord.member(f"Member {number}", paddock) for number in range(MEMBERS)]
        self._asked = count()
        for person in self._people:
            person.patience = 60

    @classmethod
    @asynccontextmanager
    async def of(cls, name: str) -> AsyncIterator[Stage]:
        """Run the bot with this name, and let it do what a process does once, such as opening its storage."""
        async with standin() as discord:
            stage = cls(discord)
            async with running(name, discord) as stage.bot:
                await stage.ask(["!help"])
                await asyncio.sleep(SETTLES)
                yield stage

    async def ask(self, lines: Sequence[str]) -> Measured:
        """Ask all `lines`, many people at once, and return what that took."""
        queue = iter(lines)

        async def ask_on() -> None:
            for line in queue:
                number = next(self._asked)
                await self._people[number % MEMBERS].says(line, in_=self._places[number % CHANNELS])

        await self.bot.did()
        start = perf_counter()
        await asyncio.gather(*(ask_on() for _ in range(AT_ONCE)))
        return Measured(perf_counter() - start, (await self.bot.did()).busy)


async def _side_by_side(lines: Sequence[str]) -> list[Measured]:
    """Ask both bots all `lines` in turns, a few at a time: so a busy moment of the machine strikes both."""
    async with AsyncExitStack() as stack:
        stages = [await stack.enter_async_context(Stage.of(name)) for name in (BARE, WHOLE)]
        taken = [Measured() for _ in stages]
        for at in range(0, len(lines), IN_A_TURN):
            for number, stage in enumerate(stages):
                taken[number] = taken[number].and_more(await stage.ask(lines[at : at + IN_A_TURN]))
        return taken
