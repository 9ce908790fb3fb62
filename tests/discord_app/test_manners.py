"""Manners: pace, patience, missing permissions, and what is told when something breaks."""

from __future__ import annotations

import asyncio
import logging

import pytest
from discord_app.conftest import Run
from standin import Guild, Person, Standin

from bot.assistant import administration
from bot.discord_app.manners import Manners
from bot.errors import BotError

MESSAGES = "POST /channels/*/messages"


async def test_who_asks_too_much_is_told_once_and_others_are_not(
    run: Run, discord: Standin, paddock: Guild, kim: Person
) -> None:
    ann = discord.member("Ann", paddock)
    async with run(Manners(questions_per_minute=3)):
        questions = [kim.posts("!champion LMP3 2022") for _ in range(6)]
        for question in questions[:4]:
            await kim.hears(question)
        await discord.until(lambda: all(question.reactions for question in questions[4:]))
        texts = [reply.text for question in questions for reply in question.replies]
        assert ["Slow down" in text for text in texts] == [False, False, False, True]
        assert "again in" in texts[3]
        slow = await kim.slash("help")
        assert slow.ephemeral
        assert "Slow down" in slow.text
        (answer,) = await ann.says("!champion LMP3 2022")
        assert answer.embed["title"] == "LMP3 champions, 2022"


async def test_what_is_not_for_the_bot_counts_for_nothing(run: Run, discord: Standin, kim: Person) -> None:
    async with run(Manners(questions_per_minute=1)):
        for said in ("hello there", "!play Fuji", "who won?"):
            kim.posts(said)
        (answer,) = await kim.says("!champion LMP3 2022")
        assert answer.embed["title"] == "LMP3 champions, 2022"


async def test_one_question_of_a_person_at_a_time_in_their_order(run: Run, discord: Standin, kim: Person) -> None:
    async with run():
        discord.slows(0.05, route=MESSAGES)
        questions = [kim.posts(f"!season {season}") for season in ("2022", "2021", "2019-20", "2018-19")]
        for question in questions:
            await kim.hears(question)
        answers = [reply for question in questions for reply in question.replies]
        assert [answer.id for answer in answers] == sorted(answer.id for answer in answers)
        assert not discord.typing


async def test_only_who_has_to_wait_sees_typing_or_thinking(run: Run, discord: Standin, kim: Person) -> None:
    """Whoever waits for more than a moment sees that they were heard; Discord gives a command three seconds."""
    async with run(Manners(works_silently_for=0.1, questions_per_minute=100)):
        discord.slows(0.5, route=MESSAGES)
        first = kim.posts("!champion LMP3 2022")
        await discord.until(lambda: discord.requests(MESSAGES))
        second = kim.posts("!champion GT 2022")
        slash = await kim.slash("champion", class_="LMP3", season="2022")
        assert slash.deferred
        assert slash.shown.embed == first.replies[0].embed
        await kim.hears(second)
        assert discord.typing == [kim.home]
        await kim.press(slash.shown.button("🗑️"))
        assert slash.shown.deleted


async def test_a_sign_that_cannot_be_given_holds_nobody_up(run: Run, discord: Standin, kim: Person) -> None:
    async with run(Manners(works_silently_for=0.05, questions_per_minute=100)):
        discord.slows(0.2, route=MESSAGES)
        discord.cuts_next(route="POST */typing")
        questions = [kim.posts(f"!champion {name} 2022") for name in ("LMP3", "LMP2", "GT", "GT Am")]
        for question in questions:
            assert len(await kim.hears(question)) == 1
        assert len(discord.requests("POST */typing")) == 1
        assert await kim.says("!help")


