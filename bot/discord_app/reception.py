"""Where every question arrives, whichever way it came: pace, turns, memory and the desk that answers."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from bot.assistant import Assistant, Before
from bot.discord_app.answers import Answers
from bot.discord_app.asking import Answered, Asked, Desk
from bot.discord_app.letters import Letter
from bot.discord_app.manners import Manners, Pace, Turns, impatient
from bot.presentation.pictures.gallery import Gallery


class Reception:
    """What messages and interactions share."""

    def __init__(self, assistant: Assistant, manners: Manners) -> None:
        self.manners = manners
        self.desk = Desk(assistant, manners.asking_on_within)
        self.answers = Answers()
        self.pace = Pace(manners.questions_per_minute)
        self.gallery = Gallery()
        self._turns = Turns()

    @asynccontextmanager
    async def turn_of(self, person: int, sign: Callable[[], Awaitable[object]]) -> AsyncIterator[None]:
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

    def letter(self, text: str, asker: int, place: int | None, before: Before | None = None) -> Letter:
        """Return the answer to `text`, ready to be sent."""
        return self.opened(self.desk.answer(text, asker, place, before))

    def opened(self, answered: Answered, leaf: int = 0) -> Letter:
        """Return `answered`, ready to be sent, opened at `leaf`."""
        return Letter(answered, self.manners.pages_last, leaf)

    def again(self, asked: Asked, leaf: int) -> Letter:
        """Return the answer to what was asked before, opened at another leaf."""
        return self.opened(self.desk.again(asked), leaf)
