"""Yes and No are said only of what is on record: wins are, whether somebody raced at all is not."""

from __future__ import annotations

import pytest

from bot.assistant import Assistant


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("has jota ever won in thailand", "No"),
        ("did kcmg win at buriram", "Yes"),
        ("has jota ever raced in thailand", ""),
        ("did kcmg race in thailand", ""),
        ("has david cheng ever raced in japan", ""),
    ],
)
def test_nobody_is_said_not_to_have_raced(assistant: Assistant, asked: str, said: str) -> None:
    lead = assistant.reply(asked).lead[0]
    assert lead.partition(".")[0] == said if said else not lead.startswith(("Yes", "No."))
