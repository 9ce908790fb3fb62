"""Getting an answer through to people: once, with patience, and in another way where this one is closed."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, TypeVar

import aiohttp
from discord import DiscordServerError, Forbidden, HTTPException, Message, NotFound, PartialMessage, Permissions

from bot.discord_app import texts
from bot.discord_app.letters import Letter

log = logging.getLogger(__name__)
Result = TypeVar("Result")

# After discord.py has given up by itself: 503 and broken lines, which it does not try again, or a long trouble.
TRIES = 6
FIRST_PAUSE = 0.5
TOO_MANY = 429
PASSING = (DiscordServerError, aiohttp.ClientError, OSError, TimeoutError)


async def persistently(send: Callable[[], Awaitable[Result]]) -> Result:
    """Return what `send` does, tried again while Discord has trouble; it has to be safe to do twice."""
    for attempt in range(TRIES - 1):
        try:
            return await send()
        except (*PASSING, HTTPException) as error:
            if not _passes(error):
                raise
            pause = FIRST_PAUSE * 2**attempt
            log.info("Discord did not take an answer (%s); trying again in %s s.", error, pause)
            await asyncio.sleep(pause)
    return await send()


def _passes(error: Exception) -> bool:
    # After five refusals in a row discord.py takes even "too many requests" for final.
    return isinstance(error, PASSING) or (isinstance(error, HTTPException) and error.status == TOO_MANY)


async def answer(message: Message, letter: Letter) -> PartialMessage | None:
    """Answer `message` with `letter` and return where the answer stands; None where there is no way to its author.

    The nonce is the id of the question, and Discord enforces it: sent again, by this process or by another, it is still
    one message.
    """
    may = permissions_in(message)
    ways = _ways(message, may)
    for number, (name, send) in enumerate(ways, 1):
        try:
            sent = await persistently(partial(send, message, letter, may))
        except (Forbidden, NotFound) as error:
            if number == len(ways):
                log.warning("No way to answer in channel %s: %s", message.channel.id, error)
            continue
        if name != "reply":
            log.warning("Missing permissions in channel %s: answered by %s instead.", message.channel.id, name)
        return PartialMessage(channel=sent.channel, id=sent.id)
    return None


Way = Callable[[Message, Letter, Permissions], Awaitable[Message]]


def _ways(message: Message, may: Permissions) -> list[tuple[str, Way]]:
    """Return the ways to answer `message`, best first, without those that permissions close."""
    ways: list[tuple[str, Way]] = []
    if may.send_messages:
        ways += [("reply", _reply)] if may.embed_links else []
        ways.append(("plain text", _plain))
    return [*ways, ("direct message", _direct)] if message.guild is not None else ways


def permissions_in(message: Message) -> Permissions:
    """Return what the bot may do where `message` stands; in a thread, `send_messages` is what counts there."""
    if message.guild is None or message.guild.me is None:
        return Permissions.all()
    may = message.channel.permissions_for(message.guild.me)
    if not may.view_channel:
        return Permissions.none()
    if hasattr(message.channel, "parent"):
        may.send_messages = may.send_messages_in_threads
    return may


async def _reply(message: Message, letter: Letter, may: Permissions) -> Message:
    return await _post(message, may, embed=letter.embed, view=letter.view)


async def _plain(message: Message, letter: Letter, may: Permissions) -> Message:
    return await _post(message, may, letter.plain, view=letter.lasting_view)


async def _direct(message: Message, letter: Letter, may: Permissions) -> Message:
    where = texts.NOT_ALLOWED_THERE.format(channel=message.channel.id)
    return await message.author.send(where, embed=letter.embed, view=letter.view, nonce=message.id)


async def _post(question: Message, may: Permissions, content: str | None = None, **parts: Any) -> Message:
    # Without the history Discord takes no reply; a question that is gone by now is no reason to refuse the answer.
    if may.read_message_history:
        parts["reference"] = question.to_reference(fail_if_not_exists=False)
    return await question.channel.send(content, nonce=question.id, **parts)


async def say(message: Message, text: str) -> None:
    """Reply to `message` with a plain sentence, if that can be done."""
    try:
        await persistently(lambda: _post(message, permissions_in(message), text))
    except HTTPException as error:
        log.info("Could not say %r in channel %s: %s", text, message.channel.id, error)
