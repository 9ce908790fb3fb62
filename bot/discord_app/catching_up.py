"""What was said while nobody listened: where Discord cannot resume a session, it does not tell that again."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Iterator
from typing import TypeAlias

from cachetools import LRUCache
from discord import Client, Message, Object, StageChannel, TextChannel, Thread, VoiceChannel
from discord.abc import Messageable, Snowflake
from discord.utils import time_snowflake, utcnow

from bot.discord_app.patience import tolerant

log = logging.getLogger(__name__)

MOST_CHANNELS = 100
MOST_MESSAGES = 1_000
# Events of one moment may overtake one another; what was heard twice is answered once.
MARGIN = 5_000 << 22
Spoken: TypeAlias = TextChannel | VoiceChannel | StageChannel | Thread


Hear = Callable[[Message], Awaitable[None]]


class CatchingUp:
    """Knows for each shard the last message that was heard, and reads on from there after a new session."""

    def __init__(self, before: int = 0) -> None:
        """`before` is the last message that the process before this one can have heard, 0 where nobody knows."""
        self._before = before
        self._last: dict[int, int] = {}
        self._lost: dict[int, int] = {}
        self._anew: set[int] = set()
        self._begun: set[int] = set()
        self._reading = 0
        self._talks: LRUCache[int, bool] = LRUCache(MOST_CHANNELS)

    @property
    def is_through(self) -> bool:
        """True where nothing that was missed is still to be read."""
        return not (self._reading or self._lost or self._anew)

    def heard(self, message: Message) -> None:
        """Note that `message` was heard."""
        shard = message.guild.shard_id if message.guild is not None else 0
        self._last[shard] = max(message.id, self._last.get(shard, 0))
        if message.guild is None:
            self._talks[message.channel.id] = True

    def lost(self, shard: int) -> None:
        """Note that `shard` hears nothing from here on, and perhaps nothing since the last that it heard."""
        if shard in self._last:
            self._lost.setdefault(shard, self._last[shard])

    def begins_anew(self, shard: int) -> None:
        """Note that `shard` has a new session, which is told nothing of what was missed."""
        self._anew.add(shard)
        # What is said from here on it hears, though it may be long until anybody says something.
        self._last.setdefault(shard, time_snowflake(utcnow()) - MARGIN)

    def resumed(self, shard: int) -> None:
        """Note that `shard` was told all that its session missed."""
        # Cut off once more, a new session can be resumed before what was missed before it has been read.
        if shard not in self._anew:
            self._lost.pop(shard, None)

    async def read_on(self, client: Client, shard: int, hear: Hear) -> None:
        """Let `hear` have what was said while `shard` was lost and a little before, as far as that can be read."""
        of_this_process = self._lost.pop(shard, None)
        before = self._before if shard not in self._begun else 0
        last = of_this_process or before
        self._begun.add(shard)
        self._anew.discard(shard)
        if not last:
            return
        self._reading += 1
        try:
            places = list(dict.fromkeys(self._places(client, shard, last)))
            if len(places) > MOST_CHANNELS:
                log.warning("Much was said meanwhile: %s channels are not read.", len(places) - MOST_CHANNELS)
            for place in places[:MOST_CHANNELS]:
                with tolerant(f"What was said in channel {place} meanwhile cannot be read"):
                    await self._read(client, place, last, hear)
        finally:
            self._reading -= 1

    async def _read(self, client: Client, place: int, last: int, hear: Hear) -> None:
        channel = client.get_channel(place) or await client.fetch_channel(place)
        if not isinstance(channel, Messageable):
            return
        read = 0
        after: Snowflake = Object(max(last - MARGIN, 0))
        async for message in channel.history(limit=MOST_MESSAGES, after=after, oldest_first=True):
            await hear(message)
            read += 1
        if read == MOST_MESSAGES:
            log.warning("Much was said meanwhile in channel %s: only %s messages are read.", place, read)

    def _places(self, client: Client, shard: int, last: int) -> Iterator[int]:
        """Yield the direct messages of late, then the channels where anything was said since."""
        if shard == 0:
            yield from list(self._talks)
        for guild in client.guilds:
            if guild.shard_id == shard:
                said: list[Spoken] = [
                    *guild.text_channels,
                    *guild.voice_channels,
                    *guild.stage_channels,
                    *guild.threads,
                ]
                yield from [channel.id for channel in said if (channel.last_message_id or 0) > last]
