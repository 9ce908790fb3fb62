"""What works on one database, wired as the bot wires it."""

from __future__ import annotations

from bot.server_facts.book import Book
from bot.server_facts.library import Library
from bot.server_facts.misses import Misses
from bot.server_facts.model import Subject, SubjectKind
from bot.server_facts.retention import Retention
from bot.server_facts.store import Store

SEPANG = Subject(SubjectKind.CIRCUIT, "sepang")
FUJI = Subject(SubjectKind.CIRCUIT, "fuji-speedway")
# As long as real ones: no other number that is stored looks like them.
HERE, THERE = 811111111111111111, 822222222222222222
ANNA, BEN = 133333333333333333, 144444444444444444


class Parts:
    def __init__(self, store: Store, size: int = 1000) -> None:
        self.store = store
        self.library = Library(store, size)
        self.book = Book(store, self.library)
        self.misses = Misses(store, self.library)
        self.retention = Retention(store, self.library)

    async def close(self) -> None:
        await self.library.close()
        await self.store.close()
