"""Pictures: brought along where they are asked for, with words for who cannot see them; words alone where they fail."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from threading import Event

import pytest
from discord_app.conftest import Run
from standin import Message, Person, Standin

from bot.assistant import Assistant, Before, Heard
from bot.discord_app.client import SeriesClient
from bot.discord_app.manners import Manners
from bot.knowledge.base import Knowledge
from bot.presentation.pages import Section
from bot.presentation.pictures import Picture
from bot.presentation.pictures.gallery import Gallery
from bot.presentation.pictures.worker import DrawingError

ASKED = "!chart titles by nation"
BUTTON = "Show chart"
MESSAGES = "POST /channels/*/messages"
# Larger than what a socket takes at once.
PNG = b"\x89PNG\r\n\x1a\n" + bytes(200_000)


class Painter:
    """Draws the same picture whatever it is asked for, when it may."""

    def __init__(self) -> None:
        self.may = Event()
        self.may.set()
        self.fails = False

    def draw(self, picture: Picture) -> bytes:
        assert self.may.wait(20)
        if self.fails:
            raise DrawingError("no paper")
        return PNG

    def close(self) -> None:
        self.may.set()


@pytest.fixture
def painter() -> Painter:
    return Painter()


def let_draw(client: SeriesClient, painter: Painter) -> None:
    """Let `painter` draw for `client`, which has drawn nothing yet."""
    client.reception.gallery = Gallery(lambda: painter)


def has_picture(message: Message) -> bool:
    """Say whether the whole picture is there, and with it no button that would show it again."""
    offered = BUTTON in [button.label for button in message.buttons]
    assert offered != bool(message.attachments)
    assert all((file.data, bool(file.description)) == (PNG, True) for file in message.attachments)
    return bool(message.attachments)


async def test_a_chart_is_drawn_and_described(run: Run, kim: Person) -> None:
    """By the process that draws, in a channel and by a command; its figures are those of the words beside it."""
    kim.patience = 60.0
    async with run():
        (answer,) = await kim.says(ASKED)
        slash = (await kim.slash("chart", what="titles by nation")).shown
    for message in (answer, slash):
        (picture,) = message.attachments
        assert picture.filename == "ranking-titles-by-nation.png"
        assert picture.data.startswith(PNG[:8])
        assert picture.description
        assert message.embed["title"] == "Most driver titles by nation"
        assert BUTTON not in [button.label for button in message.buttons]
    assert answer.attachments[0].data == slash.attachments[0].data


async def test_what_is_only_offered_is_not_drawn_unasked(run: Run, painter: Painter, kim: Person) -> None:
    async with run() as client:
        let_draw(client, painter)
        (answer,) = await kim.says("!record teams")
        assert not has_picture(answer)


async def test_who_waits_for_a_drawing_sees_that(run: Run, discord: Standin, painter: Painter, kim: Person) -> None:
    """Well before Discord's three seconds are over."""
    async with run(Manners(works_silently_for=0.05, questions_per_minute=100)) as client:
        let_draw(client, painter)
        painter.may.clear()
        question = kim.posts(ASKED)
        await discord.until(lambda: discord.typing)
        painter.may.set()
        (answer,) = await kim.hears(question)
        assert has_picture(answer)
        painter.may.clear()
        slash = asyncio.create_task(kim.slash("chart", what="seasons"))
        await discord.until(lambda: discord.requests("POST /interactions/*"))
        painter.may.set()
        assert (await slash).deferred
        assert has_picture((await slash).shown)


async def test_a_choice_that_is_a_chart_brings_it_along(run: Run, painter: Painter, kim: Person) -> None:
    async with run() as client:
        let_draw(client, painter)
        (back,) = await kim.says("!chart compare Jensen Jakobsen")
        chosen = await kim.press(back.buttons[2])
        assert chosen.updated
        assert has_picture(back)


async def test_an_edit_brings_the_picture_or_takes_it_away(
    run: Run, discord: Standin, painter: Painter, kim: Person
) -> None:
    async with run() as client:
        let_draw(client, painter)
        question = kim.posts(ASKED)
        (answer,) = await kim.hears(question)
        kim.edits(question, "!record teams")
        await discord.changes(answer)
        assert not has_picture(answer)
        kim.edits(question, ASKED)
        await discord.changes(answer)
        assert has_picture(answer)


