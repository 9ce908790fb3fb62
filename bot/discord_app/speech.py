"""Whether a message speaks to the bot, and what it asks."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import NamedTuple

from discord import Message, MessageType

from bot.discord_app.prefixes import COMMAND, without_prefix

PEOPLE_SAY = frozenset({MessageType.default, MessageType.reply})


class Way(Enum):
    """How someone speaks to the bot in a message."""

    DIRECT = auto()
    MENTION = auto()
    REPLY = auto()
    PREFIX = auto()


class Spoken(NamedTuple):
    """What was said to the bot, and how. `to` is the bot's own message that it replies to."""

    text: str
    way: Way
    to: Message | None = None


def spoken_to(message: Message, me: int, prefix: str) -> Spoken | None:
    """Return what `message` says to the bot with the id `me`, or None where it is not spoken to."""
    if message.author.bot or message.webhook_id is not None or message.type not in PEOPLE_SAY:
        return None
    to = _own_message(message, me)
    if message.guild is None:
        way = Way.DIRECT
    elif f"<@{me}>" in message.content or f"<@!{me}>" in message.content:
        way = Way.MENTION
    elif to is not None:
        way = Way.REPLY
    elif without_prefix(message.content, prefix) is None:
        return None
    else:
        way = Way.PREFIX
    return Spoken(question_in(message.content, me, prefix), way, to)


def question_in(content: str, me: int, prefix: str) -> str:
    """Return what is asked in `content`: without the bot's name, and with its own mark before a command."""
    text = re.sub(rf"<@!?{me}>", " ", content).strip() if "<@" in content else content.strip()
    command = without_prefix(text, prefix)
    return text if command is None else COMMAND + command


def _own_message(message: Message, me: int) -> Message | None:
    replied = message.reference.resolved if message.reference is not None else None
    return replied if isinstance(replied, Message) and replied.author.id == me else None
