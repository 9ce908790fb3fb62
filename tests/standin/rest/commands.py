"""Application commands: those that everyone has and those of one server."""

from __future__ import annotations

from typing import Any

from standin.errors import refusal
from standin.limits.commands import CHAT_INPUT, check_commands
from standin.rest.call import Answer, Call, Routes, as_object
from standin.world import Json


def _scope(call: Call) -> int | None:
    if int(call.path["application_id"]) != call.backstage.bot.id:
        raise refusal("missing access")
    return call.guild.id if "guild_id" in call.path else None


def _registered(call: Call, declared: Json, old: Json | None = None) -> Json:
    """Return `declared` with what Discord adds; a command of the same name keeps its id."""
    scope = _scope(call)
    kept = {"id": str(call.backstage.snowflakes.new())} if old is None else {"id": old["id"]}
    filled: Json = {
        "type": CHAT_INPUT,
        "description": "",
        "default_member_permissions": None,
        "nsfw": False,
        "dm_permission": True,
        "integration_types": [0],
        "contexts": None,
    }
    ours: Json = {
        "application_id": str(call.backstage.bot.id),
        "version": str(call.backstage.snowflakes.new()),
    }
    return filled | declared | kept | ours | ({"guild_id": str(scope)} if scope is not None else {})


def _key(command: Json) -> tuple[int, str]:
    return command.get("type", CHAT_INPUT), command["name"]


async def overwrite(call: Call) -> list[Json]:
    """Replace all commands."""
    check_commands(call.body)
    old = {_key(each): each for each in call.backstage.commands.get(_scope(call), [])}
    now = [_registered(call, each, old.get(_key(each))) for each in call.body]
    call.backstage.commands[_scope(call)] = now
    return now


async def create(call: Call) -> Answer:
    """Add a command, or replace the one of the same name."""
    declared = as_object(call.body)
    others = [each for each in call.backstage.commands.get(_scope(call), []) if _key(each) != _key(declared)]
    check_commands([*others, declared])
    new = _registered(call, declared)
    call.backstage.commands[_scope(call)] = [*others, new]
    return Answer(201, new)


async def every(call: Call) -> list[Json]:
    """Return all commands."""
    return call.backstage.commands.get(_scope(call), [])


def _found(call: Call) -> Json:
    for command in call.backstage.commands.get(_scope(call), []):
        if command["id"] == call.path["command_id"]:
            return command
    raise refusal("unknown command")


async def one(call: Call) -> Any:
    """Return a command."""
    return _found(call)


async def change(call: Call) -> Any:
    """Change a command."""
    command = _found(call)
    check_commands([command | as_object(call.body)])
    command |= call.body
    return command


async def remove(call: Call) -> None:
    """Delete a command."""
    call.backstage.commands[_scope(call)].remove(_found(call))


ROUTES: Routes = [
    (method, place + path, endpoint)
    for place in (
        "/applications/{application_id}/commands",
        "/applications/{application_id}/guilds/{guild_id}/commands",
    )
    for method, path, endpoint in (
        ("PUT", "", overwrite),
        ("POST", "", create),
        ("GET", "", every),
        ("GET", "/{command_id}", one),
        ("PATCH", "/{command_id}", change),
        ("DELETE", "/{command_id}", remove),
    )
]