@pytest.mark.parametrize(
    ("forbidden", "title", "content", "direct"),
    [
        (("embed_links",), False, "**LMP3 champions, 2022**", False),
        (("read_message_history",), True, "", False),
        (("send_messages",), True, "I may not answer in <#", True),
        (("view_channel",), False, "", None),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
async def test_missing_permissions_leave_another_way(  # noqa: PLR0913, PLR0917 - a table of four columns
    run: Run,
    discord: Standin,
    kim: Person,
    caplog: pytest.LogCaptureFixture,
    forbidden: tuple[str, ...],
    title: bool,
    content: str,
    direct: bool | None,
) -> None:
    """In plain text, without a reply, or in a direct message: one line in the log, and no request that is refused."""
    async with run():
        discord.forbids(*forbidden, in_=kim.home)
        kim.posts("!champion LMP3 2022")
        if direct is None:
            assert await discord.is_silent()
            return
        place = kim.dm if direct else kim.home
        await discord.until(lambda: any(message.author is discord.bot for message in place.messages.values()))
        (answer,) = [message for message in place.messages.values() if message.author is discord.bot]
        assert answer.content.startswith(content)
        assert [embed["title"] for embed in answer.embeds] == ["LMP3 champions, 2022"] * title
        assert "CD Sport" in answer.text
        assert (await kim.press(answer.button("Why?"))).ephemeral
        assert [request.status for request in discord.requests(MESSAGES)] == [200]
    lines = [
        record for record in caplog.records if record.name.startswith("bot.") and record.levelno >= logging.WARNING
    ]
    assert len(lines) == (0 if forbidden == ("read_message_history",) else 1)


async def test_a_thread_has_a_permission_of_its_own(run: Run, discord: Standin, paddock: Guild, kim: Person) -> None:
    thread = discord.thread("LMP3", kim.home)
    async with run():
        discord.forbids("send_messages", in_=kim.home)
        assert await kim.says("!champion LMP3 2022", in_=thread)
        discord.allows("send_messages", in_=kim.home)
        discord.forbids("send_messages_in_threads", in_=kim.home)
        kim.posts("!champion LMP3 2022", in_=thread)
        await discord.until(lambda: kim.dm.messages)
        assert await kim.says("!champion LMP3 2022")


async def test_who_can_be_answered_nowhere_is_a_line_in_the_log(
    run: Run, discord: Standin, kim: Person, caplog: pytest.LogCaptureFixture
) -> None:
    kim.accepts_dms = False
    async with run():
        discord.forbids("send_messages", in_=kim.home)
        kim.posts("!champion LMP3 2022")
        async with asyncio.timeout(5):
            while not any("No way to answer" in record.message for record in caplog.records):
                await asyncio.sleep(0.01)


async def test_a_plain_answer_is_edited_as_a_plain_answer(
    run: Run, discord: Standin, kim: Person, caplog: pytest.LogCaptureFixture
) -> None:
    """And a command is answered as plainly, with one line in the log."""
    async with run():
        discord.forbids("embed_links", in_=kim.home)
        question = kim.posts("!champion LMP3 2022")
        (answer,) = await kim.hears(question)
        kim.edits(question, "!champion LMP3 2023")
        await discord.changes(answer)
        assert answer.content.startswith("**LMP3 champions, 2023**")
        caplog.clear()
        slash = await kim.slash("champion", class_="LMP3", season="2023")
        assert slash.shown.content == answer.content
        assert [f"channel {kim.home.id}" in record.message for record in caplog.records] == [True]


@pytest.mark.parametrize("error", [BotError("Put it right."), ZeroDivisionError()], ids=repr)
async def test_what_breaks_is_told_by_one_handler(
    run: Run, kim: Person, caplog: pytest.LogCaptureFixture, error: Exception
) -> None:
    """In messages, commands and buttons alike: what people can put right, or a reference that the log has as well."""
    async with run() as client:
        (answer,) = await kim.says("!champion LMP3 2022")
        client.reception.desk.assistant = Failing(error)  # type: ignore[assignment]
        said = [
            (await kim.says("!champion LMP3 2021"))[0].text,
            (await kim.slash("champion")).text,
            (await kim.press(answer.button("champion LMP3 2023"))).text,
            (await kim.press(answer.button("Why?"))).text,
        ]
    if isinstance(error, BotError):
        assert said == [str(error)] * 4
        assert not [record for record in caplog.records if record.levelno >= logging.ERROR]
        return
    for text in said:
        reference = text.split()[-1].rstrip(".")
        assert "Something broke" in text
        (record,) = [record for record in caplog.records if f"[{reference}]" in record.message]
        assert record.exc_info is not None
        assert "ZeroDivision" not in text


class Failing:
    """An assistant that always fails."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def names_command(self, line: str) -> bool:
        return True

    def order(self, line: str) -> administration.NoOrder:
        return administration.NoOrder()

    def _fail(self, *_: object) -> None:
        raise self.error

    reply = reply_after = hear = explain = offer = _fail
