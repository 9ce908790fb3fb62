"""Patience with Discord: what passes is tried again, and what does no harm is let go."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import aiohttp
from discord import DiscordServerError, HTTPException

log = logging.getLogger(__name__)
Result = TypeVar("Result")

# After discord.py has given up by itself: 503 and broken lines, which it does not try again, or a long trouble.
TRIES = 6
FIRST_PAUSE = 0.5
TOO_MANY = 429
PASSING = (DiscordServerError, aiohttp.ClientError, OSError, TimeoutError)


async def persistently(send: Callable[[], Awaitable[Result]]) -> Result:
    """Return what `send` does, tried again while Discord has trouble; it has to be safe to do twice."""
    for attempt in range(TRIES - 1):
        try:
            return await send()
        except (*PASSING, HTTPException) as error:
            if not _passes(error):
                raise
            pause = FIRST_PAUSE * 2**attempt
            log.info("Discord did not take an answer (%s); trying again in %s s.", error, pause)
            await asyncio.sleep(pause)
    return await send()


def _passes(error: Exception) -> bool:
    # After five refusals in a row discord.py takes even "too many requests" for final.
    return isinstance(error, PASSING) or (isinstance(error, HTTPException) and error.status == TOO_MANY)


@contextmanager
def tolerant(otherwise: str) -> Iterator[None]:
    """Do inside what Discord may refuse without harm: the log is told that `otherwise` is so."""
    try:
        yield
    except (HTTPException, *PASSING) as error:
        log.info("%s: %s", otherwise, error)
