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
HERE, THERE = 111, 222
ANNA, BEN = 1001, 1002


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
