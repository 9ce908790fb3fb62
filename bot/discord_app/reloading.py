"""New knowledge for a bot that runs: read beside it, and exchanged at once or not at all."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass

from bot.assistant import Assistant
from bot.errors import BotError
from bot.operations.garbage import settle
from bot.operations.metrics import Metrics

log = logging.getLogger(__name__)

REFUSED = "The knowledge stays as it was: {problem}"
DONE = "The knowledge was read anew: {titles} titles, {races} races, {drivers} drivers."


@dataclass(frozen=True, slots=True)
class Reloaded:
    """What became of a reload, in words for whoever wanted it."""

    done: bool
    told: str


class Reloading:
    """Reads the knowledge again by `read`, which raises `BotError` with every problem of a folder that is broken."""

    def __init__(self, read: Callable[[], Assistant], metrics: Metrics) -> None:
        self._read = read
        self._metrics = metrics
        self._one_at_a_time = asyncio.Lock()

    async def reload(self, exchange: Callable[[Assistant], None]) -> Reloaded:
        """Give `exchange` the new assistant, or leave everything as it is. Questions are answered meanwhile."""
        async with self._one_at_a_time:
            try:
                assistant = await asyncio.to_thread(self._prepared)
            except (BotError, OSError) as problem:
                self._metrics.reloaded("refused")
                refused = Reloaded(False, REFUSED.format(problem=problem))
                log.error("%s", refused.told)
                return refused
            exchange(assistant)
            assistant.takes_over()
            # The old knowledge has gone by itself, as nothing in it points in a circle.
            settle()
        self._metrics.reloaded("done")
        known = assistant.knowledge
        told = DONE.format(titles=len(known.titles), races=len(known.races), drivers=len(known.drivers))
        log.info("%s", told)
        return Reloaded(True, told)

    def _prepared(self) -> Assistant:
        assistant = self._read()
        assistant.prepare()
        return assistant
