"""Every statement of the series' article can be asked for, in several ways; they are in `tests/statements.yml`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from page_laws import facts_of

from bot.assistant import Assistant
from bot.presentation.pages import Outcome

STATEMENTS: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("statements.yml").read_text(encoding="utf-8")
)
ASKED = [(ask, row) for row in STATEMENTS for ask in row["ask"]]


@pytest.mark.parametrize(("ask", "row"), ASKED, ids=[f"{row['id']}: {ask}" for ask, row in ASKED])
def test_what_the_article_states_is_told(assistant: Assistant, ask: str, row: dict[str, Any]) -> None:
    """The answer holds what the statement is about, whichever page tells it."""
    page = assistant.reply(ask)
    told = f"{page.title}\n{facts_of(page)}"
    wanted = [[one] if isinstance(one, str) else one for one in row["must"]]
    assert page.outcome is Outcome.ANSWERED, page.text
    assert [parts for parts in wanted if not any(part in told for part in parts)] == [], page.query


def test_every_statement_has_an_id_and_is_asked_for_in_several_ways() -> None:
    ids = [row["id"] for row in STATEMENTS]
    assert sorted({one for one in ids if ids.count(one) > 1}) == []
    assert [row["id"] for row in STATEMENTS if len(set(row["ask"])) < 2] == []
