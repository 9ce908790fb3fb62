"""What people find when they type a slash or open a message's menu, and what their client sends for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from standin import permissions, wire
from standin.backstage import Backstage
from standin.limits.commands import CHAT_INPUT, GROUP, INTEGER, NUMBER, STRING, SUBCOMMAND
from standin.world import Attachment, Channel, Json, Role, User

BOOLEAN, USER, CHANNEL, ROLE, MENTIONABLE, ATTACHMENT = 5, 6, 7, 8, 9, 11
IN_GUILD, WITH_BOT, ELSEWHERE = 0, 1, 2
TAKES: dict[int, tuple[type, ...]] = {
    STRING: (str,),
    INTEGER: (int,),
    BOOLEAN: (bool,),
    USER: (User,),
    CHANNEL: (Channel,),
    ROLE: (Role,),
    MENTIONABLE: (User, Role),
    NUMBER: (int, float),
    ATTACHMENT: (Attachment,),
}


def context_of(backstage: Backstage, channel: Channel) -> int:
    """Return where, for an interaction, `channel` is: in a server, with the bot alone, or in a talk of others."""
    if channel.guild is not None:
        return IN_GUILD
    return WITH_BOT if backstage.bot in channel.people else ELSEWHERE


def find_command(backstage: Backstage, name: str, kind: int, user: User, channel: Channel) -> Json:
    """Return the command of this name and kind that Discord offers `user` in `channel`; an error if there is none."""
    here = channel.guild
    known = [*backstage.commands.get(here.id if here else None, []), *backstage.commands.get(None, [])]
    named = [each for each in known if each["name"] == name and each["type"] == kind]
    assert named, f"the bot has no command {name!r}, only {sorted({each['name'] for each in known})}"
    command = named[0]
    context = context_of(backstage, channel)
    contexts = command["contexts"]
    if contexts is None:
        contexts = [IN_GUILD, WITH_BOT, ELSEWHERE] if command["dm_permission"] else [IN_GUILD]
    assert context in contexts, f"{name!r} is not offered here: its contexts are {contexts}"
    installed = {0} if here is None or here.has_bot else set()
    if context == ELSEWHERE:
        installed = set()
    if user.id in backstage.installed_by:
        installed.add(1)
    offered = installed & set(command["integration_types"] or [0])
    assert offered, f"{name!r} is not offered here: the bot is not installed in a way that it allows"
    needed = command["default_member_permissions"]
    if needed is not None and here is not None and not backstage.commands_shown_to_all:
        allowed = channel.permissions_of(user)
        enough = permissions.has(allowed, "administrator") or int(needed) & ~allowed == 0
        assert enough, f"{user.name} may not use {name!r}"
    return command


def command_data(command: Json, path: list[str], given: Mapping[str, Any], focused: str | None = None) -> Json:
    """Return what the client sends for `command` and its options; an error where the client would not let it pass."""
    declared, nested = command, []
    for step in path:
        declared = next((each for each in declared.get("options", []) if each["name"] == step), {})
        assert declared, f"{command['name']!r} has no part {step!r}"
        nested.append(declared)
    options, resolved = _options(declared, given, focused)
    for part in reversed(nested):
        options = [{"type": part["type"], "name": part["name"], "options": options}]
    data = {"id": command["id"], "name": command["name"], "type": CHAT_INPUT, "options": options}
    if "guild_id" in command:
        data["guild_id"] = command["guild_id"]
    return data | ({"resolved": resolved} if resolved else {})


def _options(declared: Json, given: Mapping[str, Any], focused: str | None) -> tuple[list[Json], Json]:
    # A name such as "class" is a word of Python's; "class_" stands for it.
    values = {name.rstrip("_"): value for name, value in given.items()}
    known = {option["name"]: option for option in declared.get("options", [])}
    assert values.keys() <= known.keys(), f"{declared['name']!r} has the options {list(known)}, not {list(values)}"
    assert not any(option["type"] in (SUBCOMMAND, GROUP) for option in known.values()), "name the part as well"
    resolved: Json = {}
    options = []
    for name, option in known.items():
        if name in values:
            if name != focused:
                _check(option, values[name])
            options.append(
                {"type": option["type"], "name": name, "value": _sent(values[name], resolved)}
                | ({"focused": True} if name == focused else {})
            )
        elif focused is None:
            assert not option.get("required"), f"{declared['name']!r} needs the option {name!r}"
    return options, resolved


def _check(option: Json, value: Any) -> None:
    kind, name = option["type"], option["name"]
    if kind not in TAKES:
        raise NotImplementedError(f"the stand-in has no options of type {kind}")
    fits = isinstance(value, TAKES[kind]) and (kind == BOOLEAN or not isinstance(value, bool))
    assert fits, f"the option {name!r} does not take {value!r}"
    choices = [choice["value"] for choice in option.get("choices") or []]
    assert not choices or value in choices, f"the option {name!r} offers {choices}, not {value!r}"
    size = len(value) if isinstance(value, str) else value
    for low, high in (("min_length", "max_length"), ("min_value", "max_value")):
        if low in option or high in option:
            in_range = option.get(low, size) <= size <= option.get(high, size)
            assert in_range, f"the option {name!r} does not take {value!r}: it is too short, long, small or large"


def _sent(value: Any, resolved: Json) -> Any:
    """Return what is sent for `value`; of something with an id, the id is sent, and what it stands for is resolved."""
    if isinstance(value, User):
        resolved.setdefault("users", {})[str(value.id)] = wire.user(value)
    elif isinstance(value, Role):
        resolved.setdefault("roles", {})[str(value.id)] = wire.role(value, 1)
    elif isinstance(value, Attachment):
        resolved.setdefault("attachments", {})[str(value.id)] = wire.attachment(value)
    elif isinstance(value, Channel):
        partial = {"id": str(value.id), "name": value.name, "type": value.kind, "permissions": "0"}
        resolved.setdefault("channels", {})[str(value.id)] = partial
    else:
        return value
    return str(value.id)


def focused_kind(options: list[Json]) -> int | None:
    """Return the type of the option that someone is typing, however deep it lies."""
    for option in options:
        if option.get("focused"):
            return int(option["type"])
        found = focused_kind(option.get("options", []))
        if found is not None:
            return found
    return None
