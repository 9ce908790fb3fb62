"""What all buttons under an answer share: an id that outlives a restart, one press at a time, and errors told."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Generic, Self, TypeAlias, TypeVar

import discord
from discord.ui import DynamicItem, Item

from bot.discord_app import texts
from bot.discord_app.asking import Asked
from bot.discord_app.errors import report, teller
from bot.errors import BotError

if TYPE_CHECKING:
    from bot.discord_app.client import SeriesClient

Pressed: TypeAlias = "discord.Interaction[SeriesClient]"
Part = TypeVar("Part", bound=Item[Any])


class ForgottenError(BotError):
    """A button needs a question that nobody knows any more."""

    def __init__(self) -> None:
        super().__init__(texts.FORGOTTEN)


class NotYoursError(BotError):
    """A button is for the one who asked."""

    def __init__(self, sentence: str = texts.NOT_YOURS) -> None:
        super().__init__(sentence)


class Lasting(DynamicItem[Part], Generic[Part], template=r"(?!)"):
    """Something under a message that people can press: errors are told to them, and a repeated event counts once."""

    def __init__(self, item: Part, match: Mapping[str, str] | None = None) -> None:
        super().__init__(item)
        self.match = match or {}

    @classmethod
    async def from_custom_id(cls, interaction: Pressed, item: Item[Any], match: re.Match[str], /) -> Self:  # type: ignore[override]
        """Make it from its id alone."""
        return cls(item, match.groupdict())  # type: ignore[arg-type]

    async def interaction_check(self, interaction: Pressed, /) -> bool:  # type: ignore[override]
        """Let each press through once."""
        return interaction.client.interactions.is_new(interaction)

    async def callback(self, interaction: Pressed) -> None:  # type: ignore[override]
        """Do what it is for, or say why not."""
        try:
            with interaction.client.reception.work:
                await interaction.client.reception.servers.wake(interaction.guild_id)
                await self.pressed(interaction)
        except Exception as error:
            await report(error, teller(interaction), f"The button {self.custom_id[:4]!r}")

    @abstractmethod
    async def pressed(self, interaction: Pressed) -> None:
        """Do what it is for."""


class OnAnswer(Lasting[Part], Generic[Part], template=r"(?!)"):
    """The same under an answer, which it belongs to."""

    def question(self, interaction: Pressed) -> Asked:
        """Return the question of the answer it belongs to; raise `ForgottenError` where that is lost."""
        asked = interaction.client.reception.answers.question_of(interaction.message)
        if asked is None:
            raise ForgottenError
        return asked

    def is_askers(self, interaction: Pressed) -> bool:
        """Say whether the one who asked presses it."""
        return str(interaction.user.id) == self.match["asker"]

    def only_for_asker(self, interaction: Pressed) -> None:
        """Raise `NotYoursError` for anyone but the one who asked."""
        if not self.is_askers(interaction):
            raise NotYoursError
