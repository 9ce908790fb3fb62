"""Slash commands, the menu of a message and buttons: each interaction answered once and within its three seconds."""

from __future__ import annotations

import logging

from cachetools import LRUCache
from discord import Client, Interaction
from discord.utils import MISSING

from bot.discord_app import embeds, texts
from bot.discord_app.asking import Asked
from bot.discord_app.letters import Letter, picture_file
from bot.discord_app.reception import Reception
from bot.discord_app.sending import persistently
from bot.errors import BotError
from bot.operations import requests
from bot.presentation.pictures.worker import DrawingError

log = logging.getLogger(__name__)

MOST_IDS = 10_000


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
        reception, person, place = self.reception, interaction.user.id, interaction.channel_id
        reception.pace.check(person)
        response = interaction.response

        async def think() -> None:
            if not response.is_done():
                await response.defer(thinking=not instead)

        async with reception.turn_of(person, think):
            letter = reception.letter(text, person, place)
            if letter.wanted_picture is not None and self._may_attach(interaction):
                letter = await reception.illustrated(letter, think)
            message = await self._send(interaction, letter, instead=instead)
        if message is not None:
            reception.answers.remember(message, letter, lambda view: interaction.edit_original_response(view=view))

    async def _send(self, interaction: Interaction[Client], letter: Letter, *, instead: bool) -> int | None:
        """Send `letter` and return the id of the message that it stands in, as far as Discord tells."""
        if interaction.guild_id is None or interaction.app_permissions.embed_links:
            content, embed, view = None, letter.embed, letter.rows.as_view()
        else:
            log.warning("Missing permissions in channel %s: answered by plain text instead.", interaction.channel_id)
            content, embed, view = letter.plain, None, letter.lasting_rows.as_view()
        response = interaction.response
        if response.is_done():
            sent = await persistently(
                lambda: interaction.edit_original_response(
                    content=content, embed=embed, view=view, attachments=letter.files()
                )
            )
            return sent.id
        if instead:
            await persistently(
                lambda: response.edit_message(content=content, embed=embed, view=view, attachments=letter.files())
            )
            return interaction.message.id if interaction.message is not None else None
        shown = embed if embed is not None else MISSING
        told = await persistently(lambda: response.send_message(content, embed=shown, view=view, files=letter.files()))
        return told.message_id

    def _may_attach(self, interaction: Interaction[Client]) -> bool:
        """Say whether a picture can be shown; where it cannot, the log has a line."""
        may = interaction.guild_id is None or interaction.app_permissions.attach_files
        if not may:
            log.warning("Missing permissions in channel %s: no picture is attached.", interaction.channel_id)
        return may

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
        if not self._may_attach(interaction):
            raise BotError(texts.NO_FILES)
        self.reception.pace.check(interaction.user.id)
        await interaction.response.defer(thinking=True)
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
