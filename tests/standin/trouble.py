"""What goes wrong on command: rate limits, failures and slowness of the REST side."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

ANY = "*"
CUT = 0


@dataclass
class RateLimit:
    """Requests that fit `route` are told to come back; for a while, or a number of times."""

    route: str
    seconds: float
    until: float
    times: int | None
    everywhere: bool

    def holds(self, now: float) -> bool:
        """Say whether it still stands in the way."""
        return now < self.until if self.times is None else self.times > 0

    def turn_away(self, now: float) -> float:
        """Return after how many seconds the one turned away may come back."""
        if self.times is None:
            return self.until - now
        self.times -= 1
        return self.seconds


@dataclass
class Failure:
    """The next `times` requests that fit `route` end with `status`, or without an answer where that is `CUT`.

    If `done`, the request has done its work all the same, and only the client does not know it.
    """

    route: str
    status: int
    times: int
    done: bool


@dataclass
class Trouble:
    """All that is wrong at the moment; nothing unless a test says so."""

    limits: list[RateLimit] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    slowness: list[tuple[str, float]] = field(default_factory=list)

    def limit_for(self, route: str) -> RateLimit | None:
        """Return the rate limit that a request for `route` runs into."""
        if not self.limits:
            return None
        now = time.monotonic()
        self.limits = [limit for limit in self.limits if limit.holds(now)]
        return next((limit for limit in self.limits if fnmatchcase(route, limit.route)), None)

    def failure_for(self, route: str) -> Failure | None:
        """Return the failure that a request for `route` ends in, and count it."""
        for failure in self.failures:
            if failure.times > 0 and fnmatchcase(route, failure.route):
                failure.times -= 1
                return failure
        return None

    def delay_for(self, route: str) -> float:
        """Return for how many seconds a request for `route` is kept waiting."""
        return max((seconds for pattern, seconds in self.slowness if fnmatchcase(route, pattern)), default=0.0)
