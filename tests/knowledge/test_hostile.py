"""What no editor meant to write: one clear problem each, never an exception."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tiny_folder import Folder

from bot.knowledge import folder as limits
from bot.knowledge.loading import check_folder
from bot.knowledge.problems import MOST_PROBLEMS, Problem

SEASON = "seasons/2019-20.yml"

BOMB = "a: &a [x, x]\n" + "".join(
    f"{new}: &{new} [*{old}, *{old}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (BOMB, "1: a: the anchor &a is not allowed; write it out"),
        (
            "drivers: !!python/object/apply:os.system [ls]\n",
            '1: drivers: the tag "tag:yaml.org,2002:python/object/apply:os.system" is not allowed; leave it out',
        ),
        ("[" * 3000, f"1: {'[0]' * 20}: this is nested more than 20 levels deep"),
        (b" " * 10_000_000, "1: the file has 10.0 MB; at most 1 MB is read, so split it"),
        (b" " * 1_000_001, "1: the file has 1.1 MB; at most 1 MB is read, so split it"),
        ("drivers:\n  - name: Müller".encode("latin-1"), "2: this is not UTF-8 text; save the file as UTF-8"),
        (b"\0" * 1000, "1: the control character U+0000 is not allowed; delete it"),
        (b"", "1: the file is empty"),
        ("just text", '1: expected keys with values, found the text "just text"'),
        ("- a\n- b\n", "1: expected keys with values, found a list"),
        ("drivers: [" + "[]," * 40_000 + "]", "1: drivers[12001]: the file holds more than 12,000 values; split it"),
        ("drivers: [" + "1," * 40_000 + "]", "1: drivers[12001]: the file holds more than 12,000 values; split it"),
        ("a: 1\n" * 40_000, "202: too many keys are there twice or are not text"),
        ("drivers: []\ndrivers: []\n", "2: drivers: this key is there twice"),
    ],
)
def test_a_hostile_file_gives_one_problem(folder: Folder, content: bytes | str, line: str) -> None:
    folder.write("drivers.yml", content)
    about_file = [problem for problem in folder.problems() if problem.startswith("drivers.yml:")]
    assert about_file == [f"drivers.yml:{line}"]


def test_a_flood_of_problems_is_cut(folder: Folder) -> None:
    folder.write("drivers.yml", "drivers:\n" + "- 1\n" * 5_000)
    about_file = [problem for problem in folder.problems() if problem.startswith("drivers.yml:")]
    assert len(about_file) == MOST_PROBLEMS + 1
    assert about_file[-1] == f"drivers.yml:{MOST_PROBLEMS + 2}: there are more problems from here on"


def test_foreign_files_and_folders_are_named(folder: Folder) -> None:
    for file in ("driver.yml", "old/drivers.yml", "circuits/fuji.yaml", "schema/x.yml", "seasons/more/2009.yml"):
        folder.write(file, "a: b\n")
    assert folder.problems() == [
        "circuits/fuji.yaml:1: not a file I know; this folder holds <id>.yml files",
        "driver.yml:1: not a file I know; I read series.yml, vocabulary.yml, sources.yml, countries.yml, classes.yml, "
        "drivers.yml, teams.yml",
        "old:1: not a folder I know; I read cues, circuits, seasons, history",
        "schema/x.yml:1: not a file I know; this folder holds generated *.json files",
        "seasons/more:1: not a file I know; this folder holds <id>.yml files",
    ]


def test_papers_schemas_and_hidden_files_are_passed_over(folder: Folder) -> None:
    for file in (
        "README.md",
        "LICENSE",
        "LICENSE-DATA.txt",
        "x.json",
        "schema/drivers.json",
        ".git/config",
        "seasons/.x",
    ):
        folder.write(file, b"\xff")
    assert folder.problems() == []


def test_missing_parts_are_named(folder: Folder, tmp_path: Path) -> None:
    folder.remove("history/organiser.yml")
    (folder.path / "history").rmdir()
    folder.remove("vocabulary.yml")
    assert folder.problems() == [
        "history:1: this folder is missing; it holds one file a topic",
        "vocabulary.yml:1: this file is missing",
    ]
    nowhere = tmp_path / "nowhere"
    assert check_folder(nowhere) == (Problem(".", 1, "", f"there is no folder {nowhere}"),)


def test_a_link_out_of_the_folder_is_not_followed(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "secret.yml").write_text("a: b\n", encoding="utf-8")
    (folder.path / "circuits" / "secret.yml").symlink_to(tmp_path / "secret.yml")
    (folder.path / "circuits" / "gone.yml").symlink_to(folder.path / "nothing.yml")
    assert folder.problems() == [
        "circuits/gone.yml:1: this is not an ordinary file",
        "circuits/secret.yml:1: this link leads out of the folder; put a copy here",
    ]


def test_a_pipe_does_not_hang_the_check(folder: Folder) -> None:
    os.mkfifo(folder.path / "circuits" / "pipe.yml")
    assert folder.problems() == ["circuits/pipe.yml:1: this is not an ordinary file"]


def test_a_folder_over_its_limits_is_not_read(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    line = ".:1: the folder is too large; at most {} files and 20 MB are read"
    monkeypatch.setattr(limits, "MOST_FILES", 5)
    assert folder.problems() == [line.format(5)]
    monkeypatch.undo()
    monkeypatch.setattr(limits, "LARGEST_FOLDER", 0)
    assert folder.problems() == [".:1: the folder is too large; at most 2,000 files and 0 MB are read"]


def test_terminal_codes_in_the_data_are_not_printed_raw(folder: Folder) -> None:
    folder.write("circuits/a\x1b[2J.yml", "a: 1\n")
    folder.change("drivers.yml", "name: James French", 'name: James French\n    "a\\u202Eb": 1')
    assert all(problem.isprintable() for problem in folder.problems())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(
    content=st.one_of(
        st.binary(max_size=80),
        st.recursive(
            st.sampled_from(["x", "1", "true", "~", "2009-10-31", "[]", "{}"]),
            lambda inner: st.one_of(
                st.lists(inner, max_size=3).map(lambda parts: f"[{', '.join(parts)}]"),
                st.dictionaries(
                    st.sampled_from(
                        ["id", "name", "sources", "drivers", "aliases", "about", "class", "champions", "rounds"]
                    ),
                    inner,
                    max_size=4,
                ).map(lambda parts: "{" + ", ".join(f"{key}: {value}" for key, value in parts.items()) + "}"),
            ),
            max_leaves=12,
        ).map(str.encode),
    ),
    file=st.sampled_from(
        ["drivers.yml", SEASON, "series.yml", "vocabulary.yml", "history/organiser.yml", "sources.yml"]
    ),
)
def test_any_bytes_give_problems_and_never_an_exception(folder: Folder, content: bytes, file: str) -> None:
    before = (folder.path / file).read_bytes()
    folder.write(file, content)
    try:
        assert any(problem.startswith(f"{file}:") for problem in folder.problems())
    finally:
        folder.write(file, before)
