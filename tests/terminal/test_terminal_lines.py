"""Lines in and out: JSON, plain text, and standard input as it really is."""

from __future__ import annotations

import io
import json

from hypothesis import given
from hypothesis import strategies as st

from bot.presentation.pages import Outcome, Page
from bot.terminal.json_lines import as_json_line
from bot.terminal.plain import as_heading, as_text
from bot.terminal.streams import harmless, questions

KEYS = ["question", "outcome", "title", "text", "choices", "sources", "query"]


def test_a_line_has_exactly_the_keys_of_the_contract(page: Page) -> None:
    record = json.loads(as_json_line("who?", page))
    assert list(record) == KEYS
    assert record["question"] == "who?"
    assert record["outcome"] == "answered"
    assert record["text"] == page.text
    assert record["sources"] == [
        "Asian Le Mans Series (https://en.wikipedia.org/wiki/Asian_Le_Mans_Series)",
        "Note",
    ]


def test_explain_is_one_key_more(page: Page) -> None:
    assert list(json.loads(as_json_line("who?", page, ("a", "b")))) == [*KEYS, "explain"]
    assert json.loads(as_json_line("who?", page, ()))["explain"] == []


def test_flags_and_names_stay_readable(page: Page) -> None:
    assert "🇩🇰 Malthe" in as_json_line("程飞", page)
    assert "程飞" in as_json_line("程飞", page)


@given(st.text(st.characters() | st.characters(categories=["Cs"])))
def test_any_question_comes_back_from_one_line(question: str) -> None:
    """Lone surrogates, NULs and the line ends of other alphabets included."""
    line = as_json_line(question, Page(Outcome.HELP, question))
    assert line.splitlines() == [line]
    assert json.loads(line.encode("utf-8"))["question"] == question


def test_plain_text_has_title_text_sources_and_reading(page: Page) -> None:
    text = as_text(page, ("LMP3: read as the class LMP3",))
    assert text.startswith(f"{page.title}\n\n{page.text}\n\nSources:\n- Asian Le Mans Series (https://")
    assert text.endswith("How it was read:\n- LMP3: read as the class LMP3")


def test_plain_text_cannot_steer_the_terminal() -> None:
    assert harmless("a\x1b]0;title\x07\x9b2J\r\tb\nc") == "a\ufffd]0;title\ufffd\ufffd2J\ufffd\tb\nc"
    assert as_heading("who\nwon\x1b[2J?") == "> who won\ufffd[2J?"
    assert as_heading("") == ">"
    assert len(as_heading("x" * 1_000_000)) < 210


def test_lines_are_read_whatever_their_bytes() -> None:
    source = io.BytesIO(b"\xef\xbb\xbffirst\r\n\n\xff\x00 caf\xc3\xa9\n \r\r\nlast")
    assert list(questions(source)) == ["first", "", "\ufffd\x00 café", " \r", "last"]
    assert list(questions(io.BytesIO())) == []
    assert list(questions(None)) == []
