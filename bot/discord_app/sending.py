"""Getting an answer through to people: once, with patience, and in another way where this one is closed."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from discord import (
    AllowedMentions,
    Embed,
    File,
    Forbidden,
    Message,
    NotFound,
    PartialMessage,
    Permissions,
)
from discord.http import HTTPClient, handle_message_parameters

from bot.discord_app import texts
from bot.discord_app.letters import Rows
from bot.discord_app.patience import persistently, tolerant

if TYPE_CHECKING:
    from discord.abc import MessageableChannel

log = logging.getLogger(__name__)

NOBODY = AllowedMentions.none()


class Mail(Protocol):
    """What can be sent: an answer, or what came of an order."""

    @property
    def embed(self) -> Embed:
        """What it says."""

    @property
    def plain(self) -> str:
        """What it says where nothing may be embedded."""

    @property
    def rows(self) -> Rows:
        """The buttons below it."""

    @property
    def lasting_rows(self) -> Rows:
        """The buttons below it where all of it is shown at once."""

    def files(self) -> list[File]:
        """Return its files, anew each time."""


async def answer(http: HTTPClient, message: Message, mail: Mail) -> PartialMessage | None:
    """Answer `message` with `mail` and return where the answer stands; None where there is no way to its author.

    The nonce is the id of the question, and Discord enforces it: sent again, by this process or by another, it is still
    one message.
    """
    may = permissions_in(message)
    ways = _ways(message, may)
    for number, (name, send) in enumerate(ways, 1):
        try:
            sent = await persistently(partial(send, http, message, mail, may))
        except (Forbidden, NotFound) as error:
            if number == len(ways):
                log.warning("No way to answer in channel %s: %s", message.channel.id, error)
            continue
        if name != "reply":
            log.warning("Missing permissions in channel %s: answered by %s instead.", message.channel.id, name)
        return sent
    return None


Way = Callable[[HTTPClient, Message, Mail, Permissions], Awaitable[PartialMessage]]


def _ways(message: Message, may: Permissions) -> list[tuple[str, Way]]:
    """Return the ways to answer `message`, best first, without those that permissions close."""
    ways: list[tuple[str, Way]] = []
    if may.send_messages:
        ways += [("reply", _reply)] if may.embed_links else []
        ways.append(("plain text", _plain))
    return [*ways, ("direct message", _direct)] if message.guild is not None else ways


def permissions_in(message: Message) -> Permissions:
    """Return what the bot may do where `message` stands; in a thread, `send_messages` is what counts there."""
    me = message.guild.me if message.guild is not None else None
    if me is None:
        return Permissions.all()
    may = message.channel.permissions_for(me)
    if not may.view_channel:
        return Permissions.none()
    if hasattr(message.channel, "parent"):
        may.send_messages = may.send_messages_in_threads
    return may


async def _reply(http: HTTPClient, message: Message, mail: Mail, may: Permissions) -> PartialMessage:
    return await _post(http, message, may, embed=mail.embed, view=mail.rows, files=mail.files())


async def _plain(http: HTTPClient, message: Message, mail: Mail, may: Permissions) -> PartialMessage:
    return await _post(http, message, may, mail.plain, view=mail.lasting_rows, files=mail.files())


async def _direct(http: HTTPClient, message: Message, mail: Mail, may: Permissions) -> PartialMessage:
    place = await message.author.create_dm()
    where = texts.NOT_ALLOWED_THERE.format(channel=message.channel.id)
    parts = {"embed": mail.embed, "view": mail.rows, "files": mail.files()}
    return await _send(http, place, content=where, nonce=message.id, **parts)


async def _post(
    http: HTTPClient, question: Message, may: Permissions, content: str | None = None, **parts: Any
) -> PartialMessage:
    # Without the history Discord takes no reply; a question that is gone by now is no reason to refuse the answer.
    if may.read_message_history:
        reference = question.to_reference(fail_if_not_exists=False)
        parts["message_reference"] = reference.to_message_reference_dict()
    return await _send(http, question.channel, content=content, nonce=question.id, **parts)


async def _send(http: HTTPClient, place: MessageableChannel, **parts: Any) -> PartialMessage:
    """Send to `place` and return where it stands.

    As `place.send` does, but without making a message of what Discord tells of it: that is an eighth of all the work
    of an answer, and nothing but its id is of use.
    """
    with handle_message_parameters(previous_allowed_mentions=NOBODY, **parts) as params:
        told = await http.send_message(place.id, params=params)
    return PartialMessage(channel=place, id=int(told["id"]))


async def say(http: HTTPClient, message: Message, text: str) -> None:
    """Reply to `message` with a plain sentence, if that can be done."""
    with tolerant(f"Nobody in channel {message.channel.id} is told what is the matter"):
        await persistently(lambda: _post(http, message, permissions_in(message), text))
