"""Beginning sessions no faster than Discord allows, also where several processes begin theirs at once."""

from __future__ import annotations

import asyncio
import logging

from bot.errors import BotError
from bot.server_facts.store import Store
from bot.server_facts.turns import turn

log = logging.getLogger(__name__)

# Discord takes one identify in five seconds from each bucket; a little more, as they take some time on the way.
PAUSE = 5.25


class Gate:
    """Lets one session of each bucket begin in `pause` seconds, among all processes that share a PostgreSQL."""

    def __init__(self, store: Store, pause: float = PAUSE) -> None:
        self._store = store
        self._pause = pause
        self._holding: set[asyncio.Task[None]] = set()

    async def pass_through(self, bucket: int) -> None:
        """Return when a session of `bucket` may begin. Without the database: after the pause, as one process would."""
        passed = asyncio.get_running_loop().create_future()
        task = asyncio.create_task(self._hold(bucket, passed))
        # The loop itself holds a task by a weak reference only.
        self._holding.add(task)
        task.add_done_callback(self._holding.discard)
        try:
            await passed
        except asyncio.CancelledError:
            task.cancel()
            raise

    async def close(self) -> None:
        """Give back every turn that is held."""
        held = list(self._holding)
        for task in held:
            task.cancel()
        await asyncio.gather(*held, return_exceptions=True)

    async def _hold(self, bucket: int, passed: asyncio.Future[None]) -> None:
        try:
            async with turn(self._store, bucket):
                if not passed.done():
                    passed.set_result(None)
                # The others wait while this is held, not while the session begins: that may take as long as it likes.
                await asyncio.sleep(self._pause)
        except Exception as problem:
            if passed.done():
                return
            # Whatever it is, a shard that is never let through is worse than two that begin too soon after one another.
            known = isinstance(problem, BotError)
            said = "Processes cannot agree on who connects next, so each waits by itself: %s"
            log.warning(said, problem, exc_info=None if known else problem)
            await asyncio.sleep(self._pause)
            if not passed.done():
                passed.set_result(None)
