"""A PostgreSQL of the tests' own, which can be killed and comes back with what it had."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import tempfile
import warnings
from itertools import count
from pathlib import Path
from typing import Any

import asyncpg
import pytest


class Postgres:
    def __init__(self, folder: Path, server: Any) -> None:
        self.folder = folder
        self._server = server
        self._numbers = count(1)

    @classmethod
    def started(cls) -> Postgres:
        # Its wheels end with Python 3.12.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            pgserver = pytest.importorskip("pgserver")
            folder = Path(tempfile.mkdtemp(prefix="pg"))
            return cls(folder, pgserver.get_server(folder, cleanup_mode=None))

    def new_database(self) -> str:
        """Return the address of an empty database."""
        name = f"bot{next(self._numbers)}"
        self.execute(f"CREATE DATABASE {name}")
        return f"postgresql+asyncpg://postgres:@/{name}?host={self.folder}"

    def execute(self, statement: str, database: str = "postgres") -> list[Any]:
        async def run() -> list[Any]:
            connection = await asyncpg.connect(host=str(self.folder), user="postgres", database=database)
            try:
                return list(await connection.fetch(statement))
            finally:
                await connection.close()

        # In a thread of its own: the test's loop is running.
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(1) as pool:
            return pool.submit(asyncio.run, run()).result()

    def cut(self, url: str) -> int:
        """Cut all connections to a database, as a network does; return how many there were."""
        name = name_of(url)
        rows = self.execute(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")
        return len(rows)

    def kill(self) -> None:
        """Kill the server's first process, as a crash of the machine would; nothing is finished or said goodbye to."""
        os.kill(self._server.get_pid(), signal.SIGKILL)

    def stop_now(self) -> None:
        """Stop the server at once: nobody can connect until `again`."""
        self._control("stop", "-m", "immediate")

    def again(self) -> None:
        """Start the server anew on the same files."""
        self._server.ensure_postgres_running()

    def stop(self) -> None:
        self._control("stop", "-m", "immediate")
        shutil.rmtree(self.folder, ignore_errors=True)

    def _control(self, *arguments: str) -> None:
        from pgserver._commands import pg_ctl

        pg_ctl([*arguments], pgdata=self.folder, user=self._server.system_user)


def name_of(url: str) -> str:
    return url.split("/")[3].split("?")[0]
