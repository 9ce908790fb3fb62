"""From the text of a command to what is sent to Discord, beside discord.py's own work on that message."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random
from time import perf_counter

from benchmarks.dispatching import dispatch_microseconds
from benchmarks.figures import Figures, Row
from benchmarks.questions import commands, sample
from benchmarks.replies import WARM_UP
from bot.assistant import Assistant
from bot.discord_app.asking import Answered, Asked
from bot.discord_app.letters import Letter

SEED = 2016
MOST_DISPATCHES = 1.5


def rows(assistant: Assistant, most: int) -> Iterator[Row]:
    """Yield the time from a command to its embed, in times of what discord.py takes to tell the bot of it."""
    asked = sample(commands(assistant.knowledge), Random(SEED), most)
    for question in WARM_UP:
        _payload(assistant, question)
    dispatched = Figures(tuple(dispatch_microseconds(asked)))
    made = Figures(tuple(_made(assistant, asked)))
    ratio = made.median / dispatched.median
    yield Row(f"a command, from its text to the embed that is sent, {len(asked)} different", f"{made} µs")
    yield Row(
        "  as many times discord.py's parsing and dispatching of it",
        f"{ratio:.2f}",
        f"≤ {MOST_DISPATCHES:g}",
        ratio <= MOST_DISPATCHES,
    )


def _made(assistant: Assistant, questions: Sequence[str]) -> Iterator[float]:
    for question in questions:
        start = perf_counter()
        _payload(assistant, question)
        yield (perf_counter() - start) * 1e6


def _payload(assistant: Assistant, question: str) -> dict[str, object]:
    letter = Letter(Answered(Asked(question, 1), assistant.hear(question).page))
    return {**letter.embed.to_dict()}
