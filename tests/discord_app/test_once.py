"""An order is carried out once, though two processes hear it and each believes that it is theirs."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from discord_app.conftest import Run
from discord_app.paddocks import Paddock, paddock
from server_facts.postgres import Postgres
from standin import Standin

from bot.discord_app.client import SeriesClient
from bot.server_facts.library import Library
from bot.server_facts.store import Store

KINDS = ("sqlite", "postgresql")


@pytest.fixture
def here(discord: Standin) -> Paddock:
    return paddock(discord)


@pytest.fixture(params=KINDS)
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    server = Postgres() if request.param == "postgresql" else None
    store = Store(server.new_database() if server else f"sqlite+aiosqlite:///{tmp_path / 'shared.db'}")
    yield store
    await store.close()
    if server:
        server.stop()


async def facts(store: Store, here: Paddock) -> list[str]:
    return [fact.text for fact in (await Library(store).load(here.guild.id)).facts]


@pytest.mark.slow
async def test_two_that_overlap_carry_an_order_out_once(
    run: Run, discord: Standin, here: Paddock, store: Store, tmp_path: Path
) -> None:
    def of(name: str) -> dict[str, object]:
        return {"store": store, "data": tmp_path / name}

    async with run(setup=of("a")) as first:
        for word in ("One", "Two", "Three"):
            await here.ann.says(f"!fact add Sepang: {word}.")
        async with run(setup=of("b")) as second:
            (told,) = await here.ann.says("!fact undo")
            assert "Three." in told.text
            assert await facts(store, here) == ["One.", "Two."]
            await here.ann.slash("fact undo")
            await settled(first, second)
            assert await facts(store, here) == ["One."]
            (told,) = await here.ann.says("!fact add Sepang: Four.")
            assert "Fact" in told.text
            await settled(first, second)
            assert await facts(store, here) == ["One.", "Four."]
            await here.ann.says("!settings review on")
            await here.kim.says("!fact suggest Sepang: Five.")
            await settled(first, second)
            (waiting,) = await here.ann.says("!fact suggestions")
            assert waiting.text.count("Five.") == 1
            discord.forgives("already been acknowledged")


async def settled(*clients: SeriesClient) -> None:
    """Wait until no process deals with anything any more."""
    for client in clients:
        work = client.reception.work
        await work.end(10)
        work.ends = False
