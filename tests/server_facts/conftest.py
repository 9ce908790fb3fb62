"""Real databases: for each test a file of SQLite, or a database of its own on one PostgreSQL."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import pytest
from parts import Parts
from postgres import Postgres

from bot.server_facts.store import Store

KINDS = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    server = Postgres()
    yield server
    server.stop()


@pytest.fixture(params=KINDS)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database of either kind."""
    if request.param == "sqlite":
        return f"sqlite+aiosqlite:///{tmp_path / 'bot.db'}"
    postgres: Postgres = request.getfixturevalue("postgres")
    return postgres.new_database()


@pytest.fixture
async def opened() -> AsyncIterator[Callable[[str], Parts]]:
    """Open what works on a database; all of it is closed at the end."""
    every: list[Parts] = []

    def open_parts(url: str) -> Parts:
        every.append(Parts(Store(url)))
        return every[-1]

    yield open_parts
    for one in every:
        await one.close()


@pytest.fixture
async def parts(url: str, opened: Callable[[str], Parts]) -> Parts:
    return opened(url)
