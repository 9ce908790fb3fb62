"""What every order is carried out with: who gives it and where, and what the server has."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from cachetools import TTLCache
from discord import Attachment, Guild

from bot.assistant import Assistant, administration
from bot.discord_app import texts
from bot.discord_app.asking import Desk
from bot.discord_app.ranks import Rank
from bot.discord_app.servers import Servers
from bot.errors import BotError
from bot.server_facts.book import Book
from bot.server_facts.changes import About, NewTopic

MOST_DRAFTS = 1_000
DRAFTS_LAST = 15 * 60.0


@dataclass(frozen=True, slots=True)
class Orderer:
    """Who gives an order where, as Discord told with the order itself; `files` came with it."""

    guild: Guild
    person: int
    rank: Rank
    files: tuple[Attachment, ...] = ()

    @property
    def server(self) -> int:
        """The server's id."""
        return self.guild.id


@dataclass(frozen=True, slots=True)
class Draft:
    """An order that waits until whoever gave it says that it is meant.

    `missed` is the question it came of; of an edit, `revision` says which wording its author saw.
    """

    order: administration.Order
    server: int
    person: int
    missed: str = ""
    revision: int = 0


class Works:
    """The storage, the names of things, and the drafts."""

    def __init__(self, servers: Servers, desk: Desk) -> None:
        self.servers = servers
        self.desk = desk
        self._drafts: TTLCache[str, Draft] = TTLCache(MOST_DRAFTS, DRAFTS_LAST)

    @property
    def book(self) -> Book:
        """The book that knows the subjects there are."""
        return self.servers.book

    def assistant(self, by: Orderer) -> Assistant:
        """Return the assistant that knows what the server wrote."""
        return self.desk.in_server(by.server)

    def keep(self, draft: Draft) -> str:
        """Keep a draft for a while and return what it goes by."""
        mark = secrets.token_hex(8)
        self._drafts[mark] = draft
        return mark

    def draft(self, mark: str, by: Orderer) -> Draft:
        """Return a draft of `by`; raise `BotError` where it is gone, or was made by another or elsewhere."""
        draft = self._drafts.get(mark)
        if draft is None or (draft.server, draft.person) != (by.server, by.person):
            raise BotError(texts.DRAFT_FORGOTTEN)
        return draft

    def drop(self, mark: str) -> None:
        """Let a draft go that was saved."""
        self._drafts.pop(mark, None)


def about_of(about: administration.About) -> About:
    """Return what an order is about, as the book knows it."""
    return NewTopic(about.name) if isinstance(about, administration.NewTopic) else about.subject
