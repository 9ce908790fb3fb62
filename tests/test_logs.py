"""The log: a line or an object each, with the mark of the question, and without secrets."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Iterator

import pytest

from bot.operations import requests
from bot.operations.logs import HIDDEN, Counted, set_up

log = logging.getLogger("somebody")


@pytest.fixture(autouse=True)
def root() -> Iterator[None]:
    """Put back what the log was like."""
    before, level = logging.root.handlers[:], logging.root.level
    yield
    logging.root.handlers, logging.root.level = before, level


@pytest.mark.parametrize("form", ["text", "json"])
def test_no_secret_is_written_whoever_logs_it(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Also where one is part of another, or stands in a traceback."""
    set_up("DEBUG", form, ("abc", "abcdef", "", 'pass"word\\ü'))
    log.debug("connecting with %s", "abcdef")
    log.debug("and with %s", 'pass"word\\ü')
    try:
        raise ValueError("abcdef is wrong")
    except ValueError:
        log.exception("failed with abc")
    written = capsys.readouterr().err
    assert "abc" not in written
    assert "def" not in written.replace("def test", "")
    assert "word" not in written
    assert written.count(HIDDEN) >= 4


async def test_each_task_has_the_mark_of_its_own_question(capsys: pytest.CaptureFixture[str]) -> None:
    set_up("INFO", "json")

    async def ask(name: str) -> str:
        with requests.begun():
            with requests.begun():
                log.info(name)
            await asyncio.sleep(0)
            await asyncio.create_task(later(name))
            return requests.mark()

    async def later(name: str) -> None:
        log.info(name)

    marks = dict(zip("ab", await asyncio.gather(ask("a"), ask("b")), strict=True))
    log.info("nobody")
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert [line.get("request") for line in lines if line["message"] == "nobody"] == [None]
    for name, mark in marks.items():
        assert [line["request"] for line in lines if line["message"] == name] == [mark, mark]
    assert marks["a"] != marks["b"]


def test_in_text_the_mark_stands_before_what_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    set_up("INFO", "text")
    with requests.begun():
        mark = requests.reference()
        log.warning("%s %% %s", 100, "odd")
    assert requests.mark() == ""
    assert requests.reference() != requests.reference()
    assert f"somebody: [{mark}] 100 % odd" in capsys.readouterr().err


def test_lines_are_counted_by_level() -> None:
    counted: list[str] = []
    logging.root.addHandler(Counted(counted.append))
    log.error("one")
    log.warning("two")
    log.info("none")
    assert counted == ["ERROR", "WARNING"]
