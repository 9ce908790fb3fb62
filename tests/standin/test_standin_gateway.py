"""The gateway as the real discord.py lives through it: connecting, being cut off, coming back, being refused."""

from __future__ import annotations

import json
import zlib

import aiohttp
import pytest
from discord import ConnectionClosed, Game, Intents, LoginFailure, PrivilegedIntentsRequired

from standin import Standin
from standin.clients import INTENTS, Echo
from standin.conftest import Connect, Lead


async def test_a_bot_connects_and_knows_its_servers(discord: Standin, connect: Connect) -> None:
    discord.guild("Paddock")
    discord.guild("Pit lane")
    async with connect(Echo(), discord) as bot:
        await bot.wait_until_ready()
        assert [guild.name for guild in bot.guilds] == ["Paddock", "Pit lane"]
        assert bot.user is not None
        assert bot.user.name == "Steward"
        assert bot.guilds[0].text_channels[0].permissions_for(bot.guilds[0].me).send_messages


async def test_what_is_new_is_told_at_once(discord: Standin, connect: Connect) -> None:
    paddock = discord.guild("Paddock")
    async with connect(Echo(), discord) as bot:
        await bot.wait_until_ready()
        grid = discord.channel("grid", paddock)
        late = discord.guild("Late")
        kim = discord.member("Kim", paddock, late)
        assert await kim.says("hello", in_=grid)
        assert await kim.says("hello", in_=late.channels[min(late.channels)])
        assert bot.get_channel(grid.id) is not None
        discord.bot_leaves(late)
        assert await kim.says("still here?", in_=grid)
        assert bot.get_guild(late.id) is None


async def test_frames_come_as_one_zlib_stream(discord: Standin) -> None:
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(f"{discord.gateway_url}?v=10&encoding=json&compress=zlib-stream") as socket,
    ):
        stream = zlib.decompressobj()
        hello = await socket.receive_bytes()
        assert hello.endswith(b"\x00\x00\xff\xff")
        assert json.loads(stream.decompress(hello))["op"] == 10
        await socket.send_json({"op": 1, "d": None})
        assert json.loads(stream.decompress(await socket.receive_bytes()))["op"] == 11


async def test_discord_py_asks_for_a_compressed_stream(discord: Standin, connect: Connect) -> None:
    async with connect(Echo(), discord):
        (connection,) = discord.hub.connections
        assert connection.packed


async def test_heartbeats_are_sent_and_confirmed(lead: Lead, connect: Connect) -> None:
    async with Standin(second=0.01) as discord:
        lead(discord)
        async with connect(Echo(), discord) as bot:
            await discord.until(lambda: len(list(discord.ledger.framed(op=1))) >= 3)
            assert bot.latency < 1


async def test_a_client_without_a_heartbeat_is_sent_away() -> None:
    async with (
        Standin(second=0.001) as discord,
        aiohttp.ClientSession() as session,
        session.ws_connect(f"{discord.gateway_url}?v=10&encoding=json") as socket,
    ):
        await socket.receive_json()
        assert (await socket.receive()).data == 4009
        assert discord.forgives("stopped sending heartbeats") == 1


@pytest.mark.parametrize("code", [1000, 1006, 4000, 4008])
async def test_what_is_said_while_the_line_is_cut_is_heard_after_it(
    discord: Standin, connect: Connect, code: int
) -> None:
    kim = discord.member("Kim", discord.guild())
    bot = Echo()
    async with connect(bot, discord):
        discord.drops_connection(code)
        questions = [kim.posts(f"question {number}") for number in range(3)]
        for question in questions:
            assert len(await kim.hears(question)) == 1
        await discord.resumed()
    assert bot.heard == ["question 0", "question 1", "question 2"]
    assert discord.hub.identifies == 1


async def test_a_bot_comes_back_when_asked_to(discord: Standin, connect: Connect) -> None:
    kim = discord.member("Kim", discord.guild())
    async with connect(Echo(), discord):
        discord.asks_to_reconnect()
        assert len(await kim.says("there?")) == 1
    assert discord.hub.identifies == 1


