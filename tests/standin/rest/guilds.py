"""Servers, as far as a bot asks for them."""

from __future__ import annotations

from standin import wire
from standin.errors import refusal
from standin.rest.call import Call, Routes
from standin.world import PUBLIC_THREAD, Json


async def guild(call: Call) -> Json:
    """Return a server."""
    return wire.guild(call.guild, call.backstage.bot)


async def channels(call: Call) -> list[Json]:
    """Return the channels of a server; threads are none."""
    places = call.guild.channels.values()
    return [wire.channel(place, call.backstage.bot) for place in places if place.kind != PUBLIC_THREAD]


async def roles(call: Call) -> list[Json]:
    """Return the roles of a server."""
    return wire.guild(call.guild, call.backstage.bot)["roles"]  # type: ignore[no-any-return]


async def member(call: Call) -> Json:
    """Return one member of a server."""
    found = call.guild.members.get(int(call.path["user_id"]))
    if found is None:
        raise refusal("unknown member")
    return wire.member(found)


ROUTES: Routes = [
    ("GET", "/guilds/{guild_id}", guild),
    ("GET", "/guilds/{guild_id}/channels", channels),
    ("GET", "/guilds/{guild_id}/roles", roles),
    ("GET", "/guilds/{guild_id}/members/{user_id}", member),
]
