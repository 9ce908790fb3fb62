"""Many shards over many processes on one PostgreSQL: each server is answered by exactly one of them."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from discord_app.running import Running, running
from server_facts.postgres import Postgres
from standin import Channel, Guild, Message, Person, Standin
from standin.conftest import Connect

from bot.assistant import Assistant
from bot.discord_app.client import SeriesClient, Setup
from bot.discord_app.identifying import PAUSE, Gate
from bot.server_facts.store import Store
from bot.server_facts.turns import turn

pytestmark = pytest.mark.slow
SHARDS, PROCESSES = 16, 4
EACH = SHARDS // PROCESSES
PATIENCE = 60.0


@pytest.fixture(scope="module")
def postgres() -> Iterator[Postgres]:
    server = Postgres()
    yield server
    server.stop()


def part(number: int) -> list[int]:
    return list(range(number * EACH, (number + 1) * EACH))


def general(guild: Guild) -> Channel:
    return next(iter(guild.channels.values()))


@contextlib.asynccontextmanager
async def process(discord: Standin, postgres: str, folder: Path, number: int) -> AsyncIterator[Running]:
    shards = ",".join(map(str, part(number)))
    env = {**discord.environment, "DATABASE_URL": postgres, "SHARD_COUNT": str(SHARDS), "SHARD_IDS": shards}
    own = folder / str(number)
    own.mkdir(exist_ok=True)
    async with running(own, **env) as bot:
        await bot.prints("Connected as")
        yield bot


async def asks_everywhere(kim: Person, guilds: list[Guild], line: str) -> list[Message]:
    """Ask in every server, and wait until each question has an answer."""
    kim.patience = PATIENCE
    asked = [kim.posts(line, in_=general(guild)) for guild in guilds]
    for question in asked:
        await kim.hears(question)
    return asked


async def test_every_server_is_answered_by_one_process_also_while_they_come_and_go(
    tmp_path: Path, postgres: Postgres
) -> None:
    """One is killed and started again, one is stopped, and one is doubled: there is one answer to every question."""
    address = postgres.new_database()
    async with Standin() as discord, AsyncExitStack() as stack:
        discord.limits_identifies(max_concurrency=SHARDS)
        guilds = [discord.guild(f"Server {number}") for number in range(SHARDS)]
        kim = discord.member("Kim", *guilds)
        bots = await asyncio.gather(
            *(stack.enter_async_context(process(discord, address, tmp_path, number)) for number in range(PROCESSES))
        )
        asked = await asks_everywhere(kim, guilds, "!champion LMP3 2022")
        # A process that goes takes its turns with it: within these seconds the next one could begin too soon.
        await asyncio.sleep(PAUSE)
        bots[1].process.kill()
        bots[2].process.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(bots[2].process.wait(), 10) == 0
        # The one that was stopped left a note: the next one answers what was asked meanwhile.
        asked += [kim.posts("!season 2022", in_=general(guilds[shard])) for shard in part(2)]
        await bots[1].process.wait()
        await asyncio.gather(
            *(stack.enter_async_context(process(discord, address, tmp_path, number)) for number in (1, 2))
        )
        asked += await asks_everywhere(kim, guilds, "!circuits")
        # To move shards without a gap both run for a while, in folders of their own.
        (tmp_path / "moved").mkdir()
        await stack.enter_async_context(process(discord, address, tmp_path / "moved", 3))
        asked += await asks_everywhere(kim, guilds, "!record teams")
        await discord.until(lambda: all(question.replies for question in asked), within=PATIENCE)
        # The doubled shards send their answers as well, and Discord takes them for the same.
        async with asyncio.timeout(PATIENCE):
            while not await discord.is_silent(for_=0.5):
                pass
    assert {len(question.replies) for question in asked} == {1}


async def test_sessions_begin_in_turns_between_clients(
    assistant: Assistant, discord: Standin, connect: Connect, postgres: Postgres, tmp_path: Path
) -> None:
    """Four clients that start at once, and none is told that it identified too soon."""
    discord.second = 0.02
    discord.limits_identifies(max_concurrency=2)
    address = postgres.new_database()
    async with AsyncExitStack() as stack:
        clients = []
        for number in range(PROCESSES):
            store = Store(address)
            gate = Gate(store, pause=5.25 * discord.second)
            stack.push_async_callback(store.close)
            stack.push_async_callback(gate.close)
            setup = Setup(data=tmp_path / str(number), store=store, gate=gate, sync="never")
            clients.append(SeriesClient(assistant, setup, shard_count=8, shard_ids=[2 * number, 2 * number + 1]))
        await asyncio.gather(*(stack.enter_async_context(connect(one, discord, shards=8)) for one in clients))
    assert discord.hub.identifies == 8


async def test_a_gate_without_a_database_lets_through_after_its_pause() -> None:
    store = Store("postgresql+asyncpg://bot:secret@127.0.0.1:1/bot")
    gate = Gate(store, pause=0.05)
    await asyncio.wait_for(gate.pass_through(0), PATIENCE)
    await gate.close()
    await store.close()


async def test_a_turn_goes_with_the_connection_that_held_it(postgres: Postgres) -> None:
    """A process that is killed holds up nobody."""
    address = postgres.new_database()
    first, second = Store(address), Store(address)
    holding = asyncio.Event()

    async def hold() -> None:
        async with turn(first, 3):
            holding.set()
            await asyncio.sleep(PATIENCE)

    task = asyncio.create_task(hold())
    await holding.wait()
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.5), turn(second, 3):
            pass
    async with turn(second, 4):
        pass
    postgres.cut(address)
    async with asyncio.timeout(PATIENCE), turn(Store(address), 3):
        pass
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await first.close()
    await second.close()
