"""The command line where something is wrong: options, settings, folders. One clear sentence, never a traceback."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest
from processes import bot, refused

from bot.settings import shipped_knowledge

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("arguments", "named"),
    [(["--jsn"], "--jsn"), (["ask", "--jsn"], "--jsn"), (["who won?"], "who won?"), (["chat", "now"], "now")],
)
def test_a_bad_option_is_one_line(tmp_path: Path, arguments: list[str], named: str) -> None:
    said = refused(bot(*arguments, cwd=tmp_path))
    assert named in said
    assert "--help" in said


def test_run_without_a_token_says_what_to_do(tmp_path: Path) -> None:
    assert "DISCORD_TOKEN" in refused(bot("run", cwd=tmp_path))


def test_a_token_that_is_none_is_refused_without_showing_it(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("DISCORD_TOKEN=abc def\n", encoding="utf-8")
    for arguments in (["run"], []):
        said = refused(bot(*arguments, cwd=tmp_path))
        assert "DISCORD_TOKEN" in said
        assert "abc" not in said


def test_a_broken_folder_is_told_before_anything_connects(tmp_path: Path) -> None:
    folder = broken_copy(tmp_path)
    said = refused(bot("run", cwd=tmp_path, KNOWLEDGE_DIR=str(folder), DISCORD_TOKEN="abc.def"), lines=0)
    assert str(folder) in said


def test_run_names_every_wrong_setting(tmp_path: Path) -> None:
    said = refused(bot("run", cwd=tmp_path, LOG_LEVEL="loud", SHARD_COUNT="0"), lines=2)
    assert "LOG_LEVEL" in said
    assert "SHARD_COUNT" in said


@pytest.mark.parametrize("arguments", [["ask", "help"], ["chat"], []], ids=["ask", "chat", "bot"])
def test_a_broken_folder_is_one_sentence_and_its_problems(tmp_path: Path, arguments: list[str]) -> None:
    folder = broken_copy(tmp_path)
    said = refused(bot(*arguments, cwd=tmp_path, KNOWLEDGE_DIR=str(folder)), lines=0).splitlines()
    assert str(folder) in said[0]
    assert any(line.startswith("series.yml:") for line in said[1:])


def test_a_folder_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    assert "KNOWLEDGE_DIR" in refused(bot("ask", "help", cwd=tmp_path, KNOWLEDGE_DIR="none"))
    assert "none" in refused(bot("check", "none", cwd=tmp_path))


def test_check_counts_what_is_in_order(tmp_path: Path) -> None:
    for arguments in (["check"], ["check", str(shipped_knowledge())]):
        done = bot(*arguments, cwd=tmp_path)
        assert done.returncode == 0, done.stdout.decode()
        assert re.search(r"\b\d+ seasons, 58 titles, 59 races, 10 circuits, .* no problems\.$", done.stdout.decode())


def test_check_prints_every_problem_and_exits_with_1(tmp_path: Path) -> None:
    done = bot("check", str(broken_copy(tmp_path)), cwd=tmp_path)
    assert done.returncode == 1
    lines = done.stdout.decode().splitlines()
    assert all(re.match(r"^[\w/.-]+:\d+: ", line) for line in lines)
    assert {"series.yml", "drivers.yml"} <= files_named(lines)
    assert done.stderr == b""


def test_check_writes_the_schema_where_asked(tmp_path: Path) -> None:
    folder = tmp_path / "knowledge"
    shutil.copytree(shipped_knowledge(), folder)
    for schema in folder.rglob("*.json"):
        schema.unlink()
    assert bot("check", str(folder), cwd=tmp_path).returncode == 0
    assert not list(folder.rglob("*.json"))
    assert bot("check", str(folder), "--write-schema", cwd=tmp_path).returncode == 0
    assert [json.loads(schema.read_text(encoding="utf-8")) for schema in folder.rglob("*.json")]


def broken_copy(folder: Path) -> Path:
    """Return a copy of the facts with two files that are wrong."""
    copy = folder / "broken"
    shutil.copytree(shipped_knowledge(), copy)
    (copy / "series.yml").write_text("name: [\n", encoding="utf-8")
    (copy / "drivers.yml").write_text("- id: 7\n", encoding="utf-8")
    return copy


def files_named(lines: Iterable[str]) -> set[str]:
    return {line.split(":", 1)[0] for line in lines}
