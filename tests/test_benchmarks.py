"""The benchmarks measure what they say; a slow machine fails none of these."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from random import Random

import pytest

from benchmarks import loading, profiling, questions, replies, rivals, slips
from benchmarks.figures import Figures, Row, table
from benchmarks.processes import in_turns, output, python
from bot.assistant import Assistant
from bot.knowledge.base import Knowledge
from bot.presentation.pages import Outcome

ROOT = Path(__file__).parents[1]
BOT = ROOT / "bot"


@pytest.mark.slow
def test_a_tiny_run_fills_the_whole_table() -> None:
    command = [sys.executable, "-m", "benchmarks", "--quick"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    lines = done.stdout.split("-\n", 1)[1].splitlines()
    for what in (
        "cold",
        "import discord",
        "start: imports",
        "start: YAML",
        "to a command",
        "to a plain question",
        "parses and dispatches",
        "names instead of",
        "in a server with 100 facts",
        "slip",
        "from its text to the embed",
        "the bot's gazetteer",
        "WRatio",
        "thefuzz",
        "difflib",
        "first picture",
        "longest pause",
        "a picture that is kept",
        "first use of a server",
        "servers in memory",
        "bare discord.py bot",
        "whole bot",
    ):
        assert any(what in line for line in lines), what
    promised = [line for line in lines if "≤" in line or "≥" in line]
    # One more where a PostgreSQL can be started.
    assert len(promised) == 16 + bool(find_spec("pgserver"))
    assert all(line.endswith(("yes", "NO")) for line in promised)


def test_figures_tell_the_middle_and_the_tail() -> None:
    figures = Figures(tuple(float(number) for number in range(1, 102)))
    assert (figures.median, figures.share(99)) == (51, 100)
    assert str(figures.scaled(2)) == "102 (52 to 152)"
    assert str(Figures((3.0,))) == "3 (3 to 3)"


def test_the_table_says_which_promises_hold() -> None:
    lines = table([Row("a", "1", "≤ 2", True), Row("b", "3", "≤ 2", False), Row("c", "4")]).splitlines()
    assert [line.split()[-1] for line in lines[2:]] == ["yes", "NO", "4"]


def test_processes_take_turns_and_a_broken_one_is_no_measurement() -> None:
    quick, slow = in_turns([python("pass"), python("import time; time.sleep(0.3)")], rounds=2)
    assert len(quick.values) == len(slow.values) == 2
    assert slow.median > 0.3
    with pytest.raises(subprocess.CalledProcessError):
        output(python("raise SystemExit(2)"))


def test_questions_are_many_different_and_answered(assistant: Assistant, knowledge: Knowledge) -> None:
    """A benchmark of refusals, or of one question over and over, would tell nothing."""
    for make in (questions.commands, questions.plain):
        asked = questions.sample(make(knowledge), Random(1), 2_000)
        assert len(asked) == len({question.casefold() for question in asked}) > 500
        answered = sum(assistant.reply(question).outcome is Outcome.ANSWERED for question in asked)
        assert answered / len(asked) > 0.8


def test_each_reply_is_timed_once(assistant: Assistant) -> None:
    taken = replies.timed(assistant, ["!champion GT", "series"])
    assert list(taken) == ["!champion GT", "series"]
    assert all(0 < microseconds < 10e6 for microseconds in taken.values())


def test_the_stages_of_a_start_are_all_there(knowledge: Knowledge) -> None:
    stages = loading.stages(ROOT / "knowledge")
    assert list(stages)[:4] == ["imports", "YAML", "models", "links and rules"]
    assert all(seconds >= 0 for seconds in stages.values())


def test_a_profile_gives_each_room_what_it_and_its_libraries_took(assistant: Assistant) -> None:
    spent = profiling.rooms(assistant, ["!champion LMP3 2022", "who won GT in 2019", "how fast is nobody"])
    assert {"understanding", "answering", "presentation", "discord_app", "text", "assistant.py"} <= set(spent)
    assert min(spent.values()) >= 0
    assert spent[profiling.LIBRARIES] < spent.total() / 2
    assert [room for room in spent if room != profiling.LIBRARIES and not (BOT / room).exists()] == []


def test_a_slip_is_one_slip() -> None:
    dice = Random(5)
    for _ in range(200):
        said = slips.slipped("sepang", dice)
        assert said != "sepang"
        assert abs(len(said) - len("sepang")) <= 1
    assert slips.with_a_slip("Yas Marina Circuit", dice).startswith("yas ")


def test_each_way_to_look_a_name_up_finds_it_as_it_is_written(knowledge: Knowledge) -> None:
    """A rival that cannot find what is spelt right would be measured wrong."""
    known = rivals.labels(knowledge)
    for way, look_up in rivals.ways(knowledge, known).items():
        some = [name for name in known if name.isascii()][:25]
        found = sum(look_up(name) == known[name] for name in some)
        assert found >= 20, way
    _, right = rivals.measured(lambda said: frozenset(), [rivals.Asked("x", known[next(iter(known))])])
    assert right == 0


def test_a_wrong_reading_of_a_slip_is_counted(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = [slips.Named("circuit", "Sepang International Circuit", "CircuitProfile(circuit=fuji-speedway")]
    monkeypatch.setattr(slips, "names", lambda knowledge: broken)
    share = next(slips.rows(assistant, 5))
    assert (share.measured, share.holds) == ("0.00%", False)
