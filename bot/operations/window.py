"""The window for machines that look after the bot: is it alive, is it ready, and its figures."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping

from aiohttp import web

from bot.operations.metrics import TYPE, Metrics

log = logging.getLogger(__name__)

# A check says "" where all is well, or else in a few words what is not.
Check = Callable[[], Awaitable[str]]

EVERYWHERE = "0.0.0.0"  # noqa: S104 - who looks after it runs on other machines; nothing here is secret
PATIENCE = 2.0
WELL, AWAY = "ok", 503


class Window:
    """Serves `/healthz`, `/readyz` and `/metrics` on one port.

    It is served by the loop that answers questions: where `/healthz` answers, that loop turns.
    """

    def __init__(self, metrics: Metrics, checks: Mapping[str, Check]) -> None:
        self._metrics = metrics
        self._checks = checks
        app = web.Application()
        app.router.add_get("/healthz", self._health)
        app.router.add_get("/readyz", self._readiness)
        app.router.add_get("/metrics", self._figures)
        self._runner = web.AppRunner(app, access_log=None)

    async def open(self, port: int, host: str = EVERYWHERE) -> None:
        """Begin to serve; raise `OSError` where the port is taken."""
        await self._runner.setup()
        await web.TCPSite(self._runner, host, port).start()
        log.info("Metrics and health can be read on port %s.", self.port)

    async def close(self) -> None:
        """Serve no longer."""
        await self._runner.cleanup()

    @property
    def port(self) -> int:
        """The port that is served, which the system chose where 0 was asked for."""
        return int(self._runner.addresses[0][1])

    async def _health(self, request: web.Request) -> web.Response:
        return web.json_response({"process": WELL})

    async def _readiness(self, request: web.Request) -> web.Response:
        said = await asyncio.gather(*(_checked(check) for check in self._checks.values()))
        status = AWAY if any(said) else web.HTTPOk.status_code
        told = {name: found or WELL for name, found in zip(self._checks, said, strict=True)}
        return web.json_response(told, status=status)

    async def _figures(self, request: web.Request) -> web.Response:
        return web.Response(body=self._metrics.shown(), headers={"Content-Type": TYPE})


async def _checked(check: Check) -> str:
    """Return what `check` says; one that fails or does not answer says no more than that."""
    try:
        return await asyncio.wait_for(check(), PATIENCE)
    except TimeoutError:
        return f"no answer within {PATIENCE:g} s"
    except Exception:
        log.exception("A check of readiness failed.")
        return "the check itself failed; the log has more"
