"""discord.py's own work on one message: from the gateway's text to a command that does nothing."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from time import perf_counter
from typing import Any

import discord
from discord.ext import commands
from discord.gateway import DiscordWebSocket

GUILD, CHANNEL, MEMBER, ROLE = "100", "200", "300", "100"
_USER = {"id": MEMBER, "username": "member", "discriminator": "0", "global_name": "A Member", "avatar": None}
_MEMBERSHIP = {"roles": [], "joined_at": "2024-01-01T00:00:00+00:00", "deaf": False, "mute": False, "flags": 0}
_SERVER = {
    "id": GUILD,
    "name": "Paddock",
    "owner_id": MEMBER,
    "member_count": 1,
    "roles": [{"id": ROLE, "name": "@everyone", "permissions": "104324673", "position": 0, "color": 0, "flags": 0}],
    "channels": [{"id": CHANNEL, "type": 0, "name": "general", "position": 0, "permission_overwrites": []}],
    "members": [{"user": _USER, **_MEMBERSHIP}],
    "emojis": [],
    "features": [],
}


def dispatch_microseconds(contents: Sequence[str]) -> list[float]:
    """Return how long discord.py takes for each message that says `!ask` and one of `contents`.

    Measured from the text that the gateway sends to the end of the command it leads to: decoding, the objects, the
    cache, `on_message`, the prefix, the arguments, the call.
    """
    return asyncio.run(_measured(contents))


async def _measured(contents: Sequence[str]) -> list[float]:
    bot, wire = _connected()
    done: list[str] = []

    @bot.command()
    async def ask(context: commands.Context[Any], *, question: str) -> None:
        done.append(question)

    taken = []
    for number, content in enumerate(contents):
        text = _message(number, f"!ask {content}")
        start = perf_counter()
        await wire.received_message(text)
        while len(done) <= number:
            await asyncio.sleep(0)
        taken.append((perf_counter() - start) * 1e6)
    return taken


def _connected() -> tuple[commands.Bot, DiscordWebSocket]:
    """Return a bot that knows one server, and the socket that feeds it, with nothing at its other end."""
    intents = discord.Intents.default()
    intents.message_content = True
    bot = commands.Bot("!", intents=intents)
    loop = asyncio.get_running_loop()
    bot.loop = loop
    state = bot._connection
    state.user = discord.ClientUser(state=state, data={**_USER, "id": "400", "username": "bot"})  # type: ignore[typeddict-item]
    state._add_guild_from_data(_SERVER)  # type: ignore[arg-type]
    wire = DiscordWebSocket(None, loop=loop)  # type: ignore[arg-type]
    wire._connection, wire._discord_parsers, wire._dispatch = state, state.parsers, bot.dispatch
    wire.log_receive = lambda message: None  # type: ignore[method-assign]
    wire.shard_id = None
    return bot, wire


def _message(number: int, content: str) -> str:
    return json.dumps(
        {
            "op": 0,
            "s": number,
            "t": "MESSAGE_CREATE",
            "d": {
                "id": str(1_000_000 + number),
                "channel_id": CHANNEL,
                "guild_id": GUILD,
                "author": _USER,
                "member": {
                    "roles": [],
                    "joined_at": "2024-01-01T00:00:00+00:00",
                    "deaf": False,
                    "mute": False,
                    "flags": 0,
                },
                "content": content,
                "timestamp": "2026-01-01T00:00:00+00:00",
                "edited_timestamp": None,
                "tts": False,
                "mention_everyone": False,
                "mentions": [],
                "mention_roles": [],
                "attachments": [],
                "embeds": [],
                "pinned": False,
                "type": 0,
            },
        }
    )
