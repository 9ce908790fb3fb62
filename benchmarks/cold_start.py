"""A cold answer: one whole process of `bot ask`, beside one that does nothing but import discord."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.figures import Figures, Row
from benchmarks.processes import bot_command, in_turns, output, python

QUESTION = "!champion LMP3 2022"
MOST_TIMES_DISCORD = 1.5
IMPORT_DISCORD = "from time import perf_counter as now; start = now(); import discord; print(now() - start)"


def rows(rounds: int) -> Iterator[Row]:
    """Yield what a cold answer takes, what importing discord takes, and how they compare."""
    answer, discord = in_turns([[*bot_command(), "ask", QUESTION], python("import discord")], rounds)
    ratio = Figures(tuple(one / other for one, other in zip(answer.values, discord.values, strict=True)))
    yield Row(f'cold `bot ask "{QUESTION}"`, whole process', f"{answer.scaled(1e3)} ms")
    yield Row('`python -c "import discord"`, whole process', f"{discord.scaled(1e3)} ms")
    compared = answer.median / discord.median
    holds = compared <= MOST_TIMES_DISCORD
    said = f"{compared:.2f} ({ratio.share(25):.2f} to {ratio.share(75):.2f})"
    yield Row("  the first over the second, pair by pair", said, f"≤ {MOST_TIMES_DISCORD}", holds)


def discord_seconds() -> float:
    """Return how long one fresh process takes to import discord, its own start left out."""
    return float(output(python(IMPORT_DISCORD)))
