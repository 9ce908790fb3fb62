"""Questions as people type them, and the one query each must come to; the rows are in `tests/questions/`."""

from __future__ import annotations

import pytest
from question_rows import Row, rows, shown

from bot.answering.dispatch import HANDLERS
from bot.understanding.commands import COMMANDS
from bot.understanding.outcomes import Understood
from bot.understanding.queries import Each, RecordKind
from bot.understanding.reader import Reader

ROWS = tuple(rows())
KEPT_FOR_SERVERS = {"fact", "name", "settings"}


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_a_question_comes_to_its_query(reader: Reader, row: Row) -> None:
    """The whole query is compared, so an extra slot fails too."""
    reading = reader.read(row.ask).reading
    assert isinstance(reading, Understood), reading
    query = reading.query
    assert {type(query).__name__: shown(query, focus="focus" in row.expected)} == {row.name: row.expected}
    assert bool(reading.guessed) == row.guessed, reading.guessed


def test_there_are_enough_rows_and_none_twice() -> None:
    asked = [row.ask for row in ROWS]
    assert len(asked) >= 350
    assert sorted({ask for ask in asked if asked.count(ask) > 1}) == []


def test_every_kind_of_query_is_asked_for() -> None:
    """The list of queries is closed; one that no row reaches would be untested, or unreachable."""
    only_in_talk = {Each.__name__}
    assert {query.__name__ for query in HANDLERS} - {row.name for row in ROWS} == only_in_talk


def test_every_record_is_asked_for() -> None:
    asked = {row.expected.get("kind", "all") for row in ROWS if row.name == "Record"}
    assert {str(kind) for kind in RecordKind} - asked == set()


def test_every_command_is_asked_with_and_without_its_prefix() -> None:
    first = {row.ask.split()[0] for row in ROWS if row.ask.strip()}
    names = {command.name for command in COMMANDS} - KEPT_FOR_SERVERS
    assert {name for name in names if not {name, f"!{name}"} <= first} == set()
