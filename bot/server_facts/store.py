"""The database: SQLite or PostgreSQL, brought to the present shape at the first use, and when it is away, said so."""

from __future__ import annotations


class Store:
    """One database. Nothing happens before `ready` or the first use."""

    def __init__(self, url: str) -> None: ...

    async def ready(self) -> None:
        """Connect, check and migrate; raise `StorageAwayError`, or `StartupError` where the file is damaged."""

    async def close(self) -> None:
        """Let all connections go."""
