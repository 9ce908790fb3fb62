"""What the bot did: every request and every frame, and what it should not have done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Any


@dataclass
class Request:
    """A request that the bot made. `route` is "POST /channels/123/messages"; `status` is 0 until it is answered."""

    route: str
    body: Any
    files: dict[str, bytes]
    query: dict[str, str]
    at: float
    status: int = 0


@dataclass(frozen=True)
class Frame:
    """A frame that the bot sent to the gateway; the shard is unknown until it has identified."""

    shard: int | None
    op: int
    data: Any
    at: float


@dataclass
class Ledger:
    """Everything the bot sent, in the order in which it came, and the complaints about it."""

    requests: list[Request] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def sent(self, route: str) -> list[Request]:
        """Return the requests whose route fits the pattern, such as "POST */messages"."""
        return [request for request in self.requests if fnmatchcase(request.route, route)]

    def framed(self, op: int) -> Iterator[Any]:
        """Walk the data of the frames with this op."""
        return (frame.data for frame in self.frames if frame.op == op)

    def complain(self, text: str) -> None:
        """Note that the bot did something that a test should fail for."""
        self.complaints.append(text)

    def forgive(self, pattern: str) -> int:
        """Forget the complaints in which `pattern` is found and return how many there were."""
        kept = [text for text in self.complaints if not re.search(pattern, text)]
        forgiven = len(self.complaints) - len(kept)
        self.complaints[:] = kept
        return forgiven
