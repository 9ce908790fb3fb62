"""What can go wrong between the bot and Discord, on command."""

from __future__ import annotations

import math
import time

from standin.backstage import Backstage
from standin.errors import GatewayClose
from standin.gateway.connection import Connection
from standin.gateway.intents import PRIVILEGED
from standin.gateway.ops import Op
from standin.interactions import Interaction
from standin.trouble import ANY, CUT, Failure, RateLimit

WITHOUT_A_WORD = 1006


class Weather(Backstage):
    """Spoils the connection. Where a shard can be named and is not, it is all of them.

    Routes are patterns, such as "POST /channels/*/messages" or "POST /interactions/*".
    """

    def drops_connection(self, code: int = WITHOUT_A_WORD, *, shard: int | None = None) -> None:
        """Close the gateway's connections with `code`; with 1006, cut them. After 4007 and 4009 nothing is resumed."""
        for connection in self._connections(shard):
            if code == WITHOUT_A_WORD:
                connection.cut()
            else:
                connection.close(GatewayClose(code, "on command"))

    def asks_to_reconnect(self, *, shard: int | None = None) -> None:
        """Tell the bot to come back and resume (op 7)."""
        for connection in self._connections(shard):
            connection.say(Op.RECONNECT)
            connection.leave(forever=False)

    def invalid_session(self, *, resumable: bool, shard: int | None = None) -> None:
        """Tell the bot that its session is invalid (op 9); if not `resumable`, it is gone."""
        for connection in self._connections(shard):
            connection.say(Op.INVALID_SESSION, resumable)
            connection.leave(forever=not resumable)

    def goes_silent(self, *, shard: int | None = None) -> None:
        """Say nothing more on the connections there are, not even to a heartbeat."""
        for connection in self._connections(shard):
            connection.mute = True

    def expires(self, interaction: Interaction) -> None:
        """Let the fifteen minutes be over in which `interaction` can be followed up."""
        interaction.ends = -math.inf

    def delivers_twice(self) -> None:
        """Send each event two times from now on."""
        self.hub.deliveries = 2

    def disallows(self, *intents: str) -> None:
        """Refuse privileged intents: "members", "presences", "message_content"."""
        assert set(intents) <= PRIVILEGED.keys(), f"the privileged intents are {list(PRIVILEGED)}"
        self.hub.disallowed |= set(intents)

    def limits_identifies(self, max_concurrency: int = 1) -> None:
        """Take one identify in five of Discord's seconds from each bucket of shards, as Discord does."""
        self.hub.max_concurrency = max_concurrency
        self.hub.limits_identifies = True

    def rate_limit(self, route: str = ANY, seconds: float = 1.0, *, times: int | None = None) -> None:
        """Answer 429 on `route`, or everywhere: for `seconds` from now, or to the next `times` requests."""
        until = time.monotonic() + seconds
        self.trouble.limits.append(RateLimit(route, seconds, until, times, everywhere=route == ANY))

    def fails_next(self, status: int = 500, *, times: int = 1, route: str = ANY, done: bool = False) -> None:
        """Answer the next requests with `status`; if `done`, they have done their work all the same."""
        self.trouble.failures.append(Failure(route, status, times, done))

    def cuts_next(self, *, times: int = 1, route: str = ANY, done: bool = False) -> None:
        """Break the line of the next requests before they are answered."""
        self.fails_next(CUT, times=times, route=route, done=done)

    def slows(self, seconds: float, *, route: str = ANY) -> None:
        """Keep requests waiting."""
        self.trouble.slowness.append((route, seconds))

    def recovers(self) -> None:
        """End all trouble of the REST side, and send events once."""
        self.trouble.limits.clear()
        self.trouble.failures.clear()
        self.trouble.slowness.clear()
        self.hub.deliveries = 1

    def _connections(self, shard: int | None) -> list[Connection]:
        sessions = [session for session in self.hub.sessions.values() if shard in (None, session.shard[0])]
        return [session.connection for session in sessions if session.connection is not None]
