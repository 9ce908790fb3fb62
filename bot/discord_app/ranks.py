"""Who may do what in a server: members, those who may change facts, and those who manage the server."""

from __future__ import annotations

from enum import IntEnum

from discord import Interaction, Member, Message, NotFound, Permissions
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


def rank_of(person: User, settings: ServerSettings) -> Rank:
    """Return the rank of `person`: of a member as their roles say, of anyone else the lowest."""
    return _rank(person, person.guild_permissions if isinstance(person, Member) else Permissions.none(), settings)


async def author_of(message: Message) -> User:
    """Return who wrote `message`, as a member of its server: Discord tells that with a message that is said, but not
    with one that is read later.
    """
    if message.guild is None or isinstance(message.author, Member):
        return message.author
    try:
        return await message.guild.fetch_member(message.author.id)
    except NotFound:
        return message.author


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
