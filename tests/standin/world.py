"""What there is: users, servers, channels and messages, alive, so that a test can look at them at any time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from standin import permissions
from standin.components import Button, Select, buttons, selects

Json = dict[str, Any]

TEXT, DIRECT, GROUP, PUBLIC_THREAD = 0, 1, 3, 11
EPHEMERAL = 1 << 6


def now() -> datetime:
    """Return this moment, as Discord writes times: in UTC."""
    return datetime.now(UTC)


@dataclass(eq=False)
class User:
    """Someone with an account: a person or a bot; or a webhook, which has none but looks the same."""

    id: int
    name: str
    bot: bool = False
    webhook: bool = False
    accepts_dms: bool = True

    @property
    def mention(self) -> str:
        """What in a message addresses them."""
        return f"<@{self.id}>"


@dataclass(eq=False)
class Role:
    """A role of a server; the one that everyone has bears the server's id."""

    id: int
    name: str
    permissions: int = 0

    @property
    def mention(self) -> str:
        """What in a message addresses all who have it."""
        return f"<@&{self.id}>"


@dataclass(eq=False)
class Member:
    """A user in a server."""

    user: User
    roles: list[Role] = field(default_factory=list)
    joined: datetime = field(default_factory=now)


@dataclass(eq=False)
class Guild:
    """A server. `has_bot` is false where people can only use the bot because they installed it for themselves."""

    id: int
    name: str
    owner: User
    roles: dict[int, Role] = field(default_factory=dict)
    channels: dict[int, Channel] = field(default_factory=dict)
    members: dict[int, Member] = field(default_factory=dict)
    has_bot: bool = True

    @property
    def everyone(self) -> Role:
        """The role that all members have."""
        return self.roles[self.id]

    def permissions_of(self, user: User) -> int:
        """Return what `user` may do in this server, before any channel says otherwise."""
        if user is self.owner:
            return permissions.EVERYTHING
        allowed = self.everyone.permissions
        for role in self.members[user.id].roles:
            allowed |= role.permissions
        return allowed


@dataclass(eq=False)
class Channel:
    """A text channel, a thread, or a conversation of a few; `denied` is what the bot may not do here."""

    id: int
    kind: int
    name: str = ""
    guild: Guild | None = None
    parent: Channel | None = None
    people: list[User] = field(default_factory=list)
    denied: int = 0
    messages: dict[int, Message] = field(default_factory=dict)
    # What a bot's message answers that does not say so itself.
    last_said: Message | None = None

    @property
    def mention(self) -> str:
        """What in a message links to it."""
        return f"<#{self.id}>"

    def permissions_of(self, user: User) -> int:
        """Return what `user` may do here."""
        if self.guild is None:
            return permissions.EVERYTHING if user in self.people else 0
        if user.id not in self.guild.members:
            return 0
        allowed = self.guild.permissions_of(user)
        if not user.bot or permissions.has(allowed, "administrator"):
            return allowed
        return allowed & ~(self.parent.denied if self.parent else self.denied)


@dataclass(eq=False)
class Attachment:
    """A file that hangs on a message, with its bytes."""

    id: int
    filename: str
    data: bytes
    content_type: str
    url: str
    description: str | None = None


@dataclass(eq=False)
class Message:
    """A message as it is now: an edit changes it, and deleting it leaves it with `deleted` set.

    `replies` are the bot's answers to it. `edits` counts how often it was changed after it was posted.
    """

    id: int
    channel: Channel
    author: User
    content: str = ""
    embeds: list[Json] = field(default_factory=list)
    components: list[Json] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    reference: Message | None = None
    kind: int = 0
    flags: int = 0
    nonce: str | int | None = None
    mentions: list[User] = field(default_factory=list)
    mentioned_roles: list[Role] = field(default_factory=list)
    mentions_everyone: bool = False
    reactions: dict[str, list[User]] = field(default_factory=dict)
    replies: list[Message] = field(default_factory=list)
    origin: Json | None = None
    webhook: bool = False
    edits: int = 0
    edited: datetime | None = None
    deleted: bool = False

    @property
    def ephemeral(self) -> bool:
        """Whether only the one who asked can see it."""
        return bool(self.flags & EPHEMERAL)

    @property
    def embed(self) -> Json:
        """Its only embed; an error if there is none or more than one."""
        (embed,) = self.embeds
        return embed

    @property
    def text(self) -> str:
        """All that can be read in it: the content, then the texts of each embed from top to bottom."""
        return "\n".join(filter(None, [self.content, *(_readable(embed) for embed in self.embeds)]))

    @property
    def pings(self) -> set[str]:
        """Who is called by it: mentions of users and roles, and "@everyone"."""
        called = {user.mention for user in self.mentions} | {role.mention for role in self.mentioned_roles}
        return called | ({"@everyone"} if self.mentions_everyone else set())

    @property
    def buttons(self) -> list[Button]:
        """Its buttons, in reading order."""
        return buttons(self)

    @property
    def selects(self) -> list[Select]:
        """Its select menus, from top to bottom."""
        return selects(self)

    def button(self, label: str) -> Button:
        """Return the button that says `label` or shows it as its emoji."""
        for button in self.buttons:
            if label in (button.label, button.emoji):
                return button
        raise AssertionError(f"there is no button {label!r}, only {[button.label for button in self.buttons]}")


def _readable(embed: Mapping[str, Any]) -> str:
    fields = [text for entry in embed.get("fields", []) for text in (entry["name"], entry["value"])]
    author, footer = embed.get("author", {}).get("name"), embed.get("footer", {}).get("text")
    return "\n".join(filter(None, [author, embed.get("title"), embed.get("description"), *fields, footer]))
