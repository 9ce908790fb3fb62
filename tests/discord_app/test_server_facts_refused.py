"""Whoever may not is refused by buttons and ids as well, also with the right that they had before."""

from __future__ import annotations

import json
from collections.abc import Awaitable
from dataclasses import replace
from typing import Any

from discord_app.conftest import Run
from discord_app.paddocks import Paddock
from discord_app.test_server_facts_permissions import FILE, prepared, state
from standin import Message, Standin

from bot.discord_app import texts
from bot.discord_app.client import SeriesClient


async def refuses(client: SeriesClient, here: Paddock, act: Awaitable[Any], sentence: str) -> None:
    before = await state(client, here.guild)
    answer = await act
    assert sentence in answer.text
    assert answer.ephemeral
    assert await state(client, here.guild) == before


async def test_buttons_are_for_those_who_may(run: Run, discord: Standin) -> None:
    async with run() as client:
        here = await prepared(discord)
        (suggested,) = await here.kim.says("!fact suggest Fuji: The shuttle leaves from Gotemba.")
        (alike,) = await here.ed.says("!fact add Sepang: Gate 4 is the one with shade!")
        (planned,) = await here.ed.says("!fact import", files={"facts.yml": FILE})
        for label in (texts.ACCEPT, texts.REJECT):
            await refuses(client, here, here.kim.press(suggested.button(label)), texts.FOR_EDITORS)
        for message, label in (
            (alike, texts.SAVE_ANYWAY),
            (alike, texts.CANCEL),
            (planned, texts.IMPORT),
            (planned, texts.CANCEL),
        ):
            for other in (here.kim, here.ann):
                await refuses(client, here, other.press(message.button(label)), texts.NOT_YOUR_ORDER)
        for private in ("fact history", "fact misses", "fact export"):
            (offered,) = await here.ed.says(f"!{private}")
            await refuses(client, here, here.kim.press(offered.button(texts.SHOW_ME)), texts.FOR_EDITORS)
            assert (await here.ed.press(offered.button(texts.SHOW_ME))).ephemeral
        (unclear,) = await here.ed.says("!fact add")
        await refuses(client, here, here.kim.press(unclear.button(texts.OPEN_FORM)), texts.FOR_EDITORS)
        # Who lost the role since may no more, though it was their own order.
        here.guild.members[here.ed.id].roles.clear()
        for message, label in ((alike, texts.SAVE_ANYWAY), (planned, texts.IMPORT), (suggested, texts.ACCEPT)):
            await refuses(client, here, here.ed.press(message.button(label)), texts.FOR_EDITORS)


async def test_an_id_from_another_server_reaches_nothing_there(run: Run, discord: Standin) -> None:
    """No id says which server is meant: one that is forged, or carried over, counts where it is pressed."""
    async with run() as client:
        here = await prepared(discord)
        there = here.other()
        (suggested,) = await here.kim.says("!fact suggest Fuji: The shuttle leaves from Gotemba.")
        (alike,) = await here.ed.says("!fact add Sepang: Gate 4 is the one with shade!")
        (mine,) = await there.ann.says("!fact show 1")
        form = (await here.ann.slash("fact edit", number="1")).modal
        assert form is not None
        before = await state(client, here.guild)
        rows = json.dumps([*suggested.components, *alike.components])
        mine.components = json.loads(rows.replace(str(here.ed.id), str(there.ann.id)))
        for button in mine.buttons:
            stolen = await there.ann.press(button)
            assert stolen.ephemeral or button.label == texts.CANCEL
        carried = replace(form, shown_by=replace(form.shown_by, channel=mine.channel))
        answer = await there.ann.submit(carried, text="Taken over.")
        assert "There is no fact 1 here" in answer.text
        for order in ("fact list", "name list", "fact search shade", "fact remove 1"):
            (said,) = await there.ann.says(f"!{order}")
            assert "shade" not in said.text.replace("“shade”", "")
            assert "Thames" not in said.text
        assert await state(client, here.guild) == before


async def test_an_editor_cannot_change_the_settings_by_a_file(run: Run, discord: Standin) -> None:
    async with run() as client:
        here = await prepared(discord)
        before = await state(client, here.guild)
        file = FILE + b'settings:\n  prefix: "?"\n'
        (answer,) = await here.ed.says("!fact import", files={"facts.yml": file})
        assert answer.text == texts.NO_SETTINGS_IN_FILE
        assert await state(client, here.guild) == before
        (planned,) = await here.ann.says("!fact import", files={"facts.yml": file})
        here.guild.members[here.ann.id].roles[:] = [here.editors]
        answered = await here.ann.press(planned.button(texts.IMPORT))
        assert answered.text == texts.NO_SETTINGS_IN_FILE
        assert await state(client, here.guild) == before


async def test_who_managed_once_cannot_take_settings_back(run: Run, discord: Standin) -> None:
    async with run() as client:
        here = await prepared(discord)
        await here.ann.says("!settings review off")
        here.guild.members[here.ann.id].roles[:] = [here.editors]
        before = await state(client, here.guild)
        (answer,) = await here.ann.says("!fact undo")
        assert "settings" in answer.text
        assert await state(client, here.guild) == before


async def test_bots_and_webhooks_give_no_orders(run: Run, discord: Standin) -> None:
    async with run():
        here = await prepared(discord)
        robot = discord.member("Robot", here.guild, bot=True, roles=tuple(here.guild.roles.values()))
        said: list[Message] = [
            robot.posts("!fact remove 1"),
            discord.webhook("Hook").posts("!fact remove 1", in_=robot.home),
        ]
        assert await discord.is_silent(for_=0.2)
        assert not any(message.replies for message in said)
