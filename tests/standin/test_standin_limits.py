"""What Discord would refuse is refused, with Discord's own words, and is a complaint besides."""

from __future__ import annotations

from typing import Any

import pytest
from discord import HTTPException
from discord.http import Route

from standin import Standin
from standin.clients import Listener
from standin.conftest import Connect
from standin.errors import ApiError
from standin.limits.commands import check_commands
from standin.limits.components import check_modal
from standin.limits.form import Form
from standin.limits.messages import check_message, check_not_empty

Json = dict[str, Any]


def row(*parts: Json) -> Json:
    return {"type": 1, "components": list(parts)}


def button(**changed: Any) -> Json:
    return {"type": 2, "style": 1, "label": "x", "custom_id": "x"} | changed


def menu(options: int = 1, **changed: Any) -> Json:
    listed = [{"label": str(number), "value": str(number)} for number in range(options)]
    return {"type": 3, "custom_id": "m", "options": listed} | changed


def fields(number: int) -> list[Json]:
    return [{"name": "n", "value": "v"}] * number


FITTING = [
    {"content": "x" * 2000},
    {"embeds": [{"title": "x" * 256, "description": "y" * 4096, "footer": {"text": "z" * 1648}}]},
    {"embeds": [{"fields": fields(25), "author": {"name": "x" * 256}}]},
    {"embeds": [{"image": {"url": "attachment://x.png"}, "color": 0xFFFFFF, "timestamp": "2022-02-20T12:00:00+00:00"}]},
    {"components": [row(*(button(custom_id=f"{line}{number}") for number in range(5))) for line in range(5)]},
    {"components": [row(button(label=None, emoji={"name": "🗑️"})), row(menu(25))]},
    {"components": [row(button(style=5, url="https://example.org", custom_id=None))]},
    {"content": "x", "allowed_mentions": {"parse": [], "users": ["1"], "replied_user": True}},
]
TOO_MUCH = [
    ({"content": "x" * 2001}, "content", "Must be 2000 or fewer in length."),
    ({"nonce": "x" * 26}, "nonce", "Nonce must be 25 or fewer"),
    ({"embeds": [{"title": "x" * 257}]}, "embeds.0.title", "Must be 256 or fewer in length."),
    ({"embeds": [{"description": "x" * 4097}]}, "embeds.0.description", "Must be 4096 or fewer in length."),
    ({"embeds": [{"footer": {"text": "x" * 2049}}]}, "embeds.0.footer.text", "Must be 2048 or fewer in length."),
    ({"embeds": [{"author": {"name": "x" * 257}}]}, "embeds.0.author.name", "Must be 256 or fewer in length."),
    ({"embeds": [{"fields": fields(26)}]}, "embeds.0.fields", "Must be 25 or fewer in length."),
    ({"embeds": [{"fields": [{"name": "x" * 257, "value": "x"}]}]}, "embeds.0.fields.0.name", "between 1 and 256"),
    ({"embeds": [{"fields": [{"name": "x", "value": "x" * 1025}]}]}, "embeds.0.fields.0.value", "between 1 and 1024"),
    ({"embeds": [{"fields": [{"name": "x", "value": " "}]}]}, "embeds.0.fields.0.value", "This field is required"),
    ({"embeds": [{"description": "x" * 3001}] * 2}, "embeds", "Embed size exceeds maximum size of 6000"),
    ({"embeds": [{}] * 11}, "embeds", "Must be 10 or fewer in length."),
    ({"embeds": [{"color": 1 << 24}]}, "embeds.0.color", "between 0 and 16777215"),
    ({"embeds": [{"url": "ftp://x"}]}, "embeds.0.url", "Scheme is not supported"),
    ({"embeds": [{"timestamp": "yesterday"}]}, "embeds.0.timestamp", "Should be ISO8601"),
    ({"components": [row(button())] * 6}, "components", "Must be 5 or fewer in length."),
    ({"components": [row(*[button()] * 6)]}, "components.0.components", "Must be between 1 and 5 in length."),
    ({"components": [row(button(), button())]}, "components.0.components.1.custom_id", "cannot be duplicated"),
    ({"components": [row(button(label="x" * 81))]}, "components.0.components.0.label", "80 or fewer"),
    ({"components": [row(button(custom_id="x" * 101))]}, "components.0.components.0.custom_id", "between 1 and 100"),
    ({"components": [row(button(label=None))]}, "components.0.components.0", "must have a label or an emoji"),
    ({"components": [row(button(emoji={"name": "x"}))]}, "components.0.components.0.emoji.name", "Invalid emoji"),
    ({"components": [row(button(style=5, url="x"))]}, "components.0.components.0.custom_id", "both be specified"),
    ({"components": [row(menu(26))]}, "components.0.components.0.options", "Must be between 1 and 25 in length."),
    ({"components": [row(menu(), button())]}, "components.0.components", "exceeds the maximum width"),
    ({"components": [row(menu(placeholder="x" * 151))]}, "components.0.components.0.placeholder", "150 or fewer"),
    ({"components": [row(row())]}, "components.0.components.0.type", "Value must be one of"),
    ({"flags": 64}, "flags", "These flags cannot be set"),
    ({"attachments": [{"description": "x" * 1025}]}, "attachments.0.description", "1024 or fewer"),
    ({"allowed_mentions": {"parse": ["users"], "users": ["1"]}}, "allowed_mentions.users", "mutually exclusive"),
]


