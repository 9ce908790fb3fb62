"""How things look on the wire: what Discord sends for a user, a server, a channel, a message."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from standin.snowflakes import moment_of
from standin.world import DIRECT, GROUP, PUBLIC_THREAD, Attachment, Channel, Guild, Json, Member, Message, Role, User

DISCORD_MEMBER_OVERWRITE = 1


def moment(when: datetime) -> str:
    """Return `when` as Discord writes it."""
    return when.isoformat()


def user(who: User) -> Json:
    """Return a user."""
    return {
        "id": str(who.id),
        "username": who.name,
        "global_name": None if who.bot else who.name,
        "discriminator": "0000" if who.bot else "0",
        "avatar": None,
        "bot": who.bot,
        "public_flags": 0,
    }


def member(who: Member, *, with_user: bool = True) -> Json:
    """Return a member; without the user where that stands beside it already."""
    wire: Json = {
        "roles": [str(role.id) for role in who.roles],
        "joined_at": moment(who.joined),
        "nick": None,
        "avatar": None,
        "deaf": False,
        "mute": False,
        "pending": False,
        "flags": 0,
    }
    return wire | {"user": user(who.user)} if with_user else wire


def role(it: Role, position: int) -> Json:
    """Return a role."""
    return {
        "id": str(it.id),
        "name": it.name,
        "permissions": str(it.permissions),
        "position": position,
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "managed": False,
        "mentionable": True,
        "flags": 0,
    }


def channel(it: Channel, bot: User) -> Json:
    """Return a channel of any kind; what `bot` may not do in it is an overwrite, as in a real server."""
    last = next(reversed(it.messages), None)
    wire: Json = {"id": str(it.id), "type": it.kind, "last_message_id": None if last is None else str(last), "flags": 0}
    if it.kind in (DIRECT, GROUP):
        recipients = [user(who) for who in it.people if who is not bot]
        return wire | {"recipients": recipients} | ({"name": it.name, "icon": None} if it.kind == GROUP else {})
    assert it.guild is not None
    wire |= {"name": it.name, "guild_id": str(it.guild.id), "nsfw": False, "rate_limit_per_user": 0}
    if it.kind == PUBLIC_THREAD and it.parent is not None:
        return wire | _thread(it, it.parent, bot)
    overwrite = {"id": str(bot.id), "type": DISCORD_MEMBER_OVERWRITE, "allow": "0", "deny": str(it.denied)}
    return wire | {
        "position": list(it.guild.channels).index(it.id),
        "parent_id": None,
        "topic": None,
        "permission_overwrites": [overwrite] if it.denied else [],
    }


def _thread(it: Channel, parent: Channel, bot: User) -> Json:
    return {
        "parent_id": str(parent.id),
        "owner_id": str(bot.id),
        "message_count": len(it.messages),
        "member_count": 1,
        "thread_metadata": {
            "archived": False,
            "auto_archive_duration": 1440,
            "archive_timestamp": "2025-01-01T00:00:00+00:00",
            "locked": False,
        },
        "member": {"id": str(it.id), "user_id": str(bot.id), "join_timestamp": "2025-01-01T00:00:00+00:00", "flags": 0},
    }


def guild(it: Guild, bot: User) -> Json:
    """Return a server with all that is in it, as GUILD_CREATE brings it."""
    threads = [place for place in it.channels.values() if place.kind == PUBLIC_THREAD]
    return {
        **partial_guild(it),
        "name": it.name,
        "owner_id": str(it.owner.id),
        "roles": [role(each, position) for position, each in enumerate(it.roles.values())],
        "channels": [channel(place, bot) for place in it.channels.values() if place not in threads],
        "threads": [channel(place, bot) for place in threads],
        # Without the intent to see members, Discord sends the bot alone.
        "members": [member(who) for who in it.members.values() if who.user is bot],
        "member_count": len(it.members),
        "joined_at": moment(it.members[bot.id].joined) if bot.id in it.members else None,
        "large": False,
        "unavailable": False,
        "icon": None,
        "emojis": [],
        "stickers": [],
        "presences": [],
        "voice_states": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
        "verification_level": 0,
        "default_message_notifications": 1,
        "explicit_content_filter": 0,
        "mfa_level": 0,
        "nsfw_level": 0,
        "premium_tier": 0,
        "system_channel_flags": 0,
        "afk_timeout": 300,
    }


def partial_guild(it: Guild) -> Json:
    """Return as much of a server as an interaction tells of it."""
    return {"id": str(it.id), "locale": "en-US", "preferred_locale": "en-US", "features": []}


def attachment(it: Attachment) -> Json:
    """Return a file; its address leads back to the stand-in."""
    wire: Json = {
        "id": str(it.id),
        "filename": it.filename,
        "size": len(it.data),
        "url": it.url,
        "proxy_url": it.url,
        "content_type": it.content_type,
    }
    return wire | ({"description": it.description} if it.description is not None else {})


def emoji(name: str) -> Json:
    """Return an emoji that is no server's own."""
    return {"id": None, "name": name}


def message(it: Message, bot: User, *, quoting: bool = True) -> Json:
    """Return a message, with the one it replies to if `quoting`."""
    wire: Json = {
        "id": str(it.id),
        "channel_id": str(it.channel.id),
        "author": user(it.author),
        "content": it.content,
        "embeds": [_shown(embed, it.attachments) for embed in it.embeds],
        "components": it.components,
        "attachments": [attachment(each) for each in it.attachments],
        "timestamp": moment(moment_of(it.id)),
        "edited_timestamp": moment(it.edited) if it.edited else None,
        "mentions": [user(who) for who in it.mentions],
        "mention_roles": [str(each.id) for each in it.mentioned_roles],
        "mention_everyone": it.mentions_everyone,
        "type": it.kind,
        "flags": it.flags,
        "tts": False,
        "pinned": False,
    }
    if it.nonce is not None:
        wire["nonce"] = it.nonce
    if it.reactions:
        wire["reactions"] = [_reaction(name, who, bot) for name, who in it.reactions.items()]
    if it.origin is not None:
        wire |= it.origin
    if it.webhook:
        wire["webhook_id"] = str(it.author.id)
    if it.reference is not None and quoting:
        wire["message_reference"] = {"type": 0, "message_id": str(it.reference.id), "channel_id": str(it.channel.id)}
        if it.channel.guild is not None:
            wire["message_reference"]["guild_id"] = str(it.channel.guild.id)
        wire["referenced_message"] = None if it.reference.deleted else message(it.reference, bot, quoting=False)
    return wire


def _reaction(name: str, who: list[User], bot: User) -> Json:
    return {
        "emoji": emoji(name),
        "count": len(who),
        "count_details": {"burst": 0, "normal": len(who)},
        "me": bot in who,
        "me_burst": False,
        "burst_colors": [],
    }


def _shown(embed: Json, files: list[Attachment]) -> Json:
    """Discord puts the address of an attached picture where the bot wrote `attachment://`."""
    places = {f"attachment://{each.filename}": each.url for each in files}

    def address(part: Any) -> Any:
        return (
            part | {"url": places.get(part["url"], part["url"])} if isinstance(part, dict) and "url" in part else part
        )

    return {"type": "rich"} | {key: address(part) for key, part in embed.items()}
