"""Which events a session hears of, by the intents that it named."""

from __future__ import annotations

GUILDS, MEMBERS, PRESENCES = 1 << 0, 1 << 1, 1 << 8
MESSAGES, REACTIONS, TYPING = 1 << 9, 1 << 10, 1 << 11
DIRECT_MESSAGES, DIRECT_REACTIONS, DIRECT_TYPING = 1 << 12, 1 << 13, 1 << 14
MESSAGE_CONTENT = 1 << 15
ALL = sum(1 << bit for bit in (*range(17), 20, 21, 24, 25))

PRIVILEGED = {"members": MEMBERS, "presences": PRESENCES, "message_content": MESSAGE_CONTENT}

# For each event the intent it needs in a server and the one it needs in a direct message; others need none.
NEEDED = {
    **dict.fromkeys(
        (
            "GUILD_CREATE",
            "GUILD_UPDATE",
            "GUILD_DELETE",
            "CHANNEL_CREATE",
            "CHANNEL_UPDATE",
            "CHANNEL_DELETE",
            "THREAD_CREATE",
            "GUILD_ROLE_CREATE",
            "GUILD_ROLE_UPDATE",
        ),
        (GUILDS, 0),
    ),
    **dict.fromkeys(("GUILD_MEMBER_ADD", "GUILD_MEMBER_REMOVE"), (MEMBERS, 0)),
    **dict.fromkeys(
        ("MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE", "MESSAGE_DELETE_BULK"), (MESSAGES, DIRECT_MESSAGES)
    ),
    **dict.fromkeys(("MESSAGE_REACTION_ADD", "MESSAGE_REACTION_REMOVE"), (REACTIONS, DIRECT_REACTIONS)),
    "TYPING_START": (TYPING, DIRECT_TYPING),
}


def hears(intents: int, event: str, *, in_guild: bool) -> bool:
    """Say whether a session with `intents` hears of `event`."""
    in_guilds, direct = NEEDED.get(event, (0, 0))
    needed = in_guilds if in_guild else direct
    return intents & needed == needed