def command(**changed: Any) -> Json:
    return {"name": "champion", "description": "Who won.", "type": 1} | changed


def option(**changed: Any) -> Json:
    return {"name": "class", "description": "A class.", "type": 3} | changed


def choices(number: int, stem: str = "") -> list[Json]:
    return [{"name": f"{stem}{each}", "value": str(each)} for each in range(number)]


COMMANDS = [
    ([command(name="Champion")], "0.name", "Command name is invalid"),
    ([command(name="two words")], "0.name", "Command name is invalid"),
    ([command(name="x" * 33)], "0.name", "Must be between 1 and 32 in length."),
    ([command(description="x" * 101)], "0.description", "Must be between 1 and 100 in length."),
    ([command(description="")], "0.description", "This field is required"),
    ([command(), command()], "1.name", "must be unique"),
    ([command(options=[option(name=str(number)) for number in range(26)])], "0.options", "25 or fewer"),
    ([command(options=[option(type=12)])], "0.options.0.type", "Value must be one of"),
    ([command(options=[option(choices=choices(26))])], "0.options.0.choices", "25 or fewer"),
    ([command(options=[option(choices=choices(2), autocomplete=True)])], "0.options.0.choices", "cannot both be set"),
    ([command(options=[option(), option(name="b", required=True)])], "0.options.1", "before non-required"),
    ([command(options=[option(), option()])], "0.options.1.name", "Option names must be unique"),
    ([command(contexts=[3])], "0.contexts", "must be a set of"),
    ([command(integration_types=[])], "0.integration_types", "must be a set of"),
    ([command(type=3)], "0.description", "cannot have description"),
    ([command(options=[option(name=f"o{n}", choices=choices(25, "x" * 90)) for n in range(4)])], "0", "maximum size"),
]


def said(errors: Json, path: str) -> str:
    for step in filter(None, path.split(".")):
        assert step in errors, f"{path} is not refused: {errors}"
        errors = errors[step]
    return " ".join(error["message"] for error in errors["_errors"])


@pytest.mark.parametrize("body", FITTING)
def test_what_just_fits_is_taken(body: Json) -> None:
    check_message(body, files=0)


@pytest.mark.parametrize(("body", "path", "why"), TOO_MUCH, ids=[f"{path} {why}" for _, path, why in TOO_MUCH])
def test_what_is_too_much_is_refused_where_it_stands(body: Json, path: str, why: str) -> None:
    with pytest.raises(ApiError) as refused:
        check_message(body, files=0)
    assert (refused.value.status, refused.value.body["code"]) == (400, 50035)
    assert why in said(refused.value.body["errors"], path)


@pytest.mark.parametrize("body", [{}, {"content": " \n"}, {"embeds": []}])
def test_an_empty_message_is_refused(body: Json) -> None:
    with pytest.raises(ApiError, match="Cannot send an empty message"):
        check_not_empty(body, files=0)
    check_not_empty(body, files=1)


@pytest.mark.parametrize(("commands", "path", "why"), COMMANDS, ids=[f"{path} {why}" for _, path, why in COMMANDS])
def test_commands_that_discord_would_not_take(commands: list[Json], path: str, why: str) -> None:
    with pytest.raises(ApiError) as refused:
        check_commands(commands)
    assert why in said(refused.value.body["errors"], path)


def test_there_are_only_so_many_commands() -> None:
    most = [command(name=str(number)) for number in range(100)]
    check_commands(most)
    with pytest.raises(ApiError, match="Maximum number"):
        check_commands([*most, command()])


def test_a_form_to_fill_in_has_limits_too() -> None:
    field = {"type": 4, "style": 1, "custom_id": "q", "label": "x" * 46}
    form = Form({"title": "x" * 46, "custom_id": "f", "components": [row(field)]})
    check_modal(form)
    with pytest.raises(ApiError) as refused:
        form.stop_if_wrong()
    assert refused.value.body["errors"].keys() == {"title", "components"}


async def test_a_client_reads_the_refusal(discord: Standin, connect: Connect) -> None:
    kim = discord.member("Kim", discord.guild())
    async with connect(Listener(), discord) as bot:
        route = Route("POST", "/channels/{channel_id}/messages", channel_id=kim.home.id)
        with pytest.raises(HTTPException) as refused:
            await bot.http.request(route, json={"content": "x" * 2001})
    assert refused.value.code == 50035
    assert "In content: Must be 2000 or fewer in length." in refused.value.text
    assert discord.forgives("Must be 2000 or fewer") == 1
    assert kim.home.messages == {}
