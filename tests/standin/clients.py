"""Bare clients of discord.py for the tests of the stand-in: as little bot as shows what the stand-in does."""

from __future__ import annotations

import asyncio
from typing import Any

import discord
from discord.ext import commands

INTENTS = discord.Intents(guilds=True, messages=True, message_content=True, reactions=True, typing=True)
DEFAULTS: dict[str, Any] = {"intents": INTENTS, "guild_ready_timeout": 0.05}


class Hasty:
    """Comes back at once, where discord.py would wait five seconds before it identifies again."""

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Wait for nothing."""


class Echo(Hasty, discord.Client):
    """Answers each message of a person with the same words."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**DEFAULTS | options)
        self.heard: list[str] = []

    async def on_message(self, message: discord.Message) -> None:
        """Answer."""
        if not message.author.bot:
            self.heard.append(message.content)
            await message.reply(f"“{message.content}”")


class Shards(Hasty, discord.AutoShardedClient):
    """Answers each message with the shard it came by."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**DEFAULTS | options)

    async def on_message(self, message: discord.Message) -> None:
        """Answer."""
        if not message.author.bot and message.guild is not None:
            await message.reply(f"shard {message.guild.shard_id}")


class Bot(Hasty, commands.Bot):
    """A bot with a tree of commands, which it declares when it starts."""

    def __init__(self, **options: Any) -> None:
        super().__init__("!", **DEFAULTS | options)

    async def setup_hook(self) -> None:
        """Declare the commands."""
        await self.tree.sync()


class Listener(Hasty, discord.Client):
    """Says nothing by itself and remembers what it was told."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**DEFAULTS | options)
        self.events: list[str] = []
        self._news = asyncio.Event()

    async def has_heard(self, number: int) -> None:
        """Wait until it was told so many things."""
        async with asyncio.timeout(5):
            while len(self.events) < number:
                self._news.clear()
                await self._news.wait()

    def _note(self, event: str) -> None:
        self.events.append(event)
        self._news.set()

    async def on_message(self, message: discord.Message) -> None:
        """Note it."""
        if not message.author.bot:
            self._note(f"message {message.content}")

    async def on_raw_message_edit(self, event: discord.RawMessageUpdateEvent) -> None:
        """Note it."""
        if not event.message.author.bot:
            self._note(f"edit {event.message.content}")

    async def on_raw_message_delete(self, event: discord.RawMessageDeleteEvent) -> None:
        """Note it."""
        self._note("delete")

    async def on_raw_reaction_add(self, event: discord.RawReactionActionEvent) -> None:
        """Note it."""
        if event.member is not None and not event.member.bot:
            self._note(f"reaction {event.emoji}")

    async def on_raw_reaction_remove(self, event: discord.RawReactionActionEvent) -> None:
        """Note it."""
        self._note(f"no reaction {event.emoji}")
