"""What all parts of the stand-in share, behind the stage that people and the bot see."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from standin import wire
from standin.gateway.hub import Hub
from standin.interactions import Interaction
from standin.ledger import Ledger
from standin.pulse import Pulse
from standin.snowflakes import Snowflakes
from standin.trouble import Trouble
from standin.world import DIRECT, Attachment, Channel, Guild, Json, Message, User


@dataclass(repr=False)
class Backstage:
    """The world, the gateway, the ledger and the trouble. `second` is how long one of Discord's seconds takes."""

    token: str
    bot: User
    second: float
    snowflakes: Snowflakes = field(default_factory=Snowflakes)
    pulse: Pulse = field(default_factory=Pulse)
    ledger: Ledger = field(default_factory=Ledger)
    trouble: Trouble = field(default_factory=Trouble)
    users: dict[int, User] = field(default_factory=dict)
    guilds: dict[int, Guild] = field(default_factory=dict)
    channels: dict[int, Channel] = field(default_factory=dict)
    directs: dict[int, Channel] = field(default_factory=dict)
    nonces: dict[str, tuple[datetime, Message]] = field(default_factory=dict)
    interactions: dict[str, Interaction] = field(default_factory=dict)
    commands: dict[int | None, list[Json]] = field(default_factory=dict)
    owner: User | None = None
    installed_by: set[int] = field(default_factory=set)
    uploads: dict[int, Attachment] = field(default_factory=dict)
    commands_shown_to_all: bool = False
    typing: list[Channel] = field(default_factory=list)
    host: str = ""
    hub: Hub = field(init=False)

    def __post_init__(self) -> None:
        self.users[self.bot.id] = self.bot
        self.hub = Hub(self)

    @property
    def api_url(self) -> str:
        """What `Route.BASE` of discord.py must be."""
        return f"http://{self.host}/api/v10"

    @property
    def gateway_url(self) -> str:
        """What `DiscordWebSocket.DEFAULT_GATEWAY` of discord.py must be."""
        return f"ws://{self.host}/gateway"

    def direct(self, user: User) -> Channel:
        """Return the conversation of `user` with the bot."""
        if user.id not in self.directs:
            channel = Channel(self.snowflakes.new(), DIRECT, people=[user, self.bot])
            self.directs[user.id] = self.channels[channel.id] = channel
        return self.directs[user.id]

    def announce(self, event: str, message: Message, **more: Any) -> None:
        """Tell the bot's sessions about `message`, each as much as it may see."""
        if message.ephemeral:
            return
        data = wire.message(message, self.bot) | more
        guild = message.channel.guild
        if guild is not None:
            data["guild_id"] = str(guild.id)
            if message.author.id in guild.members:
                data["member"] = wire.member(guild.members[message.author.id], with_user=False)
        self.hub.dispatch(event, data, channel=message.channel, blind=self._blind(message, data))

    def _blind(self, message: Message, data: Json) -> Json:
        """Without the intent for it, the bot sees the content of direct messages, its own and those that mention it."""
        blinded = data
        if not self._open_to_bot(message):
            blinded = data | HIDDEN
        quoted = message.reference
        if data.get("referenced_message") and quoted is not None and not self._open_to_bot(quoted):
            blinded = blinded | {"referenced_message": data["referenced_message"] | HIDDEN}
        return blinded

    def _open_to_bot(self, message: Message) -> bool:
        return message.channel.guild is None or message.author is self.bot or self.bot in message.mentions


HIDDEN: Json = {"content": "", "embeds": [], "components": [], "attachments": []}
