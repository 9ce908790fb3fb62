"""Trouble on command, and how the real discord.py gets through it; what the bot did wrong fails the test."""

from __future__ import annotations

import asyncio
import time

import aiohttp
import pytest
from discord import DiscordServerError, HTTPException, NotFound
from discord.http import Route

from standin import Standin
from standin.clients import Bot, Echo, Listener
from standin.conftest import Connect

MESSAGES = "POST /channels/*/messages"


@pytest.mark.parametrize("route", ["*", MESSAGES])
async def test_a_client_that_is_told_to_wait_waits_and_comes_back(
    discord: Standin, connect: Connect, route: str
) -> None:
    kim = discord.member("Kim", discord.guild())
    async with connect(Echo(), discord):
        discord.rate_limit(route, seconds=0.2)
        start = time.monotonic()
        assert len(await kim.says("patience")) == 1
        assert time.monotonic() - start >= 0.2
    assert [request.status for request in discord.requests(MESSAGES)] == [429, 200]


async def test_a_storm_of_rate_limits(discord: Standin, connect: Connect) -> None:
    kim = discord.member("Kim", discord.guild())
    async with connect(Echo(), discord):
        discord.rate_limit(MESSAGES, seconds=0.01, times=4)
        answers = await asyncio.gather(*(kim.says(f"question {number}") for number in range(8)))
    assert [len(each) for each in answers] == [1] * 8
    assert [request.status for request in discord.requests(MESSAGES)].count(429) == 4


async def test_a_failure_is_tried_again(discord: Standin, connect: Connect) -> None:
    kim = discord.member("Kim", discord.guild())
    async with connect(Echo(), discord):
        discord.fails_next(500, route=MESSAGES)
        assert len(await kim.says("again")) == 1
    assert [request.status for request in discord.requests(MESSAGES)] == [500, 200]


async def test_a_failure_that_did_its_work_all_the_same(discord: Standin, connect: Connect) -> None:
    """What is tried again is posted twice, unless a nonce is enforced."""
    kim = discord.member("Kim", discord.guild())
    async with connect(Listener(), discord) as bot:
        route = Route("POST", "/channels/{channel_id}/messages", channel_id=kim.home.id)
        discord.fails_next(502, route=MESSAGES, done=True)
        await bot.http.request(route, json={"content": "x", "nonce": "1", "enforce_nonce": True})
    assert len(kim.home.messages) == 1


async def test_a_line_that_breaks_and_a_failure_that_is_final(discord: Standin, connect: Connect) -> None:
    kim = discord.member("Kim", discord.guild())
    async with connect(Listener(), discord) as bot:
        discord.cuts_next(route="POST */typing")
        with pytest.raises((aiohttp.ClientError, OSError)):
            await bot.http.send_typing(kim.home.id)
        assert not discord.typing
        discord.fails_next(503)
        with pytest.raises(DiscordServerError):
            await bot.http.request(Route("GET", "/users/@me"))
        assert (await bot.http.request(Route("GET", "/users/@me")))["username"] == "Steward"


async def test_slow_answers(discord: Standin, connect: Connect) -> None:
    kim = discord.member("Kim", discord.guild())
    async with connect(Echo(), discord):
        discord.slows(0.1, route=MESSAGES)
        start = time.monotonic()
        await kim.says("take your time")
        assert time.monotonic() - start >= 0.1
        discord.recovers()
        start = time.monotonic()
        await kim.says("quick")
        assert time.monotonic() - start < 0.1


async def test_everything_a_client_does_is_noted(discord: Standin, connect: Connect) -> None:
    kim = discord.member("Kim", discord.guild())
    async with connect(Echo(), discord):
        await kim.says("hello")
    (sent,) = discord.requests(MESSAGES)
    assert sent.body["content"] == "“hello”"
    (identify,) = discord.ledger.framed(op=2)
    assert identify["token"] == discord.token


async def test_commands_are_kept_and_counted(discord: Standin, connect: Connect) -> None:
    paddock = discord.guild()
    bot = Bot()

    @bot.tree.command()
    async def champion(_: object) -> None:
        """Who won."""

    async with connect(bot, discord):
        first = await bot.tree.fetch_commands()
        assert [each.name for each in await bot.tree.sync()] == ["champion"]
        assert (await bot.tree.fetch_commands())[0].id == first[0].id
        bot.tree.copy_global_to(guild=bot.get_guild(paddock.id) or bot.guilds[0])
        await bot.tree.sync(guild=bot.guilds[0])
        await first[0].delete()
        assert await bot.tree.fetch_commands() == []
    assert [each["name"] for each in discord.commands[paddock.id]] == ["champion"]
    assert len(discord.requests("PUT /applications/*")) == 3


async def test_a_route_that_there_is_not_fails_the_test(discord: Standin, connect: Connect) -> None:
    async with connect(Listener(), discord) as bot:
        with pytest.raises(NotFound):
            await bot.http.request(Route("GET", "/sticker-packs"))
    assert discord.complaints == ["the stand-in has no route GET /sticker-packs"]
    discord.forgives("sticker")


async def test_complaints_are_raised_at_the_end() -> None:
    with pytest.raises(AssertionError, match="no route DELETE /everything"):
        async with Standin() as discord, aiohttp.ClientSession() as session:
            await session.delete(f"{discord.api_url}/everything")


async def test_complaints_are_beside_the_error_that_ended_a_test() -> None:
    with pytest.raises(ValueError, match="of its own") as failed:
        async with Standin() as discord:
            discord.ledger.complain("it was late")
            raise ValueError("of its own")
    assert failed.value.__notes__ == ["Discord has complaints:\nit was late"]


async def test_silence_is_noticed(discord: Standin, connect: Connect) -> None:
    kim = discord.member("Kim", discord.guild())
    async with connect(Listener(), discord):
        kim.posts("anyone?")
        assert await discord.is_silent(for_=0.1)
        kim.patience = 0.1
        with pytest.raises(AssertionError, match="nobody answered"):
            await kim.says("anyone?")


async def test_what_is_not_simulated_says_so(discord: Standin, connect: Connect) -> None:
    kim = discord.member("Kim", discord.guild())
    async with connect(Listener(), discord) as bot:
        route = Route("POST", "/channels/{channel_id}/messages", channel_id=kim.home.id)
        with pytest.raises(HTTPException):
            await bot.http.request(route, json={"content": "x", "flags": 1 << 15})
    assert discord.forgives("no components v2") == 1
