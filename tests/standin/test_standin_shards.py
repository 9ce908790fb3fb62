"""Many shards in several clients, in this process and in another one."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from pathlib import Path

import pytest

from standin import Standin
from standin.clients import Shards
from standin.conftest import Connect

ANOTHER = """
import discord, yarl, os
from discord.gateway import DiscordWebSocket
from discord.http import Route

Route.BASE = os.environ["DISCORD_API_URL"]
DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(os.environ["DISCORD_GATEWAY_URL"])
client = discord.Client(intents=discord.Intents(guilds=True, messages=True))

@client.event
async def on_message(message):
    if not message.author.bot:
        await message.reply(f"from process {os.getpid()}")

client.run(os.environ["DISCORD_TOKEN"], log_handler=None)
"""


async def test_sixteen_shards_in_four_clients(discord: Standin, connect: Connect) -> None:
    guilds = [discord.guild(f"Server {number}") for number in range(16)]
    kim = discord.member("Kim", *guilds)
    async with contextlib.AsyncExitStack() as running:
        for first in range(0, 16, 4):
            client = Shards(shard_count=16, shard_ids=[first, first + 1, first + 2, first + 3])
            await running.enter_async_context(connect(client, discord, shards=first + 4))
        discord.drops_connection(shard=5)
        places = [next(iter(guild.channels.values())) for guild in guilds]
        answers = await asyncio.gather(*(kim.says("which?", in_=place) for place in places))
        await discord.resumed()
    assert [[message.text for message in each] for each in answers] == [[f"shard {number}"] for number in range(16)]
    assert discord.hub.identifies == 16


async def test_a_client_asks_how_many_shards_there_should_be(discord: Standin, connect: Connect) -> None:
    discord.hub.recommended_shards = 2
    async with connect(Shards(), discord, shards=2) as client:
        assert client.shard_count == 2
    assert len(discord.requests("GET /gateway/bot")) == 1


async def test_identifies_that_come_too_fast_are_refused(discord: Standin, connect: Connect) -> None:
    discord.limits_identifies(max_concurrency=1)
    async with connect(Shards(shard_count=2, shard_ids=[0]), discord):
        discord.second = 0.02
        async with connect(Shards(shard_count=2, shard_ids=[1]), discord, shards=2):
            pass
    assert discord.forgives("identified too soon") >= 1


async def test_two_clients_of_one_shard_both_hear_everything(discord: Standin, connect: Connect) -> None:
    """So it is during a handover; answering twice is for the bot to avoid."""
    kim = discord.member("Kim", discord.guild())
    async with connect(Shards(shard_count=1), discord), connect(Shards(shard_count=1), discord, shards=2):
        question = kim.posts("which?")
        await discord.until(lambda: len(question.replies) == 2)


@pytest.mark.slow
async def test_a_bot_in_another_process(discord: Standin) -> None:
    kim = discord.member("Kim", discord.guild())
    environment = os.environ | discord.environment
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", ANOTHER, env=environment, cwd=Path(__file__).parent
    )
    try:
        await discord.ready()
        (answer,) = await kim.says("who?")
        assert answer.text == f"from process {process.pid}"
    finally:
        process.terminate()
        await process.wait()
