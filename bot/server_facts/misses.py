"""What members asked in vain: kept 30 days, shown once two different people asked it, never with who asked."""

from __future__ import annotations

from bot.server_facts.changes import Miss
from bot.server_facts.library import Library
from bot.server_facts.store import Store


class Misses:
    """The questions of each server that had no answer."""

    def __init__(self, store: Store, library: Library) -> None: ...

    async def note(self, server: int, folded_text: str, asker: int) -> None:
        """Remember one question; nothing happens where the server's settings say so or the storage is away."""

    async def of(self, server: int) -> tuple[Miss, ...]:
        """Return what at least two different people asked in the last 30 days, most askers first."""

    async def drop(self, server: int, folded_text: str) -> None:
        """Forget one question, once an editor has answered it."""
