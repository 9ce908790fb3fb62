"""Who a message calls: what its text mentions, as far as the sender allows it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from standin.world import Channel, Guild, Message, Role, User

USER = re.compile(r"<@!?(\d+)>")
ROLE = re.compile(r"<@&(\d+)>")
EVERYONE = re.compile(r"@(?:everyone|here)\b")


class Called(NamedTuple):
    """Those whom a message calls."""

    users: list[User]
    roles: list[Role]
    everyone: bool


def called_by(
    content: str, channel: Channel, users: Mapping[int, User], replied: Message | None, allowed: dict[str, Any] | None
) -> Called:
    """Return whom `content` in `channel` calls; with `allowed` at `None`, everyone it mentions and the one replied to.

    Stricter than Discord in one way: "@everyone" counts even where the sender may not use it, so that a bot is
    caught that relies on not being allowed to.
    """
    guild = channel.guild
    who = [users[int(each)] for each in USER.findall(content) if int(each) in users]
    roles = _roles(content, guild)
    everyone = guild is not None and bool(EVERYONE.search(content))
    asker = allowed is None or bool(allowed.get("replied_user"))
    if allowed is not None:
        parsed = allowed.get("parse") or []
        who = [each for each in who if "users" in parsed or str(each.id) in map(str, allowed.get("users") or [])]
        roles = [each for each in roles if "roles" in parsed or str(each.id) in map(str, allowed.get("roles") or [])]
        everyone = everyone and "everyone" in parsed
    if replied is not None and asker:
        who.append(replied.author)
    return Called(list(dict.fromkeys(who)), list(dict.fromkeys(roles)), everyone)


def _roles(content: str, guild: Guild | None) -> list[Role]:
    known = {} if guild is None else guild.roles
    return [known[int(each)] for each in ROLE.findall(content) if int(each) in known]
