"""The first answer to an interaction: one, and within three seconds."""

from __future__ import annotations

from typing import Any

from standin import interactions as kinds
from standin import wire
from standin.components import Modal
from standin.errors import refusal
from standin.interactions import Choice, Interaction
from standin.limits.commands import CHOICES_MAX, STRING, check_choice
from standin.limits.components import check_modal
from standin.limits.form import Form
from standin.limits.messages import check_message, check_not_empty
from standin.menus import focused_kind
from standin.posting import edit, post
from standin.rest.call import Answer, Call, Routes, as_object
from standin.world import EPHEMERAL, Json, Message

# Which answers fit which interaction.
FITTING = {
    kinds.COMMAND: {kinds.MESSAGE, kinds.DEFERRED_MESSAGE, kinds.MODAL},
    kinds.COMPONENT: {kinds.MESSAGE, kinds.DEFERRED_MESSAGE, kinds.DEFERRED_UPDATE, kinds.UPDATE, kinds.MODAL},
    kinds.AUTOCOMPLETE: {kinds.CHOICES},
    kinds.MODAL_SUBMIT: {kinds.MESSAGE, kinds.DEFERRED_MESSAGE, kinds.DEFERRED_UPDATE, kinds.UPDATE},
}


async def callback(call: Call) -> Answer:
    """Take the answer to an interaction."""
    interaction = call.backstage.interactions.get(call.path["interaction_token"])
    if interaction is None or str(interaction.id) != call.path["interaction_id"] or interaction.late:
        raise refusal("unknown interaction")
    if interaction.answer is not None:
        raise refusal("answered already")
    form = Form(as_object(call.body))
    answer = form.one_of("type", FITTING[interaction.kind], required=True)
    form.stop_if_wrong()
    assert answer is not None
    data = call.body.get("data") or {}
    TAKE[answer](call, interaction, data)
    interaction.answer = answer
    call.backstage.pulse.beat()
    if not call.query.get("with_response"):
        return Answer(204)
    return Answer(200, _response(call, interaction))


def _take_message(call: Call, interaction: Interaction, data: Json) -> None:
    check_message(data, len(call.files), interaction=True)
    check_not_empty(data, len(call.files))
    interaction.message = say(call, interaction, data)


def _take_deferral(call: Call, interaction: Interaction, data: Json) -> None:
    interaction.ephemeral = bool((data.get("flags") or 0) & EPHEMERAL)


def _take_deferred_update(call: Call, interaction: Interaction, data: Json) -> None:
    interaction.ephemeral = interaction.on is not None and interaction.on.ephemeral


def _take_update(call: Call, interaction: Interaction, data: Json) -> None:
    check_message(data, len(call.files), interaction=True)
    update(call, interaction, data)


def _take_choices(call: Call, interaction: Interaction, data: Json) -> None:
    form = Form(data)
    kind = focused_kind(interaction.data.get("options", [])) or STRING
    for choice in form.parts("choices", 0, CHOICES_MAX):
        check_choice(choice, kind)
    form.stop_if_wrong()
    interaction.choices = [Choice(each["name"], each["value"]) for each in data.get("choices") or []]


def _take_modal(call: Call, interaction: Interaction, data: Json) -> None:
    form = Form(data)
    check_modal(form)
    form.stop_if_wrong()
    interaction.modal = Modal(interaction, data["title"], data["custom_id"], tuple(data["components"]))


TAKE = {
    kinds.MESSAGE: _take_message,
    kinds.DEFERRED_MESSAGE: _take_deferral,
    kinds.DEFERRED_UPDATE: _take_deferred_update,
    kinds.UPDATE: _take_update,
    kinds.CHOICES: _take_choices,
    kinds.MODAL: _take_modal,
}


def say(call: Call, interaction: Interaction, data: Json) -> Message:
    """Post a message in answer to `interaction`."""
    backstage = call.backstage
    interaction.ephemeral = bool((data.get("flags") or 0) & EPHEMERAL)
    who = wire.user(interaction.user)
    origin: dict[str, Any] = {
        "interaction_metadata": {
            "id": str(interaction.id),
            "type": interaction.kind,
            "user": who,
            "authorizing_integration_owners": {},
        },
        "application_id": str(backstage.bot.id),
    }
    if interaction.kind == kinds.COMMAND:
        name = interaction.data["name"]
        origin["interaction"] = {"id": str(interaction.id), "type": interaction.kind, "name": name, "user": who}
    return post(backstage, interaction.channel, backstage.bot, data, call.files, origin=origin)


def update(call: Call, interaction: Interaction, data: Json) -> None:
    """Change the message that the pressed button belongs to."""
    if interaction.on is None:
        raise refusal("unknown message")
    edit(call.backstage, interaction.on, data, call.files)
    interaction.message, interaction.updated = interaction.on, True


def _response(call: Call, interaction: Interaction) -> Json:
    about: Json = {
        "id": str(interaction.id),
        "type": interaction.kind,
        "response_message_loading": interaction.answer == kinds.DEFERRED_MESSAGE,
        "response_message_ephemeral": interaction.ephemeral,
    }
    response: Json = {"interaction": about}
    if interaction.message is not None:
        about["response_message_id"] = str(interaction.message.id)
        shown = wire.message(interaction.message, call.backstage.bot)
        response["resource"] = {"type": interaction.answer, "message": shown}
    return response


ROUTES: Routes = [("POST", "/interactions/{interaction_id}/{interaction_token}/callback", callback)]
