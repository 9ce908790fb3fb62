"""A PostgreSQL of the tests' own, which can be killed and comes back with what it had."""

from __future__ import annotations

import asyncio
import shutil
import subprocess
import tempfile
import time
import warnings
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path
from typing import Any

import asyncpg
import pytest

PATIENCE = 30.0


class Postgres:
    def __init__(self) -> None:
        # A short path: it holds the server's socket, and those have short names.
        self.folder = Path(tempfile.mkdtemp(prefix="pg"))
        self._log = self.folder.with_suffix(".log")
        self._numbers = count(1)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            # Its wheels end with Python 3.12.
            pgserver = pytest.importorskip("pgserver")
            # It makes the files, also where the tests run as root, whom PostgreSQL refuses.
            maker = pgserver.get_server(self.folder, cleanup_mode="stop")
        self._user = maker.system_user
        maker.cleanup()
        self._program = Path(pgserver.__file__).parent / "pginstall" / "bin" / "postgres"
        self._server = self._started()

    def _started(self) -> subprocess.Popen[bytes]:
        """Start the server as a child of this process: whoever kills it can see it gone."""
        command = [self._program, "-D", self.folder, "-k", self.folder, "-h", ""]
        # What a process has written outlives its being killed without this; only the power is never cut here.
        command += ["-c", "fsync=off"]
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            with self._log.open("ab") as log:
                server = subprocess.Popen(command, stdout=log, stderr=log, user=self._user, cwd=self.folder)
            while server.poll() is None and time.monotonic() < until:
                if self._answers():
                    return server
                time.sleep(0.05)
            # What is left of the one before goes by itself, and until then nothing new can start.
            time.sleep(0.2)
        raise AssertionError(self._log.read_text("utf-8"))

    def _answers(self) -> bool:
        try:
            self.execute("SELECT 1")
        except (OSError, asyncpg.PostgresError):
            return False
        return True

    @property
    def pid(self) -> int:
        """The server's first process: killing it is what a crash of the machine does, nothing is finished."""
        return self._server.pid

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

        # In a thread of its own: the loop of the test is running.
        with ThreadPoolExecutor(1) as pool:
            return pool.submit(asyncio.run, run()).result()

    def cut(self, address: str) -> int:
        """Cut all connections to a database; return how many there were."""
        name = address.split("/")[3].split("?")[0]
        rows = self.execute(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")
        return len(rows)

    def away(self) -> None:
        """Kill the server: nobody can connect until it is `back`."""
        self._server.kill()
        self._server.wait()

    def back(self) -> None:
        """Start the server anew on the same files."""
        self.away()
        self._server = self._started()

    def stop(self) -> None:
        self.away()
        shutil.rmtree(self.folder, ignore_errors=True)
        self._log.unlink()
