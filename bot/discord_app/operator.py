"""What an operator has in hand of a bot that runs: signals, figures, health, and its storage."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from bot.assistant import Assistant
from bot.discord_app.identifying import Gate
from bot.discord_app.reloading import Reloading
from bot.errors import StartupError
from bot.operations.logs import Counted
from bot.operations.metrics import Metrics
from bot.operations.window import Window
from bot.server_facts.store import Store
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.discord_app.client import SeriesClient

log = logging.getLogger(__name__)

# Whoever stops a process kills it after ten seconds, as Docker does: the work, then the gateway, then the rest.
FINISHES_WITHIN = 5.0
LEAVES_WITHIN = 3.0
NOT_CONNECTED = "not connected to Discord"


class Operator:
    """Belongs to one process and outlives the clients that it connects with, one after the other.

    Inside the block SIGTERM leaves cleanly and SIGHUP reads the knowledge anew, by `read`.
    """

    def __init__(self, assistant: Assistant, settings: Settings, read: Callable[[], Assistant]) -> None:
        self.metrics = Metrics()
        self.store = Store(settings.database_url)
        # One process knows by itself when its sessions may begin.
        self.gate = None if self.store.is_sqlite else Gate(self.store)
        self.assistant = assistant
        self.leaving = False
        self._reloading = Reloading(read, self.metrics)
        self._client: SeriesClient | None = None
        self._work: asyncio.Task[None] | None = None
        self._port = settings.metrics_port
        checks = {"gateway": self._gateway, "database": self.store.ping, "knowledge": self._knowledge}
        self._window = Window(self.metrics, checks)
        self._counting = Counted(self.metrics.logged)
        self._doing: set[asyncio.Task[object]] = set()

    async def __aenter__(self) -> Operator:
        self._look_at_figures()
        logging.getLogger().addHandler(self._counting)
        if self._port is not None:
            try:
                await self._window.open(self._port)
            except OSError as error:
                raise StartupError(f"METRICS_PORT {self._port} cannot be used: {error.strerror or error}.") from error
        self._on(signal.SIGTERM, self.leave)
        self._on(getattr(signal, "SIGHUP", None), self.reload)
        return self

    async def __aexit__(self, *why: object) -> None:
        logging.getLogger().removeHandler(self._counting)
        await self._window.close()
        if self.gate is not None:
            await self.gate.close()
        await self.store.close()

    @property
    def port(self) -> int:
        """The port where its figures and health are served."""
        return self._window.port

    async def sees_through(self, work: Coroutine[Any, Any, None]) -> None:
        """Do `work` until it ends, or until this process is told to stop."""
        self._work = asyncio.create_task(work)
        try:
            await self._work
        except asyncio.CancelledError:
            if not self.leaving:
                raise
        if self._doing:
            # The work ends once the gateway is left; then there is still something to put away.
            await asyncio.wait(self._doing, timeout=LEAVES_WITHIN)

    def takes_over(self, client: SeriesClient) -> None:
        """Look after `client` from now on."""
        self._client = client

    async def reload(self) -> str:
        """Read the knowledge anew and say what became of it."""
        return (await self._reloading.reload(self._exchange)).told

    async def leave(self) -> None:
        """Finish what is under way, part from Discord and end, all within ten seconds."""
        if self.leaving:
            return
        self.leaving = True
        log.info("Told to stop: no new question is taken, those under way are finished.")
        if self._client is not None and not self._client.is_closed():
            with suppress(TimeoutError):
                await asyncio.wait_for(self._client.leave(FINISHES_WITHIN), FINISHES_WITHIN + LEAVES_WITHIN)
        # Where it was not connected, or could not part in time; else it has ended by itself.
        if self._work is not None:
            self._work.cancel()

    def _exchange(self, assistant: Assistant) -> None:
        self.assistant = assistant
        if self._client is not None:
            self._client.exchange(assistant)

    def _on(self, number: signal.Signals | None, do: Callable[[], Awaitable[object]]) -> None:
        def begin() -> None:
            task = asyncio.ensure_future(do())
            self._doing.add(task)
            task.add_done_callback(self._doing.discard)

        # Not on every system, and only in the main thread.
        with suppress(NotImplementedError, RuntimeError, ValueError):
            if number is not None:
                asyncio.get_running_loop().add_signal_handler(number, begin)

    async def _gateway(self) -> str:
        if self.leaving:
            return "leaving"
        return NOT_CONNECTED if self._client is None else self._client.what_is_missing()

    async def _knowledge(self) -> str:
        return "" if self.assistant.knowledge.titles else "not loaded"

    def _look_at_figures(self) -> None:
        look = self.metrics.look_at
        look("bot_gateway_lag_seconds", "Round trip of a heartbeat, by shard.", "shard", self._lags)
        look("bot_cache_entries", "What is kept in memory, by cache.", "cache", self._sizes)
        look("bot_tasks", "What the event loop is doing at once.", "kind", _tasks)
        look("bot_servers", "Servers the bot is in, by shard.", "shard", self._servers)
        errors = "What the database could not do."
        look("bot_database_errors", errors, "database", self._database_errors, counts=True)

    def _lags(self) -> dict[str, float]:
        return {} if self._client is None else {str(shard): lag for shard, lag in self._client.latencies}

    def _sizes(self) -> dict[str, float]:
        return {} if self._client is None else self._client.reception.sizes()

    def _servers(self) -> dict[str, float]:
        return {} if self._client is None else self._client.servers_by_shard()

    def _database_errors(self) -> dict[str, float]:
        return {"server_facts": self.store.failures}


def _tasks() -> dict[str, float]:
    return {"all": len(asyncio.all_tasks())}
