"""A request that has been read, and the things that its path names."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from aiohttp import BodyPartReader, web

from standin import permissions
from standin.backstage import Backstage
from standin.errors import refusal
from standin.world import PUBLIC_THREAD, Channel, Guild, Json, Message


@dataclass(frozen=True)
class Answer:
    """What an endpoint answers when it is not simply "here it is" (200) or "done" (204)."""

    status: int
    data: Any = None


@dataclass
class Call:
    """A request to an endpoint. What its path names is looked up, and what is not there is refused as Discord does."""

    backstage: Backstage
    path: dict[str, str]
    query: dict[str, str]
    body: Any
    files: dict[str, bytes]

    @property
    def channel(self) -> Channel:
        """The channel of the path, which the bot must be able to see."""
        channel = self.backstage.channels.get(self._id("channel_id"))
        if channel is None:
            raise refusal("unknown channel")
        require(self, channel, "view_channel")
        return channel

    @property
    def message(self) -> Message:
        """The message of the path."""
        message = self.channel.messages.get(self._id("message_id"))
        if message is None or message.ephemeral:
            raise refusal("unknown message")
        return message

    @property
    def guild(self) -> Guild:
        """The server of the path, which the bot must be in."""
        guild = self.backstage.guilds.get(self._id("guild_id"))
        if guild is None:
            raise refusal("unknown guild")
        if not guild.has_bot:
            raise refusal("missing access")
        return guild

    def _id(self, name: str) -> int:
        said = self.path[name]
        if not said.isdigit():
            error = {"code": "NUMBER_TYPE_COERCE", "message": f'Value "{said}" is not snowflake.'}
            raise refusal("invalid form", {name: {"_errors": [error]}})
        return int(said)


Endpoint = Callable[[Call], Awaitable[Any]]
Routes = list[tuple[str, str, Endpoint]]


def require_saying(call: Call, channel: Channel) -> None:
    """Raise Discord's refusal if the bot may not write in `channel`; in a thread, another permission decides that."""
    require(call, channel, "send_messages_in_threads" if channel.kind == PUBLIC_THREAD else "send_messages")


def require(call: Call, channel: Channel, *names: str) -> None:
    """Raise Discord's refusal if the bot lacks one of the permissions `names` in `channel`."""
    allowed = channel.permissions_of(call.backstage.bot)
    if not permissions.has(allowed, "view_channel"):
        raise refusal("missing access")
    if not permissions.has(allowed, *names):
        raise refusal("missing permissions")


async def read_body(request: web.Request) -> tuple[Any, dict[str, bytes]]:
    """Return the JSON of a request and the files beside it, each under its name."""
    if not request.content_type.startswith("multipart/"):
        return _decode(await request.read()), {}
    body: Any = {}
    files: dict[str, bytes] = {}
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader):
            continue
        data = bytes(await part.read(decode=True))
        if part.name == "payload_json":
            body = _decode(data)
        elif part.filename:
            files[part.filename] = data
    return body, files


def _decode(data: bytes) -> Any:
    if not data:
        return {}
    try:
        body = json.loads(data)
        # A half of a pair of surrogates is no text: Discord takes none.
        json.dumps(body, ensure_ascii=False).encode()
    except ValueError:
        raise refusal("invalid json") from None
    return body


def as_object(body: Any) -> Json:
    """Return `body` if it is an object, and refuse it otherwise."""
    if not isinstance(body, dict):
        raise refusal(
            "invalid form",
            {"_errors": [{"code": "DICT_TYPE_CONVERT", "message": "Only dictionaries may be used in a DictType"}]},
        )
    return body
