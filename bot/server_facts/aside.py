"""Long work beside the event loop: one piece at a time, which nobody waits for but whoever asked for it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from functools import cache
from queue import SimpleQueue
from threading import Thread
from typing import Any, TypeVar

Done = TypeVar("Done")


async def aside(work: Callable[[], Done]) -> Done:
    """Return what `work` returns, done in a thread that all such work of the process shares.

    Files take seconds. In the loop's own threads they would hold up short work, and the end of the process, which waits
    for those threads; this one it does not wait for. What was not begun when its caller gave up is not done at all.
    """
    done: Future[Done] = Future()
    _begun().put((done, work))
    return await asyncio.wrap_future(done)


@cache
def _begun() -> SimpleQueue[tuple[Future[Any], Callable[[], Any]]]:
    waiting: SimpleQueue[tuple[Future[Any], Callable[[], Any]]] = SimpleQueue()
    Thread(target=_work, args=(waiting,), name="aside", daemon=True).start()
    return waiting


def _work(waiting: SimpleQueue[tuple[Future[Any], Callable[[], Any]]]) -> None:
    while True:
        done, work = waiting.get()
        if not done.set_running_or_notify_cancel():
            continue
        try:
            done.set_result(work())
        except BaseException as error:
            # It is the caller's, whatever it is; the thread is there for all.
            done.set_exception(error)
        del done, work
