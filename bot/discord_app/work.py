"""What is being dealt with: counted, so that the bot can leave when all of it is done."""

from __future__ import annotations

import asyncio


class Work:
    """Pieces of work under way, each in a `with`. Once it `ends`, nothing new is taken; what was taken is finished."""

    def __init__(self) -> None:
        self.ends = False
        self._pieces = 0
        self._idle = asyncio.Event()
        self._idle.set()

    def __enter__(self) -> None:
        """Count what is done inside as under way."""
        self._pieces += 1
        self._idle.clear()

    def __exit__(self, *_: object) -> None:
        self._pieces -= 1
        if not self._pieces:
            self._idle.set()

    async def end(self, within: float) -> bool:
        """Take nothing more and wait for what is under way; say whether all of it was done `within` so many seconds."""
        self.ends = True
        try:
            await asyncio.wait_for(self._idle.wait(), within)
        except TimeoutError:
            return False
        return True