@pytest.mark.parametrize(("resumable", "identifies"), [(True, 1), (False, 2)])
async def test_an_invalid_session(discord: Standin, connect: Connect, resumable: bool, identifies: int) -> None:
    kim = discord.member("Kim", discord.guild())
    async with connect(Echo(), discord):
        discord.invalid_session(resumable=resumable)
        await discord.ready()
        assert len(await kim.says("there?")) == 1
    assert discord.hub.identifies == identifies


async def test_a_session_that_timed_out_is_not_resumed(discord: Standin, connect: Connect) -> None:
    kim = discord.member("Kim", discord.guild())
    async with connect(Echo(), discord):
        discord.drops_connection(4009)
        await discord.ready()
        assert len(await kim.says("there?")) == 1
    assert discord.hub.identifies == 2


async def test_a_bot_leaves_a_gateway_that_says_nothing_more(lead: Lead, connect: Connect) -> None:
    async with Standin(second=0.002) as discord:
        lead(discord)
        kim = discord.member("Kim", discord.guild())
        async with connect(Echo(heartbeat_timeout=0.3), discord):
            discord.goes_silent()
            assert len(await kim.says("anyone?")) == 1
            await discord.resumed()


async def test_each_event_can_come_twice(discord: Standin, connect: Connect) -> None:
    kim = discord.member("Kim", discord.guild())
    discord.delivers_twice()
    async with connect(Echo(), discord):
        question = kim.posts("once?")
        await discord.until(lambda: len(question.replies) == 2)


async def test_a_wrong_token_is_refused_by_both_sides(discord: Standin, connect: Connect) -> None:
    real, discord.token = discord.token, "another"
    with pytest.raises(LoginFailure):
        async with connect(Echo(), discord, token=real):
            pass
    client = Echo()
    discord.token = real
    async with client:
        await client.login(real)
        discord.token = "changed"
        with pytest.raises(ConnectionClosed) as closed:
            await client.connect()
    assert closed.value.code == 4004


async def test_an_intent_that_is_not_switched_on_is_refused(discord: Standin, connect: Connect) -> None:
    discord.disallows("message_content")
    with pytest.raises(PrivilegedIntentsRequired):
        async with connect(Echo(intents=INTENTS), discord):
            pass
    async with connect(Echo(intents=Intents(guilds=True)), discord):
        pass


async def test_a_status_is_taken(discord: Standin, connect: Connect) -> None:
    async with connect(Echo(), discord) as bot:
        await bot.change_presence(activity=Game("racing"))
        await discord.until(lambda: list(discord.ledger.framed(op=3)))
    (presence,) = discord.ledger.framed(op=3)
    assert presence["activities"][0]["name"] == "racing"


async def test_members_are_told_to_a_bot_that_may_see_them(discord: Standin, connect: Connect) -> None:
    discord.member("Kim", discord.guild())
    async with connect(Echo(intents=Intents(guilds=True, members=True)), discord) as bot:
        await bot.wait_until_ready()
        assert {member.name for member in bot.guilds[0].members} == {"Owner", "Steward", "Kim"}


@pytest.mark.parametrize(
    ("frame", "code"),
    [
        ("nonsense", 4002),
        ('{"op": 1, "d": "%s"}' % ("x" * 5000), 4002),
        ('{"op": 3, "d": {}}', 4003),
        ('{"op": 6, "d": {"token": "?", "session_id": "?", "seq": 1}}', 4004),
        ('{"op": 2, "d": {"token": "%s", "intents": 1, "shard": [2, 2]}}', 4010),
        ('{"op": 2, "d": {"token": "%s", "intents": -1}}', 4013),
    ],
)
async def test_a_frame_that_is_wrong_ends_the_connection(discord: Standin, frame: str, code: int) -> None:
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(f"{discord.gateway_url}?v=10&encoding=json") as socket,
    ):
        await socket.receive_json()
        await socket.send_str(frame.replace("%s", discord.token))
        assert (await socket.receive()).data == code
