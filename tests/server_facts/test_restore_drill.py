"""The restore drill: a backup brought to life beside the live database, asked the same, and what differs told."""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path

import pytest
from parts import ANNA, HERE, SEPANG, THERE, Parts
from postgres import Postgres
from test_facts_cli import fill, folder, ran, refused, said

from bot.server_facts.changes import NewTopic
from bot.server_facts.store import Store

__all__ = ["folder"]

pytestmark = pytest.mark.slow


async def work_on(address: str) -> None:
    parts = Parts(Store(address))
    await parts.book.add(HERE, ANNA, SEPANG, "two")
    await parts.book.add(THERE, ANNA, NewTopic("Barbecue"), "Sunday")
    await parts.book.add_name(THERE, ANNA, "the Nile", SEPANG)
    await parts.close()


def test_a_fresh_backup_differs_in_nothing(folder: Path) -> None:
    said("backup", "copy.db")
    said("export", "all")
    before = (folder / "data" / "bot.db").read_bytes()
    for backup in ("copy.db", "all"):
        shown = said("restore", backup, "--check")
        assert shown.startswith(f"{backup}: 2 servers, 2")
        assert shown.endswith("questions, 0 servers differ.\n")
    assert said("restore", "copy.db", "--check", "--server", str(HERE)).startswith("copy.db: 1 servers, ")
    assert (folder / "data" / "bot.db").read_bytes() == before
    assert [file.name for file in folder.glob("copy.db*")] == ["copy.db"]


def test_what_was_done_since_is_told(folder: Path) -> None:
    said("backup", "copy.db")
    asyncio.run(work_on(f"sqlite+aiosqlite:///{folder / 'data' / 'bot.db'}"))
    done = ran("restore", "copy.db", "--check")
    assert done.return_value == 1 or done.exit_code == 1
    lines = done.stdout.splitlines()
    assert f"server {HERE}: only in the database: fact 3, circuit:sepang: two" in lines
    assert f"server {THERE}: only in the database: topic Barbecue" in lines
    assert f"server {THERE}: only in the database: name the Nile for circuit:sepang" in lines
    assert f"server {THERE}: answered otherwise: Barbecue" in lines
    assert not any("only in the backup" in line for line in lines)
    assert lines[-1].endswith("2 servers differ.")
    # The other way round: the database was lost, and a new one was begun.
    env = {"DATABASE_URL": "sqlite+aiosqlite:///new.db"}
    lines = ran("restore", "copy.db", "--check", **env).stdout.splitlines()
    assert f"server {HERE}: only in the backup: fact 1, circuit:sepang: one" in lines


def test_what_cannot_be_restored_is_one_sentence(folder: Path) -> None:
    said("backup", "copy.db")
    assert "--check" in refused("restore", "copy.db")
    (folder / "text.txt").write_text("nothing", encoding="utf-8")
    assert "no backup" in refused("restore", "text.txt", "--check")
    (folder / "empty").mkdir()
    assert "holds no file" in refused("restore", "empty", "--check")
    whole = (folder / "copy.db").read_bytes()
    (folder / "half.db").write_bytes(whole[: len(whole) // 2])
    assert "half.db" in refused("restore", "half.db", "--check")
    with sqlite3.connect(folder / "newer.db") as newer:
        sqlite3.connect(folder / "copy.db").backup(newer)
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
    assert "newer version" in refused("restore", "newer.db", "--check")


def test_files_of_an_export_are_tried_against_postgresql(folder: Path, postgres: Postgres) -> None:
    address = postgres.new_database()
    asyncio.run(fill(address))
    said("export", "all", DATABASE_URL=address)
    assert said("restore", "all", "--check", DATABASE_URL=address).endswith("0 servers differ.\n")
