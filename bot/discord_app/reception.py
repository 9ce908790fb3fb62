"""Where every question arrives, whichever way it came: pace, turns, memory and the desk that answers."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager

from bot.assistant import Assistant, Before
from bot.discord_app.answers import Answers
from bot.discord_app.asking import Desk, Place
from bot.discord_app.letters import Letter
from bot.discord_app.manners import Manners, Pace, Turns, impatient
from bot.discord_app.servers import Servers
from bot.discord_app.work import Work
from bot.operations import requests
from bot.operations.metrics import Metrics
from bot.presentation.pictures import Picture
from bot.presentation.pictures.gallery import Gallery
from bot.presentation.pictures.worker import DrawingError

log = logging.getLogger(__name__)

Sign = Callable[[], Awaitable[object]]


class Reception:
    """What messages and interactions share."""

    def __init__(
        self, assistant: Assistant, manners: Manners, servers: Servers, metrics: Metrics | None = None
    ) -> None:
        self.manners = manners
        self.servers = servers
        self.metrics = metrics or Metrics()
        self.work = Work()
        self.desk = Desk(assistant, manners.asking_on_within, servers, self.metrics)
        self.answers = Answers(manners.pages_last)
        self.pace = Pace(manners.questions_per_minute)
        self.gallery = Gallery()
        self._turns = Turns()

    def sizes(self) -> dict[str, float]:
        """Return how much each cache holds."""
        return {**self.desk.sizes(), **self.answers.sizes()}

    @contextmanager
    def attended(self) -> Iterator[None]:
        """Deal inside with what somebody asked or pressed: marked in the log, timed, and waited for at the end."""
        start = time.perf_counter()
        with requests.begun(), self.work:
            try:
                yield
            finally:
                self.metrics.took(time.perf_counter() - start)

    @asynccontextmanager
    async def turn_of(self, person: int, sign: Sign) -> AsyncIterator[None]:
        """Wait for the turn of `person` and hold it; give a `sign` of life where that takes long."""
        turn = self._turns.of(person)
        if turn.locked():
            async with impatient(self.manners.works_silently_for, sign):
                await turn.acquire()
        else:
            await turn.acquire()
        try:
            yield
        finally:
            turn.release()

    async def letter(self, text: str, asker: int, place: Place, before: Before | None = None) -> Letter:
        """Return the answer to `text`, ready to be sent."""
        await self.servers.wake(place.server)
        return Letter(self.desk.answer(text, asker, place, before))

    async def illustrated(self, letter: Letter, sign: Sign) -> Letter:
        """Return `letter` with the picture that was asked for, if any, and a `sign` of life where drawing takes long.

        A picture that cannot be drawn is no reason to give no answer: its words hold the same figures.
        """
        picture = letter.wanted_picture
        if picture is None:
            return letter
        try:
            async with impatient(self.manners.works_silently_for, sign):
                return letter._replace(png=await self.drawn(picture))
        except DrawingError:
            return letter

    async def drawn(self, picture: Picture) -> bytes:
        """Return `picture` as PNG; raise `DrawingError`, which the log has by then, where it cannot be drawn."""
        try:
            return await asyncio.wrap_future(self.gallery.png(picture))
        except DrawingError as error:
            log.error("The picture %s could not be drawn: %s", picture.file_name, error)
            raise
