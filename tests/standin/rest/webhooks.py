"""What follows the first answer to an interaction: changing it, and saying more, for fifteen minutes."""

from __future__ import annotations

import asyncio

from standin import interactions as kinds
from standin import wire
from standin.errors import refusal
from standin.interactions import Interaction
from standin.limits.messages import check_message, check_not_empty
from standin.posting import delete, edit
from standin.rest.call import Call, Routes, as_object
from standin.rest.callbacks import say, update
from standin.world import EPHEMERAL, Json, Message

ORIGINAL = "@original"


def _interaction(call: Call) -> Interaction:
    interaction = call.backstage.interactions.get(call.path["webhook_token"])
    if interaction is None or int(call.path["webhook_id"]) != call.backstage.bot.id or interaction.answer is None:
        raise refusal("unknown webhook")
    if asyncio.get_running_loop().time() > interaction.ends:
        raise refusal("token ended")
    return interaction


def _message(call: Call) -> Message:
    interaction, wanted = _interaction(call), call.path["message_id"]
    if wanted == ORIGINAL:
        updates = interaction.answer in (kinds.DEFERRED_UPDATE, kinds.UPDATE)
        found = interaction.on if updates else interaction.message
    else:
        ours = [interaction.message, interaction.on, *interaction.followups]
        found = next((each for each in ours if each is not None and str(each.id) == wanted), None)
    if found is None or found.deleted:
        raise refusal("unknown message")
    return found


async def follow_up(call: Call) -> Json:
    """Say more; the first after "is thinking" takes its place and is as public or private as that was."""
    interaction, body = _interaction(call), as_object(call.body)
    check_message(body, len(call.files), interaction=True)
    check_not_empty(body, len(call.files))
    if interaction.is_thinking:
        return _fill(call, interaction, body)
    message = say(call, interaction, body)
    interaction.followups.append(message)
    call.backstage.pulse.beat()
    return wire.message(message, call.backstage.bot)


async def read(call: Call) -> Json:
    """Return a message of the interaction."""
    return wire.message(_message(call), call.backstage.bot)


async def change(call: Call) -> Json:
    """Change a message of the interaction; `@original` after "is thinking" posts it."""
    interaction, body = _interaction(call), as_object(call.body)
    check_message(body, len(call.files), interaction=True)
    original = call.path["message_id"] == ORIGINAL
    if original and interaction.is_thinking:
        check_not_empty(body, len(call.files))
        return _fill(call, interaction, body)
    message = _message(call)
    if message is interaction.on:
        update(call, interaction, body)
    else:
        edit(call.backstage, message, body, call.files)
    return wire.message(message, call.backstage.bot)


def _fill(call: Call, interaction: Interaction, body: Json) -> Json:
    flags = (body.get("flags") or 0) & ~EPHEMERAL | (EPHEMERAL if interaction.ephemeral else 0)
    interaction.message = say(call, interaction, body | {"flags": flags})
    call.backstage.pulse.beat()
    return wire.message(interaction.message, call.backstage.bot)


async def remove(call: Call) -> None:
    """Delete a message of the interaction; `@original` also while it says "is thinking"."""
    interaction = _interaction(call)
    if call.path["message_id"] == ORIGINAL and interaction.is_thinking:
        interaction.withdrawn = True
    else:
        delete(call.backstage, _message(call))


PATH = "/webhooks/{webhook_id}/{webhook_token}"
ROUTES: Routes = [
    ("POST", PATH, follow_up),
    ("GET", PATH + "/messages/{message_id}", read),
    ("PATCH", PATH + "/messages/{message_id}", change),
    ("DELETE", PATH + "/messages/{message_id}", remove),
]
