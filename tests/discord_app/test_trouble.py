"""Trouble between the bot and Discord: each question is answered once, whatever happens meanwhile."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from discord_app.conftest import QuickClient, Run
from standin import Message, Person, Standin
from standin.conftest import Connect, Lead

from bot.assistant import Assistant
from bot.discord_app.client import Setup
from bot.discord_app.manners import Manners

MESSAGES = "POST /channels/*/messages"

CUTS: list[Callable[[Standin], None]] = [
    lambda discord: discord.drops_connection(1000),
    lambda discord: discord.drops_connection(1006),
    lambda discord: discord.drops_connection(4000),
    lambda discord: discord.drops_connection(4009),
    lambda discord: discord.asks_to_reconnect(),
    lambda discord: discord.invalid_session(resumable=True),
    lambda discord: discord.invalid_session(resumable=False),
]


def said(discord: Standin) -> list[Message]:
    """Return everything the bot has posted and not taken back."""
    return [one for place in discord.channels.values() for one in place.messages.values() if one.author is discord.bot]


@pytest.mark.parametrize("twice", [False, True], ids=["once", "twice"])
async def test_cut_off_twenty_times_it_answers_each_question_once(
    run: Run, discord: Standin, kim: Person, twice: bool
) -> None:
    """Also what was asked while nobody listened, in a channel, by mention and in a direct message."""
    async with run():
        if twice:
            discord.delivers_twice()
        questions: list[Message] = []
        for number in range(20):
            questions += [kim.posts(f"!champion LMP3 2022 {'please ' * number}"), kim.posts("help", in_=kim.dm)]
            CUTS[number % len(CUTS)](discord)
            questions.append(kim.posts(f"{discord.bot.mention} champion GT 2022"))
            questions.append(kim.posts("champion GT 2022", in_=kim.dm))
            await discord.ready()
        kim.patience = 20
        for question in questions:
            await kim.hears(question)
        assert await discord.is_silent(for_=0.3)
    assert [len(question.replies) for question in questions] == [1] * 80
    assert len(said(discord)) == 80


async def test_what_was_missed_is_found_behind_much_that_was_heard(run: Run, discord: Standin, kim: Person) -> None:
    """In a busy channel the last seconds alone are more than Discord tells at once."""
    async with run():
        (heard,) = await kim.says("!champion LMP3 2022")
        for number in range(250):
            kim.posts(f"What a start, number {number}!")
        await kim.says("!help")
        discord.invalid_session(resumable=False)
        missed = [kim.posts("!champion GT 2022") for _ in range(3)]
        await discord.ready()
        kim.patience = 20
        for question in missed:
            await kim.hears(question)
        assert await discord.is_silent(for_=0.3)
    assert [len(question.replies) for question in missed] == [1] * 3
    assert heard.edits == 0


@pytest.mark.parametrize("twice", [False, True], ids=["once", "twice"])
async def test_a_gateway_that_falls_silent_is_left(
    lead: Lead, connect: Connect, assistant: Assistant, tmp_path: Path, twice: bool
) -> None:
    async with Standin(second=0.01) as discord:
        lead(discord)
        kim = discord.member("Kim", discord.guild())
        setup = Setup(data=tmp_path, manners=Manners(questions_per_minute=1_000))
        client = QuickClient(assistant, setup, shard_count=1, heartbeat_timeout=0.5, guild_ready_timeout=0.05)
        async with connect(client, discord):
            (before,) = await kim.says("!champion LMP3 2022")
            if twice:
                discord.delivers_twice()
            discord.goes_silent()
            # Nothing can be heard of it but by another connection, which resumes the session or begins one.
            (answer,) = await kim.says("!champion LMP3 2022")
            assert answer.embed == before.embed
            assert await discord.is_silent()
            assert len(said(discord)) == 2


async def test_interactions_that_come_twice_are_answered_once(run: Run, discord: Standin, kim: Person) -> None:
    """A second answer would be refused by Discord, and the stand-in would complain of it."""
    async with run():
        discord.delivers_twice()
        answer = await kim.slash("champion", class_="LMP3", season="2022")
        assert len(await kim.autocomplete("driver", focused="name", value="jak")) >= 1
        await kim.press(answer.shown.button("Why?"))
        await kim.press(answer.shown.button("champion LMP3 2023"))
        await kim.message_menu("Answer this", kim.posts("help"))
        await kim.press(answer.shown.button("🗑️"))
        assert await discord.is_silent()
        assert len(answer.channel.messages) == 3 + 1


async def test_two_processes_during_a_handover_answer_once(
    run: Run, discord: Standin, kim: Person, assistant: Assistant, tmp_path: Path
) -> None:
    async with run():
        second = QuickClient(assistant, Setup(data=tmp_path), shard_count=1, guild_ready_timeout=0.05)
        task = asyncio.create_task(second.start(discord.token))
        await discord.ready(shards=2)
        questions = [kim.posts("!champion LMP3 2022"), kim.posts("help", in_=kim.dm)]
        for question in questions:
            await kim.hears(question)
        await discord.until(lambda: len(discord.requests(MESSAGES)) == 4)
        assert await discord.is_silent()
        assert [len(question.replies) for question in questions] == [1, 1]
        await second.close()
        await task


async def test_a_storm_of_rate_limits_loses_no_answer(run: Run, discord: Standin, kim: Person) -> None:
    ann = discord.member("Ann", *discord.guilds.values())
    async with run():
        discord.rate_limit(MESSAGES, seconds=0.05, times=10)
        discord.rate_limit("*", seconds=0.2)
        questions = [who.posts("!champion LMP3 2022") for who in (kim, ann) for _ in range(15)]
        for question in questions:
            await kim.hears(question)
        assert await discord.is_silent()
    assert [len(question.replies) for question in questions] == [1] * 30


@pytest.mark.parametrize("done", [False, True], ids=["undone", "done"])
async def test_a_burst_of_failures_loses_no_answer_and_doubles_none(
    run: Run, discord: Standin, kim: Person, done: bool
) -> None:
    """502 is tried again by discord.py, 503 and a broken line by the bot; the nonce keeps each from doubling."""
    people = [kim, *(discord.member(f"Member {number}", *discord.guilds.values()) for number in range(5))]
    async with run():
        discord.fails_next(502, route=MESSAGES, done=done)
        discord.fails_next(503, times=2, route=MESSAGES, done=done)
        discord.cuts_next(times=2, route=MESSAGES, done=done)
        questions = [person.posts("!champion LMP3 2022") for person in people]
        kim.patience = 15
        for question in questions:
            await kim.hears(question)
        await discord.until(
            lambda: [request.status for request in discord.requests(MESSAGES)].count(200) == 6, within=15
        )
    assert [len(question.replies) for question in questions] == [1] * 6
    assert len(said(discord)) == 6


async def test_an_interaction_gets_through_failures(run: Run, discord: Standin, kim: Person) -> None:
    async with run():
        discord.rate_limit("POST /interactions/*", seconds=0.05, times=2)
        assert (await kim.slash("champion", class_="LMP3", season="2022")).shown.embed
        discord.fails_next(503, route="POST /interactions/*")
        assert (await kim.slash("champion", class_="LMP3", season="2022")).shown.embed
        discord.cuts_next(route="POST /interactions/*")
        answer = await kim.slash("champion", class_="LMP3", season="2022")
        assert answer.shown.embed
