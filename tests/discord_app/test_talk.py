"""A talk with the bot: asking on, changing one's mind, taking it back."""

from __future__ import annotations

import asyncio

import pytest
from discord_app.conftest import Run
from standin import Guild, Person, Standin

from bot.discord_app.errors import report
from bot.discord_app.limits import CONTENT, size
from bot.discord_app.manners import Manners
from bot.errors import BotError


async def test_asking_on_in_the_same_channel(run: Run, discord: Standin, paddock: Guild, kim: Person) -> None:
    pits = discord.channel("pits", paddock)
    ann = discord.member("Ann", paddock)
    async with run():
        await kim.asks_bot("who won LMP3 in 2022?")
        (alone,) = await kim.asks_bot("and in 2023?", in_=pits)
        (other,) = await ann.asks_bot("and in 2023?")
        (on,) = await kim.asks_bot("and in 2023?")
        assert on.embed["title"] == "LMP3 champions, 2023"
        assert alone.embed["title"] == other.embed["title"] != on.embed["title"]


async def test_a_talk_ends_after_a_while(run: Run, kim: Person) -> None:
    async with run(Manners(asking_on_within=0.05)):
        await kim.whispers("who won LMP3 in 2022?")
        await asyncio.sleep(0.1)
        (late,) = await kim.whispers("and in 2023?")
        assert late.embed["title"] != "LMP3 champions, 2023"


async def test_a_reply_asks_on_from_what_it_replies_to(run: Run, discord: Standin, paddock: Guild, kim: Person) -> None:
    """By whomever, and also after a restart: the answer itself tells what it answers."""
    ann = discord.member("Ann", paddock)
    async with run():
        (first,) = await kim.asks_bot("who won LMP3 in 2022?")
        await kim.asks_bot("circuit Sepang")
        (on,) = await ann.says("and in 2023?", to=first)
    async with run():
        (later,) = await ann.says("and in 2023?", to=first)
    assert on.embed == later.embed
    assert on.embed["title"] == "LMP3 champions, 2023"


async def test_an_edit_changes_the_answer(run: Run, discord: Standin, kim: Person) -> None:
    async with run():
        question = kim.posts("!champion LMP3 2022")
        (answer,) = await kim.hears(question)
        kim.edits(question, "!champion LMP3 2023")
        await discord.changes(answer)
        assert answer.embed["title"] == "LMP3 champions, 2023"
        assert question.replies == [answer]
        why = await kim.press(answer.button("Why?"))
        assert "seasons=2023" in why.text


async def test_an_edited_question_asks_on_from_where_it_did(run: Run, discord: Standin, kim: Person) -> None:
    async with run():
        await kim.whispers("who won LMP3 in 2022?")
        question = kim.posts("and in 2023?", in_=kim.dm)
        (answer,) = await kim.hears(question)
        kim.edits(question, "and in 2021?")
        await discord.changes(answer)
        assert answer.embed["title"] == "LMP3 champions, 2021"


@pytest.mark.parametrize("edited", ["!champion LMP3 2022", "never mind"])
async def test_an_edit_that_asks_nothing_else_changes_nothing(
    run: Run, discord: Standin, kim: Person, edited: str
) -> None:
    async with run():
        question = kim.posts("!champion LMP3 2022")
        await kim.hears(question)
        kim.edits(question, edited)
        assert await discord.is_silent(for_=0.1)


async def test_an_edit_that_comes_late_changes_nothing(run: Run, discord: Standin, kim: Person) -> None:
    async with run(Manners(edits_within=0.0)):
        question = kim.posts("!champion LMP3 2022")
        await kim.hears(question)
        kim.edits(question, "!champion LMP3 2023")
        assert await discord.is_silent(for_=0.1)


async def test_edits_and_deletions_that_come_before_the_answer(run: Run, discord: Standin, kim: Person) -> None:
    async with run():
        discord.slows(0.2, route="POST /channels/*/messages")
        question, regretted = kim.posts("!champion LMP3 2022"), kim.posts("!champion GT 2022")
        await discord.until(lambda: discord.requests("POST /channels/*/messages"))
        kim.edits(question, "!champion LMP3 2023")
        kim.deletes(regretted)
        (answer,) = await kim.hears(question)
        await discord.changes(answer)
        assert answer.embed["title"] == "LMP3 champions, 2023"
        assert await discord.is_silent(for_=0.3)
        assert [message for message in kim.home.messages.values() if message.author is discord.bot] == [answer]


async def test_the_answer_goes_with_its_question(run: Run, discord: Standin, kim: Person) -> None:
    async with run():
        question = kim.posts("!champion LMP3 2022")
        (answer,) = await kim.hears(question)
        kim.deletes(question)
        await discord.changes(answer)
        assert answer.deleted


async def test_the_answers_go_with_a_purge(run: Run, discord: Standin, paddock: Guild, kim: Person) -> None:
    marshal = discord.member("Marshal", paddock, roles=(discord.role("Marshals", paddock, "manage_messages"),))
    async with run():
        questions = [kim.posts(f"!champion LMP3 {season}") for season in ("2022", "2023")]
        answers = [answer for question in questions for answer in await kim.hears(question)]
        marshal.purges(*questions)
        await discord.until(lambda: all(answer.deleted for answer in answers))


async def test_what_was_not_understood_is_logged_without_who_asked(
    run: Run, kim: Person, caplog: pytest.LogCaptureFixture
) -> None:
    """The words alone, folded: from them an operator sees which the vocabulary lacks."""
    caplog.set_level("INFO", logger="bot.operations.misses")
    async with run():
        await kim.asks_bot("How TALL is David Cheng?\nreally")
        await kim.asks_bot("who won LMP3 in 2022?")
    (line,) = [record.getMessage() for record in caplog.records if record.name == "bot.operations.misses"]
    assert line == "not understood (unknown_word): how tall is david cheng really"
    assert str(kim.id) not in line


async def test_edits_keep_the_pace_as_questions_do(run: Run, discord: Standin, kim: Person) -> None:
    async with run(Manners(questions_per_minute=3)):
        question = kim.posts("!champion LMP3 2022")
        await kim.hears(question)
        before = len(discord.requests("PATCH /channels/*/messages/*"))
        for season in range(2010, 2026):
            kim.edits(question, f"!champion LMP3 {season}")
            await asyncio.sleep(0.02)
        await discord.until(lambda: len(discord.requests("PATCH /channels/*/messages/*")) > before)
        await asyncio.sleep(0.3)
        assert len(discord.requests("PATCH /channels/*/messages/*")) - before <= 2


async def test_a_very_long_refusal_is_said_as_far_as_it_goes() -> None:
    told: list[str] = []

    async def tell(said: str) -> None:
        told.append(said)

    await report(BotError("*" * 1_500), tell, "An order")
    (said,) = told
    assert size(said) <= CONTENT
    assert said.endswith("…")
