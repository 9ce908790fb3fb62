"""Slash commands, the menu of a message and buttons: each interaction answered once and within its three seconds."""

from __future__ import annotations

from cachetools import LRUCache
from discord import Client, Interaction

from bot.assistant import administration
from bot.discord_app import embeds, texts
from bot.discord_app.acknowledging import think
from bot.discord_app.asking import Asked, Place
from bot.discord_app.letters import Letter, picture_file
from bot.discord_app.patience import persistently
from bot.discord_app.reception import Reception
from bot.discord_app.responding import manner_here, may_attach, respond
from bot.errors import BotError
from bot.operations import requests
from bot.presentation.pictures.worker import DrawingError

MOST_IDS = 10_000


def place_of(interaction: Interaction[Client]) -> Place:
    """Return where `interaction` was used."""
    return Place(interaction.guild_id, interaction.channel_id)


class Interactions:
    """Answers interactions."""

    def __init__(self, reception: Reception) -> None:
        self.reception = reception
        self._seen: LRUCache[int, bool] = LRUCache(MOST_IDS)

    def is_new(self, interaction: Interaction[Client]) -> bool:
        """Say whether `interaction` comes for the first time; Discord may deliver an event again.

        Each comes in a task of its own: what is logged in it from here on carries one mark.
        """
        requests.begin()
        new = interaction.id not in self._seen
        self._seen[interaction.id] = True
        return new

    async def answer(self, interaction: Interaction[Client], text: str, *, instead: bool = False) -> None:
        """Answer `text`, in a message of its own or, `instead`, in the place of the one that was pressed."""
        with self.reception.attended():
            await self._answer(interaction, text, instead=instead)

    async def _answer(self, interaction: Interaction[Client], text: str, *, instead: bool) -> None:
        reception, person, place = self.reception, interaction.user.id, place_of(interaction)
        await reception.servers.wake(place.server)
        if not isinstance(reception.desk.order(text, place.server), administration.NoOrder):
            raise BotError(texts.NO_QUESTION)
        reception.pace.check(person)
        manner = manner_here(interaction, reception.servers, instead=instead)

        async def waits() -> None:
            await think(interaction, manner)

        async with reception.turn_of(person, waits):
            letter = await reception.letter(text, person, place)
            if letter.wanted_picture is not None and may_attach(interaction):
                letter = await reception.illustrated(letter, waits)
            message = await respond(interaction, letter, manner)
        if message is not None:
            reception.answers.remember(message, letter, lambda view: interaction.edit_original_response(view=view))

    async def show_why(self, interaction: Interaction[Client], asked: Asked) -> None:
        """Show the one who pressed how `asked` was read, and on what the answer rests."""
        desk = self.reception.desk
        told = embeds.explanation(desk.again(asked).page, desk.explain(asked))
        await persistently(lambda: interaction.response.send_message(embed=told, ephemeral=True))

    async def show_chart(self, interaction: Interaction[Client], asked: Asked) -> None:
        """Show all who read the channel the picture that goes with the answer to `asked`."""
        picture = self.reception.desk.again(asked).page.picture
        if picture is None:
            raise BotError(texts.OUTDATED)
        if not may_attach(interaction):
            raise BotError(texts.NO_FILES)
        self.reception.pace.check(interaction.user.id)
        await think(interaction, manner_here(interaction, self.reception.servers))
        try:
            png = await self.reception.drawn(picture)
        except DrawingError as error:
            raise BotError(texts.NO_CHART) from error
        await persistently(lambda: interaction.edit_original_response(attachments=[picture_file(picture, png)]))

    async def show_leaf(self, interaction: Interaction[Client], asked: Asked, leaf: int) -> None:
        """Turn the answer to `asked` to another leaf."""
        message = interaction.message
        pictured = message is not None and bool(message.attachments)
        letter = Letter(self.reception.desk.again(asked), leaf, pictured=pictured)
        await persistently(lambda: interaction.response.edit_message(embed=letter.embed, view=letter.rows.as_view()))
        if message is not None:
            self.reception.answers.remember(
                message.id, letter, lambda view: interaction.edit_original_response(view=view)
            )
