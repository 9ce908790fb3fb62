"""Every server's notes, at hand in memory: answering a question costs no query."""

from __future__ import annotations

from bot.server_facts.model import ServerNotes
from bot.server_facts.store import Store


class Library:
    """Snapshots of the servers spoken in last, at most `size` of them, always replaced and never changed."""

    def __init__(self, store: Store, size: int = 1000) -> None: ...

    async def start(self) -> None:
        """Begin to watch for what other processes change."""

    async def close(self) -> None:
        """Stop watching."""

    async def notes(self, server: int) -> ServerNotes:
        """Return the server's notes, from memory after the first time.

        Never raises: where the storage is away and the server not in memory, they are empty and not `loaded`.
        """

    def at_hand(self, server: int) -> ServerNotes | None:
        """Return the notes if they are in memory, without waiting."""
