"""Asking for a picture: in the terminal, in a pipe, with arguments that are none."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.assistant import Assistant
from bot.presentation.pages import Outcome
from bot.terminal.pictures import saved_in

ONE = "--picture FILE is for one question. See `bot ask --help`.\n"
PNG = b"\x89PNG\r\n\x1a\n"


def bot(folder: Path, *arguments: str, said: str = "") -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "HOME": str(folder), "XDG_PICTURES_DIR": str(folder / "Pictures"), "KNOWLEDGE_DIR": ""}
    command = [sys.executable, "-m", "bot", *arguments]
    return subprocess.run(command, input=said, capture_output=True, encoding="utf-8", cwd=folder, env=env, check=False)


@pytest.mark.slow
def test_ask_writes_the_picture_beside_the_answer(tmp_path: Path) -> None:
    done = bot(tmp_path, "ask", "--picture", "titles.png", "record nations")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Most driver titles by nation\n")
    assert (tmp_path / "titles.png").read_bytes().startswith(PNG)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["--picture", "x.png", "tyres"], 0, "No picture goes with that answer; x.png was not written.\n"),
        (
            ["--picture", "x.png", "record", "season 2022"],
            2,
            ONE,
        ),
        (["--picture", "x.png"], 2, ONE),
        (
            ["--picture", "no/x.png", "record"],
            2,
            "The picture could not be written to no/x.png: No such file or directory.\n",
        ),
        (["--picture", ".", "record"], 2, "--picture FILE is a PNG: call it picture.png. See `bot ask --help`.\n"),
        (["--picture", "a/x", "record"], 2, "--picture FILE is a PNG: call it a/x.png. See `bot ask --help`.\n"),
        (["--picture", "x.jpg", "record"], 2, "--picture FILE is a PNG: call it x.png. See `bot ask --help`.\n"),
        (
            ["--picture", "x.png", "chart", "pie"],
            2,
            ONE,
        ),
        (
            ["--picture", "x.png", "chart compare Sepang"],
            0,
            "No picture goes with that answer; x.png was not written.\n",
        ),
    ],
    ids=[
        "no picture",
        "two questions",
        "no question",
        "no folder",
        "a folder",
        "no ending",
        "another ending",
        "no quotation marks",
        "no pair",
    ],
)
def test_what_cannot_be_written_is_one_sentence(tmp_path: Path, arguments: list[str], status: int, said: str) -> None:
    done = bot(tmp_path, "ask", *arguments)
    assert (done.returncode, done.stderr) == (status, said)
    assert list(tmp_path.glob("*.png")) == []


@pytest.mark.slow
def test_the_chat_saves_and_names_a_picture(tmp_path: Path) -> None:
    """At once where a picture was asked for, else when it is asked for by `picture`."""
    done = bot(tmp_path, "chat", said="picture\nchart map\nseason 2022\npicture\nquit\n")
    assert done.returncode == 0, done.stderr
    said = done.stdout.splitlines()
    named = [Path(line.removeprefix("Picture: ")) for line in said if line.startswith("Picture: ")]
    assert [file.name for file in named] == ["map-circuits.png", "calendar-2022.png"]
    assert all(file.read_bytes().startswith(PNG) for file in named)
    assert said.count("A picture goes with this: type picture to save it.") == 1


def test_a_folder_that_cannot_be_had_is_said(tmp_path: Path, assistant: Assistant) -> None:
    (tmp_path / "taken").write_text("")
    shown = assistant.reply("chart titles by class").picture
    assert shown is not None
    assert saved_in(tmp_path / "taken", shown).startswith("The picture could not be saved in ")


@pytest.mark.parametrize(
    "question",
    [
        "!chart pie",
        "!chart titles by shoe size",
        "!chart titles by",
        "!chart compare",
        "!chart compare Fuji",
        "!chart compare Fuji Fuji",
        "!chart compare Fuji and David Cheng",
        "!chart compare Monza and Imola",
        "!chart calendar 1999",
        "!chart calendar since 2013",
        "!chart calendar 2026-27",
        "!chart titles 2022",
        "!chart map of Mars",
        "!chart seasons seasons; rm -rf /",
        "!chart ../../etc/passwd",
        "!chart " + "x" * 300,
        "!chart titles by nation\x00\u202e",
        "!chart $\\frac{1}{0}$",
    ],
)
def test_what_is_no_picture_is_refused_in_a_sentence(assistant: Assistant, question: str) -> None:
    page = assistant.reply(question)
    if page.outcome is Outcome.ANSWERED:
        assert page.picture is not None
        assert page.picture.file_name.removesuffix(".png").replace("-", "").isalnum()
        return
    assert page.picture is None
    assert page.outcome in (Outcome.NOT_FOUND, Outcome.AMBIGUOUS)
    assert len(page.lead) == 1


@pytest.mark.parametrize("question", ["!chart", "chart", "!graph", "!charts"])
def test_a_chart_of_nothing_in_particular_asks_what_there_is(assistant: Assistant, question: str) -> None:
    assert assistant.reply(question).lead == assistant.reply("help chart").lead


@pytest.mark.parametrize("question", ["chart titles", "chart map", "show me a chart of titles by nation"])
def test_a_picture_that_is_asked_for_comes_at_once(assistant: Assistant, question: str) -> None:
    assert assistant.reply(question).picture_asked


@pytest.mark.parametrize(
    "question", ["record", "record teams", "circuit Fuji", "class GT", "season 2022", "compare Fuji Sepang"]
)
def test_a_picture_that_is_not_asked_for_waits(assistant: Assistant, question: str) -> None:
    page = assistant.reply(question)
    assert page.picture is not None
    assert not page.picture_asked
