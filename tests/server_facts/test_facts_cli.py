"""`bot facts`: what an operator does with the facts of all servers, while the bot runs or not."""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path

import pytest
from parts import ANNA, BEN, HERE, SEPANG, THERE, Parts
from postgres import Postgres
from processes import bot, refused

from bot.server_facts.changes import NewTopic
from bot.server_facts.model import Subject, SubjectKind
from bot.server_facts.store import Store
from bot.server_facts.subjects import KnownSubjects

pytestmark = pytest.mark.slow


async def fill(address: str) -> None:
    parts = Parts(Store(address))
    await parts.book.add(HERE, ANNA, SEPANG, "one")
    await parts.book.add(HERE, BEN, NewTopic("Meetup"), "Saturday 😀\nat noon")
    await parts.book.add_name(HERE, ANNA, "the Nile", SEPANG)
    await parts.book.add(THERE, BEN, SEPANG, "elsewhere")
    await parts.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    asyncio.run(fill(f"sqlite+aiosqlite:///{tmp_path / 'data' / 'bot.db'}"))
    return tmp_path


def said(*arguments: str, cwd: Path, given: bytes = b"", **env: str) -> str:
    done = bot("facts", *arguments, given=given, cwd=cwd, **env)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def test_what_is_exported_can_be_imported_elsewhere(folder: Path) -> None:
    assert "2 files, 2 servers" in said("export", "all", cwd=folder)
    one = said("export", "--server", str(HERE), cwd=folder)
    assert one == (folder / "all" / f"{HERE}.yml").read_text("utf-8")
    env = {"DATABASE_URL": "sqlite+aiosqlite:///new/bot.db"}
    assert "done" in said("import", "all", "--yes", cwd=folder, **env)
    assert said("export", "--server", str(HERE), cwd=folder, **env) == one
    assert "0 added, 0 changed, 4 the same, 0 refused" in said("import", f"all/{HERE}.yml", cwd=folder)


def test_an_import_asks_first_and_names_what_is_wrong(folder: Path) -> None:
    (folder / "more.yml").write_text("facts:\n- {subject: circuit:sepang, text: two}\n", encoding="utf-8")
    assert "--server" in refused(bot("facts", "import", "more.yml", cwd=folder))
    shown = said("import", "more.yml", "--server", str(THERE), cwd=folder, given=b"n\n")
    assert "+ fact 2, circuit:sepang: two" in shown
    assert "done" not in shown
    assert "two" not in said("export", "--server", str(THERE), cwd=folder)
    assert "done" in said("import", "more.yml", "--server", str(THERE), cwd=folder, given=b"y\n")
    assert "two" in said("export", "--server", str(THERE), cwd=folder)
    (folder / "wrong.yml").write_text("facts:\n- {subject: circuit:sepagn, text: two}\n", encoding="utf-8")
    done = bot("facts", "import", "wrong.yml", "--server", "5", "--yes", cwd=folder)
    assert done.returncode == 1
    assert b'wrong.yml:2: There is no circuit with the id "sepagn"; perhaps "sepang" is meant.' in done.stdout
    (folder / "broken.yml").write_text("facts: [", encoding="utf-8")
    assert "broken.yml: Line " in refused(bot("facts", "import", "broken.yml", "--server", "5", cwd=folder))


def test_a_backup_is_whole_and_by_itself(folder: Path) -> None:
    """Somebody else is in the middle of writing; the copy has what was saved before."""
    with sqlite3.connect(folder / "data" / "bot.db", isolation_level=None) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE facts SET text = 'half'")
        said("backup", "copy.db", cwd=folder)
        writer.execute("ROLLBACK")
    assert [file.name for file in folder.glob("copy.db*")] == ["copy.db"]
    env = {"DATABASE_URL": "sqlite+aiosqlite:///copy.db"}
    for server in (HERE, THERE):
        asked = ("export", "--server", str(server))
        assert said(*asked, cwd=folder, **env) == said(*asked, cwd=folder)
    assert "itself" in refused(bot("facts", "backup", "data/bot.db", cwd=folder))


def test_a_person_is_forgotten(folder: Path) -> None:
    assert str(BEN) in said("export", "--server", str(THERE), cwd=folder)
    assert "removed from" in said("forget", str(BEN), cwd=folder)
    for server in (HERE, THERE):
        assert str(BEN) not in said("export", "--server", str(server), cwd=folder)


def test_what_cannot_be_is_one_sentence(folder: Path, postgres: Postgres) -> None:
    assert "folder" in refused(bot("facts", "export", cwd=folder))
    assert "7" in refused(bot("facts", "export", "--server", "7", cwd=folder))
    assert "abc" in refused(bot("facts", "forget", "abc", cwd=folder))
    assert "none.yml" in refused(bot("facts", "import", "none.yml", cwd=folder))
    (folder / "bad.db").write_bytes(b"x" * 5000)
    bad = {"DATABASE_URL": "sqlite+aiosqlite:///bad.db"}
    assert "damaged" in refused(bot("facts", "export", cwd=folder, **bad))
    assert "pg_dump" in refused(bot("facts", "backup", "x", cwd=folder, DATABASE_URL=postgres.new_database()))
    away = {"DATABASE_URL": "postgresql+asyncpg://bot:secret@127.0.0.1:1/bot"}
    assert "secret" not in refused(bot("facts", "export", cwd=folder, **away))


def test_subjects_are_those_of_the_knowledge(knowledge: object) -> None:
    known = KnownSubjects(knowledge)  # type: ignore[arg-type]
    assert known(SEPANG) == ""
    for kind, right in (("class", "lmp2"), ("season", "2019-20"), ("topic", "anything")):
        assert known(Subject(SubjectKind(kind), right)) == ""
    assert known(Subject(SubjectKind.CLASS, "LMP2")).endswith(".")
