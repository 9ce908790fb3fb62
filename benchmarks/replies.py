"""An answer in a running process: each of many different questions asked once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random
from time import perf_counter

from benchmarks.cold_start import discord_seconds
from benchmarks.figures import Figures, Row
from benchmarks.questions import commands, plain, sample
from bot.assistant import Assistant

SEED = 2009
MOST_MICROSECONDS = 100.0
# The promise is made for the machine that imports discord in this time; on another it is scaled.
REFERENCE_SECONDS = 0.25
WARM_UP = ("!champion GT", "how many titles does nobody have", "!circuits", "why was a race cancelled", "series tyres")


def rows(assistant: Assistant, most: int, discord_rounds: int) -> Iterator[Row]:
    """Yield the time of an answer to a command, to a plain question, and to either."""
    dice = Random(SEED)
    asked = [sample(make(assistant.knowledge), dice, most) for make in (commands, plain)]
    before = [discord_seconds() for _ in range(discord_rounds)]
    for question in WARM_UP:
        assistant.reply(question)
    taken = timed(assistant, dice.sample([*asked[0], *asked[1]], len(asked[0]) + len(asked[1])))
    discord = Figures((*before, *(discord_seconds() for _ in range(discord_rounds))))
    for kind, questions in zip(("a command", "a plain question"), asked, strict=True):
        yield Row(f"`Assistant.reply` to {kind}, {len(questions)} different", _told(taken, questions))
    every = Figures(tuple(taken.values())).median
    scaled = every * REFERENCE_SECONDS / discord.median
    yield Row(f"`Assistant.reply` to either, {len(taken)} different", _told(taken, list(taken)))
    yield Row("`import discord` in a fresh process", f"{discord} s")
    yield Row(
        f"  median reply where that takes {REFERENCE_SECONDS} s",
        f"{scaled:.1f} µs",
        f"≤ {MOST_MICROSECONDS:g} µs",
        scaled <= MOST_MICROSECONDS,
    )


def timed(assistant: Assistant, questions: Sequence[str]) -> dict[str, float]:
    """Return the microseconds each of `questions` took, asked once."""
    taken = {}
    for question in questions:
        start = perf_counter()
        assistant.reply(question)
        taken[question] = (perf_counter() - start) * 1e6
    return taken


def _told(taken: dict[str, float], questions: Sequence[str]) -> str:
    figures = Figures(tuple(taken[question] for question in questions))
    return f"{figures} µs, p99 {figures.share(99):.0f} µs"
