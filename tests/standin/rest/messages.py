"""Messages of the bot: create, read, change, delete."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from standin import permissions, wire
from standin.errors import refusal
from standin.limits.messages import check_message, check_not_empty
from standin.posting import delete, edit, post
from standin.rest.call import Call, Routes, as_object, require, require_saying
from standin.world import Channel, Json, Message, now

HISTORY = 50
# Discord says "the past few minutes".
NONCE_LIFE = timedelta(minutes=5)


async def create(call: Call) -> Json:
    """Post a message, or return the one that bears the same nonce already if that is to be enforced."""
    channel, body = call.channel, as_object(call.body)
    require_saying(call, channel)
    if any(not who.accepts_dms for who in channel.people):
        raise refusal("closed messages")
    check_message(body, len(call.files))
    check_not_empty(body, len(call.files))
    _may_add(call, channel, body)
    message = _twin(call, body)
    if message is None:
        reference = _replied_to(call, channel, body)
        message = post(call.backstage, channel, call.backstage.bot, body, call.files, reference=reference)
        call.backstage.nonces[str(body.get("nonce"))] = now(), message
    return wire.message(message, call.backstage.bot)


def _may_add(call: Call, channel: Channel, body: Json) -> None:
    if body.get("embeds"):
        require(call, channel, "embed_links")
    if call.files:
        require(call, channel, "attach_files")


def _twin(call: Call, body: Json) -> Message | None:
    """Return the message that the bot posted with this nonce a short while ago, if there is to be only one."""
    if body.get("nonce") is None or not body.get("enforce_nonce"):
        return None
    posted, message = call.backstage.nonces.get(str(body["nonce"]), (None, None))
    return message if posted is not None and now() - posted < NONCE_LIFE * call.backstage.second else None


def _replied_to(call: Call, channel: Channel, body: Json) -> Message | None:
    named: dict[str, Any] | None = body.get("message_reference")
    if named is None:
        return None
    if named.get("type"):
        raise NotImplementedError("the stand-in knows replies, but no forwarded messages")
    if not permissions.has(channel.permissions_of(call.backstage.bot), "read_message_history"):
        raise refusal("no history")
    found = channel.messages.get(int(named["message_id"]))
    if found is None and named.get("fail_if_not_exists", True):
        error = {"code": "REPLIES_UNKNOWN_MESSAGE", "message": "Unknown message"}
        raise refusal("invalid form", {"message_reference": {"_errors": [error]}})
    return found


async def read(call: Call) -> Json:
    """Return a message."""
    message = call.message
    require(call, message.channel, "read_message_history")
    return wire.message(message, call.backstage.bot)


async def history(call: Call) -> list[Json]:
    """Return messages of a channel, newest first, as far as asked for."""
    channel = call.channel
    if not permissions.has(channel.permissions_of(call.backstage.bot), "read_message_history"):
        return []
    said = [message for message in channel.messages.values() if not message.ephemeral]
    limit = int(call.query.get("limit", HISTORY))
    if "after" in call.query:
        chosen = [message for message in said if message.id > int(call.query["after"])][:limit]
    else:
        before = int(call.query.get("before", 1 << 63))
        chosen = [message for message in said if message.id < before][-limit:]
    return [wire.message(message, call.backstage.bot) for message in reversed(chosen)]


async def change(call: Call) -> Json:
    """Change a message of the bot."""
    message, body = call.message, as_object(call.body)
    if message.author is not call.backstage.bot:
        raise refusal("edit of another")
    check_message(body, len(call.files))
    _may_add(call, message.channel, body)
    _still_something(message, body, len(call.files))
    edit(call.backstage, message, body, call.files)
    return wire.message(message, call.backstage.bot)


def _still_something(message: Message, body: Json, files: int) -> None:
    old = {"content": message.content, "embeds": message.embeds, "components": message.components}
    check_not_empty(old | body, files + len(message.attachments))


async def remove(call: Call) -> None:
    """Delete a message: the bot's own, or anyone's with the permission for that."""
    message = call.message
    if message.author is not call.backstage.bot:
        require(call, message.channel, "manage_messages")
    delete(call.backstage, message)


ROUTES: Routes = [
    ("POST", "/channels/{channel_id}/messages", create),
    ("GET", "/channels/{channel_id}/messages", history),
    ("GET", "/channels/{channel_id}/messages/{message_id}", read),
    ("PATCH", "/channels/{channel_id}/messages/{message_id}", change),
    ("DELETE", "/channels/{channel_id}/messages/{message_id}", remove),
]
