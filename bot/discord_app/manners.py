"""How the bot behaves: how often one person may ask, one question of a person at a time, and patience that ends."""

from __future__ import annotations

import asyncio
import logging
import math
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from weakref import WeakValueDictionary

from cachetools import LRUCache, TTLCache
from discord.app_commands import Cooldown

from bot.assistant import LASTS
from bot.discord_app import texts
from bot.errors import BotError

log = logging.getLogger(__name__)

MINUTE = 60.0
MOST_PEOPLE = 10_000


@dataclass(frozen=True)
class Manners:
    """What the bot allows and how long it waits, in seconds."""

    questions_per_minute: int = 30
    asking_on_within: float = LASTS
    edits_within: float = 120.0
    pages_last: float = 300.0
    works_silently_for: float = 1.0


class TooFastError(BotError):
    """Someone asks more often than is good for the others. `told` says that they know already."""

    def __init__(self, seconds: float, *, told: bool) -> None:
        super().__init__(texts.TOO_FAST.format(seconds=math.ceil(seconds)))
        self.told = told


class Pace:
    """Counts what each person asks in a minute."""

    def __init__(self, questions_per_minute: int) -> None:
        self._questions = questions_per_minute
        self._cooldowns: LRUCache[int, Cooldown] = LRUCache(MOST_PEOPLE)
        self._told: TTLCache[int, bool] = TTLCache(MOST_PEOPLE, MINUTE)

    def check(self, person: int) -> None:
        """Count a question of `person`; raise `TooFastError` where it is one too many."""
        cooldown = self._cooldowns.get(person)
        if cooldown is None:
            cooldown = self._cooldowns[person] = Cooldown(self._questions, MINUTE)
        seconds = cooldown.update_rate_limit()
        if seconds is None:
            return
        told = person in self._told
        self._told[person] = True
        raise TooFastError(seconds, told=told)


class Turns:
    """Lets one question of a person be answered at a time: answers keep their order, and nobody crowds out the rest."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    def of(self, person: int) -> asyncio.Lock:
        """Return what `person` has to wait for."""
        lock = self._locks.get(person)
        if lock is None:
            lock = self._locks[person] = asyncio.Lock()
        return lock


@asynccontextmanager
async def impatient(seconds: float, sign: Callable[[], Awaitable[object]]) -> AsyncIterator[None]:
    """Give a `sign` of life where what is done inside takes longer than `seconds`; it is through when this ends.

    A sign that cannot be given is no reason to give no answer.
    """
    loop = asyncio.get_running_loop()
    started: list[asyncio.Future[object]] = []
    timer = loop.call_later(seconds, lambda: started.append(asyncio.ensure_future(sign())))
    try:
        yield
    finally:
        timer.cancel()
        for failure in await asyncio.gather(*started, return_exceptions=True):
            if isinstance(failure, BaseException):
                log.info("Could not show that an answer is on its way: %r", failure)
