"""Asking on: what a question leaves open is taken from the one before."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.assistant import Assistant
from bot.presentation.pages import Outcome

ROWS = yaml.safe_load(Path(__file__).with_name("conversations.yml").read_text("utf-8"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_each_line_is_heard_after_those_before(assistant: Assistant, row: dict[str, list[str]]) -> None:
    """The whole query is compared, so that nothing stays behind that should have gone."""
    talk = assistant.conversation()
    assert [talk.reply(line).query for line in row["ask"]] == row["queries"]


def test_he_may_be_one_of_a_crew(assistant: Assistant) -> None:
    """Three champions share the title: who is meant is asked, with questions that can be answered as they stand."""
    talk = assistant.conversation()
    talk.reply("who won LMP3 in 2022?")
    page = talk.reply("how many titles has he won?")
    assert page.outcome is Outcome.AMBIGUOUS
    assert [assistant.reply(choice).title for choice in page.choices] == [
        "Christophe Cresp",
        "Antoine Doquin",
        "Steven Palette",
    ]


def test_a_question_that_is_not_understood_is_forgotten(assistant: Assistant) -> None:
    talk = assistant.conversation()
    talk.reply("who won LMP3 in 2022?")
    assert talk.reply("what is the weather like in Paris").outcome is Outcome.NOT_FOUND
    assert talk.reply("and in 2023?").query == "Champions(classes=lmp3, seasons=2023)"


def test_nothing_is_shared_between_conversations(assistant: Assistant) -> None:
    assistant.conversation().reply("who won LMP3 in 2022?")
    assert "lmp3" not in assistant.conversation().reply("and in 2023?").query
