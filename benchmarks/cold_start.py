"""A cold answer: one whole process of `bot ask`, beside one that does nothing but import discord.

The very first start reads and checks all facts and keeps what came of it; later ones find that.
"""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.figures import Figures, Row
from benchmarks.processes import bot_command, in_turns, output, python

QUESTION = "!champion LMP3 2022"
MOST_TIMES_DISCORD = 1.5
IMPORT_DISCORD = "from time import perf_counter as now; start = now(); import discord; print(now() - start)"
CACHES = ("first-{round}", "kept", "off")


def rows(rounds: int) -> Iterator[Row]:
    """Yield what a cold answer takes, what importing discord takes, and how they compare."""
    ask = [*bot_command(), "ask", QUESTION]
    first, later, discord = in_turns([ask, ask, python("import discord")], rounds, CACHES)
    yield Row('`python -c "import discord"`, whole process', f"{discord.scaled(1e3)} ms")
    yield Row(f'cold `bot ask "{QUESTION}"`, whole process, first start', f"{first.scaled(1e3)} ms")
    yield _compared(first, discord)
    yield Row("cold `bot ask`, later starts", f"{later.scaled(1e3)} ms")
    yield _compared(later, discord)


def _compared(answer: Figures, discord: Figures) -> Row:
    ratio = Figures(tuple(one / other for one, other in zip(answer.values, discord.values, strict=True)))
    compared = answer.median / discord.median
    said = f"{compared:.2f} ({ratio.share(25):.2f} to {ratio.share(75):.2f})"
    return Row("  compared with discord, pair by pair", said, f"≤ {MOST_TIMES_DISCORD}", compared <= MOST_TIMES_DISCORD)


def discord_seconds() -> float:
    """Return how long one fresh process takes to import discord, its own start left out."""
    return float(output(python(IMPORT_DISCORD)))
