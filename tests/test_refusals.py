"""What is not known, or could mean several things, is said to be so; the rows are in `tests/refusals.yml`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from page_laws import flaws

from bot.assistant import Assistant
from bot.presentation.pages import Outcome
from bot.understanding.outcomes import Unclear
from bot.understanding.reader import Reader

TABLE: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("refusals.yml").read_text(encoding="utf-8"))
NOT_FOUND = [(ask, row) for row in TABLE["not_found"] for ask in row["ask"]]
AMBIGUOUS = [(ask, row["choices"]) for row in TABLE["ambiguous"] for ask in row["ask"]]
ANSWERABLE = {Outcome.ANSWERED, Outcome.HELP}


@pytest.mark.parametrize(("ask", "row"), NOT_FOUND, ids=[ask for ask, _ in NOT_FOUND])
def test_what_is_not_known_is_not_guessed(assistant: Assistant, reader: Reader, ask: str, row: dict[str, Any]) -> None:
    """A wrong fact is the worst that can happen: the page says what is missing, and leads to what there is."""
    page = assistant.reply(ask)
    assert page.outcome in {"not_found", row.get("outcome_also")}, (page.query, page.text)
    assert [part for part in row.get("text", ()) if part not in page.text] == []
    if "query" in row:
        assert page.query == row["query"]
    if "code" in row:
        reading = reader.read(ask).reading
        assert isinstance(reading, Unclear), reading
        assert reading.code == row["code"]
    assert flaws(page) == []
    assert page.next_questions


@pytest.mark.parametrize(("ask", "choices"), AMBIGUOUS, ids=[ask for ask, _ in AMBIGUOUS])
def test_what_could_be_several_asks_which(assistant: Assistant, ask: str, choices: list[str]) -> None:
    page = assistant.reply(ask)
    assert page.outcome is Outcome.AMBIGUOUS, (page.query, page.text)
    assert [choice.casefold() for choice in page.choices] == [choice.casefold() for choice in choices]
    assert flaws(page) == []


@pytest.mark.parametrize("ask", [ask for ask, _ in (*NOT_FOUND, *AMBIGUOUS)])
def test_whatever_a_refusal_leads_on_to_is_answered(assistant: Assistant, ask: str) -> None:
    """A choice or next question that led to another refusal would be a door painted on a wall."""
    page = assistant.reply(ask)
    leads = {following: assistant.reply(following) for following in (*page.choices, *page.next_questions)}
    assert {following: after.text for following, after in leads.items() if after.outcome not in ANSWERABLE} == {}


@pytest.mark.parametrize("ask", ["", "   ", "!", "/", "?", "\u200b", "\n\n"])
def test_nothing_asked_gets_help(assistant: Assistant, ask: str) -> None:
    assert assistant.reply(ask).outcome is Outcome.HELP
