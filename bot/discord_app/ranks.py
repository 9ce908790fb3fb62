"""Who may do what in a server: members, those who may change facts, and those who manage the server."""

from __future__ import annotations

from enum import IntEnum

from discord import Interaction, Member, Message, Permissions
from discord.abc import User

from bot.assistant import administration
from bot.discord_app import texts
from bot.errors import BotError
from bot.server_facts.model import ServerSettings


class Rank(IntEnum):
    """What someone is in a server; whoever has one has those below it."""

    MEMBER = 0
    EDITOR = 1
    MANAGER = 2


NEEDED = {
    administration.Who.ANYONE: Rank.MEMBER,
    administration.Who.EDITORS: Rank.EDITOR,
    administration.Who.MANAGERS: Rank.MANAGER,
}
REFUSED = {Rank.EDITOR: texts.FOR_EDITORS, Rank.MANAGER: texts.FOR_MANAGERS}


class ForbiddenError(BotError):
    """Someone wants to do what is for others."""


def rank_in_message(message: Message, settings: ServerSettings) -> Rank:
    """Return the rank of who wrote `message`, as Discord tells it with the message itself."""
    author = message.author
    return _rank(author, author.guild_permissions if isinstance(author, Member) else Permissions.none(), settings)


def rank_in(interaction: Interaction, settings: ServerSettings) -> Rank:
    """Return the rank of who used `interaction`, as Discord tells it with the interaction itself."""
    return _rank(interaction.user, interaction.permissions, settings)


def check(needed: Rank, rank: Rank) -> None:
    """Raise `ForbiddenError` where `rank` is below `needed`."""
    if rank < needed:
        raise ForbiddenError(REFUSED[needed])


def _rank(person: User, may: Permissions, settings: ServerSettings) -> Rank:
    if not isinstance(person, Member):
        return Rank.MEMBER
    if may.manage_guild or may.administrator:
        return Rank.MANAGER
    # A role that was deleted is nobody's any more.
    chosen = settings.editors
    return Rank.EDITOR if chosen is not None and person.get_role(chosen) is not None else Rank.MEMBER
