"""Pictures as they are asked for: each drawn once, kept for the next who asks, and never drawn where people wait.

    png = await asyncio.wrap_future(gallery.png(page.picture))

`png` returns at once. What is kept is bounded by number and by bytes; who asks for a picture that is being drawn gets
the same drawing.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future
from queue import SimpleQueue
from threading import Lock, Thread
from typing import Protocol

from bot.answering.pictures import Picture
from bot.presentation.pictures.worker import DrawingError, StuckError, Worker

MOST_KEPT = 128
MOST_BYTES = 16 * 1024 * 1024
MOST_WAITING = 64

_LAST_MOMENT = 1.0
_TOOK_TOO_LONG = "The process that draws pictures did not come to an end with it."
_ENDS = "No more pictures are drawn: the bot is leaving."
_TOO_MANY = "Too many pictures are being drawn; please ask again in a moment."


class Draws(Protocol):
    """What draws: a `Worker`, or what a test puts in its place."""

    def draw(self, picture: Picture) -> bytes:
        """Return `picture` as PNG."""

    def kill(self) -> None:
        """End it from any thread, also while it draws."""

    def close(self) -> None:
        """End it and let go of it."""


class Gallery:
    """Keeps drawings by what they show. Safe to use from any thread and from an event loop."""

    def __init__(self, worker: Callable[[], Draws] = Worker, *, most: int = MOST_KEPT, room: int = MOST_BYTES) -> None:
        self._start, self._most, self._room = worker, most, room
        self._kept: OrderedDict[Picture, bytes] = OrderedDict()
        self._size = 0
        self._waiting: dict[Picture, list[Future[bytes]]] = {}
        self._lock = Lock()
        self._asked: SimpleQueue[Picture | None] = SimpleQueue()
        self._clerk: Thread | None = None
        self._worker: Draws | None = None
        self._closes = False

    def png(self, picture: Picture) -> Future[bytes]:
        """Return the PNG of `picture`, now or later; `DrawingError` where it cannot be drawn.

        Every caller has a future of their own, so that one who leaves takes nothing from the others.
        """
        future: Future[bytes] = Future()
        with self._lock:
            kept = self._kept.get(picture)
            if kept is not None:
                self._kept.move_to_end(picture)
                future.set_result(kept)
            elif picture in self._waiting:
                self._waiting[picture].append(future)
            elif len(self._waiting) >= MOST_WAITING:
                future.set_exception(DrawingError(_TOO_MANY))
            else:
                self._waiting[picture] = [future]
                self._asked.put(picture)
                self._closes = False
                self._clerk = self._clerk or self._hired()
        return future

    def close(self) -> None:
        """Give the drawing in hand a moment, then end the process that draws; what waits is not drawn any more."""
        with self._lock:
            clerk, self._clerk = self._clerk, None
        if clerk is None:
            return
        self._closes = True
        self._asked.put(None)
        clerk.join(_LAST_MOMENT)
        worker = self._worker
        if clerk.is_alive() and worker is not None:
            worker.kill()
            clerk.join(_LAST_MOMENT)

    def _hired(self) -> Thread:
        clerk = Thread(target=self._work, name="pictures", daemon=True)
        clerk.start()
        return clerk

    def _work(self) -> None:
        """Hand one picture after the other to the worker; a worker that died is replaced, once for each picture."""
        while (picture := self._asked.get()) is not None:
            self._hand_out(picture, DrawingError(_ENDS) if self._closes else self._drawn(picture))
        self._dismiss()

    def _drawn(self, picture: Picture) -> bytes | DrawingError:
        for _ in range(2):
            try:
                self._worker = self._worker or self._start()
                return self._worker.draw(picture)
            except DrawingError as error:
                return error
            except (EOFError, OSError) as error:
                self._dismiss()
                if self._closes or isinstance(error, StuckError):
                    return DrawingError(_TOOK_TOO_LONG)
        return DrawingError("The process that draws pictures ended twice.")

    def _dismiss(self) -> None:
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.close()

    def _hand_out(self, picture: Picture, drawing: bytes | DrawingError) -> None:
        with self._lock:
            waiting = self._waiting.pop(picture)
            if isinstance(drawing, bytes):
                self._keep(picture, drawing)
        for future in waiting:
            if not future.set_running_or_notify_cancel():
                continue
            if isinstance(drawing, bytes):
                future.set_result(drawing)
            else:
                future.set_exception(drawing)

    def _keep(self, picture: Picture, drawing: bytes) -> None:
        self._kept[picture] = drawing
        self._size += len(drawing)
        while len(self._kept) > self._most or self._size > self._room:
            _, dropped = self._kept.popitem(last=False)
            self._size -= len(dropped)
