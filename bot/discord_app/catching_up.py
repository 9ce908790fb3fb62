"""What was said while nobody listened: where Discord cannot resume a session, it does not tell that again."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Iterator

from cachetools import LRUCache
from discord import Client, HTTPException, Message, Object, TextChannel, Thread
from discord.abc import Messageable, Snowflake

from bot.discord_app.sending import PASSING

log = logging.getLogger(__name__)

MOST_CHANNELS = 100
MOST_MESSAGES = 100
# Events of one moment may overtake one another; what was heard twice is answered once.
MARGIN = 5_000 << 22


class CatchingUp:
    """Knows for each shard the last message that was heard, and reads on from there after a new session."""

    def __init__(self, since: int = 0) -> None:
        """`since` is the last message that the process before this one heard, 0 where there was none of late."""
        self._since = since
        self._last: dict[int, int] = {}
        self._lost: dict[int, int] = {}
        self._anew: set[int] = set()
        self._begun: set[int] = set()
        self._talks: LRUCache[int, bool] = LRUCache(MOST_CHANNELS)

    def heard(self, message: Message) -> None:
        """Note that `message` was heard."""
        shard = message.guild.shard_id if message.guild is not None else 0
        self._last[shard] = max(message.id, self._last.get(shard, 0))
        if message.guild is None:
            self._talks[message.channel.id] = True

    def lost(self, shard: int) -> None:
        """Note that `shard` hears nothing from here on."""
        if shard in self._last:
            self._lost.setdefault(shard, self._last[shard])

    def begins_anew(self, shard: int) -> None:
        """Note that `shard` has a new session, which is told nothing of what was missed."""
        self._anew.add(shard)

    def resumed(self, shard: int) -> None:
        """Note that `shard` was told all that its session missed."""
        # Cut off once more, a new session can be resumed before what was missed before it has been read.
        if shard not in self._anew:
            self._lost.pop(shard, None)

    async def read_on(self, client: Client, shard: int, hear: Callable[[Message], Awaitable[None]]) -> None:
        """Let `hear` have what was said while `shard` was lost, as far as that can be read."""
        last = self._lost.pop(shard, None) or (self._since if shard not in self._begun else None)
        self._begun.add(shard)
        self._anew.discard(shard)
        if not last:
            return
        for place in list(dict.fromkeys(self._places(client, shard, last)))[:MOST_CHANNELS]:
            try:
                channel = client.get_channel(place) or await client.fetch_channel(place)
                if isinstance(channel, Messageable):
                    after: Snowflake = Object(max(last - MARGIN, 0))
                    async for message in channel.history(limit=MOST_MESSAGES, after=after, oldest_first=True):
                        await hear(message)
            except (HTTPException, *PASSING) as error:
                log.info("What was said in channel %s meanwhile cannot be read: %s", place, error)

    def _places(self, client: Client, shard: int, last: int) -> Iterator[int]:
        """Yield the direct messages of late, then the channels where anything was said since."""
        if shard == 0:
            yield from list(self._talks)
        for guild in client.guilds:
            if guild.shard_id == shard:
                said: list[TextChannel | Thread] = [*guild.text_channels, *guild.threads]
                yield from [channel.id for channel in said if (channel.last_message_id or 0) > last]
