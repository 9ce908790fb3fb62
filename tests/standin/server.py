"""The stand-in itself: it opens on a free port of the loopback and closes again."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from types import TracebackType
from typing import Self

from aiohttp import web

from standin.errors import GatewayClose
from standin.gateway.session import Session
from standin.ledger import Request
from standin.rest.app import make_app
from standin.snowflakes import Snowflakes
from standin.stage import Stage
from standin.weather import Weather
from standin.world import Message, User

TOKEN = "MTAwMDAwMDAwMDAwMDAwMDAw.stand-in.not-a-secret-token-of-anyone"
# Requests by which a bot looks or declares, and says nothing to anyone.
QUIET = ("GET ", "PUT /applications/", "POST /users/@me/channels")


class Standin(Stage, Weather):
    """A stand-in of Discord: `async with Standin() as discord:` opens it, and closing it tells what was wrong.

    `second` is how long one of Discord's own seconds takes here: the three of an interaction, the fifteen minutes of
    its token, the five between identifies, the interval of heartbeats. Seconds that a test names are real ones.
    """

    def __init__(self, *, second: float = 1.0, token: str = TOKEN, name: str = "Steward") -> None:
        snowflakes = Snowflakes()
        super().__init__(token, User(snowflakes.new(), name, bot=True), second, snowflakes)
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        self._runner = web.AppRunner(make_app(self), access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.host = "{}:{}".format(*self._runner.addresses[0])
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close; raise `AssertionError` with all complaints about the bot, unless the test has failed already."""
        for connection in list(self.hub.connections):
            connection.close(GatewayClose(1001, "The stand-in closes."))
        if self._runner is not None:
            await self._runner.cleanup()
        complaints = "\n".join(["Discord has complaints:", *self.complaints])
        if error is not None and self.complaints:
            error.add_note(complaints)
        elif self.complaints:
            raise AssertionError(complaints)

    @property
    def environment(self) -> dict[str, str]:
        """The variables that lead a bot here that takes its settings from the environment."""
        return {
            "DISCORD_TOKEN": self.token,
            "DISCORD_API_URL": self.api_url,
            "DISCORD_GATEWAY_URL": self.gateway_url,
        }

    @property
    def complaints(self) -> list[str]:
        """What the bot did that it should not: raised at the end unless `forgives` takes it away."""
        return self.ledger.complaints

    def forgives(self, pattern: str) -> int:
        """Take away the complaints in which `pattern` is found, and return how many there were."""
        return self.ledger.forgive(pattern)

    def requests(self, route: str = "*") -> list[Request]:
        """Return what the bot requested, such as "POST /channels/*/messages", in order."""
        return self.ledger.sent(route)

    @property
    def sessions(self) -> list[Session]:
        """The sessions of the bot that are connected at the moment."""
        return self.hub.live

    async def ready(self, *, shards: int = 1, within: float = 10.0) -> None:
        """Wait until `shards` shards of the bot are connected and know their servers."""
        await self.until(lambda: len(self.sessions) >= shards, within=within, otherwise="the bot did not connect")

    async def resumed(self, *, times: int = 1, within: float = 10.0) -> None:
        """Wait until sessions have been resumed so many times since the beginning."""
        resumes = lambda: sum(session.resumes for session in self.sessions) >= times  # noqa: E731
        await self.until(resumes, within=within, otherwise="the bot did not resume")

    async def changes(self, message: Message, *, within: float = 5.0) -> None:
        """Wait until `message` is edited or deleted."""
        before = message.edits, message.deleted
        changed = lambda: (message.edits, message.deleted) != before  # noqa: E731
        await self.until(changed, within=within, otherwise=f"{message.text!r} stayed as it was")

    async def until(
        self, true: Callable[[], object], *, within: float = 5.0, otherwise: str = "it did not come about"
    ) -> None:
        """Wait until `true()` holds, which is looked at whenever something happens here."""
        await self.pulse.until(true, within=within, otherwise=otherwise)

    async def is_silent(self, *, for_: float = 0.2) -> bool:
        """Wait `for_` seconds and say whether the bot said and did nothing in that time."""
        start = time.monotonic()
        await asyncio.sleep(for_)
        since = (request for request in self.ledger.requests if request.at >= start)
        return all(request.route.startswith(QUIET) for request in since)
