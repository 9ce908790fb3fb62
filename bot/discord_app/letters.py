"""Putting an answer into an envelope: its embed, and the rows of buttons that belong to it."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Iterable, Sequence
from functools import cached_property, lru_cache
from typing import Any

from discord import Embed, HTTPException
from discord.ui import DynamicItem, View

from bot.discord_app import embeds, limits
from bot.discord_app.asking import Answered, Asked
from bot.discord_app.buttons import Chart, Delete, Menu, Next, Pick, Turn, Why

log = logging.getLogger(__name__)

Row = dict[str, Any]
Edit = Callable[[View], Awaitable[object]]
ROW = 1
# These two stand below every answer, and differ in their ids only.
_WHY, _DELETE = (kind.of(Asked("", 0)).to_component_dict() for kind in (Why, Delete))


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
        return Buttons(_rows(self.answered))

    @property
    def plain(self) -> str:
        """What the answer says where nothing may be embedded."""
        return embeds.plain(self.answered.page)


class Buttons(View):
    """Rows of buttons that hold all they need in their ids: discord.py finds what to do by `buttons.BUTTONS`.

    They are made as rows at once, because a view of items is the dearest part of an answer: a fifth of all its work.
    """

    def __init__(self, rows: Sequence[Row], timeout: float | None = None) -> None:
        super().__init__(timeout=timeout)
        self._rows = list(rows)

    def to_components(self) -> list[Row]:
        """Return the rows."""
        return self._rows

    def is_dispatchable(self) -> bool:
        """Say that the buttons do something, though not in this object: so discord.py lets its time run out."""
        return True


class Leaves(Buttons):
    """The buttons of a long answer. Those that turn its leaves go when nobody has pressed one for a while."""

    def __init__(self, answered: Answered, number: int, last: int, timeout: float) -> None:
        turns = [Turn.of(answered.asked, way, number, last) for way in ("back", "on")]
        super().__init__(_rows(answered, turns), timeout)
        self.edit: Edit | None = None
        self._answered = answered

    async def on_timeout(self) -> None:
        """Take the buttons away that turn it."""
        if self.edit is not None:
            try:
                await self.edit(Buttons(_rows(self._answered)))
            except HTTPException as error:
                log.debug("The buttons of a long answer stay: %s", error)


def _rows(answered: Answered, turns: Iterable[Turn] = ()) -> list[Row]:
    asked, page = answered.asked, answered.page
    first = [_like(_WHY, Why.id_of(asked)), _like(_DELETE, Delete.id_of(asked))]
    others = [*([Chart.of(asked)] if page.picture else ()), *turns]
    rows = [{"type": ROW, "components": [*first, *(other.to_component_dict() for other in others)]}]
    if page.choices:
        rows.append(_row(_choices(asked, page.choices)))
    return rows + _next_row(page.next_questions)


def _like(button: Row, custom_id: str) -> Row:
    return {**button, "custom_id": custom_id}


def _choices(asked: Asked, choices: tuple[str, ...]) -> Sequence[Pick | Menu]:
    if len(choices) > limits.BUTTONS_IN_A_ROW:
        return [Menu.of(asked, choices)]
    return [Pick.of(asked, number, choice) for number, choice in enumerate(choices)]


@lru_cache(embeds.MOST_KEPT)
def _next_row(questions: tuple[str, ...]) -> list[Row]:
    made = [Next.of(question) for question in questions[: limits.BUTTONS_IN_A_ROW]]
    buttons = [button for button in made if button is not None]
    return [_row(buttons)] if buttons else []


def _row(items: Iterable[DynamicItem[Any]]) -> Row:
    return {"type": ROW, "components": [item.to_component_dict() for item in items]}
