"""While nothing is heard: what is said then is answered by whoever hears again, this process or the next."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from discord.gateway import DiscordWebSocket
from discord_app.conftest import Run
from standin import Person, Standin

from bot.discord_app.client import SeriesClient

LONGER_THAN_THE_MARGIN = 6.0
Door = Callable[[bool], None]


@pytest.fixture
def gateway() -> Iterator[Door]:
    """Close and open the gateway for whoever connects anew."""
    is_open = True
    connect = DiscordWebSocket.from_client

    async def from_client(*parts: Any, **options: Any) -> DiscordWebSocket:
        if not is_open:
            raise OSError("the gateway is away")
        return await connect(*parts, **options)

    def put(opened: bool) -> None:
        nonlocal is_open
        is_open = opened

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DiscordWebSocket, "from_client", from_client)
        yield put


async def becomes(client: SeriesClient, *, deaf: bool) -> None:
    async with asyncio.timeout(10):
        while bool(client.what_is_missing()) is not deaf:
            await asyncio.sleep(0.01)


async def test_told_to_stop_while_it_hears_nothing(run: Run, kim: Person, discord: Standin, gateway: Door) -> None:
    async with run() as first:
        await kim.says("!champion LMP3 2022")
        gateway(False)
        discord.drops_connection()
        await becomes(first, deaf=True)
        asked = kim.posts("!circuits")
        await asyncio.sleep(LONGER_THAN_THE_MARGIN)
        await first.leave(1.0)
    gateway(True)
    async with run():
        await kim.hears(asked)
    assert len(asked.replies) == 1


async def test_stopped_before_it_had_read_on_it_leaves_that_to_the_next(
    run: Run, kim: Person, discord: Standin
) -> None:
    async with run() as first:
        await kim.says("!champion LMP3 2022")
        await first.leave(1.0)
    asked = kim.posts("!circuits")
    await asyncio.sleep(LONGER_THAN_THE_MARGIN)
    async with run(guild_ready_timeout=3.0) as second:
        await second.leave(1.0)
    async with run():
        await kim.hears(asked)
    assert len(asked.replies) == 1


async def test_a_shard_that_had_heard_nothing_yet_reads_on_as_well(
    run: Run, kim: Person, discord: Standin, gateway: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with run() as client:
        gateway(False)
        discord.drops_connection(4009)
        await becomes(client, deaf=True)
        asked = kim.posts("!circuits")
        gateway(True)
        await becomes(client, deaf=False)
        await kim.hears(asked)
    assert len(asked.replies) == 1
