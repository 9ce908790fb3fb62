"""One connection to the gateway: what is said on it, in both directions."""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from typing import Any

from aiohttp import WSMsgType, web

from standin import wire
from standin.backstage import Backstage
from standin.errors import GatewayClose
from standin.gateway import intents
from standin.gateway.compression import Packer, Plain, packer_for
from standin.gateway.ops import Op
from standin.gateway.session import Session
from standin.ledger import Frame

HEARTBEAT_EVERY = 41.25
# A client that is late by half an interval is taken for gone.
PATIENCE = 1.5
FRAMES_PER_MINUTE = 120
FRAME_MAX = 4096
ENDING = {4007, 4009}


class Connection:
    """A client on the line. Frames go out in the order in which they are sent, and a close comes after them."""

    def __init__(
        self, backstage: Backstage, request: web.Request, socket: web.WebSocketResponse, packer: Packer
    ) -> None:
        self.session: Session | None = None
        self.mute = False
        self._backstage = backstage
        self._request = request
        self._socket = socket
        self._packer = packer
        self._outgoing: asyncio.Queue[str | GatewayClose] = asyncio.Queue()
        self._watchdog: asyncio.TimerHandle | None = None
        self._arrivals: list[float] = []

    def send(self, text: str) -> None:
        """Send a frame after those before it."""
        if not self.mute:
            self._outgoing.put_nowait(text)

    def say(self, op: Op, data: Any = None) -> None:
        """Send a frame that is no event."""
        self.send(json.dumps({"op": op, "d": data, "s": None, "t": None}))

    def close(self, why: GatewayClose) -> None:
        """Close with a code, once everything before it is sent."""
        self.leave(forever=why.code in ENDING)
        self._outgoing.put_nowait(why)

    def cut(self) -> None:
        """Break the line without a word; the client sees 1006."""
        self.leave(forever=False)
        if self._request.transport is not None:
            self._request.transport.abort()

    def leave(self, *, forever: bool) -> None:
        """Part from the session, which waits to be resumed unless this is `forever`."""
        if self.session is not None and self.session.connection is self:
            self.session.connection = None
            if forever:
                self._backstage.hub.forget(self.session)
        self._backstage.pulse.beat()

    async def serve(self) -> None:
        """Talk until one side ends it."""
        writer = asyncio.create_task(self._write())
        self.say(Op.HELLO, {"heartbeat_interval": int(self._interval * 1000), "_trace": []})
        self._expect_heartbeat()
        try:
            async for incoming in self._socket:
                if incoming.type is WSMsgType.TEXT:
                    self._receive(incoming.data)
        finally:
            # A client that says goodbye with 1000 or 1001 gives its session up.
            self.leave(forever=self._socket.close_code in (1000, 1001))
            if self._watchdog is not None:
                self._watchdog.cancel()
            writer.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await writer

    @property
    def packed(self) -> bool:
        """Whether the client asked for a compressed stream."""
        return not isinstance(self._packer, Plain)

    @property
    def _interval(self) -> float:
        return HEARTBEAT_EVERY * self._backstage.second

    def _expect_heartbeat(self) -> None:
        if self._watchdog is not None:
            self._watchdog.cancel()
        self._watchdog = asyncio.get_running_loop().call_later(self._interval * PATIENCE, self._miss_heartbeat)

    def _miss_heartbeat(self) -> None:
        if not self.mute:
            self._backstage.ledger.complain(f"shard {self._shard} stopped sending heartbeats")
        self.close(GatewayClose(4009, "Session timed out."))

    @property
    def _shard(self) -> int | None:
        return self.session.shard[0] if self.session is not None else None

    async def _write(self) -> None:
        while True:
            frame = await self._outgoing.get()
            if isinstance(frame, GatewayClose):
                await self._socket.close(code=frame.code, message=frame.reason.encode())
                return
            packed = self._packer.pack(frame)
            with contextlib.suppress(ConnectionError):
                await (self._socket.send_bytes(packed) if isinstance(packed, bytes) else self._socket.send_str(packed))

    def _receive(self, text: str) -> None:
        try:
            if len(text) > FRAME_MAX:
                raise GatewayClose(4002, "Payload too large.")
            try:
                frame = json.loads(text)
                op, data = frame["op"], frame.get("d")
            except (ValueError, KeyError, TypeError, AttributeError):
                raise GatewayClose(4002, "Error while decoding payload.") from None
            self._backstage.ledger.frames.append(Frame(self._shard, op, data, time.monotonic()))
            self._backstage.pulse.beat()
            self._count_frame()
            self._act(op, data)
        except GatewayClose as why:
            self.close(why)

    def _count_frame(self) -> None:
        now = time.monotonic()
        self._arrivals = [*(each for each in self._arrivals if now - each < 60 * self._backstage.second), now]
        if len(self._arrivals) > FRAMES_PER_MINUTE:
            raise GatewayClose(4008, "Rate limited.")

    def _act(self, op: int, data: Any) -> None:
        match op:
            case Op.HEARTBEAT:
                self._heartbeat(data)
            case Op.IDENTIFY | Op.RESUME if self.session is not None:
                raise GatewayClose(4005, "Already authenticated.")
            case Op.IDENTIFY:
                self._identify(data)
            case Op.RESUME:
                self._resume(data)
            case _ if self.session is None:
                raise GatewayClose(4003, "Not authenticated.")
            case Op.REQUEST_MEMBERS:
                self._tell_members(self.session, data)
            case Op.PRESENCE | Op.VOICE_STATE:
                pass
            case _:
                raise GatewayClose(4001, "Unknown opcode.")

    def _heartbeat(self, sequence: int | None) -> None:
        self._expect_heartbeat()
        if self.session is not None and not self.mute:
            self.session.heard(sequence)
        self.say(Op.HEARTBEAT_ACK)

    def _identify(self, data: dict[str, Any]) -> None:
        self.session = self._backstage.hub.identify(self, data)
        if self.session is None:
            self._backstage.ledger.complain(f"shard {(data.get('shard') or [0])[0]} identified too soon after another")
            self.say(Op.INVALID_SESSION, False)
        else:
            self._backstage.hub.welcome(self.session)

    def _resume(self, data: dict[str, Any]) -> None:
        self.session = self._backstage.hub.resume(self, data)
        if self.session is None:
            self.say(Op.INVALID_SESSION, False)

    def _tell_members(self, session: Session, data: dict[str, Any]) -> None:
        guild = self._backstage.guilds.get(int(data["guild_id"]))
        wanted = {str(each) for each in data.get("user_ids") or []}
        query, limit = data.get("query"), data.get("limit") or None
        # All members at once are only for those with the intent.
        if guild is None or (query == "" and limit is None and not session.intents & intents.MEMBERS):
            return
        found = [
            member
            for member in guild.members.values()
            if (str(member.user.id) in wanted if wanted else member.user.name.lower().startswith((query or "").lower()))
        ][:limit]
        chunk = {
            "guild_id": str(guild.id),
            "members": [wire.member(member) for member in found],
            "chunk_index": 0,
            "chunk_count": 1,
            "not_found": sorted(wanted - {str(member.user.id) for member in found}),
        }
        session.push("GUILD_MEMBERS_CHUNK", chunk | ({"nonce": data["nonce"]} if data.get("nonce") else {}))


async def gateway(request: web.Request, backstage: Backstage) -> web.StreamResponse:
    """Serve one connection to the gateway."""
    socket = web.WebSocketResponse(max_msg_size=0, compress=False)
    await socket.prepare(request)
    try:
        packer = packer_for(request.query)
    except GatewayClose as why:
        await socket.close(code=why.code, message=why.reason.encode())
        return socket
    connection = Connection(backstage, request, socket, packer)
    backstage.hub.connections.add(connection)
    try:
        await connection.serve()
    finally:
        backstage.hub.connections.discard(connection)
    return socket
