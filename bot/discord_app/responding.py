"""Answering an interaction: in a message of its own or in the place of the one that was pressed, to all or to one."""

from __future__ import annotations

import logging

from discord import Client, Interaction
from discord.utils import MISSING

from bot.discord_app import limits, texts
from bot.discord_app.acknowledging import Manner, answered, is_public, privately
from bot.discord_app.patience import persistently
from bot.discord_app.sending import Mail
from bot.discord_app.servers import Servers

log = logging.getLogger(__name__)
MOST_NAMED = 5


async def respond(interaction: Interaction[Client], mail: Mail, manner: Manner) -> int | None:
    """Send `mail` and return the id of the message that it stands in, as far as Discord tells."""
    if interaction.guild_id is None or interaction.app_permissions.embed_links:
        content, embed, view = manner.above or None, mail.embed, mail.rows.as_view()
    else:
        log.warning("Missing permissions in channel %s: answered by plain text instead.", interaction.channel_id)
        content, embed, view = mail.plain, None, mail.lasting_rows.as_view()
        content = limits.cut(f"{manner.above}\n{content}", limits.CONTENT) if manner.above else content
    response = interaction.response
    shown = embed if embed is not None else MISSING
    if manner.hidden and is_public(interaction):
        return await privately(interaction, content=content, embed=shown, view=view, files=mail.files())
    answered(interaction)
    if response.is_done():
        sent = await persistently(
            lambda: interaction.edit_original_response(
                content=content, embed=embed, view=view, attachments=mail.files()
            )
        )
        return sent.id
    if manner.instead:
        await persistently(
            lambda: response.edit_message(content=content, embed=embed, view=view, attachments=mail.files())
        )
        return interaction.message.id if interaction.message is not None else None
    told = await persistently(
        lambda: response.send_message(content, embed=shown, view=view, files=mail.files(), ephemeral=manner.hidden)
    )
    return told.message_id


def manner_here(interaction: Interaction[Client], servers: Servers, *, instead: bool = False) -> Manner:
    """Return how to answer where `interaction` was used: to one person alone where the bot is to be silent."""
    channel = interaction.channel
    parent = getattr(channel, "parent_id", None)
    if servers.speaks_in(interaction.guild_id, interaction.channel_id, parent):
        return Manner(instead=instead)
    # What only one person sees can be changed in its place; what all can see stays as it is.
    alone = interaction.message is not None and interaction.message.flags.ephemeral
    chosen = sorted(servers.notes(interaction.guild_id).settings.channels)
    named = ", ".join([f"<#{one}>" for one in chosen[:MOST_NAMED]] + (["…"] if len(chosen) > MOST_NAMED else []))
    return Manner(instead=instead and alone, hidden=True, above=texts.ONLY_HERE.format(channels=named))


def may_attach(interaction: Interaction[Client]) -> bool:
    """Say whether a file can be shown; where it cannot, the log has a line."""
    may = interaction.guild_id is None or interaction.app_permissions.attach_files
    if not may:
        log.warning("Missing permissions in channel %s: no picture is attached.", interaction.channel_id)
    return may
