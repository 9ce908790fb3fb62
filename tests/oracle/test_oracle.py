"""The bot and the oracle agree on every question; the oracle knows nothing that the bot has worked out."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest
import shipped

from .judging import Ruling, counts, judge, named
from .questions import KINDS, questions

FOLDER = Path(__file__).parent
SEES_THE_BOT = {"__main__.py", "test_oracle.py"}


@pytest.mark.parametrize("kind", KINDS)
def test_the_bot_agrees(kind: str) -> None:
    assistant = shipped.assistant()
    wrong = []
    for question in questions(kind):
        page = assistant.reply(question.asked)
        judgement = judge(page, question.expected)
        if judgement.ruling is not Ruling.RIGHT:
            wrong.append((question.asked, f"{judgement.ruling}: {judgement.why}", page.lead))
    assert wrong == []


def test_at_least_two_thousand_different_questions_are_asked() -> None:
    assert len({question.asked for kind in KINDS for question in questions(kind)}) >= 2000


def test_the_questions_are_spread_evenly() -> None:
    assert len({len(questions(kind)) for kind in KINDS}) == 1


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.py")), ids=lambda path: path.name)
def test_the_oracle_shares_no_code_with_the_bot(path: Path) -> None:
    """Else a mistake could sit in both, and they would agree on it."""
    roots = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            roots |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            roots.add(str(node.module).split(".")[0])
    if path.name not in SEES_THE_BOT:
        assert roots <= {*sys.stdlib_module_names, "yaml"}


def test_the_longest_name_that_fits_is_the_one_that_is_told() -> None:
    assert named("LMP2 Am and GT", "classes") == [{"lmp2-am"}, {"gt"}]
    assert named("It ran on 3 December 2023, in 2023–24.", "seasons") == [{"2023-24"}]


@pytest.mark.parametrize("told", ["has won 3 titles", "won three class titles: all in LMP2"])
def test_a_figure_counts_what_is_asked(told: str) -> None:
    assert counts(told, 3, "titles?")


@pytest.mark.parametrize(
    "told", ["the 3 Hours of Fuji", "on 3 December 2017", "2015–16", "#3", "3 drivers, 1 title", "13"]
)
def test_other_numbers_count_nothing(told: str) -> None:
    assert not counts(told, 3, "titles?")
    assert not counts(told.removesuffix(", 1 title").replace("3 drivers", ""), 3)
