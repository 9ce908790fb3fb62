"""The client: what Discord tells is handed to those who deal with it."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Awaitable, Callable
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
from bot.discord_app.handover import Handover
from bot.discord_app.identifying import Gate
from bot.discord_app.interactions import Interactions
from bot.discord_app.manners import Manners
from bot.discord_app.owner import Owner
from bot.discord_app.posts import Posts
from bot.discord_app.prefixes import OnePrefix, Prefixes
from bot.discord_app.presence import Presence
from bot.discord_app.reception import Reception
from bot.discord_app.servers import Servers
from bot.discord_app.syncing import sync
from bot.operations.metrics import Metrics
from bot.server_facts.store import Store

log = logging.getLogger(__name__)


async def _no_reload() -> str:
    return "Nobody here can read the knowledge anew."


@dataclass(frozen=True)
class Setup:
    """How the client is to run. `reads_all` asks for the privileged intent that the prefix needs, and nothing else.

    `store` is where admins' facts are kept, by default a file in `data` that the client opens and closes itself;
    `in_memory` says of how many servers they are at hand. `gate` lets sessions begin, where several processes share it;
    `reload` is for the owner's order.
    """

    data: Path = Path("data")
    store: Store | None = None
    in_memory: int = 1_000
    sync: str = "changed"
    reads_all: bool = True
    own_gateway: bool = False
    prefixes: Prefixes = field(default_factory=lambda: OnePrefix("!"))
    manners: Manners = field(default_factory=Manners)
    metrics: Metrics = field(default_factory=Metrics)
    gate: Gate | None = None
    reload: Callable[[], Awaitable[str]] = _no_reload


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
        self._own_store = None if setup.store else Store(f"sqlite+aiosqlite:///{setup.data / 'bot.db'}")
        store = setup.store or self._own_store
        assert store is not None, "one of the two is there"
        is_member = lambda server: self.get_guild(server) is not None  # noqa: E731
        self.servers = Servers(store, setup.in_memory, assistant, setup.prefixes, is_member)
        self.reception = Reception(assistant, setup.manners, self.servers, setup.metrics)
        self.admin = Door(self.reception)
        self.interactions = Interactions(self.reception)
        self.posts = Posts(self.http, self.reception, self.admin, reads_all=setup.reads_all)
        self.tree = SeriesTree(self)
        self._handover = Handover(setup.data, self._has_heard_all)
        self._catching_up = CatchingUp(self._handover.before())
        self._owner = Owner(self.http, setup.reload)
        self._presence = Presence(self, self.servers)
        self._buckets = 1
        self._known_shards: set[int] = set()

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
        if self.setup.gate is not None:
            self._buckets = max((await self.fetch_session_start_limits()).max_concurrency, 1)
        if not self.shard_ids or 0 in self.shard_ids:
            await sync(self.tree, self.setup.data, self.setup.sync)

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Begin no session before Discord takes it."""
        if self.setup.gate is None:
            await super().before_identify_hook(shard_id, initial=initial)
        else:
            await self.setup.gate.pass_through((shard_id or 0) % self._buckets)

    def exchange(self, assistant: Assistant) -> None:
        """Answer from `assistant` from now on; an answer that is on its way is from the one before, all of it."""
        self.servers.exchange(assistant)
        self.reception.desk.exchange(assistant)

    def what_is_missing(self) -> str:
        """Return "" where every shard listens, else which do not."""
        if not self.is_ready():
            return "not ready"
        wanted = self.shard_ids or range(self.shard_count or 1)
        silent = [shard for shard in wanted if shard not in self.shards or self.shards[shard].is_closed()]
        return f"shards not connected: {', '.join(map(str, silent))}" if silent else ""

    def _has_heard_all(self) -> bool:
        return not self.what_is_missing() and self._catching_up.is_through

    def servers_by_shard(self) -> dict[str, float]:
        """Return how many servers each shard has."""
        return dict(Counter(str(guild.shard_id) for guild in self.guilds))

    async def leave(self, within: float) -> None:
        """Take no more messages, finish what is under way `within` so many seconds, and part from Discord.

        What is asked from now on is answered by the next process that is started in the same folder.
        """
        self._handover.leave()
        if not await self.reception.work.end(within):
            log.warning("Some answers were not finished within %g s.", within)
        await self.close()

    async def close(self) -> None:
        """Leave Discord, let the storage go, then end the process that draws."""
        await super().close()
        self._handover.stop()
        await self._presence.stop()
        await self.servers.close()
        if self._own_store is not None:
            await self._own_store.close()
        await asyncio.to_thread(self.reception.gallery.close)

    async def on_ready(self) -> None:
        """Say so."""
        if self.is_closed():
            # It was told to leave meanwhile, and whatever began now would be cut off.
            return
        self._handover.begin()
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
        await self._hear(message)

    async def _hear(self, message: Message) -> None:
        """Answer `message` unless the bot is leaving."""
        if self.reception.work.ends:
            return
        self._catching_up.heard(message)
        if not await self._owner.heard(message, self.application):
            await self.posts.heard(message, self.me)

    async def on_shard_disconnect(self, shard: int) -> None:
        """Note from when on nothing is heard."""
        self._catching_up.lost(shard)

    async def on_shard_connect(self, shard: int) -> None:
        """Note that a session begins."""
        if shard in self._known_shards:
            self.setup.metrics.reconnected("anew")
        self._known_shards.add(shard)
        self._catching_up.begins_anew(shard)

    async def on_shard_resumed(self, shard: int) -> None:
        """Note that nothing was missed."""
        self.setup.metrics.reconnected("resumed")
        self._catching_up.resumed(shard)

    async def on_shard_ready(self, shard: int) -> None:
        """Answer what was asked while a session was lost."""
        await self._catching_up.read_on(self, shard, self._hear)

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
