"""The chat as a person has it: a real process on a real pseudo-terminal, read through a terminal emulator."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pexpect
import pyte
import pytest

pytestmark = pytest.mark.slow
PATIENCE = 20.0


class Terminal:
    """`bot` on a terminal of 60 columns."""

    def __init__(self, folder: Path, columns: int = 60, **env: str) -> None:
        plain = {name: os.environ[name] for name in ("PATH", "LANG", "PYTHONPATH") if name in os.environ}
        here = {"TERM": "xterm-256color", "PROMPT_TOOLKIT_NO_CPR": "1", "HOME": str(folder)}
        self.raw = b""
        self.screen = pyte.Screen(columns, 60)
        self.stream = pyte.ByteStream(self.screen)
        self.process = pexpect.spawn(
            sys.executable, ["-m", "bot"], cwd=str(folder), env=plain | here | env, dimensions=(60, columns)
        )

    @property
    def lines(self) -> list[str]:
        return [line.rstrip() for line in self.screen.display if line.strip()]

    def wait(self, seen: Callable[[list[str]], bool]) -> list[str]:
        """Read until the lines on the screen satisfy `seen`."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self.lines and seen(self.lines):
                return self.lines
            try:
                data = self.process.read_nonblocking(65_536, timeout=0.05)
            except pexpect.TIMEOUT:
                continue
            self.raw += data
            self.stream.feed(data)
        pytest.fail("\n".join(self.lines))

    def wait_for_prompt(self) -> list[str]:
        return self.wait(lambda lines: lines[-1] == ">")

    def ask(self, line: str) -> list[str]:
        self.process.send(line + "\r")
        self.wait(lambda lines: any(shown.startswith("╰") for shown in lines) and lines[-1] == ">")
        return self.lines

    def leave(self) -> int:
        self.process.expect(pexpect.EOF, timeout=PATIENCE)
        self.process.close()
        assert b"Traceback" not in self.raw
        return int(self.process.exitstatus)


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    started: list[Terminal] = []

    def begin(**options: object) -> Terminal:
        started.append(Terminal(tmp_path, **options))
        started[-1].wait_for_prompt()
        return started[-1]

    yield begin
    for terminal in started:
        terminal.process.close(force=True)


def test_a_question_gets_a_card_in_colour(start: Callable[..., Terminal]) -> None:
    terminal = start()
    assert "DISCORD_TOKEN" in " ".join(terminal.lines)
    shown = terminal.ask("!champion LMP3 2022")
    assert any(line.startswith("│ ") and "LMP3" in line for line in shown)
    assert b"38;5;" in terminal.raw
    assert max(len(line) for line in shown) <= 60


@pytest.mark.parametrize("columns", [60, 40])
@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=["no colour", "dumb"])
def test_plain_terminals_get_the_same_without_colour(
    start: Callable[..., Terminal], columns: int, env: dict[str, str]
) -> None:
    terminal = start(columns=columns, **env)
    shown = terminal.ask("!champion LMP3 2022")
    assert any(line.startswith("│ ") and "LMP3" in line for line in shown)
    assert b"38;5;" not in terminal.raw


def test_ctrl_c_clears_the_line_and_ctrl_d_leaves(start: Callable[..., Terminal]) -> None:
    terminal = start()
    terminal.process.send("never mind")
    terminal.wait(lambda lines: any(line.startswith("> never mind") for line in lines))
    terminal.process.sendintr()
    terminal.wait_for_prompt()
    terminal.process.sendeof()
    assert terminal.leave() == 0


@pytest.mark.parametrize("word", ["quit", "EXIT "])
def test_a_word_leaves(start: Callable[..., Terminal], word: str) -> None:
    terminal = start()
    terminal.process.send(word + "\r")
    assert terminal.leave() == 0


def test_completions_appear_while_typing(start: Callable[..., Terminal]) -> None:
    terminal = start()
    terminal.process.send("!champ")
    terminal.wait(lambda lines: lines[-1] != "> !champ" and "!champion" in lines[-1])


def test_an_unwritable_home_is_no_failure(start: Callable[..., Terminal]) -> None:
    terminal = start(XDG_STATE_HOME=os.devnull)
    assert terminal.ask("help")
    terminal.process.sendeof()
    assert terminal.leave() == 0


def test_piped_it_is_plain_lines(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot", "chat"],
        input=b"!champion LMP3 2022\n\nquit\nnever asked\n",
        capture_output=True,
        cwd=tmp_path,
        check=True,
        timeout=PATIENCE,
    )
    text = done.stdout.decode()
    assert "\x1b" not in text
    assert "> !champion LMP3 2022\n" in text
    assert "never asked" not in text
    assert done.stderr == b""
