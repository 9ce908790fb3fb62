"""Waiting for something to become true without polling: whatever changes the stand-in beats the pulse."""

from __future__ import annotations

import asyncio
from collections.abc import Callable


class Pulse:
    """Wakes everyone who waits whenever something has changed."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Event] = set()
        self._due = False

    def beat(self) -> None:
        """Say that something has changed."""
        # Thousands may wait in a flood: what changes in one turn of the loop wakes them once.
        if self._waiting and not self._due:
            self._due = True
            asyncio.get_running_loop().call_soon(self._wake)

    def _wake(self) -> None:
        self._due = False
        for waiting in self._waiting:
            waiting.set()

    async def until(self, true: Callable[[], object], *, within: float, otherwise: str) -> None:
        """Return as soon as `true()` holds; raise `AssertionError(otherwise)` when it does not `within` seconds."""
        if await self.comes(true, within=within):
            return
        raise AssertionError(otherwise)

    async def comes(self, true: Callable[[], object], *, within: float) -> bool:
        """Say whether `true()` comes to hold `within` seconds; return as soon as it does."""
        beat = asyncio.Event()
        self._waiting.add(beat)
        try:
            async with asyncio.timeout(within):
                while not true():
                    beat.clear()
                    await beat.wait()
        except TimeoutError:
            return bool(true())
        finally:
            self._waiting.discard(beat)
        return True
