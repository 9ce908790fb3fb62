"""`bot facts`: what an operator does with the facts of all servers, while the bot runs or not."""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from parts import ANNA, BEN, HERE, SEPANG, THERE, Parts
from postgres import Postgres

from bot.errors import BotError
from bot.facts_cli import facts
from bot.server_facts.changes import NewTopic
from bot.server_facts.model import Subject, SubjectKind
from bot.server_facts.store import Store
from bot.server_facts.subjects import KnownSubjects


async def fill(address: str) -> None:
    parts = Parts(Store(address))
    await parts.book.add(HERE, ANNA, SEPANG, "one")
    await parts.book.add(HERE, BEN, NewTopic("Meetup"), "Saturday 😀\nat noon")
    await parts.book.add_name(HERE, ANNA, "the Nile", SEPANG)
    await parts.book.add(THERE, BEN, SEPANG, "elsewhere")
    await parts.close()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    (tmp_path / "data").mkdir()
    asyncio.run(fill(f"sqlite+aiosqlite:///{tmp_path / 'data' / 'bot.db'}"))
    return tmp_path


def ran(*arguments: str, given: str = "", **env: str) -> Result:
    return CliRunner().invoke(facts, arguments, input=given, env=env, standalone_mode=False)


def said(*arguments: str, given: str = "", **env: str) -> str:
    done = ran(*arguments, given=given, **env)
    assert done.exception is None, done.exception
    return done.stdout


def refused(*arguments: str, **env: str) -> str:
    """Return the sentence of which the command line makes one line and status 2."""
    problem = ran(*arguments, **env).exception
    assert isinstance(problem, BotError | click.UsageError), problem
    assert "\n" not in str(problem)
    return str(problem)


def test_what_is_exported_can_be_imported_elsewhere(folder: Path) -> None:
    assert "2 files, 2 servers" in said("export", "all")
    one = said("export", "--server", str(HERE))
    assert one == (folder / "all" / f"{HERE}.yml").read_text("utf-8")
    env = {"DATABASE_URL": "sqlite+aiosqlite:///new/bot.db"}
    assert "done" in said("import", "all", "--yes", **env)
    assert said("export", "--server", str(HERE), **env) == one
    assert "0 added, 0 changed, 4 the same, 0 refused" in said("import", f"all/{HERE}.yml")


def test_an_import_asks_first_and_names_what_is_wrong(folder: Path) -> None:
    (folder / "more.yml").write_text("facts:\n- {subject: circuit:sepang, text: two}\n", encoding="utf-8")
    assert "--server" in refused("import", "more.yml")
    shown = said("import", "more.yml", "--server", str(THERE), given="n\n")
    assert "+ fact 2, circuit:sepang: two" in shown
    assert "done" not in shown
    assert "two" not in said("export", "--server", str(THERE))
    assert "done" in said("import", "more.yml", "--server", str(THERE), given="y\n")
    assert "two" in said("export", "--server", str(THERE))
    (folder / "wrong.yml").write_text("facts:\n- {subject: circuit:sepagn, text: two}\n", encoding="utf-8")
    done = ran("import", "wrong.yml", "--server", "5", "--yes")
    assert done.return_value == 1 or done.exit_code == 1
    assert 'wrong.yml:2: There is no circuit with the id "sepagn"; perhaps "sepang" is meant.' in done.stdout
    (folder / "broken.yml").write_text("facts: [", encoding="utf-8")
    assert "broken.yml: Line " in refused("import", "broken.yml", "--server", "5")


def test_a_backup_is_whole_and_by_itself(folder: Path) -> None:
    """Somebody else is in the middle of writing; the copy has what was saved before."""
    with sqlite3.connect(folder / "data" / "bot.db", isolation_level=None) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE facts SET text = 'half'")
        said("backup", "copy.db")
        writer.execute("ROLLBACK")
    assert [file.name for file in folder.glob("copy.db*")] == ["copy.db"]
    env = {"DATABASE_URL": "sqlite+aiosqlite:///copy.db"}
    for server in (HERE, THERE):
        asked = ("export", "--server", str(server))
        assert said(*asked, **env) == said(*asked)
    assert "itself" in refused("backup", "data/bot.db")
    assert "no folder" in refused("backup", "nowhere/copy.db")


def test_a_person_is_forgotten(folder: Path) -> None:
    assert str(BEN) in said("export", "--server", str(THERE))
    assert "removed from" in said("forget", str(BEN))
    for server in (HERE, THERE):
        assert str(BEN) not in said("export", "--server", str(server))


def test_what_cannot_be_is_one_sentence(folder: Path, postgres: Postgres) -> None:
    assert "folder" in refused("export")
    assert "7" in refused("export", "--server", "7")
    assert "abc" in refused("forget", "abc")
    assert "none.yml" in refused("import", "none.yml")
    (folder / "bad.db").write_bytes(b"x" * 5000)
    bad = {"DATABASE_URL": "sqlite+aiosqlite:///bad.db"}
    assert "damaged" in refused("export", **bad)
    assert "pg_dump" in refused("backup", "x", DATABASE_URL=postgres.new_database())
    away = {"DATABASE_URL": "postgresql+asyncpg://bot:secret@127.0.0.1:1/bot"}
    assert "secret" not in refused("export", **away)


def test_subjects_are_those_of_the_knowledge(knowledge: object) -> None:
    known = KnownSubjects(knowledge)  # type: ignore[arg-type]
    assert known(SEPANG) == ""
    for kind, right in (("class", "lmp2"), ("season", "2019-20"), ("topic", "anything")):
        assert known(Subject(SubjectKind(kind), right)) == ""
    assert known(Subject(SubjectKind.CLASS, "LMP2")).endswith(".")
