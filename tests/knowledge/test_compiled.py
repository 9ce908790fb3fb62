"""What is kept between starts is the very same knowledge, and never that of other files or another program."""

from __future__ import annotations

import os
import pickle
import shutil
import subprocess
import sys
from dataclasses import fields
from hashlib import blake2b
from pathlib import Path

import pytest
from shipped import FOLDER
from tiny_folder import Folder

from bot.knowledge.compiled import Compiled, mark_of
from bot.knowledge.loading import load_folder
from bot.knowledge.problems import KnowledgeError
from bot.knowledge.tables import Tables

MARK = mark_of([])


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def kept_in(cache: Path) -> Path:
    (file,) = cache.iterdir()
    return file


def plain(tables: Tables) -> dict[str, object]:
    return {one.name: getattr(tables, one.name) for one in fields(Tables)}


@pytest.mark.parametrize("shipped", [True, False])
def test_what_was_kept_is_what_was_read(folder: Folder, cache: Path, shipped: bool) -> None:
    path = FOLDER if shipped else folder.path
    first, again = load_folder(path, cache), load_folder(path, cache)
    assert plain(first) == plain(again) == plain(load_folder(path))
    assert list(first.seasons) == list(again.seasons)
    assert again.vocabulary.model_fields_set == first.vocabulary.model_fields_set
    assert repr(again) == repr(first)
    with pytest.raises(TypeError):
        again.drivers["x"] = again.drivers[next(iter(again.drivers))]  # type: ignore[index]


def test_it_is_read_and_not_only_written(folder: Folder, cache: Path) -> None:
    tables = load_folder(folder.path, cache)
    other = Compiled(cache, folder.path)
    assert other.read(MARK) is None
    other.write(MARK, tables)
    kept = other.read(MARK)
    assert kept is not None
    assert plain(kept) == plain(tables)


def test_a_changed_file_is_read_anew(folder: Folder, cache: Path) -> None:
    load_folder(folder.path, cache)
    folder.change("circuits/fuji.yml", "name: Fuji", "name: Mount Fuji")
    assert load_folder(folder.path, cache).circuits["fuji"].name.startswith("Mount Fuji")
    kept_in(cache)  # one file a folder, however often it changes
    folder.change("circuits/fuji.yml", "name: Mount Fuji", "name: Fuji")
    assert load_folder(folder.path, cache).circuits["fuji"].name.startswith("Fuji")


def test_a_broken_folder_is_refused_whatever_was_kept(folder: Folder, cache: Path) -> None:
    load_folder(folder.path, cache)
    folder.change("seasons/2019-20.yml", "- james-french\n", "- james-frensh\n")
    for _ in range(2):
        with pytest.raises(KnowledgeError, match="james-frensh"):
            load_folder(folder.path, cache)
    folder.change("seasons/2019-20.yml", "- james-frensh\n", "- james-french\n")
    folder.write("stranger.txt", "")
    with pytest.raises(KnowledgeError, match="not a file I know"):
        load_folder(folder.path, cache)


def test_a_file_that_goes_or_moves_counts(folder: Folder, cache: Path) -> None:
    load_folder(folder.path, cache)
    folder.remove("history/organiser.yml")
    assert load_folder(folder.path, cache).history == ()


def spoil(file: Path, how: str) -> None:
    content = file.read_bytes()
    head, rest = content[:64], content[128:]
    match how:
        case "torn":
            file.write_bytes(content[: len(content) // 2])
        case "one bit":
            file.write_bytes(content[:-9] + bytes([content[-9] ^ 1]) + content[-8:])
        case "empty":
            file.write_bytes(b"")
        case "whole, but nonsense":
            file.write_bytes(head + blake2b(rest[:99]).digest() + rest[:99])
        case "whole, but something else":
            odd = pickle.dumps({"series": 1})
            file.write_bytes(head + blake2b(odd).digest() + odd)
        case "a folder":
            file.unlink()
            file.mkdir()
        case "for everybody to write":
            file.chmod(0o666)


SPOILED = ["torn", "one bit", "empty", "whole, but nonsense", "whole, but something else", "a folder"]


@pytest.mark.parametrize("how", [*SPOILED, "for everybody to write"])
def test_what_is_not_to_be_trusted_is_passed_over(folder: Folder, cache: Path, how: str) -> None:
    tables = load_folder(folder.path, cache)
    spoil(kept_in(cache), how)
    mark = mark_of([])
    assert Compiled(cache, folder.path).read(mark) is None
    assert plain(load_folder(folder.path, cache)) == plain(tables)
    if how != "a folder":
        assert kept_in(cache).stat().st_mode & 0o777 == 0o600, "written anew, for its owner alone"


class Harmful:
    """Pickles call what they like, unless whoever reads them says no."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("touch harmed",)


def test_nothing_in_it_can_run(folder: Folder, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    load_folder(folder.path, cache)
    file = kept_in(cache)
    for harm in (Harmful(), {"series": Harmful()}, pickle.Unpickler, Folder):
        odd = pickle.dumps(harm)
        file.write_bytes(file.read_bytes()[:64] + blake2b(odd).digest() + odd)
        file.chmod(0o600)
        assert load_folder(folder.path, cache).series.current == "2019-20"
    assert not (tmp_path / "harmed").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_where_nothing_can_be_written_nothing_is_kept(folder: Folder, cache: Path) -> None:
    cache.mkdir(mode=0o500)
    assert load_folder(folder.path, cache / "below").series == load_folder(folder.path).series
    assert list(cache.iterdir()) == []


def test_a_file_where_the_cache_should_be_is_left_in_peace(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"mine")
    assert load_folder(folder.path, tmp_path / "file").series == load_folder(folder.path).series
    assert (tmp_path / "file").read_bytes() == b"mine"


@pytest.mark.slow
def test_another_program_checks_anew(folder: Folder, tmp_path: Path) -> None:
    """A rule that is new to the program is held against what an earlier program had nothing against."""
    shutil.copytree(Path(__file__).parents[2] / "bot", tmp_path / "bot", ignore=shutil.ignore_patterns("__pycache__"))

    def asked() -> subprocess.CompletedProcess[str]:
        env = os.environ | {"KNOWLEDGE_DIR": str(folder.path), "CACHE_DIR": str(tmp_path / "cache")}
        command = [sys.executable, "-m", "bot", "ask", "!champion LMP2 2019-20"]
        return subprocess.run(
            command, cwd=tmp_path, env=env | {"PYTHONPATH": str(tmp_path)}, capture_output=True, text=True, check=False
        )

    assert [asked().returncode for _ in range(2)] == [0, 0]
    rules = tmp_path / "bot" / "knowledge" / "rules.py"
    strict = rules.read_text("utf-8").replace("    if years_of(season.id) is None:", "    if season.id:")
    rules.write_text(strict, "utf-8")
    refused = asked()
    assert refused.returncode == 2
    assert "is not a season such as" in refused.stderr
