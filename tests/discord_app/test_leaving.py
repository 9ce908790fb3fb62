"""The note between two processes: good for a few minutes, and never a reason not to start."""

from __future__ import annotations

import json
import logging
from datetime import timedelta
from pathlib import Path

import pytest
from discord.utils import time_snowflake, utcnow

from bot.discord_app.leaving import FILE, LASTS, forget_leaving, left_at, note_leaving


def test_a_note_is_good_until_somebody_listens_again(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    assert left_at(folder) == 0
    before = time_snowflake(utcnow() - timedelta(seconds=1))
    note_leaving(folder)
    assert left_at(folder) == left_at(folder) > before
    forget_leaving(folder)
    forget_leaving(folder)
    assert left_at(folder) == 0


def test_an_old_note_is_none(tmp_path: Path) -> None:
    """What was asked long ago nobody waits for, and Discord may take an answer to it for a second one."""
    old = time_snowflake(utcnow() - LASTS - timedelta(seconds=1))
    (tmp_path / FILE).write_text(json.dumps({"heard_until": old}), encoding="utf-8")
    assert left_at(tmp_path) == 0


@pytest.mark.parametrize(
    "noted", [b"", b"[]", b"{}", b'{"heard_until": "x"}', b'{"heard_until": 1e400}', b"\xff", b"9"]
)
def test_a_note_that_makes_no_sense_is_none(tmp_path: Path, noted: bytes) -> None:
    (tmp_path / FILE).write_bytes(noted)
    assert left_at(tmp_path) == 0


def test_where_nothing_can_be_noted_it_leaves_all_the_same(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with caplog.at_level(logging.WARNING):
        note_leaving(tmp_path / "file")
    assert "Could not note" in caplog.text
