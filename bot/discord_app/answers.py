"""The answers that stand in channels: what each answers, and the buttons of the long ones, which go after a while."""

from __future__ import annotations

import asyncio
import logging
from asyncio import TimerHandle
from collections.abc import Awaitable, Callable

from cachetools import LRUCache
from discord import HTTPException, Message
from discord.ui import View

from bot.discord_app.asking import Asked
from bot.discord_app.buttons import asked_in
from bot.discord_app.letters import Letter
from bot.discord_app.patience import PASSING

log = logging.getLogger(__name__)

MOST_ANSWERS = 5_000
MOST_OPEN = 500

Edit = Callable[[View], Awaitable[object]]


class Answers:
    """Remembers the latest answers; of older ones the buttons tell what they answer.

    The buttons that turn the leaves of a long one go when nobody has pressed one for `pages_last` seconds.
    """

    def __init__(self, pages_last: float) -> None:
        self._pages_last = pages_last
        self._asked: LRUCache[int, Asked] = LRUCache(MOST_ANSWERS)
        self._open = _Timers(MOST_OPEN)
        self._closing: set[asyncio.Task[None]] = set()

    def remember(self, message: int, letter: Letter, edit: Edit) -> None:
        """Note that `letter` stands in `message` now, whose buttons `edit` can change."""
        self._asked[message] = letter.answered.asked
        timer = self._open.pop(message, None) if self._open else None
        if timer is not None:
            timer.cancel()
        if letter.is_long:
            loop = asyncio.get_running_loop()
            self._open[message] = loop.call_later(self._pages_last, self._close, message, letter, edit)

    def sizes(self) -> dict[str, float]:
        """Return how much is kept: answers, and long ones whose leaves can be turned."""
        return {"answers": len(self._asked), "open_answers": len(self._open)}

    def question_of(self, message: Message | None) -> Asked | None:
        """Return what is answered in `message`, or None where nobody knows any more."""
        if message is None:
            return None
        asked = self._asked.get(message.id) or asked_in(message)
        return asked if asked is not None and asked.text else None

    def asker_of(self, message: int) -> int | None:
        """Return who asked what is answered in `message`, or None where it is not remembered."""
        asked = self._asked.get(message)
        return None if asked is None else asked.asker

    def _close(self, message: int, letter: Letter, edit: Edit) -> None:
        self._open.pop(message, None)
        # The loop itself holds a task by a weak reference only.
        task = asyncio.ensure_future(_take_turning_away(letter, edit))
        self._closing.add(task)
        task.add_done_callback(self._closing.discard)


class _Timers(LRUCache[int, TimerHandle]):
    """The timers of the latest answers; the buttons of one that is dropped stay as they are."""

    def popitem(self) -> tuple[int, TimerHandle]:
        """Drop the one used longest ago."""
        message, timer = super().popitem()
        timer.cancel()
        return message, timer


async def _take_turning_away(letter: Letter, edit: Edit) -> None:
    try:
        await edit(letter.lasting_rows.as_view())
    except (HTTPException, *PASSING) as error:
        log.debug("The buttons of a long answer stay: %s", error)
