"""Putting an answer into an envelope: its embed, its picture, and the rows of buttons that belong to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from io import BytesIO
from typing import Any, NamedTuple

from discord import Embed, File
from discord.ui import DynamicItem, View

from bot.discord_app import embeds, limits
from bot.discord_app.asking import Answered, Asked
from bot.discord_app.buttons import Chart, Delete, Menu, Next, Pick, Turn, Why
from bot.presentation.pictures import Picture

Row = dict[str, Any]
ROW = 1
WAYS = ("back", "on")
# These stand below many an answer, and differ in their ids only.
_WHY, _DELETE, _CHART = (kind.of(Asked("", 0)).to_component_dict() for kind in (Why, Delete, Chart))


class Letter(NamedTuple):
    """An answer ready to be sent, opened at leaf `number`; one beyond the last is the last.

    `png` is its picture, to be sent with it; `pictured` says that the picture stands in the message already. A picture
    that is neither can be had by a button.
    """

    answered: Answered
    number: int = 0
    png: bytes | None = None
    pictured: bool = False

    @property
    def embed(self) -> Embed:
        """What the answer says."""
        return embeds.embed(self.answered.page, self.number)

    @property
    def plain(self) -> str:
        """What the answer says where nothing may be embedded."""
        return embeds.plain(self.answered.page)

    @property
    def is_long(self) -> bool:
        """Whether it has leaves to be turned."""
        return embeds.leaf_count(self.answered.page) > 1

    @property
    def rows(self) -> Rows:
        """The buttons below it."""
        last = embeds.leaf_count(self.answered.page) - 1
        number = min(self.number, last)
        return self._rows([Turn.of(self.answered.asked, way, number, last) for way in WAYS] if last else ())

    @property
    def lasting_rows(self) -> Rows:
        """The buttons below it without those that turn leaves."""
        return self._rows()

    @property
    def wanted_picture(self) -> Picture | None:
        """The picture that was asked for, so that the answer is to bring it along; None where it is only offered."""
        page = self.answered.page
        return page.picture if page.picture_asked else None

    def files(self) -> list[File]:
        """Return its picture as a file, anew each time: what is sent once is read to its end."""
        picture = self.answered.page.picture
        return [] if self.png is None or picture is None else [picture_file(picture, self.png)]

    def _rows(self, turns: Iterable[Turn] = ()) -> Rows:
        asked, page = self.answered.asked, self.answered.page
        first = [_like(_WHY, Why.id_of(asked)), _like(_DELETE, Delete.id_of(asked))]
        if page.picture is not None and self.png is None and not self.pictured:
            first.append(_like(_CHART, Chart.id_of(asked)))
        rows = [{"type": ROW, "components": [*first, *(turn.to_component_dict() for turn in turns)]}]
        if page.choices:
            rows.append(_row(_choices(asked, page.choices)))
        return Rows(rows + _next_row(page.next_questions))


def picture_file(picture: Picture, png: bytes) -> File:
    """Return `png` as a file that tells in words what `picture` shows."""
    return File(BytesIO(png), picture.file_name, description=picture.alt)


class Rows(NamedTuple):
    """Rows of buttons that hold all they need in their ids: discord.py finds what to do by `buttons.BUTTONS`.

    They are made as rows at once, because a view of items is the dearest part of an answer: a fifth of all its work.
    What `handle_message_parameters` of discord.py asks of a view, they answer themselves.
    """

    rows: list[Row]

    def to_components(self) -> list[Row]:
        """Return the rows."""
        return self.rows

    def has_components_v2(self) -> bool:
        """Say that they are rows of the first kind."""
        return False

    def as_view(self) -> View:
        """Return them for where discord.py takes nothing but a view."""
        return _View(self)


class _View(View):
    def __init__(self, rows: Rows) -> None:
        super().__init__(timeout=None)
        self.to_components = rows.to_components  # type: ignore[method-assign]


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
