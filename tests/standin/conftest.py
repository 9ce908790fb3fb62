"""What the tests of the stand-in share: a stand-in, and discord.py led to it."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager

import discord as library
import pytest
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from standin import Standin

Lead = Callable[[Standin], None]
Connect = Callable[..., AbstractAsyncContextManager[library.Client]]


@pytest.fixture
def lead() -> Iterator[Lead]:
    """Lead discord.py to a stand-in, by the two public attributes that say where Discord is."""
    with pytest.MonkeyPatch.context() as patch:

        def to(discord: Standin) -> None:
            patch.setattr(Route, "BASE", discord.api_url)
            patch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", yarl.URL(discord.gateway_url))

        yield to


@pytest.fixture
async def discord(lead: Lead) -> AsyncIterator[Standin]:
    """A stand-in whose seconds are as long as Discord's."""
    async with Standin() as discord:
        lead(discord)
        yield discord


@pytest.fixture
def connect() -> Connect:
    """Run a client against a stand-in while a test needs it."""

    @contextlib.asynccontextmanager
    async def running(
        client: library.Client, discord: Standin, *, shards: int = 1, token: str | None = None
    ) -> AsyncIterator[library.Client]:
        async with client:
            task = asyncio.create_task(client.start(token or discord.token))
            waiting = asyncio.create_task(discord.ready(shards=shards))
            await asyncio.wait({task, waiting}, return_when=asyncio.FIRST_COMPLETED)
            if task.done():
                waiting.cancel()
                await task
            await waiting
            yield client
        await task

    return running
