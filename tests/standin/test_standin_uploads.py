"""Files as options of commands, and commands that a server's admins show to everyone."""

from __future__ import annotations

import discord as library
import pytest
from discord import Permissions, app_commands

from standin import Standin
from standin.clients import Bot
from standin.conftest import Connect


async def test_a_file_as_an_option(discord: Standin, connect: Connect) -> None:
    bot = Bot()

    @bot.tree.command(description="Read a file.")
    async def read(interaction: library.Interaction, file: library.Attachment) -> None:
        await interaction.response.send_message(f"{file.filename}, {file.size}: {(await file.read()).decode()}")

    kim = discord.member("Kim", discord.guild())
    async with connect(bot, discord):
        answer = await kim.slash("read", file=kim.uploads("a.txt", b"box, box"))
        assert answer.text == "a.txt, 8: box, box"
        with pytest.raises(AssertionError, match="does not take"):
            await kim.slash("read", file="a.txt")


async def test_a_command_that_is_shown_to_everyone(discord: Standin, connect: Connect) -> None:
    bot = Bot()

    @bot.tree.command(description="For some.")
    @app_commands.default_permissions(Permissions(manage_guild=True))
    async def rules(interaction: library.Interaction) -> None:
        await interaction.response.send_message(str(interaction.permissions.manage_guild))

    kim = discord.member("Kim", discord.guild())
    async with connect(bot, discord):
        with pytest.raises(AssertionError, match="may not use"):
            await kim.slash("rules")
        discord.shows_commands_to_all()
        assert (await kim.slash("rules")).text == "False"
