"""The answers that stand in channels: what each answers, and the timers of the long ones."""

from __future__ import annotations

from cachetools import LRUCache
from discord import Message

from bot.discord_app.asking import Asked
from bot.discord_app.buttons import asked_in
from bot.discord_app.letters import Edit, Leaves, Letter

MOST_ANSWERS = 5_000
MOST_OPEN = 500


class Answers:
    """Remembers the latest answers; of older ones the buttons tell what they answer."""

    def __init__(self) -> None:
        self._asked: LRUCache[int, Asked] = LRUCache(MOST_ANSWERS)
        self._open: LRUCache[int, Leaves] = LRUCache(MOST_OPEN)

    def remember(self, message: int, letter: Letter, edit: Edit) -> None:
        """Note that `letter` stands in `message` now, whose buttons `edit` can change."""
        self._asked[message] = letter.answered.asked
        before = self._open.pop(message, None) if self._open else None
        if before is not None:
            before.stop()
        if isinstance(letter.view, Leaves):
            letter.view.edit = edit
            self._open[message] = letter.view

    def question_of(self, message: Message | None) -> Asked | None:
        """Return what is answered in `message`, or None where nobody knows any more."""
        if message is None:
            return None
        asked = self._asked.get(message.id) or asked_in(message)
        return asked if asked is not None and asked.text else None

    def asker_of(self, message: int) -> int | None:
        """Return who asked what is answered in `message`, or None where it is not remembered."""
        asked = self._asked.get(message)
        return None if asked is None else asked.asker
