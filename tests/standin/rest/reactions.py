"""Reactions of the bot, and those of others that it may take away."""

from __future__ import annotations

from standin import wire
from standin.errors import refusal
from standin.posting import react
from standin.rest.call import Call, Routes, require
from standin.world import Json


def _emoji(call: Call) -> str:
    emoji = call.path["emoji"]
    if emoji.isascii() and ":" not in emoji:
        raise refusal("unknown emoji")
    return emoji


async def add(call: Call) -> None:
    """React to a message."""
    message = call.message
    require(call, message.channel, "add_reactions", "read_message_history")
    react(call.backstage, message, call.backstage.bot, _emoji(call), adding=True)


async def remove_own(call: Call) -> None:
    """Take the bot's own reaction away."""
    react(call.backstage, call.message, call.backstage.bot, _emoji(call), adding=False)


async def remove(call: Call) -> None:
    """Take someone's reaction away."""
    message = call.message
    require(call, message.channel, "manage_messages")
    who = call.backstage.users.get(int(call.path["user_id"]))
    if who is None:
        raise refusal("unknown user")
    react(call.backstage, message, who, _emoji(call), adding=False)


async def those(call: Call) -> list[Json]:
    """Return who reacted."""
    return [wire.user(who) for who in call.message.reactions.get(_emoji(call), [])]


PATH = "/channels/{channel_id}/messages/{message_id}/reactions/{emoji}"
ROUTES: Routes = [
    ("PUT", f"{PATH}/@me", add),
    ("DELETE", f"{PATH}/@me", remove_own),
    ("DELETE", f"{PATH}/{{user_id}}", remove),
    ("GET", PATH, those),
]
