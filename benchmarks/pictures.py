"""Pictures: the first of a fresh process, one that is kept, and how long an event loop is held while they are drawn.

Held is measured twice: the loop of a bare program beside the drawing, and that of the whole bot, which also sends the
pictures to the stand-in of Discord, by command and by button.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import suppress
from time import perf_counter

from benchmarks.bots import BEAT, WATCHED, beat, running, standin
from benchmarks.figures import Figures, Row
from bot.answering.pictures import Picture
from bot.assistant import Assistant
from bot.discord_app.texts import CHART
from bot.presentation.pictures.gallery import Gallery

QUESTIONS = (
    "chart titles by nation",
    "chart seasons",
    "chart circuits",
    "chart calendar",
    "chart map",
    "chart compare Fuji Sepang",
)
OFFERED = ("record", "record teams", "circuit Sepang")
MOST_FIRST_SECONDS = 1.5
MOST_PAUSE_MS = 20.0
_TIMES = 50


def rows(assistant: Assistant, rounds: int) -> Iterator[Row]:
    """Yield the time of first, later and kept pictures, and the longest pause of an event loop beside them."""
    pictures = [page.picture for page in map(assistant.reply, QUESTIONS) if page.picture is not None]
    measured = [asyncio.run(_drawn(pictures)) for _ in range(rounds)]
    first = Figures(tuple(taken[0] for taken, _ in measured))
    later = Figures(tuple(seconds for taken, _ in measured for seconds in taken[1:]))
    idle = [asyncio.run(_idle(sum(taken))) for taken, _ in measured]
    holds = first.median <= MOST_FIRST_SECONDS
    yield Row("the first picture, its process started", f"{first} s", f"≤ {MOST_FIRST_SECONDS} s", holds)
    yield Row(f"  another, {len(pictures)} kinds", f"{later.scaled(1e3)} ms")
    yield from _told("drawing beside it", [longest for _, longest in measured], idle)
    sent = [asyncio.run(_sent()) for _ in range(rounds)]
    yield from _told("command or button in Discord", [held for held, _ in sent], [idle for _, idle in sent])
    yield _kept(assistant, pictures)


def _told(what: str, longest: Sequence[float], idle: Sequence[float]) -> Iterator[Row]:
    """Yield the longest pause of each round, and the median of those: a busy machine holds an idle loop, too."""
    pause = Figures(tuple(longest)).scaled(1e3)
    holds = pause.median <= MOST_PAUSE_MS
    yield Row(f"  longest pause of an event loop, {what}", f"{pause} ms", f"≤ {MOST_PAUSE_MS:g} ms", holds)
    yield Row("  longest pause of one that is idle as long", f"{Figures(tuple(idle)).scaled(1e3)} ms")


async def _sent() -> tuple[float, float]:
    """Let people ask a fresh bot for each picture, by command and by button.

    Return the longest that its event loop was held meanwhile, and the longest while nothing happened for as long.
    """
    async with standin() as discord:
        kim = discord.member("Kim", discord.guild("Paddock"))
        kim.patience = 60
        async with running(WATCHED, discord) as bot:
            # What a process does once, such as opening its storage, is no part of drawing.
            await kim.says("!help")
            await bot.did()
            start = perf_counter()
            for question in QUESTIONS:
                shown = (await kim.slash("chart", what=question.removeprefix("chart "))).shown
                assert shown.attachments, question
            for question in OFFERED:
                (answer,) = await kim.says(f"!{question}")
                assert (await kim.press(answer.button(CHART))).shown.attachments, question
            taken = perf_counter() - start
            held = (await bot.did()).held
            await asyncio.sleep(taken)
            return held, (await bot.did()).held


async def _drawn(pictures: Sequence[Picture]) -> tuple[list[float], float]:
    """Return the seconds each picture took in a fresh gallery, and the longest that the loop was held meanwhile."""
    gallery, taken, pauses = Gallery(), [], [0.0]
    watch = asyncio.create_task(beat(pauses))
    await asyncio.sleep(10 * BEAT)
    for picture in pictures:
        start = perf_counter()
        await asyncio.wrap_future(gallery.png(picture))
        taken.append(perf_counter() - start)
    watch.cancel()
    with suppress(asyncio.CancelledError):
        await watch
    await asyncio.to_thread(gallery.close)
    return taken, max(pauses)


async def _idle(seconds: float) -> float:
    """Return the longest that a loop with nothing to do was held: what the machine itself adds."""
    pauses = [0.0]
    watch = asyncio.create_task(beat(pauses))
    await asyncio.sleep(seconds)
    watch.cancel()
    return max(pauses)


def _kept(assistant: Assistant, pictures: Sequence[Picture]) -> Row:
    """Return what a picture costs that is kept, beside the answer in words that it goes with."""
    gallery = Gallery()
    for picture in pictures:
        gallery.png(picture).result()
    kept, told = [], []
    for _ in range(_TIMES):
        for question, picture in zip(QUESTIONS, pictures, strict=True):
            start = perf_counter()
            assistant.reply(question)
            middle = perf_counter()
            gallery.png(picture).result()
            told.append((middle - start) * 1e6)
            kept.append((perf_counter() - middle) * 1e6)
    gallery.close()
    cost, answer = Figures(tuple(kept)), Figures(tuple(told))
    return Row(
        "a picture that is kept", f"{cost} µs", f"≤ {answer.median:.0f} µs, the answer", cost.median <= answer.median
    )
