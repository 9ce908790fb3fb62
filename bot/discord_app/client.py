"""The client: what Discord tells is handed to those who deal with it."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import discord
from discord import AllowedMentions, Intents, MemberCacheFlags, Message

from bot.assistant import Assistant
from bot.discord_app import texts
from bot.discord_app.admin.buttons import ADMIN_BUTTONS
from bot.discord_app.admin.door import Door
from bot.discord_app.buttons import BUTTONS
from bot.discord_app.catching_up import CatchingUp
from bot.discord_app.commands import SeriesTree
from bot.discord_app.interactions import Interactions
from bot.discord_app.manners import Manners
from bot.discord_app.posts import Posts
from bot.discord_app.prefixes import OnePrefix, Prefixes
from bot.discord_app.presence import Presence
from bot.discord_app.reception import Reception
from bot.discord_app.servers import Servers
from bot.discord_app.syncing import sync
from bot.server_facts.store import Store

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Setup:
    """How the client is to run. `reads_all` asks for the privileged intent that the prefix needs, and nothing else.

    `database` is the address of what admins store, empty for a file in `data`; `in_memory` says of how many servers it
    is kept at hand.
    """

    data: Path = Path("data")
    database: str = ""
    in_memory: int = 1_000
    sync: str = "changed"
    reads_all: bool = True
    own_gateway: bool = False
    prefixes: Prefixes = field(default_factory=lambda: OnePrefix("!"))
    manners: Manners = field(default_factory=Manners)


def intents(*, reads_all: bool) -> Intents:
    """Return what the bot wants to hear of: messages and reactions, and the servers they are in."""
    return Intents(guilds=True, messages=True, reactions=True, message_content=reads_all)


class SeriesClient(discord.AutoShardedClient):
    """The bot in Discord. It caches no members and no messages, so it stays as small as its servers are few."""

    def __init__(self, assistant: Assistant, setup: Setup | None = None, **options: Any) -> None:
        self.setup = setup = setup or Setup()
        defaults: dict[str, Any] = {
            "intents": intents(reads_all=setup.reads_all),
            "allowed_mentions": AllowedMentions.none(),
            "max_messages": None,
            "member_cache_flags": MemberCacheFlags.none(),
            "chunk_guilds_at_startup": False,
        }
        super().__init__(**defaults | options)
        store = Store(setup.database or f"sqlite+aiosqlite:///{setup.data / 'bot.db'}")
        is_member = lambda server: self.get_guild(server) is not None  # noqa: E731
        self.servers = Servers(store, setup.in_memory, assistant, setup.prefixes, is_member)
        self.reception = Reception(assistant, setup.manners, self.servers)
        self.admin = Door(self.reception)
        self.interactions = Interactions(self.reception)
        self.posts = Posts(self.http, self.reception, self.admin, reads_all=setup.reads_all)
        self.tree = SeriesTree(self)
        self._catching_up = CatchingUp()
        self._presence = Presence(self, self.servers)

    @property
    def me(self) -> int:
        """The bot's own id."""
        assert self.user is not None, "nobody is logged in yet"
        return self.user.id

    async def setup_hook(self) -> None:
        """Make buttons work that are older than this process, and tell Discord the commands."""
        self.add_dynamic_items(*BUTTONS, *ADMIN_BUTTONS)
        await self.servers.start()
        shards: int | None = self.shard_count
        if self.setup.own_gateway and shards is None:
            # With a number of shards, discord.py goes to the gateway of the settings, not to the one Discord advises.
            self.shard_count, *_ = await self.http.get_bot_gateway()
        if not self.shard_ids or 0 in self.shard_ids:
            await sync(self.tree, self.setup.data, self.setup.sync)

    async def close(self) -> None:
        """Leave Discord, let the storage go, then end the process that draws."""
        self._presence.stop()
        await super().close()
        await self.servers.close()
        await asyncio.to_thread(self.reception.gallery.close)

    async def on_ready(self) -> None:
        """Say so."""
        log.info("Connected as %s to %s servers.", self.user, len(self.guilds))
        self._presence.begin()

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Keep what is stored of a server that the bot is in again."""
        self.servers.beside(self.servers.retention.joined(guild.id), "note that a server is back")

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Count the days of a server that sent the bot away."""
        self.servers.beside(self.servers.retention.left(guild.id), "note that a server is gone")

    async def on_interaction(self, interaction: discord.Interaction[SeriesClient]) -> None:
        """Take in forms that were filled in; all else finds its way through the tree and the buttons."""
        if interaction.type is discord.InteractionType.modal_submit:
            await self.admin.submitted(interaction)

    async def on_message(self, message: Message) -> None:
        """Answer what speaks to the bot."""
        self._catching_up.heard(message)
        await self.posts.heard(message, self.me)

    async def on_shard_disconnect(self, shard: int) -> None:
        """Note from when on nothing is heard."""
        self._catching_up.lost(shard)

    async def on_shard_connect(self, shard: int) -> None:
        """Note that a session begins."""
        self._catching_up.begins_anew(shard)

    async def on_shard_resumed(self, shard: int) -> None:
        """Note that nothing was missed."""
        self._catching_up.resumed(shard)

    async def on_shard_ready(self, shard: int) -> None:
        """Answer what was asked while a session was lost."""
        await self._catching_up.read_on(self, shard, self.on_message)

    async def on_raw_message_edit(self, event: discord.RawMessageUpdateEvent) -> None:
        """Answer anew what was edited."""
        await self.posts.edited(event.message, self.me)

    async def on_raw_message_delete(self, event: discord.RawMessageDeleteEvent) -> None:
        """Take the answer away with its question."""
        await self.posts.deleted(event.message_id)

    async def on_raw_bulk_message_delete(self, event: discord.RawBulkMessageDeleteEvent) -> None:
        """Take the answers away with their questions."""
        for message in event.message_ids:
            await self.posts.deleted(message)

    async def on_raw_reaction_add(self, event: discord.RawReactionActionEvent) -> None:
        """Take an answer away where the one who asked wants that."""
        if (
            event.emoji.name.startswith(texts.DELETE[0])
            and event.message_author_id == self.me
            and event.user_id != self.me
        ):
            await self.posts.unwanted(self.get_partial_messageable(event.channel_id), event.message_id, event.user_id)