class Longwinded(Assistant):
    """Has a lot to say on every chart."""

    def hear(self, question: str, before: Before | None = None) -> Heard:
        heard = super().hear(question, before)
        lines = tuple(f"{number}. {'words ' * 50}" for number in range(30))
        return replace(heard, page=replace(heard.page, sections=(Section("More", lines),)))


async def test_the_picture_stays_when_leaves_are_turned(
    run: Run, discord: Standin, painter: Painter, kim: Person, knowledge: Knowledge
) -> None:
    async with run(Manners(pages_last=0.3)) as client:
        let_draw(client, painter)
        client.reception.desk.assistant = Longwinded(knowledge)
        (answer,) = await kim.says(ASKED)
        await kim.press(answer.button("▶"))
        assert has_picture(answer)
        await discord.changes(answer)
        assert has_picture(answer)
        assert "▶" not in [button.label for button in answer.buttons]


async def test_without_permission_to_attach_the_words_stand_alone(
    run: Run, discord: Standin, painter: Painter, kim: Person, caplog: pytest.LogCaptureFixture
) -> None:
    """In a message, in a command and by the button; each time one line in the log, and no request that is refused."""
    async with run() as client:
        let_draw(client, painter)
        discord.forbids("attach_files", in_=kim.home)
        (answer,) = await kim.says(ASKED)
        slash = (await kim.slash("chart", what="titles by nation")).shown
        for message in (answer, slash):
            assert not has_picture(message)
            assert message.embed["title"] == "Most driver titles by nation"
        said = await kim.press(answer.button(BUTTON))
        assert said.ephemeral
        assert "may not attach files" in said.text
        warnings = [record.message for record in caplog.records if record.levelno >= logging.WARNING]
        assert [f"channel {kim.home.id}" in line for line in warnings] == [True] * 3
        assert [request.status for request in discord.requests(MESSAGES)] == [200]
        discord.allows("attach_files", in_=kim.home)
        assert has_picture((await kim.says(ASKED))[0])


@pytest.mark.parametrize("direct", [False, True], ids=["plain text", "direct message"])
async def test_other_ways_to_answer_bring_it_along(
    run: Run, discord: Standin, painter: Painter, kim: Person, direct: bool
) -> None:
    """Also where files are forbidden in the channel, and the direct message is not in it."""
    place = kim.dm if direct else kim.home
    async with run() as client:
        let_draw(client, painter)
        discord.forbids(*(("send_messages", "attach_files") if direct else ("embed_links",)), in_=kim.home)
        kim.posts(ASKED)
        await discord.until(lambda: any(message.author is discord.bot for message in place.messages.values()))
        (answer,) = [message for message in place.messages.values() if message.author is discord.bot]
        assert bool(answer.embeds) == direct
        assert has_picture(answer)


async def test_a_picture_that_cannot_be_drawn_is_answered_in_words(
    run: Run, painter: Painter, kim: Person, caplog: pytest.LogCaptureFixture
) -> None:
    """And may be asked for again by its button."""
    async with run() as client:
        let_draw(client, painter)
        painter.fails = True
        (answer,) = await kim.says(ASKED)
        slash = (await kim.slash("chart", what="titles by nation")).shown
        assert not has_picture(answer)
        assert not has_picture(slash)
        said = await kim.press(answer.button(BUTTON))
        assert "could not be drawn" in said.text
        assert [record.levelno for record in caplog.records if "no paper" in record.message] == [logging.ERROR] * 3
        painter.fails = False
        again = (await kim.press(answer.button(BUTTON))).shown
        assert again.attachments[0].data == PNG


@pytest.mark.parametrize("by", ["message", "command", "button"])
async def test_a_picture_gets_through_trouble_whole(
    run: Run, discord: Standin, painter: Painter, kim: Person, by: str
) -> None:
    async with run() as client:
        let_draw(client, painter)
        (offered,) = await kim.says("!record teams")
        discord.cuts_next(route="POST /*" if by != "button" else "PATCH /webhooks/*")
        kim.patience = 10
        if by == "message":
            (answer,) = await kim.says(ASKED)
        elif by == "command":
            answer = (await kim.slash("chart", what="titles by nation")).shown
        else:
            answer = (await kim.press(offered.button(BUTTON))).shown
        assert [file.data for file in answer.attachments] == [PNG]
