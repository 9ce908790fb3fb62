"""Drawn once, kept within bounds, and never in the way of those who wait for something else."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Future
from threading import Event

import gathered
import pytest

from bot.answering.pictures import Bar, Bars, Map, Part, Picture, PictureKind
from bot.presentation.pictures.drawing import draw
from bot.presentation.pictures.gallery import MOST_WAITING, Gallery
from bot.presentation.pictures.worker import DrawingError, Worker

WAIT = 20


def picture(name: str) -> Picture:
    bar = Bar(1, name, "", 1, (Part("", "#0072b2", 1),))
    return Picture(PictureKind.RANKING, name, name, Bars("title", (bar,)), "", "")


class Painter:
    """Draws nothing, and remembers what it was asked for."""

    def __init__(self) -> None:
        self.drawn: list[str] = []
        self.may = Event()
        self.may.set()
        self.trouble: list[Exception] = []
        self.started = self.closed = self.killed = 0

    def __call__(self) -> Painter:
        self.started += 1
        return self

    def draw(self, one: Picture) -> bytes:
        self.drawn.append(one.argument)
        assert self.may.wait(WAIT)
        if self.killed:
            raise EOFError
        if self.trouble:
            raise self.trouble.pop(0)
        return b"x" * 10

    def kill(self) -> None:
        self.killed += 1
        self.may.set()

    def close(self) -> None:
        self.closed += 1


@pytest.fixture
def painter() -> Painter:
    return Painter()


@pytest.fixture
def gallery(painter: Painter) -> Iterator[Gallery]:
    made = Gallery(painter, most=3, room=100)
    yield made
    painter.may.set()
    made.close()


def test_one_picture_asked_for_many_times_is_drawn_once(gallery: Gallery, painter: Painter) -> None:
    painter.may.clear()
    futures = [gallery.png(picture("a")) for _ in range(50)]
    painter.may.set()
    assert {future.result(WAIT) for future in futures} == {b"x" * 10}
    assert gallery.png(picture("a")).done()
    assert painter.drawn == ["a"]


def test_who_leaves_takes_nothing_from_the_others(gallery: Gallery, painter: Painter) -> None:
    painter.may.clear()
    gone, stays = gallery.png(picture("a")), gallery.png(picture("a"))
    assert gone.cancel()
    painter.may.set()
    assert stays.result(WAIT)


def test_what_is_kept_is_bounded(painter: Painter) -> None:
    for most, room in ((3, 1_000), (1_000, 35)):
        painter.drawn.clear()
        gallery = Gallery(painter, most=most, room=room)
        for name in "abcd":
            gallery.png(picture(name)).result(WAIT)
        # The one that was used least lately has gone.
        assert [gallery.png(picture(name)).done() for name in "bcd"] == [True] * 3
        gallery.png(picture("a")).result(WAIT)
        assert painter.drawn == ["a", "b", "c", "d", "a"]
        gallery.close()


def test_more_than_can_wait_are_told_so(gallery: Gallery, painter: Painter) -> None:
    painter.may.clear()
    futures = [gallery.png(picture(str(number))) for number in range(MOST_WAITING + 1)]
    with pytest.raises(DrawingError, match="ask again"):
        futures[-1].result(WAIT)
    painter.may.set()
    assert all(future.result(WAIT) for future in futures[:-1])


def test_a_worker_that_dies_is_replaced(gallery: Gallery, painter: Painter) -> None:
    painter.trouble = [EOFError()]
    assert gallery.png(picture("a")).result(WAIT)
    assert (painter.started, painter.closed) == (2, 1)


def test_a_picture_that_cannot_be_drawn_is_said_and_not_kept(gallery: Gallery, painter: Painter) -> None:
    painter.trouble = [EOFError(), BrokenPipeError(), DrawingError("no")]
    with pytest.raises(DrawingError, match="twice"):
        gallery.png(picture("a")).result(WAIT)
    with pytest.raises(DrawingError, match="no"):
        gallery.png(picture("a")).result(WAIT)
    assert gallery.png(picture("a")).result(WAIT)


def test_the_end_ends_the_worker(painter: Painter) -> None:
    gallery = Gallery(painter)
    gallery.png(picture("a")).result(WAIT)
    gallery.close()
    gallery.close()
    assert painter.closed == 1


async def test_an_event_loop_can_wait_for_it(gallery: Gallery) -> None:
    drawings = await asyncio.gather(*[asyncio.wrap_future(gallery.png(picture("a"))) for _ in range(3)])
    assert drawings == [b"x" * 10] * 3


@pytest.mark.slow
def test_the_process_draws_what_is_drawn_here() -> None:
    """It tells what went wrong, draws on after that, and is replaced when it is killed."""
    shown, broken = gathered.picture("chart titles by class"), picture("x")
    worker = Worker()
    with pytest.raises(DrawingError, match=r"^ValueError: "):
        worker.draw(Picture(broken.kind, "", "x", Map(()), "", ""))
    assert worker.draw(shown) == draw(shown)
    worker._process.kill()
    with pytest.raises(EOFError):
        worker.draw(shown)
    worker.close()
    gallery = Gallery()
    first: Future[bytes] = gallery.png(shown)
    assert first.result(WAIT) == draw(shown)
    gallery.close()


@pytest.mark.slow
def test_nothing_is_loaded_before_the_first_picture_and_nothing_here_at_all() -> None:
    """An answer with a picture loads no matplotlib; a gallery leaves that to its process."""
    code = (
        "import sys\n"
        "from bot.assistant import Assistant\n"
        "from bot.settings import shipped_knowledge\n"
        "from bot.presentation.pictures.gallery import Gallery\n"
        "page = Assistant.from_folder(shipped_knowledge()).reply('chart titles by class')\n"
        "gallery = Gallery()\n"
        "print(len(gallery.png(page.picture).result(60)) > 1000)\n"
        "gallery.close()\n"
        "print(sorted({'matplotlib', 'numpy', 'PIL'} & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.split("\n") == ["True", "[]", ""]


@pytest.mark.slow
def test_a_process_that_hangs_is_ended_and_the_next_picture_is_drawn() -> None:
    workers: list[Worker] = []

    def started() -> Worker:
        workers.append(Worker(within=WAIT if workers else 2))
        return workers[-1]

    gallery, shown = Gallery(started), gathered.picture("chart titles by class")
    try:
        first = gallery.png(shown)
        while not workers:
            time.sleep(0.01)
        os.kill(workers[0].pid, signal.SIGSTOP)
        with pytest.raises(DrawingError, match="did not come to an end"):
            first.result(WAIT)
        assert gallery.png(shown).result(WAIT) == draw(shown)
    finally:
        gallery.close()


def test_leaving_waits_for_no_picture(painter: Painter) -> None:
    gallery = Gallery(painter)
    painter.may.clear()
    futures = [gallery.png(picture(name)) for name in "abc"]
    gallery.close()
    assert painter.drawn == ["a"]
    for future in futures:
        with pytest.raises(DrawingError):
            future.result(WAIT)
