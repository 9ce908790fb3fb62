"""Discord's permissions by name, as far as they decide what a bot or a member may do here."""

from __future__ import annotations

BITS = {
    "administrator": 1 << 3,
    "manage_guild": 1 << 5,
    "add_reactions": 1 << 6,
    "view_channel": 1 << 10,
    "send_messages": 1 << 11,
    "manage_messages": 1 << 13,
    "embed_links": 1 << 14,
    "attach_files": 1 << 15,
    "read_message_history": 1 << 16,
    "mention_everyone": 1 << 17,
    "use_external_emojis": 1 << 18,
    "change_nickname": 1 << 26,
    "manage_roles": 1 << 28,
    "use_application_commands": 1 << 31,
    "create_public_threads": 1 << 35,
    "send_messages_in_threads": 1 << 38,
}
POWERS = {"administrator", "manage_guild", "manage_messages", "mention_everyone", "manage_roles"}


def bits(*names: str) -> int:
    """Return the number that stands for the permissions `names`."""
    return sum(BITS[name] for name in set(names))


# What a fresh server lets everyone do.
EVERYONE = bits(*(BITS.keys() - POWERS))
EVERYTHING = bits(*BITS)
# What a bot may do in its answers where it is no member, brought along by people who installed it for themselves.
BROUGHT_ALONG = bits("embed_links", "attach_files")


def has(permissions: int, *names: str) -> bool:
    """Say whether `permissions` hold all of `names`; an administrator has every permission."""
    wanted = bits(*names)
    return bool(permissions & BITS["administrator"]) or permissions & wanted == wanted
