"""New names on trial: what members can ask today is not given up."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml
from reading_notes import NOTES, SEPANG

from bot.assistant import Assistant
from bot.server_facts.model import ServerNotes, Subject, SubjectKind
from bot.understanding.local.trial import Free, LooksLike, Steals, Unfit
from bot.understanding.outcomes import Understood
from bot.understanding.reader import Reader

ROWS = yaml.safe_load(Path(__file__).with_name("theft.yml").read_text(encoding="utf-8"))
QUESTIONS = [
    line
    for line in files("bot.understanding.local").joinpath("questions.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def subject(said: str | None) -> Subject | None:
    return Subject(SubjectKind(said.split(":")[0]), said.split(":")[1]) if said else None


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['name']} for {row.get('for', 'a topic')}")
def test_a_name_is_tried(assistant: Assistant, row: dict[str, Any]) -> None:
    found = assistant.trial(NOTES, row["name"], subject(row.get("for")))
    assert type(found).__name__ == row["trial"], found
    if isinstance(found, Steals):
        assert found.question == row.get("question", found.question)
        assert found.question in found.sentence
    if isinstance(found, LooksLike):
        assert list(found.names) == row["names"]
    refused = assistant.against_name(NOTES, row["name"], subject(row.get("for")))
    assert bool(refused) == isinstance(found, Steals | Unfit)


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_of_the_set_is_answered_today(reader: Reader, question: str) -> None:
    """One that is not would guard nothing."""
    assert isinstance(reader.read(question).reading, Understood)


def test_the_name_of_everything_is_taken(assistant: Assistant) -> None:
    """No name of the series can be given to anything else."""
    knowledge = assistant.knowledge
    taken = [one.name for one in (*knowledge.circuits.values(), *knowledge.classes.values(), *knowledge.topics[:0])]
    taken += [driver.name for driver in list(knowledge.drivers.values())[::20]]
    taken += [team.name for team in list(knowledge.teams.values())[::10]]
    assert [name for name in taken if isinstance(assistant.trial(NOTES, name), Free | LooksLike)] == []


def test_the_name_of_a_subject_may_be_given_to_it_again(assistant: Assistant) -> None:
    assert assistant.trial(ServerNotes(1), "Sepang", SEPANG) == Free()


def test_subjects_are_known_or_said_not_to_be(assistant: Assistant) -> None:
    assert assistant.against_subject(SEPANG) == ""
    assert assistant.against_subject(Subject(SubjectKind.TOPIC, "anything")) == ""
    assert "circuit" in assistant.against_subject(Subject(SubjectKind.CIRCUIT, "monza"))
