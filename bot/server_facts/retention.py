"""What is kept no longer: servers that sent the bot away, people who ask to be forgotten, old questions."""

from __future__ import annotations

from collections.abc import Callable, Collection

from bot.server_facts.store import Store


class Retention:
    """Deletes what may not stay."""

    def __init__(self, store: Store) -> None: ...

    async def left(self, server: int) -> None:
        """Note that the server has sent the bot away: 30 days from now its facts are deleted."""

    async def joined(self, server: int) -> None:
        """Note that the bot is in the server (again): what was kept is there as before."""

    async def present(self, servers: Collection[int], ours: Callable[[int], bool]) -> None:
        """Set right, after a start, what happened meanwhile: of the servers that are `ours`, only these have the bot."""

    async def purge(self) -> int:
        """Delete whatever is past its 30 days; return how many servers were. Call it once an hour or so."""

    async def forget(self, person: int, server: int | None = None) -> int:
        """Remove a person's id from one server, or all; facts stay, with no author. Return how many places held it."""
