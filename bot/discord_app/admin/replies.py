"""What is told in answer to an order: a page with buttons of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

from discord import Embed, File
from discord.ui import DynamicItem

from bot.discord_app import embeds
from bot.discord_app.admin.buttons import Decide, KeptLeaf, Leaf
from bot.discord_app.letters import ROW, WAYS, Rows
from bot.presentation.pages import Outcome, Page, Section

Item = DynamicItem[Any]


@dataclass(frozen=True, slots=True)
class Attached:
    """A file as it is to be sent."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Turning:
    """What turning the leaves of a reply needs: the order to give again, as a line, and who may turn them."""

    line: str
    asker: int

    @property
    def fits(self) -> bool:
        """Whether buttons can hold it."""
        return Leaf.fits(self.asker, self.line)


@dataclass(frozen=True, slots=True)
class Remembered:
    """What turning needs where the reply is remembered: what it goes by, and who may turn it."""

    mark: str
    asker: int


@dataclass(frozen=True, slots=True)
class Reply:
    """What an order came to, ready to be sent, opened at the leaf `number`.

    `items` are the rows below it, which outlive this process. `private` says that it is for the one who gave the order
    alone.
    """

    page: Page
    items: tuple[tuple[Item, ...], ...] = ()
    attached: tuple[Attached, ...] = ()
    private: bool = False
    turning: Turning | Remembered | None = None
    number: int = 0

    @property
    def embed(self) -> Embed:
        """What it says."""
        return embeds.embed(self.page, self.number)

    @property
    def plain(self) -> str:
        """What it says where nothing may be embedded."""
        return embeds.plain(self.page)

    @property
    def rows(self) -> Rows:
        """The items below it, with those that turn its leaves."""
        return Rows([_row(items) for items in (*self.items, self._turns()) if items])

    @property
    def lasting_rows(self) -> Rows:
        """The items below it where nothing may be embedded: nobody decides there on what was cut short."""
        whole = embeds.is_whole_in_plain(self.page)
        return Rows([_row(items) for items in self.items if whole or not isinstance(items[0], Decide)])

    def files(self) -> list[File]:
        """Return its files, anew each time: what is sent once is read to its end."""
        return [File(BytesIO(one.content), one.name) for one in self.attached]

    def below(self, *items: Item) -> Reply:
        """Return it with one more row of items."""
        return replace(self, items=(*self.items, items))

    def _turns(self) -> tuple[Item, ...]:
        last = embeds.leaf_count(self.page) - 1
        number = min(self.number, last)
        match self.turning if last else None:
            case Turning(line, asker):
                return tuple([Leaf.of(asker, line, way, number, last) for way in WAYS])
            case Remembered(mark, asker):
                return tuple([KeptLeaf.of(asker, mark, way, number, last) for way in WAYS])
        return ()


@dataclass(frozen=True, slots=True)
class ForEditors(Reply):
    """A reply on which editors decide: it has to stand where the bot speaks, wherever the order was given."""


def _row(items: Sequence[Item]) -> dict[str, Any]:
    return {"type": ROW, "components": [item.to_component_dict() for item in items]}


def told(title: str, *lead: str, sections: Sequence[Section] = (), notes: Sequence[str] = ()) -> Reply:
    """Return a reply of these words, in which nothing is read as Markdown."""
    return Reply(Page(Outcome.ANSWERED, title, lead, tuple(sections), tuple(notes)))
