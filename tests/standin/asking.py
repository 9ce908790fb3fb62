"""Sending an interaction to the bot and watching the clock."""

from __future__ import annotations

import asyncio
from typing import Any

from standin import interactions as kinds
from standin import wire
from standin.backstage import Backstage
from standin.interactions import Interaction
from standin.limits.messages import ALL_FILES_MAX
from standin.menus import context_of
from standin.permissions import BROUGHT_ALONG
from standin.world import Channel, Json, Message, User


def ask(  # noqa: PLR0913, PLR0917 - an interaction has that many sides
    backstage: Backstage, kind: int, user: User, channel: Channel, data: Json, on: Message | None = None
) -> Interaction:
    """Send the bot an interaction; if it has no answer after three of Discord's seconds, that is a complaint."""
    loop = asyncio.get_running_loop()
    interaction = Interaction(backstage.snowflakes.new(), kind, user, channel, data, on)
    interaction.ends = loop.time() + kinds.TOKEN_LIFE * backstage.second
    backstage.interactions[interaction.token] = interaction
    loop.call_later(kinds.DEADLINE * backstage.second, _miss_deadline, backstage, interaction)
    # Interactions come to the application, not to the place: also where the bot may not look.
    backstage.hub.dispatch("INTERACTION_CREATE", _wire(backstage, interaction), guild=channel.guild)
    return interaction


def _miss_deadline(backstage: Backstage, interaction: Interaction) -> None:
    if interaction.answer is None:
        interaction.late = True
        backstage.ledger.complain(f"{interaction} was not answered within {kinds.DEADLINE} seconds")
        backstage.pulse.beat()


def _wire(backstage: Backstage, interaction: Interaction) -> Json:
    channel, user, bot = interaction.channel, interaction.user, backstage.bot
    sent: Json = {
        "id": str(interaction.id),
        "application_id": str(bot.id),
        "type": interaction.kind,
        "token": interaction.token,
        "version": 1,
        "data": interaction.data,
        "channel_id": str(channel.id),
        "channel": wire.channel(channel, bot) | {"permissions": str(channel.permissions_of(user))},
        "app_permissions": str(_permissions_of_bot(backstage, channel)),
        "locale": "en-US",
        "entitlements": [],
        "context": context_of(backstage, channel),
        "authorizing_integration_owners": _owners(backstage, channel, user),
        "attachment_size_limit": ALL_FILES_MAX,
    }
    if interaction.on is not None and interaction.kind in (kinds.COMPONENT, kinds.MODAL_SUBMIT):
        sent["message"] = wire.message(interaction.on, bot)
    guild = channel.guild
    if guild is None:
        return sent | {"user": wire.user(user)}
    member = wire.member(guild.members[user.id]) | {"permissions": str(channel.permissions_of(user))}
    here: dict[str, Any] = {"guild_id": str(guild.id), "guild": wire.partial_guild(guild), "guild_locale": "en-US"}
    return sent | here | {"member": member}


def _permissions_of_bot(backstage: Backstage, channel: Channel) -> int:
    if channel.guild is not None and channel.guild.has_bot:
        return channel.permissions_of(backstage.bot)
    return BROUGHT_ALONG


def _owners(backstage: Backstage, channel: Channel, user: User) -> dict[str, str]:
    owners = {"1": str(user.id)} if user.id in backstage.installed_by else {}
    if channel.guild is not None and channel.guild.has_bot:
        owners["0"] = str(channel.guild.id)
    elif channel.guild is None and backstage.bot in channel.people:
        owners["0"] = "0"
    return owners
