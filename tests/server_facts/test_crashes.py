"""Killed at any moment: what was acknowledged is there, nothing is there by half, and the database is sound."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from postgres import Postgres

HERE = Path(__file__).parent
PATIENCE = 120

pytestmark = pytest.mark.slow


def crash(address: str, rounds: int, seed: int, state: Path, *postmaster: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, HERE / "crashing.py", address, str(rounds), str(seed), state, *postmaster],
        env={**os.environ, "PYTHONPATH": str(HERE.parents[1])},
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


def test_sqlite_loses_nothing_in_a_hundred_crashes(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """The integrity check is part of every start, and so of every look after a crash."""
    found = crash(f"sqlite+aiosqlite:///{tmp_path / 'bot.db'}", 100, 1, tmp_path / "state.json")
    assert found["kills"] == 100
    assert found["saved"] > 100
    told = f"SQLite: {found['kills']} writers killed, all {found['saved']} acknowledged changes are there."
    record_property("counted", told)


def test_postgresql_loses_nothing_in_thirty_crashes(
    postgres: Postgres, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """Twice it is the server that is killed under its writer."""
    address, kills, saved = postgres.new_database(), 0, 0
    for seed, rounds in enumerate((15, 15)):
        found = crash(address, rounds, seed, tmp_path / "state.json", str(postgres.pid))
        kills, saved = kills + found["kills"], saved + found["saved"]
        postgres.back()
    found = crash(address, 1, 7, tmp_path / "state.json")
    assert kills == 30
    assert saved > 30
    told = f"PostgreSQL: 28 writers and 2 servers killed, all {saved} acknowledged changes are there."
    record_property("counted", told)
