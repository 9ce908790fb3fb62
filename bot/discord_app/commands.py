"""Slash commands and the menu of a message, made from the one declaration of each command."""

from __future__ import annotations

from inspect import Parameter, Signature
from typing import TYPE_CHECKING, Any, TypeAlias

import discord
from discord import Message, app_commands
from discord.app_commands import AppCommandContext, AppCommandError, AppInstallationType, Choice

from bot.assistant import ANSWER_THIS, COMMANDS, Command, Offer, Option
from bot.discord_app import limits
from bot.discord_app.errors import report, teller
from bot.discord_app.prefixes import COMMAND
from bot.discord_app.speech import question_in

if TYPE_CHECKING:
    from bot.discord_app.client import SeriesClient

Used: TypeAlias = "discord.Interaction[SeriesClient]"

EVERYWHERE = AppCommandContext(guild=True, dm_channel=True, private_channel=True)
BY_ANYONE = AppInstallationType(guild=True, user=True)
LONGEST_ARGUMENT = 400


class Name(app_commands.Transformer):
    """An option that takes any text and offers names of one kind while it is typed."""

    def __init__(self, offer: Offer) -> None:
        self._offer = offer

    @property
    def min_value(self) -> int:
        """Discord sends no empty option."""
        return 1

    @property
    def max_value(self) -> int:
        """As much as a question may hold."""
        return LONGEST_ARGUMENT

    async def transform(self, interaction: Used, value: Any, /) -> str:  # type: ignore[override]
        """Take what was typed: the assistant reads it as it reads any question."""
        return str(value)


class OfferedName(Name):
    """The same with a menu. What it offers can be asked for."""

    async def autocomplete(self, interaction: Used, value: Any, /) -> list[Choice[str]]:  # type: ignore[override]
        """Return what may be meant by the half-typed `value`."""
        assistant = interaction.client.reception.desk.assistant
        names = assistant.offer(self._offer, str(value), limits.CHOICES)
        return [Choice(name=name, value=name) for name in names if limits.size(name) <= limits.CHOICE]


class SeriesTree(app_commands.CommandTree["SeriesClient"]):
    """All commands. They can be used wherever Discord has commands, also by people who installed the bot themselves."""

    def __init__(self, client: SeriesClient) -> None:
        super().__init__(client, allowed_contexts=EVERYWHERE, allowed_installs=BY_ANYONE)
        for command in COMMANDS:
            self.add_command(_slash(command))
        self.add_command(app_commands.ContextMenu(name=ANSWER_THIS, callback=_answer_this))

    async def interaction_check(self, interaction: Used, /) -> bool:
        """Let each use of a command through once."""
        return interaction.client.interactions.is_new(interaction)

    async def on_error(self, interaction: Used, error: AppCommandError, /) -> None:
        """Hand what went wrong to the one handler."""
        name = interaction.command.qualified_name if interaction.command is not None else "?"
        await report(error, teller(interaction), f"The command {name!r}")


def _slash(command: Command) -> app_commands.Command[Any, ..., None]:
    """Return the slash form of `command`, which asks the same as its line."""

    async def use(interaction: Used, **given: str) -> None:
        line = command.line({option.name: given.get(_parameter(option), "") for option in command.options})
        await interaction.client.interactions.answer(interaction, COMMAND + line)

    # discord.py reads the options of a command from the signature of its function; here they come from a table.
    parameters = [Parameter("interaction", Parameter.POSITIONAL_OR_KEYWORD, annotation=discord.Interaction)]
    parameters += [_declared(option) for option in command.options]
    use.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    if command.options:
        app_commands.describe(**{_parameter(option): option.about for option in command.options})(use)
        app_commands.rename(**{_parameter(option): option.name for option in command.options})(use)
    return app_commands.Command(name=command.name, description=command.about, callback=use)


def _parameter(option: Option) -> str:
    # An option may be called "class", a parameter may not.
    return f"{option.name}_"


def _declared(option: Option) -> Parameter:
    name = Name(option.offer) if option.offer is Offer.NOTHING else OfferedName(option.offer)
    return Parameter(
        _parameter(option),
        Parameter.KEYWORD_ONLY,
        annotation=app_commands.Transform[str, name],
        default=Parameter.empty if option.required else "",
    )


async def _answer_this(interaction: discord.Interaction, message: Message) -> None:
    client: SeriesClient = interaction.client  # type: ignore[assignment]
    prefix = client.prefixes.prefix_of(interaction.guild_id)
    await client.interactions.answer(interaction, question_in(message.content, client.me, prefix))
