"""All sessions of the bot, and which of them hears what."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from standin import permissions, wire
from standin.errors import GatewayClose
from standin.gateway import intents as known
from standin.gateway.session import Session

if TYPE_CHECKING:
    from standin.backstage import Backstage
    from standin.gateway.connection import Connection
    from standin.world import Channel, Guild

IDENTIFY_EVERY = 5
# Discord hands these out once, whatever else it repeats.
NEVER_TWICE = {"GUILD_CREATE", "GUILD_MEMBERS_CHUNK"}


class Hub:
    """Opens and resumes sessions and dispatches events to them."""

    def __init__(self, backstage: Backstage) -> None:
        self.sessions: dict[str, Session] = {}
        self.connections: set[Connection] = set()
        self.disallowed: set[str] = set()
        self.recommended_shards = 1
        self.max_concurrency = 1
        self.limits_identifies = False
        self.identifies = 0
        self.deliveries = 1
        self._backstage = backstage
        self._last_identify: dict[int, float] = {}

    @property
    def live(self) -> list[Session]:
        """The sessions that are connected and have been told all there is at the start."""
        return [session for session in self.sessions.values() if session.live and session.ready]

    def identify(self, connection: Connection, data: dict[str, Any]) -> Session | None:
        """Open a session, or return `None` for one identify too many; raise `GatewayClose` for one that is wrong."""
        if data.get("token") != self._backstage.token:
            raise GatewayClose(4004, "Authentication failed.")
        shard = tuple(data.get("shard") or (0, 1))
        if len(shard) != 2 or not 0 <= shard[0] < shard[1]:
            raise GatewayClose(4010, "Invalid shard.")
        wanted = data.get("intents")
        if not isinstance(wanted, int) or wanted & ~known.ALL:
            raise GatewayClose(4013, "Invalid intent(s).")
        if any(wanted & known.PRIVILEGED[name] for name in self.disallowed):
            raise GatewayClose(4014, "Disallowed intent(s).")
        if self._too_soon(shard[0]):
            return None
        self.identifies += 1
        session = Session(connection, (shard[0], shard[1]), wanted)
        self.sessions[session.id] = session
        return session

    def _too_soon(self, shard: int) -> bool:
        now = asyncio.get_running_loop().time()
        bucket = shard % self.max_concurrency
        last = self._last_identify.get(bucket)
        too_soon = last is not None and now - last < IDENTIFY_EVERY * self._backstage.second
        if self.limits_identifies and too_soon:
            return True
        self._last_identify[bucket] = now
        return False

    def welcome(self, session: Session) -> None:
        """Tell a new session who it is and which servers it is in."""
        backstage = self._backstage
        guilds = [guild for guild in backstage.guilds.values() if guild.has_bot and session.covers(guild.id)]
        ready = {
            "v": 10,
            "user": wire.user(backstage.bot) | {"verified": True, "mfa_enabled": False, "email": None},
            "guilds": [{"id": str(guild.id), "unavailable": True} for guild in guilds],
            "session_id": session.id,
            "resume_gateway_url": backstage.gateway_url,
            "shard": list(session.shard),
            "application": {"id": str(backstage.bot.id), "flags": application_flags(self)},
        }
        session.push("READY", ready)
        if known.hears(session.intents, "GUILD_CREATE", in_guild=True):
            for guild in guilds:
                session.push("GUILD_CREATE", self.guild_for(session, guild))
        session.ready = True
        backstage.pulse.beat()

    def guild_for(self, session: Session, guild: Guild) -> dict[str, Any]:
        """Return what `session` is told of `guild`: its members only with the intent for them."""
        told = wire.guild(guild, self._backstage.bot)
        if session.intents & known.PRESENCES and session.intents & known.MEMBERS:
            told["members"] = [wire.member(member) for member in guild.members.values()]
        return told

    def resume(self, connection: Connection, data: dict[str, Any]) -> Session | None:
        """Go on with a session, or return `None` if it is gone; raise `GatewayClose` for a wrong token."""
        if data.get("token") != self._backstage.token:
            raise GatewayClose(4004, "Authentication failed.")
        session = self.sessions.get(str(data.get("session_id")))
        sequence = data.get("seq")
        if session is None or not isinstance(sequence, int) or not session.can_replay_from(sequence):
            return None
        if session.connection is not None:
            session.connection.close(GatewayClose(4000, "Resumed elsewhere."))
        session.resume(connection, sequence)
        self._backstage.pulse.beat()
        return session

    def forget(self, session: Session) -> None:
        """Let a session end: it cannot be resumed."""
        self.sessions.pop(session.id, None)

    def dispatch(
        self,
        event: str,
        data: dict[str, Any],
        *,
        channel: Channel | None = None,
        guild: Guild | None = None,
        blind: dict[str, Any] | None = None,
    ) -> None:
        """Send an event to each session that covers the place and hears of such; `blind` to those without content."""
        place = channel.guild if channel is not None else guild
        if channel is not None and not self._visible(event, channel):
            return
        if place is not None:
            data = data | {"guild_id": str(place.id)}
            blind = blind and blind | {"guild_id": str(place.id)}
        for session in list(self.sessions.values()):
            if not session.covers(place.id if place else None):
                continue
            if known.hears(session.intents, event, in_guild=place is not None):
                sees_all = blind is None or session.intents & known.MESSAGE_CONTENT
                for _ in range(1 if event in NEVER_TWICE else self.deliveries):
                    session.push(event, data if sees_all else blind)

    def _visible(self, event: str, channel: Channel) -> bool:
        if event == "INTERACTION_CREATE" or channel.guild is None:
            return event == "INTERACTION_CREATE" or self._backstage.bot in channel.people
        return permissions.has(channel.permissions_of(self._backstage.bot), "view_channel")


def application_flags(hub: Hub) -> int:
    """Return the flags of the application: the privileged intents that its owner switched on, for a small bot."""
    limited = {"presences": 1 << 13, "members": 1 << 15, "message_content": 1 << 19}
    return sum(flag for name, flag in limited.items() if name not in hub.disallowed)
