"""What all ways in share: who comes, from where, and how they are answered."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

import discord
from discord import Attachment, HTTPException
from discord.abc import Messageable

from bot.discord_app import texts
from bot.discord_app.acknowledging import Manner, think
from bot.discord_app.admin.remembering import Memory
from bot.discord_app.admin.replies import ForEditors, Reply
from bot.discord_app.admin.works import Orderer
from bot.discord_app.manners import impatient
from bot.discord_app.ranks import rank_in
from bot.discord_app.reception import Reception
from bot.discord_app.responding import manner_here, respond
from bot.discord_app.servers import PATIENCE
from bot.errors import BotError
from bot.server_facts.model import ServerNotes
from bot.server_facts.once import given
from bot.server_facts.problems import StorageAwayError

if TYPE_CHECKING:
    from bot.discord_app.client import SeriesClient

log = logging.getLogger(__name__)

Used: TypeAlias = "discord.Interaction[SeriesClient]"
Make = Callable[[Orderer], Awaitable[Reply]]
NO_ANSWER = (
    "Saving is not possible now, because the storage does not answer; nothing was changed, try again in a minute."
)


class Gate:
    """Answers interactions with what came of an order, each for the one who Discord says it is."""

    def __init__(self, reception: Reception) -> None:
        self.reception = reception
        self.servers = reception.servers
        self.memory = Memory()

    async def answer(self, interaction: Used, make: Make, manner: Manner, file: Attachment | None = None) -> None:
        """Do what `make` does for the one who uses `interaction`, in their turn, and tell them what came of it."""
        with self.reception.attended():
            await self._answer(interaction, make, manner, file)

    async def _answer(self, interaction: Used, make: Make, manner: Manner, file: Attachment | None) -> None:
        reception, person = self.reception, interaction.user.id
        reception.pace.check(person)
        waits = lambda: think(interaction, manner)  # noqa: E731
        async with reception.turn_of(person, waits), impatient(reception.manners.works_silently_for, waits):
            by = await self.orderer(interaction, file)
            with given(interaction.id):
                reply = self.memory.turnable(await make(by), by)
            if isinstance(reply, ForEditors) and manner.hidden:
                await self._post(by, reply)
                reply = replace(reply, items=())
        message = interaction.message
        shown_to_all = manner.instead and message is not None and not message.flags.ephemeral
        if reply.private and shown_to_all:
            manner = replace(manner, instead=False, hidden=True)
        elif reply.private:
            manner = replace(manner, hidden=True)
        await respond(interaction, reply, manner)

    async def _post(self, by: Orderer, reply: ForEditors) -> None:
        """Show `reply` in the first channel in which the bot speaks; editors can call it up wherever they are."""
        for one in sorted(self.servers.notes(by.server).settings.channels):
            channel = by.guild.get_channel_or_thread(one)
            if isinstance(channel, Messageable):
                try:
                    await channel.send(embed=reply.embed, view=reply.rows.as_view())
                except HTTPException as error:
                    log.info("A suggestion could not be shown in channel %s: %s", one, error)
                else:
                    return

    async def orderer(self, interaction: Used, file: Attachment | None = None) -> Orderer:
        """Return who uses `interaction`; raise `BotError` where no server is meant, or one that the bot is not in."""
        if interaction.guild_id is None:
            raise BotError(texts.WHICH_SERVER)
        guild = interaction.client.get_guild(interaction.guild_id)
        if guild is None:
            raise BotError(texts.NO_MEMBER)
        settings = (await self.notes(guild.id)).settings
        files = (file,) if file is not None else ()
        return Orderer(guild, interaction.user.id, rank_in(interaction, settings), files)

    async def notes(self, server: int) -> ServerNotes:
        """Return the notes of `server`; raise `StorageAwayError` where the storage does not give them soon."""
        try:
            async with asyncio.timeout(PATIENCE):
                return await self.servers.book.notes(server)
        except TimeoutError:
            raise StorageAwayError(NO_ANSWER) from None

    def manner(self, interaction: Used, *, instead: bool = False) -> Manner:
        """Return how to answer where `interaction` was used."""
        return manner_here(interaction, self.servers, instead=instead)
