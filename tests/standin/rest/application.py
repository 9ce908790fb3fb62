"""Who the bot is, and where its gateway is."""

from __future__ import annotations

from standin import wire
from standin.errors import refusal
from standin.gateway.hub import application_flags
from standin.rest.call import Call, Routes, as_object
from standin.world import Json

SESSION_STARTS = 1000
DAY = 24 * 60 * 60 * 1000


async def me(call: Call) -> Json:
    """Return the bot's own account."""
    return wire.user(call.backstage.bot) | {"verified": True, "mfa_enabled": False, "locale": "en-US"}


async def user(call: Call) -> Json:
    """Return anyone's account."""
    found = call.backstage.users.get(int(call.path["user_id"]))
    if found is None:
        raise refusal("unknown user")
    return wire.user(found)


async def application(call: Call) -> Json:
    """Return the application that the bot belongs to."""
    bot = call.backstage.bot
    return {
        "id": str(bot.id),
        "name": bot.name,
        "description": "",
        "icon": None,
        "bot_public": True,
        "bot_require_code_grant": False,
        "verify_key": "0" * 64,
        "flags": application_flags(call.backstage.hub),
        "owner": wire.user(call.backstage.owner or bot) | {"bot": False},
        "team": None,
        "bot": wire.user(bot),
        "integration_types_config": {"0": {}, "1": {}},
    }


async def where(call: Call) -> Json:
    """Return the address of the gateway."""
    return {"url": call.backstage.gateway_url}


async def where_for_bots(call: Call) -> Json:
    """Return the address of the gateway and how it wants to be used."""
    hub = call.backstage.hub
    limit = {
        "total": SESSION_STARTS,
        "remaining": SESSION_STARTS - hub.identifies,
        "reset_after": DAY,
        "max_concurrency": hub.max_concurrency,
    }
    return {"url": call.backstage.gateway_url, "shards": hub.recommended_shards, "session_start_limit": limit}


async def open_direct(call: Call) -> Json:
    """Return the conversation with a user; there is one even if they do not want messages."""
    wanted = call.backstage.users.get(int(as_object(call.body).get("recipient_id", 0)))
    if wanted is None or wanted is call.backstage.bot:
        raise refusal("unknown user")
    return wire.channel(call.backstage.direct(wanted), call.backstage.bot)


ROUTES: Routes = [
    ("GET", "/users/@me", me),
    ("POST", "/users/@me/channels", open_direct),
    ("GET", "/users/{user_id}", user),
    ("GET", "/oauth2/applications/@me", application),
    ("GET", "/applications/@me", application),
    ("GET", "/gateway", where),
    ("GET", "/gateway/bot", where_for_bots),
]
