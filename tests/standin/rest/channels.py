"""Channels, typing and threads."""

from __future__ import annotations

from standin import wire
from standin.errors import refusal
from standin.limits.form import Form
from standin.rest.call import Answer, Call, Routes, as_object, require, require_saying
from standin.world import PUBLIC_THREAD, Channel, Json

THREAD_NAME_MAX = 100


async def channel(call: Call) -> Json:
    """Return a channel."""
    return wire.channel(call.channel, call.backstage.bot)


async def typing(call: Call) -> None:
    """Note that the bot is typing."""
    require_saying(call, call.channel)
    call.backstage.typing.append(call.channel)


async def thread_from_message(call: Call) -> Answer:
    """Open a thread that begins at a message and bears its id."""
    message = call.message
    if message.id in call.backstage.channels:
        raise refusal("has a thread")
    return _open(call, message.id)


async def thread(call: Call) -> Answer:
    """Open a thread that begins with nothing."""
    return _open(call, call.backstage.snowflakes.new())


def _open(call: Call, new_id: int) -> Answer:
    parent = call.channel
    require(call, parent, "create_public_threads")
    form = Form(as_object(call.body))
    name = form.text("name", THREAD_NAME_MAX, 1, required=True)
    form.stop_if_wrong()
    assert parent.guild is not None
    opened = Channel(new_id, PUBLIC_THREAD, str(name), parent.guild, parent)
    call.backstage.channels[new_id] = parent.guild.channels[new_id] = opened
    data = wire.channel(opened, call.backstage.bot)
    call.backstage.hub.dispatch("THREAD_CREATE", data | {"newly_created": True}, guild=parent.guild)
    return Answer(201, data)


ROUTES: Routes = [
    ("GET", "/channels/{channel_id}", channel),
    ("POST", "/channels/{channel_id}/typing", typing),
    ("POST", "/channels/{channel_id}/threads", thread),
    ("POST", "/channels/{channel_id}/messages/{message_id}/threads", thread_from_message),
]
