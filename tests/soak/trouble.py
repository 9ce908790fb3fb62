"""What goes wrong now and then in the life of a bot."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from random import Random

from postgres import Postgres
from standin import Standin

MESSAGES = "POST /channels/*/messages"


@dataclass(frozen=True)
class Scene:
    """Where trouble can be made."""

    discord: Standin
    postgres: Postgres
    bot: int
    dice: Random

    async def cut(self) -> None:
        """Cut the line without a word."""
        self.discord.drops_connection()

    async def closed(self) -> None:
        """Close it with a word."""
        self.discord.drops_connection(4000)

    async def asked_to_reconnect(self) -> None:
        """Do as Discord does many times a day."""
        self.discord.asks_to_reconnect()

    async def invalid_session(self) -> None:
        """Let what was missed be read from the channels."""
        self.discord.invalid_session(resumable=self.dice.random() < 0.9)

    async def rate_limit(self) -> None:
        """Answer 429 for a moment."""
        self.discord.rate_limit(MESSAGES, 0.2, times=3)

    async def failing_requests(self) -> None:
        """Fail, once after the work was done."""
        self.discord.fails_next(503, times=2, route=MESSAGES)
        self.discord.fails_next(502, times=1, route=MESSAGES, done=True)
        self.discord.cuts_next(route=MESSAGES, done=True)

    async def doubled_events(self) -> None:
        """Send each event twice for a while."""
        self.discord.delivers_twice()
        asyncio.get_running_loop().call_later(0.5, self.discord.recovers)

    async def database_restart(self) -> None:
        """Take the database away and bring it back."""
        await asyncio.to_thread(self.postgres.back)

    async def reload(self) -> None:
        """Have the knowledge read anew."""
        os.kill(self.bot, signal.SIGHUP)

    async def calms_down(self) -> None:
        """End all trouble."""
        self.discord.recovers()


TROUBLES: dict[str, Callable[[Scene], Awaitable[None]]] = {
    "cut": Scene.cut,
    "closed": Scene.closed,
    "asked to reconnect": Scene.asked_to_reconnect,
    "invalid session": Scene.invalid_session,
    "rate limit": Scene.rate_limit,
    "failing requests": Scene.failing_requests,
    "doubled events": Scene.doubled_events,
    "database restart": Scene.database_restart,
    "reload": Scene.reload,
}
