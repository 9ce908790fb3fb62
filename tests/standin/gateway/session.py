"""A session of the gateway: it outlives a connection, so that nothing is missed when one breaks."""

from __future__ import annotations

import json
import secrets
from collections import deque
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from standin.gateway.connection import Connection

REPLAY_MAX = 20_000


class Session:
    """What the bot identified as, and the events it may still have to be told again."""

    def __init__(self, connection: Connection, shard: tuple[int, int], intents: int) -> None:
        self.id = secrets.token_hex(16)
        self.connection: Connection | None = connection
        self.shard = shard
        self.intents = intents
        self.ready = False
        self.resumes = 0
        self._sequence = 0
        self._kept: deque[tuple[int, str]] = deque(maxlen=REPLAY_MAX)

    @property
    def live(self) -> bool:
        """Whether a connection carries it at the moment."""
        return self.connection is not None

    def covers(self, guild: int | None) -> bool:
        """Say whether its shard is the one that hears of the server with this id; shard 0 hears of direct messages."""
        number, count = self.shard
        return number == (0 if guild is None else (guild >> 22) % count)

    def push(self, event: str, data: Any) -> None:
        """Send an event, or keep it until the session is resumed."""
        self._sequence += 1
        text = json.dumps({"op": 0, "t": event, "s": self._sequence, "d": data})
        self._kept.append((self._sequence, text))
        if self.connection is not None:
            self.connection.send(text)

    def heard(self, sequence: int | None) -> None:
        """Forget what the client has confirmed by a heartbeat."""
        while sequence is not None and self._kept and self._kept[0][0] <= sequence:
            self._kept.popleft()

    def can_replay_from(self, sequence: int) -> bool:
        """Say whether everything after `sequence` is still here."""
        first = self._kept[0][0] if self._kept else self._sequence + 1
        return first - 1 <= sequence <= self._sequence

    def resume(self, connection: Connection, sequence: int) -> None:
        """Go on over `connection`: first what was missed after `sequence`, then RESUMED."""
        self.connection = connection
        self.resumes += 1
        for number, text in self._kept:
            if number > sequence:
                connection.send(text)
        self.push("RESUMED", {})
