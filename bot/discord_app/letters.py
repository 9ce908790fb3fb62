"""Putting an answer into an envelope: its embed, and the rows of buttons that belong to it."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from functools import cached_property

from discord import Embed, HTTPException
from discord.ui import View

from bot.discord_app import embeds, limits
from bot.discord_app.asking import Answered
from bot.discord_app.buttons import Delete, Menu, Next, Pick, Turn, Why

log = logging.getLogger(__name__)

CHOICES_ROW, NEXT_ROW = 1, 2

Edit = Callable[[View], Awaitable[object]]


class Letter:
    """An answer ready to be sent, opened at leaf `number`. Pictures will travel in it, too."""

    def __init__(self, answered: Answered, pages_last: float, number: int = 0) -> None:
        self.answered = answered
        self._pages_last = pages_last
        self._number = number

    @property
    def embed(self) -> Embed:
        """What the answer says."""
        return embeds.embed(self.answered.page, self._number)

    @cached_property
    def view(self) -> View:
        """The buttons below it."""
        last = embeds.leaf_count(self.answered.page) - 1
        if not last:
            return self.lasting_view
        return Leaves(self.answered, min(self._number, last), last, self._pages_last)

    @property
    def lasting_view(self) -> View:
        """The buttons below it without those that turn leaves."""
        return _fill(View(timeout=None), self.answered)

    @property
    def plain(self) -> str:
        """What the answer says where nothing may be embedded."""
        return embeds.plain(self.answered.page)


class Leaves(View):
    """The buttons of a long answer. Those that turn its leaves go when nobody has pressed one for a while."""

    def __init__(self, answered: Answered, number: int, last: int, timeout: float) -> None:
        super().__init__(timeout=timeout)
        self.edit: Edit | None = None
        self._answered = answered
        _fill(self, answered)
        for way in ("back", "on"):
            self.add_item(Turn.of(answered.asked, way, number, last))

    async def on_timeout(self) -> None:
        """Take the buttons away that turn it."""
        if self.edit is not None:
            try:
                await self.edit(_fill(View(timeout=None), self._answered))
            except HTTPException as error:
                log.debug("The buttons of a long answer stay: %s", error)


def _fill(view: View, answered: Answered) -> View:
    asked, page = answered.asked, answered.page
    view.add_item(Why.of(asked))
    view.add_item(Delete.of(asked))
    if len(page.choices) <= limits.BUTTONS_IN_A_ROW:
        for number, choice in enumerate(page.choices):
            _put(view, CHOICES_ROW, Pick.of(asked, number, choice))
    else:
        _put(view, CHOICES_ROW, Menu.of(asked, page.choices))
    for question in page.next_questions[: limits.BUTTONS_IN_A_ROW]:
        button = Next.of(question)
        if button is not None:
            _put(view, NEXT_ROW, button)
    return view


def _put(view: View, row: int, item: Pick | Menu | Next) -> None:
    item.row = row
    view.add_item(item)
