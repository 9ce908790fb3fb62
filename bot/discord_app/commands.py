"""Slash commands and the menu of a message, made from the one declaration of each command."""

from __future__ import annotations

from inspect import Parameter, Signature
from typing import TYPE_CHECKING, Any

import discord
from discord import Message, app_commands
from discord.app_commands import AppCommandContext, AppCommandError, AppInstallationType

from bot.assistant import ANSWER_THIS, COMMANDS, Command
from bot.discord_app.admin.slash import groups
from bot.discord_app.errors import report, teller
from bot.discord_app.options import Used, declared, parameter
from bot.discord_app.prefixes import COMMAND
from bot.discord_app.speech import question_in

if TYPE_CHECKING:
    from bot.discord_app.client import SeriesClient


ANYWHERE: dict[str, Any] = {
    "allowed_contexts": AppCommandContext(guild=True, dm_channel=True, private_channel=True),
    "allowed_installs": AppInstallationType(guild=True, user=True),
}


class SeriesTree(app_commands.CommandTree["SeriesClient"]):
    """All commands. What asks can be used wherever Discord has commands, also by people who installed the bot
    themselves; what admins do can be used in their servers.
    """

    def __init__(self, client: SeriesClient) -> None:
        super().__init__(client)
        for command in COMMANDS:
            self.add_command(_slash(command))
        for group in groups():
            self.add_command(group)
        self.add_command(app_commands.ContextMenu(name=ANSWER_THIS, callback=_answer_this, **ANYWHERE))

    async def interaction_check(self, interaction: Used, /) -> bool:
        """Let each use of a command through once."""
        await interaction.client.reception.servers.wake(interaction.guild_id)
        return interaction.client.interactions.is_new(interaction)

    async def on_error(self, interaction: Used, error: AppCommandError, /) -> None:
        """Hand what went wrong to the one handler."""
        name = interaction.command.qualified_name if interaction.command is not None else "?"
        await report(error, teller(interaction), f"The command {name!r}")


def _slash(command: Command) -> app_commands.Command[Any, ..., None]:
    """Return the slash form of `command`, which asks the same as its line."""

    async def use(interaction: Used, **given: str) -> None:
        line = command.line({option.name: given.get(parameter(option), "") for option in command.options})
        await interaction.client.interactions.answer(interaction, COMMAND + line)

    # discord.py reads the options of a command from the signature of its function; here they come from a table.
    parameters = [Parameter("interaction", Parameter.POSITIONAL_OR_KEYWORD, annotation=discord.Interaction)]
    parameters += [declared(option) for option in command.options]
    use.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    if command.options:
        app_commands.describe(**{parameter(option): option.about for option in command.options})(use)
        app_commands.rename(**{parameter(option): option.name for option in command.options})(use)
    return app_commands.Command(name=command.name, description=command.about, callback=use, **ANYWHERE)


async def _answer_this(interaction: discord.Interaction, message: Message) -> None:
    client: SeriesClient = interaction.client  # type: ignore[assignment]
    prefix = client.servers.prefix_of(interaction.guild_id)
    await client.interactions.answer(interaction, question_in(message.content, client.me, prefix))
