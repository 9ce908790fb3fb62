"""The command line as programs use it: real processes, whatever comes in, whoever leaves."""

from __future__ import annotations

import json
import os
import re
import select
import signal
import subprocess
from pathlib import Path

import pytest
from processes import BOT, PATIENCE, bot, clean, records

pytestmark = pytest.mark.slow

KEYS = ["question", "outcome", "title", "text", "choices", "sources", "query"]
OUTCOMES = {"answered", "ambiguous", "not_found", "help"}
TITLE = "!champion LMP3 2022"


def test_each_question_is_one_object_in_order(tmp_path: Path) -> None:
    asked = [TITLE, "", "xyzzy plugh", TITLE]
    found = records(bot("ask", "--json", *asked, cwd=tmp_path))
    assert [record["question"] for record in found] == asked
    assert all(list(record) == KEYS for record in found)
    assert {record["outcome"] for record in found} <= OUTCOMES
    assert found[0]["outcome"] == "answered"
    assert found[0] == found[3]
    assert found[0]["sources"]


def test_lines_and_arguments_get_the_same_answers(tmp_path: Path) -> None:
    asked = [TITLE, "circuit Sepang", "help"]
    by_line = bot("ask", "--json", given="\n".join(asked).encode(), cwd=tmp_path)
    assert records(by_line) == records(bot("ask", "--json", *asked, cwd=tmp_path))


def test_the_mark_before_a_command_can_be_changed(tmp_path: Path) -> None:
    changed = records(bot("ask", "--json", "?champion LMP3 2022", cwd=tmp_path, COMMAND_PREFIX="?"))
    assert changed[0]["query"] == records(bot("ask", "--json", TITLE, cwd=tmp_path))[0]["query"]


def test_any_bytes_get_one_answer_a_line(tmp_path: Path) -> None:
    """Bytes that are no UTF-8, NULs, both line ends, empty lines, a line of 1 MB, and no end at the end."""
    lines = [b"\xff\xfe\xc3", b"\x00LMP3\x00", b"who won LMP3?\r", b"", b"\xe2\x80\xa8", b"a" * 1_000_000, b"help"]
    found = records(bot("ask", "--json", given=b"\n".join(lines), cwd=tmp_path))
    wanted = [line.decode("utf-8", "replace").removesuffix("\r") for line in lines]
    assert [record["question"] for record in found] == wanted


def test_no_lines_are_no_answers(tmp_path: Path) -> None:
    assert records(bot("ask", "--json", cwd=tmp_path)) == []
    assert records(bot("ask", cwd=tmp_path)) == []


def test_an_argument_that_is_no_text_comes_back(tmp_path: Path) -> None:
    done = subprocess.run(
        [*BOT, "ask", "--json", b"caf\xff"],
        capture_output=True,
        cwd=tmp_path,
        env=clean(),
        timeout=PATIENCE,
        check=True,
    )
    assert records(done)[0]["question"] == "caf\udcff"


def test_each_answer_comes_before_the_next_question(tmp_path: Path) -> None:
    """A program may keep the bot running and talk to it through two pipes."""
    with subprocess.Popen(
        [*BOT, "ask", "--json"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=tmp_path, env=clean()
    ) as process:
        for question in (TITLE, "help", ""):
            process.stdin.write(f"{question}\n".encode())
            process.stdin.flush()
            assert select.select([process.stdout], [], [], PATIENCE)[0]
            assert json.loads(process.stdout.readline())["question"] == question
        process.stdin.close()
        assert process.wait(PATIENCE) == 0


def test_a_conversation_asks_on(tmp_path: Path) -> None:
    asked = [TITLE, "and in 2023?"]
    alone = records(bot("ask", "--json", *asked, cwd=tmp_path))
    together = records(bot("ask", "--json", "--conversation", *asked, cwd=tmp_path))
    assert together[0] == alone[0]
    assert together[1] != alone[1]
    assert "LMP3" in str(together[1]["title"])


def test_explain_tells_what_was_taken_from_before(tmp_path: Path) -> None:
    asked = ("--conversation", "who won LMP3 in 2022", "and in 2023?")
    _, record = records(bot("ask", "--json", "--explain", *asked, cwd=tmp_path))
    assert any("Champions(classes=lmp3, seasons=2023)" in line for line in record["explain"])


def test_explain_says_how_it_was_read(tmp_path: Path) -> None:
    (record,) = records(bot("ask", "--json", "--explain", TITLE, cwd=tmp_path))
    assert list(record) == [*KEYS, "explain"]
    assert record["explain"]
    text = bot("ask", "--explain", TITLE, cwd=tmp_path).stdout.decode()
    assert all(f"- {line}" in text for line in record["explain"])


def test_text_shows_the_whole_answer(tmp_path: Path) -> None:
    (record,) = records(bot("ask", "--json", TITLE, cwd=tmp_path))
    text = bot("ask", TITLE, cwd=tmp_path).stdout.decode()
    assert text.startswith(f"{record['title']}\n\n{record['text']}\n\nSources:\n- ")
    assert [source for source in record["sources"] if f"- {source}" not in text] == []


def test_several_answers_say_what_they_answer(tmp_path: Path) -> None:
    asked = [TITLE, "circuit Sepang"]
    text = bot("ask", *asked, cwd=tmp_path).stdout.decode()
    assert re.findall(r"^> (.*)$", text, re.MULTILINE) == asked


@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii:strict"},
        {"PYTHONIOENCODING": "latin-1"},
    ],
)
def test_output_is_utf8_whatever_the_locale(tmp_path: Path, env: dict[str, str]) -> None:
    plain = bot("ask", "--json", TITLE, cwd=tmp_path)
    assert not plain.stdout.isascii()
    assert bot("ask", "--json", TITLE, cwd=tmp_path, **env).stdout == plain.stdout


def test_a_reader_who_leaves_is_no_failure(tmp_path: Path) -> None:
    with subprocess.Popen(
        [*BOT, "ask"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path, env=clean()
    ) as process:
        process.stdin.write(b"help\n")
        process.stdin.flush()
        assert process.stdout.readline()
        process.stdout.close()
        process.stdin.write(b"help\n" * 20)
        process.stdin.close()
        assert process.wait(PATIENCE) == 0
        assert process.stderr.read() == b""


@pytest.mark.parametrize("arguments", [["ask", "help"], ["--help"], ["check"]])
def test_nobody_reading_at_all_is_no_failure(tmp_path: Path, arguments: list[str]) -> None:
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as output:
        done = subprocess.run(
            [*BOT, *arguments],
            stdout=output,
            stderr=subprocess.PIPE,
            cwd=tmp_path,
            env=clean(),
            timeout=PATIENCE,
            check=False,
        )
    assert (done.returncode, done.stderr) == (0, b"")


def test_interrupted_it_leaves_at_once(tmp_path: Path) -> None:
    with subprocess.Popen(
        [*BOT, "ask"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path, env=clean()
    ) as process:
        process.stdin.write(b"help\n")
        process.stdin.flush()
        assert process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 130
        assert process.stderr.read() == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("arguments", [["ask", "help"], ["--help"], ["check"]])
def test_a_full_disk_is_one_sentence(tmp_path: Path, arguments: list[str]) -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123 - a device
        done = subprocess.run(
            [*BOT, *arguments],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=tmp_path,
            env=clean(),
            timeout=PATIENCE,
            check=False,
        )
    assert done.returncode == 2
    assert b"refused to read or write" in done.stderr
    assert done.stderr.count(b"\n") == 1
