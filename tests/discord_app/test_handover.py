"""The note between two processes: good for a few minutes, and never a reason not to start."""

from __future__ import annotations

import asyncio
import json
import logging
from datetime import timedelta
from pathlib import Path

import pytest
from discord.utils import time_snowflake, utcnow

from bot.discord_app.handover import FILE, LASTS, Handover


async def test_a_note_tells_until_when_somebody_listened(tmp_path: Path) -> None:
    handover = Handover(tmp_path / "new", lambda: True)
    assert handover.before() == 0
    before = time_snowflake(utcnow() - timedelta(seconds=1))
    handover.begin()
    while not (tmp_path / "new" / FILE).exists():
        await asyncio.sleep(0.01)
    noted = handover.before()
    assert noted > before
    handover.leave()
    assert handover.before() > noted
    handover.stop()


async def test_who_does_not_listen_keeps_the_note_there_is(tmp_path: Path) -> None:
    Handover(tmp_path, lambda: True).leave()
    noted = (tmp_path / FILE).read_text(encoding="utf-8")
    deaf = Handover(tmp_path, lambda: False)
    deaf.begin()
    await asyncio.sleep(0.1)
    deaf.leave()
    assert (tmp_path / FILE).read_text(encoding="utf-8") == noted


def test_an_old_note_is_none(tmp_path: Path) -> None:
    """What was asked long ago nobody waits for, and Discord may take an answer to it for a second one."""
    old = time_snowflake(utcnow() - LASTS - timedelta(seconds=1))
    (tmp_path / FILE).write_text(json.dumps({"heard_until": old}), encoding="utf-8")
    assert Handover(tmp_path, bool).before() == 0


@pytest.mark.parametrize(
    "noted",
    [b"", b"[]", b"{}", b'{"heard_until": "x"}', b'{"heard_until": 1e400}', b"\xff", b"9"],
)
def test_a_note_that_makes_no_sense_is_none(tmp_path: Path, noted: bytes) -> None:
    (tmp_path / FILE).write_bytes(noted)
    assert Handover(tmp_path, bool).before() == 0


def test_where_nothing_can_be_noted_it_leaves_all_the_same(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with caplog.at_level(logging.WARNING):
        Handover(tmp_path / "file", lambda: True).leave()
    assert "Could not note" in caplog.text
