"""The chat's own rules: numbers, completion, history. What a person sees is tested in test_chat_on_a_terminal.py."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.history import InMemoryHistory

from bot.terminal.chat import Chat, ForgivingHistory, Suggestions, open_history

if TYPE_CHECKING:
    from tests.terminal.conftest import StandInAssistant


def test_a_number_asks_what_was_offered_under_it(assistant: StandInAssistant) -> None:
    chat = Chat(assistant)
    for said in ("1", "who won?", "3", " 2 ", "4", "0", "2022"):
        chat.reply(said)
    assert assistant.talk.asked == ["1", "who won?", "and in 2023?", "!race Sepang 2022", "4", "0", "2022"]


def test_a_half_typed_line_is_completed_whole(assistant: StandInAssistant) -> None:
    document = Document("!champ and more", cursor_position=6)
    found = list(Suggestions(assistant).get_completions(document, CompleteEvent()))
    assert [(one.text, one.start_position) for one in found] == [
        ("!champion LMP3 2022", -6),
        ("!champion LMP3 2023", -6),
    ]
    assert not list(Suggestions(assistant).get_completions(Document(" "), CompleteEvent()))


def test_questions_are_remembered(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    open_history().store_string("who won?")
    assert list(open_history().load_history_strings()) == ["who won?"]


def test_no_history_is_no_failure(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A file where the folder should be, a folder where the file should be, a line that no file can hold."""
    blocked = tmp_path / "blocked"
    blocked.touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(blocked))
    assert isinstance(open_history(), InMemoryHistory)
    history = ForgivingHistory(str(tmp_path))
    history.store_string("who won?")
    assert list(history.load_history_strings()) == []
    ForgivingHistory(str(tmp_path / "history")).store_string("\udcff")
