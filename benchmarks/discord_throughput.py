"""Answers in Discord: the whole bot beside a bare bot of discord.py that replies with a constant embed."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from random import Random
from time import perf_counter
from typing import NamedTuple

from benchmarks.bots import BARE, WHOLE, running, standin
from benchmarks.figures import Figures, Row
from benchmarks.questions import commands, plain, sample
from bot.assistant import Assistant

SEED = 24
LEAST_RATIO = 0.7
MEMBERS, CHANNELS, AT_ONCE = 200, 20, 50
DIFFERENT = 200


def rows(assistant: Assistant, asked: int, rounds: int) -> Iterator[Row]:
    """Yield the answers a second of both bots to `asked` questions, and how they compare."""
    lines = _lines(assistant, asked)
    # In turns, and compared pair by pair: so a busy moment of the machine strikes both.
    pairs = [[asyncio.run(_measured(name, lines)) for name in (BARE, WHOLE)] for _ in range(rounds)]
    for taken, what in zip(zip(*pairs, strict=True), ("bare discord.py bot, constant embed", "whole bot"), strict=True):
        busy = Figures(tuple(asked / one.busy for one in taken))
        wall = Figures(tuple(asked / one.wall for one in taken))
        yield Row(f"Discord: {what}, answers a second of one core", str(busy))
        yield Row("  answers a second, the stand-in's work included", str(wall))
    ratio = Figures(tuple(bare.busy / whole.busy for bare, whole in pairs))
    said = f"{ratio.median:.0%} ({ratio.share(25):.0%} to {ratio.share(75):.0%})"
    yield Row(
        "  the whole over the bare, in answers of one core, pair by pair",
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


# Seconds a bot gets to finish what it does at its start.
SETTLES = 1.5


class Measured(NamedTuple):
    """What one run took: the seconds on the clock, and those of the processor in the bot's process."""

    wall: float
    busy: float


async def _measured(name: str, lines: Sequence[str]) -> Measured:
    """Ask one bot all `lines`, many people at once, and return what that took."""
    async with standin() as discord:
        paddock = discord.guild("Paddock")
        places = [discord.channel(f"talk-{number}", paddock) for number in range(CHANNELS)]
        people = [discord.member(f"Member {number}", paddock) for number in range(MEMBERS)]
        queue = iter(enumerate(lines))

        async def ask_on() -> None:
            for number, line in queue:
                person = people[number % MEMBERS]
                person.patience = 60
                await person.says(line, in_=places[number % CHANNELS])

        async with running(name, discord) as bot:
            # What a process does once, such as opening its storage, is no part of an answer.
            await people[0].says("!help", in_=places[0])
            await asyncio.sleep(SETTLES)
            await bot.did()
            start = perf_counter()
            await asyncio.gather(*(ask_on() for _ in range(AT_ONCE)))
            return Measured(perf_counter() - start, (await bot.did()).busy)
