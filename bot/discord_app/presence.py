"""Once an hour: which servers the bot is in, and deleting what is past its days."""

from __future__ import annotations

import asyncio
import logging

from discord import AutoShardedClient
from discord.ext import tasks

from bot.discord_app.servers import Servers
from bot.errors import BotError

log = logging.getLogger(__name__)

ENDS_WITHIN = 5.0


class Presence:
    """Keeps true what is noted of the servers that sent the bot away, also of what happened while it was not there."""

    def __init__(self, client: AutoShardedClient, servers: Servers) -> None:
        self._client = client
        self._retention = servers.retention
        self._looks = asyncio.Lock()
        self._hourly = tasks.loop(hours=1)(self._set_right)

    def begin(self) -> None:
        """Begin, once all servers are known."""
        if not self._hourly.is_running():
            self._hourly.start()

    async def stop(self) -> None:
        """Stop, and let a look that is under way end: cut off, it would tear its connection."""
        try:
            async with asyncio.timeout(ENDS_WITHIN), self._looks:
                self._hourly.cancel()
        except TimeoutError:
            log.warning("Looking after servers that are gone did not end.")
            self._hourly.cancel()

    def _is_ours(self, server: int) -> bool:
        count, ids = self._client.shard_count or 1, self._client.shard_ids
        return not ids or (server >> 22) % count in ids

    async def _set_right(self) -> None:
        async with self._looks:
            await self._look()

    async def _look(self) -> None:
        try:
            await self._retention.present([guild.id for guild in self._client.guilds], self._is_ours)
            await self._retention.purge()
        except BotError as problem:
            log.warning("Could not look after what is stored of servers: %s", problem)
        except Exception:
            # It would end the loop, and nothing would be deleted any more.
            log.exception("Could not look after what is stored of servers.")
