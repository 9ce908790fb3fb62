"""Options of slash commands: text, with a menu of names while it is typed."""

from __future__ import annotations

from inspect import Parameter
from typing import TYPE_CHECKING, Any, TypeAlias

import discord
from discord import app_commands
from discord.app_commands import Choice

from bot.assistant import Offer, Option
from bot.discord_app import limits

if TYPE_CHECKING:
    from bot.discord_app.client import SeriesClient

Used: TypeAlias = "discord.Interaction[SeriesClient]"
LONGEST_ARGUMENT = 400


class Name(app_commands.Transformer):
    """An option that takes any text and offers names of one kind while it is typed."""

    def __init__(self, offer: Offer, longest: int) -> None:
        self._offer = offer
        self._longest = longest

    @property
    def min_value(self) -> int:
        """Discord sends no empty option."""
        return 1

    @property
    def max_value(self) -> int:
        """As much as may be typed."""
        return self._longest

    async def transform(self, interaction: Used, value: Any, /) -> str:  # type: ignore[override]
        """Take what was typed: the assistant reads it as it reads any question."""
        return str(value)


class OfferedName(Name):
    """The same with a menu. What it offers can be asked for."""

    async def autocomplete(self, interaction: Used, value: Any, /) -> list[Choice[str]]:  # type: ignore[override]
        """Return what may be meant by the half-typed `value`."""
        reception = interaction.client.reception
        await reception.servers.wake(interaction.guild_id)
        names = reception.desk.in_server(interaction.guild_id).offer(self._offer, str(value), limits.CHOICES)
        return [Choice(name=name, value=name) for name in names if limits.size(name) <= limits.CHOICE]


def parameter(option: Option) -> str:
    """Return what `option` is called in Python: it may be called "class", a parameter may not."""
    return f"{option.name}_"


def declared(option: Option, *, needed: bool | None = None, longest: int = LONGEST_ARGUMENT) -> Parameter:
    """Return `option` as a parameter that discord.py reads.

    `needed` says otherwise whether it must be given, `longest` how much it takes where it is free text: a name is never
    longer than a question.
    """
    free = option.offer is Offer.NOTHING
    name = Name(option.offer, longest) if free else OfferedName(option.offer, LONGEST_ARGUMENT)
    return Parameter(
        parameter(option),
        Parameter.KEYWORD_ONLY,
        annotation=app_commands.Transform[str, name],
        default=Parameter.empty if (option.required if needed is None else needed) else "",
    )
