"""Posting, changing and deleting messages, by whomever: the bot's sessions and those who wait learn of it."""

from __future__ import annotations

import mimetypes
from collections.abc import Mapping, Sequence
from typing import Any

from standin import wire
from standin.backstage import Backstage
from standin.errors import refusal
from standin.limits.messages import ALL_FILES_MAX
from standin.mentions import called_by
from standin.world import Attachment, Channel, Json, Message, User, now

DEFAULT, REPLY, COMMAND_ANSWER = 0, 19, 20


def post(  # noqa: PLR0913 - a message has that many sides
    backstage: Backstage,
    channel: Channel,
    author: User,
    body: Json,
    files: Mapping[str, bytes] | None = None,
    *,
    reference: Message | None = None,
    origin: Json | None = None,
) -> Message:
    """Post the message that `body` describes as the API does; `origin` is the interaction that it answers."""
    message = Message(
        id=backstage.snowflakes.new(),
        channel=channel,
        author=author,
        reference=reference,
        kind=REPLY if reference else COMMAND_ANSWER if origin else DEFAULT,
        flags=body.get("flags") or 0,
        nonce=body.get("nonce"),
        origin=origin,
        webhook=author.webhook or origin is not None,
    )
    fill(backstage, message, body, files or {})
    channel.messages[message.id] = message
    _count_as_reply(backstage, message)
    backstage.announce("MESSAGE_CREATE", message)
    backstage.pulse.beat()
    return message


def edit(backstage: Backstage, message: Message, body: Json, files: Mapping[str, bytes] | None = None) -> None:
    """Change what `body` names of `message` and leave the rest."""
    fill(backstage, message, body, files or {})
    message.edits += 1
    message.edited = now()
    backstage.announce("MESSAGE_UPDATE", message)
    backstage.pulse.beat()


def delete(backstage: Backstage, message: Message) -> None:
    """Take `message` away; it can still be looked at, but only in the test."""
    _take_away(message)
    if not message.ephemeral:
        data = {"id": str(message.id), "channel_id": str(message.channel.id)}
        backstage.hub.dispatch("MESSAGE_DELETE", data, channel=message.channel)
    backstage.pulse.beat()


def delete_many(backstage: Backstage, channel: Channel, messages: Sequence[Message]) -> None:
    """Take `messages` of `channel` away at once, as moderators do; one event tells of all of them."""
    for message in messages:
        _take_away(message)
    data = {"ids": [str(message.id) for message in messages], "channel_id": str(channel.id)}
    if channel.guild is not None:
        data["guild_id"] = str(channel.guild.id)
    backstage.hub.dispatch("MESSAGE_DELETE_BULK", data, channel=channel)
    backstage.pulse.beat()


def _take_away(message: Message) -> None:
    message.channel.messages.pop(message.id, None)
    message.deleted = True


def fill(backstage: Backstage, message: Message, body: Json, files: Mapping[str, bytes]) -> None:
    """Put into `message` what `body` says."""
    if "content" in body:
        message.content = (body["content"] or "").strip()
    for key in ("embeds", "components"):
        if key in body:
            setattr(message, key, body[key] or [])
    if "flags" in body:
        message.flags = message.flags & ~4 | (body["flags"] or 0)
    _attach(backstage, message, body, files)
    if "content" in body or message.reference:
        called = called_by(
            message.content, message.channel, backstage.users, message.reference, body.get("allowed_mentions")
        )
        message.mentions, message.mentioned_roles, message.mentions_everyone = called


def _attach(backstage: Backstage, message: Message, body: Json, files: Mapping[str, bytes]) -> None:
    if sum(map(len, files.values())) > ALL_FILES_MAX:
        raise refusal("too large")
    described: dict[str, Any] = {str(entry["id"]): entry for entry in body.get("attachments") or []}
    if body.get("attachments") is not None:
        message.attachments = [kept for kept in message.attachments if str(kept.id) in described]
    for number, (filename, data) in enumerate(files.items()):
        name = described.get(str(number), {}).get("filename", filename)
        new = backstage.snowflakes.new()
        message.attachments.append(
            Attachment(
                id=new,
                filename=name,
                data=data,
                content_type=mimetypes.guess_type(name)[0] or "application/octet-stream",
                url=f"http://{backstage.host}/attachments/{message.channel.id}/{new}/{name}",
                description=described.get(str(number), {}).get("description"),
            )
        )


def _count_as_reply(backstage: Backstage, message: Message) -> None:
    """An answer names what it answers; where it does not, it answers what was said last."""
    if message.author is not backstage.bot:
        message.channel.last_said = message
    elif message.reference is not None:
        message.reference.replies.append(message)
    elif message.origin is None and message.channel.last_said is not None:
        message.channel.last_said.replies.append(message)


def react(backstage: Backstage, message: Message, who: User, emoji: str, *, adding: bool) -> None:
    """Add or take away the reaction of `who`; nothing happens if it is there, or gone, already."""
    those = message.reactions.setdefault(emoji, [])
    if (who in those) is not adding:
        (those.append if adding else those.remove)(who)
        guild = message.channel.guild
        data: Json = {
            "user_id": str(who.id),
            "channel_id": str(message.channel.id),
            "message_id": str(message.id),
            "message_author_id": str(message.author.id),
            "emoji": wire.emoji(emoji),
            "burst": False,
            "type": 0,
        }
        if adding and guild is not None:
            data["member"] = wire.member(guild.members[who.id])
        event = "MESSAGE_REACTION_ADD" if adding else "MESSAGE_REACTION_REMOVE"
        backstage.hub.dispatch(event, data, channel=message.channel)
    if not those:
        del message.reactions[emoji]
    backstage.pulse.beat()
