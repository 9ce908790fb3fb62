"""Commands, buttons, menus and forms of a bot of discord.py, one of each kind that the stand-in is shown with."""

from __future__ import annotations

import asyncio

import pytest
from discord import (
    Embed,
    File,
    HTTPException,
    Interaction,
    Message,
    NotFound,
    SelectOption,
    TextStyle,
    app_commands,
)
from discord.app_commands import Choice
from discord.http import Route
from discord.ui import Button, Label, Modal, Select, TextInput, View, button, select

from standin.clients import Bot

Asked = Interaction[Bot]
CLASSES = ["LMP2", "LMP3", "GT"]


class Form(Modal, title="A question"):
    question: TextInput[Form] = TextInput(label="Your question", custom_id="question", max_length=20)
    why: Label[Form] = Label(text="Why?", component=TextInput(custom_id="why", style=TextStyle.long, required=False))

    async def on_submit(self, interaction: Asked) -> None:  # type: ignore[override]
        assert isinstance(self.why.component, TextInput)
        await interaction.response.send_message(f"{self.question.value} / {self.why.component.value}")


class Choices(View):
    @button(label="Next")
    async def turn(self, interaction: Asked, _: Button[Choices]) -> None:
        await interaction.response.edit_message(content="page 2")

    @button(label="Why?")
    async def explain(self, interaction: Asked, _: Button[Choices]) -> None:
        await interaction.response.send_message("because", ephemeral=True, view=Choices())

    @button(label="Ask")
    async def ask(self, interaction: Asked, _: Button[Choices]) -> None:
        await interaction.response.send_modal(Form())

    @button(label="Slow")
    async def slow(self, interaction: Asked, _: Button[Choices]) -> None:
        await interaction.response.defer()
        await interaction.edit_original_response(content="page 3")

    @button(label="Off", disabled=True)
    async def off(self, interaction: Asked, _: Button[Choices]) -> None:
        raise NotImplementedError

    @select(options=[SelectOption(label=each) for each in CLASSES])
    async def chosen(self, interaction: Asked, menu: Select[Choices]) -> None:
        await interaction.response.send_message(menu.values[0])


def declare(bot: Bot) -> None:
    """Add the commands to the tree of `bot`."""

    @bot.tree.command()
    @app_commands.rename(race_class="class")
    async def champion(interaction: Asked, race_class: str, season: app_commands.Range[int, 2009, 2026] = 2022) -> None:
        """Who won a class."""
        await interaction.response.send_message(embed=Embed(title=f"{race_class} {season}"), view=Choices())

    @champion.autocomplete("race_class")
    async def classes(_: Asked, current: str) -> list[Choice[str]]:
        return [Choice(name=each, value=each.lower()) for each in CLASSES if each.startswith(current)]

    @bot.tree.command()
    async def later(interaction: Asked, private: bool) -> None:
        """Take some time."""
        await interaction.response.defer(thinking=True, ephemeral=private)
        await interaction.followup.send("the answer")
        await interaction.followup.send("and more", file=File(__file__, "more.txt"))
        await interaction.edit_original_response(content="the answer, improved")

    @bot.tree.context_menu(name="Answer this")
    async def answer(interaction: Asked, message: Message) -> None:
        await interaction.response.send_message(f"You asked: {message.content}")

    facts = app_commands.Group(name="fact", description="What this server knows")

    @facts.command()
    async def add(interaction: Asked, text: str) -> None:
        """Add a fact."""
        await interaction.response.send_message(f"noted: {text}")

    bot.tree.add_command(facts)


def declare_wrong(bot: Bot) -> None:
    """Add commands that do not answer as they should."""

    @bot.tree.command()
    async def twice(interaction: Asked) -> None:
        """Answer two times."""
        await interaction.response.send_message("one")
        again = Route("POST", f"/interactions/{interaction.id}/{interaction.token}/callback")
        with pytest.raises(HTTPException, match="already been acknowledged"):
            await bot.http.request(again, json={"type": 4, "data": {"content": "two"}})

    @bot.tree.command()
    async def never(interaction: Asked) -> None:
        """Answer too late."""
        await asyncio.sleep(0.2)
        with pytest.raises(NotFound, match="Unknown interaction"):
            await interaction.response.send_message("sorry")
