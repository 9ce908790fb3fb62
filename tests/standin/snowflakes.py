"""Ids as Discord makes them: a time in the high bits, so that they sort, and so that guilds spread over shards."""

from __future__ import annotations

import time
from datetime import UTC, datetime

DISCORD_EPOCH = 1_420_070_400_000
# A multiple of every number up to 16: the nth guild falls on shard n % count, whatever the count.
FIRST_GUILD = 720_720 * 4_000


class Snowflakes:
    """Makes ids, each greater than the one before."""

    def __init__(self) -> None:
        self._last = 0
        self._guilds = 0

    def new(self) -> int:
        """Return an id of this moment."""
        now = (time.time_ns() // 1_000_000 - DISCORD_EPOCH) << 22
        self._last = max(self._last + 1, now)
        return self._last

    def guild(self) -> int:
        """Return the id of a next guild: the first falls on shard 0, the second on shard 1, and so on."""
        self._guilds += 1
        return (FIRST_GUILD + self._guilds - 1) << 22


def moment_of(snowflake: int) -> datetime:
    """Return when the thing that bears the id `snowflake` came to be."""
    return datetime.fromtimestamp(((snowflake >> 22) + DISCORD_EPOCH) / 1000, UTC)
