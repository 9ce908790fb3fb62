"""Pictures: the first of a fresh process, one that is kept, and how long an event loop is held while they are drawn."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import suppress
from time import perf_counter

from benchmarks.figures import Figures, Row
from bot.answering.pictures import Picture
from bot.assistant import Assistant
from bot.presentation.pictures.gallery import Gallery

QUESTIONS = (
    "chart titles by nation",
    "chart seasons",
    "chart circuits",
    "chart calendar",
    "chart map",
    "chart compare Fuji Sepang",
)
MOST_FIRST_SECONDS = 1.5
MOST_PAUSE_MS = 20.0
_BEAT = 0.001
_TIMES = 50


def rows(assistant: Assistant, rounds: int) -> Iterator[Row]:
    """Yield the time of first, later and kept pictures, and the longest pause of an event loop beside them."""
    pictures = [page.picture for page in map(assistant.reply, QUESTIONS) if page.picture is not None]
    measured = [asyncio.run(_drawn(pictures)) for _ in range(rounds)]
    first = Figures(tuple(taken[0] for taken, _ in measured))
    later = Figures(tuple(seconds for taken, _ in measured for seconds in taken[1:]))
    # The longest of each round, and the median of those: a busy machine holds an idle loop for longer now and then.
    pause = Figures(tuple(longest for _, longest in measured)).scaled(1e3)
    idle = Figures(tuple(asyncio.run(_idle(sum(taken))) for taken, _ in measured)).scaled(1e3)
    holds = first.median <= MOST_FIRST_SECONDS
    yield Row("the first picture, its process started", f"{first} s", f"≤ {MOST_FIRST_SECONDS} s", holds)
    yield Row(f"  another, {len(pictures)} kinds", f"{later.scaled(1e3)} ms")
    held = pause.median <= MOST_PAUSE_MS
    yield Row("  longest pause of an event loop meanwhile", f"{pause} ms", f"≤ {MOST_PAUSE_MS:g} ms", held)
    yield Row("  longest pause of one that is idle as long", f"{idle} ms")
    yield _kept(assistant, pictures)


async def _drawn(pictures: Sequence[Picture]) -> tuple[list[float], float]:
    """Return the seconds each picture took in a fresh gallery, and the longest that the loop was held meanwhile."""
    gallery, taken, pauses = Gallery(), [], [0.0]
    beat = asyncio.create_task(_beat(pauses))
    await asyncio.sleep(10 * _BEAT)
    for picture in pictures:
        start = perf_counter()
        await asyncio.wrap_future(gallery.png(picture))
        taken.append(perf_counter() - start)
    beat.cancel()
    with suppress(asyncio.CancelledError):
        await beat
    await asyncio.to_thread(gallery.close)
    return taken, max(pauses)


async def _idle(seconds: float) -> float:
    """Return the longest that a loop with nothing to do was held: what the machine itself adds."""
    pauses = [0.0]
    beat = asyncio.create_task(_beat(pauses))
    await asyncio.sleep(seconds)
    beat.cancel()
    return max(pauses)


async def _beat(pauses: list[float]) -> None:
    while True:
        start = perf_counter()
        await asyncio.sleep(_BEAT)
        pauses.append(perf_counter() - start - _BEAT)


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
