"""The buttons below an answer: they do what they say, for whom they are meant, and outlive a restart."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest
from discord.http import Route
from discord_app.conftest import Run
from standin import Guild, Message, Person, Standin

from bot.assistant import Assistant, Before, Heard
from bot.discord_app.manners import Manners
from bot.knowledge.base import Knowledge
from bot.presentation.pages import Outcome, Page

LONG = "!history Classes and rules by season"


async def test_only_the_asker_can_throw_an_answer_away(run: Run, discord: Standin, paddock: Guild, kim: Person) -> None:
    """By the button or by a reaction, to an answer of this process or of one before it."""
    ann = discord.member("Ann", paddock)
    async with run():
        answers = [answer for _ in range(4) for answer in await kim.says("!champion LMP3 2022")]
        await _throw_away(discord, kim, ann, answers[:2])
    async with run():
        await _throw_away(discord, kim, ann, answers[2:])


async def _throw_away(discord: Standin, kim: Person, ann: Person, answers: list[Message]) -> None:
    by_button, by_reaction = answers
    refused = await ann.press(by_button.button("🗑️"))
    assert refused.ephemeral
    assert "one who asked" in refused.text
    await kim.press(by_button.button("🗑️"))
    ann.reacts(by_reaction, "🗑️")
    kim.reacts(by_reaction, "👍")
    await asyncio.sleep(0.1)
    assert not by_reaction.deleted
    kim.reacts(by_reaction, "🗑️")
    await discord.changes(by_reaction)
    assert (by_button.deleted, by_reaction.deleted) == (True, True)


async def test_why_shows_the_reading_the_sources_and_the_differences(
    run: Run, discord: Standin, paddock: Guild, kim: Person
) -> None:
    ann = discord.member("Ann", paddock)
    async with run():
        (answer,) = await kim.asks_bot("who won lpm2 in 2019/20")
        why = await ann.press(answer.button("Why?"))
        assert why.ephemeral
        assert "read as the class LMP2 (1 slip)" in why.text
        assert "Sources differ on the name of the LMP2 champion team" in why.text
        assert "](https://en.wikipedia.org/wiki/Asian_Le_Mans_Series)" in why.text
        (on,) = await kim.asks_bot("and GT?")
        why = await kim.press(on.button("Why?"))
        assert "classes=gt, seasons=2019-20" in why.text


async def test_next_questions_are_asked_by_whoever_presses(
    run: Run, discord: Standin, paddock: Guild, kim: Person
) -> None:
    ann = discord.member("Ann", paddock)
    async with run():
        (answer,) = await kim.says("!champion LMP3 2022")
        asked = await ann.press(answer.button("champion LMP3 2023"))
        assert asked.shown is not answer
        assert asked.shown.embed["title"] == "LMP3 champions, 2023"
        (on,) = await ann.asks_bot("which team?")
        assert "2023" in on.text
        await ann.press(asked.shown.button("🗑️"))
        assert asked.shown.deleted


@pytest.mark.parametrize("restart", [False, True])
async def test_a_picture_is_shown_to_whoever_asks_for_it(
    run: Run, discord: Standin, paddock: Guild, kim: Person, restart: bool
) -> None:
    """The figures behind it are those of the answer; its description tells them to who cannot see it."""
    ann = discord.member("Ann", paddock)
    ann.patience = 60.0
    async with run():
        (answer,) = await kim.says("!record teams")
        if not restart:
            shown = (await ann.press(answer.button("Show chart"))).shown
    if restart:
        async with run():
            shown = (await ann.press(answer.button("Show chart"))).shown
    (picture,) = shown.attachments
    assert picture.filename.endswith(".png")
    assert "OAK Racing 3" in picture.description
    assert len(picture.data) < 300_000


@pytest.mark.parametrize("restart", [False, True])
async def test_did_you_mean(run: Run, discord: Standin, paddock: Guild, kim: Person, restart: bool) -> None:
    """The asker's choice becomes the answer; another's choice is an answer of their own."""
    ann = discord.member("Ann", paddock)
    async with run():
        (back,) = await kim.says("!driver Jensen")
        assert back.embed["title"].startswith("Did you mean")
        choices = [button.label for button in back.buttons[2:]]
        assert len(choices) > 1
        if not restart:
            await _choose(kim, ann, back, choices)
    if restart:
        async with run():
            await _choose(kim, ann, back, choices)


async def _choose(kim: Person, ann: Person, back: Message, choices: list[str]) -> None:
    other = await ann.press(back.button(choices[1]))
    assert other.shown is not back
    mine = await kim.press(back.button(choices[0]))
    assert mine.updated
    assert back.embed["title"] in choices[0]
    assert other.shown.embed["title"] in choices[1]
    assert "DriverProfile" in (await kim.press(back.button("Why?"))).text


MANY = tuple(f"driver Jensen {number}, " + "who drove for many teams in many years " * 3 for number in range(30))


class Doubtful(Assistant):
    """Takes "many" for a question with thirty meanings."""

    def hear(self, question: str, before: Before | None = None) -> Heard:
        if question != "many":
            return super().hear(question, before)
        page = Page(Outcome.AMBIGUOUS, "Did you mean …?", ("Which?",), choices=MANY)
        return replace(super().hear(question, before), page=page)


async def test_many_meanings_are_a_menu(run: Run, discord: Standin, kim: Person, knowledge: Knowledge) -> None:
    async with run() as client:
        client.reception.desk.assistant = Doubtful(knowledge)
        (back,) = await kim.whispers("many")
        (menu,) = back.selects
        assert len(menu.options) == 25
        chosen = await kim.choose(menu, "3")
        assert chosen.updated
        assert "Jensen" in back.text
        assert not back.selects


async def test_a_choice_that_is_none_any_more_says_so(
    run: Run, discord: Standin, kim: Person, knowledge: Knowledge
) -> None:
    """The facts may have changed since a question back: what a button says is what must be answered, or nothing."""
    async with run() as client:
        client.reception.desk.assistant = Doubtful(knowledge)
        (back,) = await kim.whispers("many")
    async with run():
        refused = await kim.choose(back.selects[0], "3")
        assert refused.ephemeral
        assert "ask it again" in refused.text


async def test_a_button_of_an_older_version_says_so(run: Run, discord: Standin, kim: Person) -> None:
    async with run() as client:
        route = Route("POST", "/channels/{channel_id}/messages", channel_id=kim.home.id)
        old = {"type": 2, "style": 1, "label": "More", "custom_id": "more:1"}
        await client.http.request(route, json={"content": "x", "components": [{"type": 1, "components": [old]}]})
        message = next(reversed(kim.home.messages.values()))
        said = await kim.press(message.button("More"))
        assert said.ephemeral
        assert "older version" in said.text


async def test_a_long_answer_is_turned_by_its_asker(run: Run, discord: Standin, paddock: Guild, kim: Person) -> None:
    ann = discord.member("Ann", paddock)
    async with run():
        (answer,) = await kim.says(LONG)
        first = answer.embed
        assert "Page 1 of " in answer.text
        assert answer.button("◀").disabled
        refused = await ann.press(answer.button("▶"))
        assert refused.ephemeral
        pages = [answer.text]
        while not answer.button("▶").disabled:
            await kim.press(answer.button("▶"))
            pages.append(answer.text)
        assert len(set(pages)) == len(pages) > 1
        for _ in pages[1:]:
            await kim.press(answer.button("◀"))
        assert answer.embed == first
    async with run():
        await kim.press(answer.button("▶"))
        assert answer.text == pages[1]


async def test_turning_ends_after_a_while(run: Run, discord: Standin, kim: Person) -> None:
    async with run(Manners(pages_last=0.3)):
        (answer,) = await kim.says(LONG)
        slash = (await kim.slash("history", about="Classes and rules by season")).shown
        await kim.press(answer.button("▶"))
        await discord.changes(slash)
        await discord.until(lambda: len(answer.buttons) == len(slash.buttons))
        for message in (answer, slash):
            assert message.button("Why?")
            assert not {"▶", "◀"} & {button.label for button in message.buttons}


async def test_buttons_nobody_knows_any_more_say_so(run: Run, discord: Standin, kim: Person) -> None:
    """A question that asked on, or that is too long for a button, is remembered as long as the bot runs."""
    async with run():
        await kim.whispers("who won LMP3 in 2022?")
        (on,) = await kim.whispers("and in 2023?")
        (long,) = await kim.whispers("who won LMP3 in 2022? " + "please " * 20)
        assert "chosen" in (await kim.press(on.button("Why?"))).text
        assert (await kim.press(long.button("Why?"))).ephemeral
    async with run():
        for answer in (on, long):
            why = await kim.press(answer.button("Why?"))
            assert why.ephemeral
            assert "ask it again" in why.text
        await kim.press(on.button("🗑️"))
        assert on.deleted
