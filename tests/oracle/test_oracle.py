"""The bot and the oracle agree on every question; the oracle knows nothing that the bot has worked out."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest
import shipped

from .judging import Ruling, judge
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
