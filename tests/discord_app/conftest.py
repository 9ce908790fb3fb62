"""The bot itself, led to the stand-in of Discord: the client that people run, with no patience of its own."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from standin import Guild, Person, Standin
from standin.clients import Hasty
from standin.conftest import Connect, connect, discord, lead

from bot.assistant import Assistant
from bot.discord_app.client import SeriesClient, Setup
from bot.discord_app.manners import Manners

__all__ = ["connect", "discord", "lead"]

Run = Callable[..., AbstractAsyncContextManager[SeriesClient]]


class QuickClient(Hasty, SeriesClient):
    """The bot, without the waits of discord.py between identifies."""


@pytest.fixture
def run(assistant: Assistant, discord: Standin, connect: Connect, tmp_path: Path) -> Run:
    """Run the bot while a test needs it; `manners` and `setup` change what it is like."""

    @contextlib.asynccontextmanager
    async def running(
        manners: Manners | None = None, setup: dict[str, Any] | None = None, shards: int = 1, **options: Any
    ) -> AsyncIterator[SeriesClient]:
        chosen = Setup(data=tmp_path, manners=manners or Manners(questions_per_minute=1_000))
        chosen = replace(chosen, **setup or {})
        client = QuickClient(assistant, chosen, **{"guild_ready_timeout": 0.05, "shard_count": shards} | options)
        async with connect(client, discord, shards=shards):
            yield client

    return running


@pytest.fixture
def paddock(discord: Standin) -> Guild:
    return discord.guild("Paddock")


@pytest.fixture
def kim(discord: Standin, paddock: Guild) -> Person:
    return discord.member("Kim", paddock)
