"""Questions in a server with names, topics and facts of its own; the rows are in `reading.yml`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from question_rows import rows
from reading_notes import NOTES

from bot.answering.answer import NOTHING_LOCAL
from bot.assistant import Assistant
from bot.presentation.pages import Outcome, Page
from bot.server_facts.model import ServerNotes
from bot.text.fold import words

ROWS = yaml.safe_load(Path(__file__).with_name("reading.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def here(assistant: Assistant) -> Assistant:
    return assistant.in_server(NOTES)


def understood() -> Iterator[tuple[str, str]]:
    for group in ("names", "topics", "facts"):
        yield from ((ask, row["query"]) for row in ROWS[group] for ask in row["ask"])


def without_focus(query: str) -> str:
    return re.sub(r", focus=\w+", "", query)


@pytest.mark.parametrize(("ask", "query"), list(understood()))
def test_names_topics_and_facts_are_found(here: Assistant, ask: str, query: str) -> None:
    assert without_focus(here.reply(ask).query) == without_focus(query)


@pytest.mark.parametrize(("ask", "query"), list(understood()))
def test_nothing_of_it_shows_elsewhere(assistant: Assistant, ask: str, query: str) -> None:
    """The base assistant, and that of another server, know none of it."""
    other = assistant.in_server(ServerNotes(server=2))
    before = assistant.reply(ask)
    assert other.reply(ask) == before
    assert without_focus(before.query) != without_focus(query) or "ServerFacts" not in query


@pytest.mark.parametrize("ask", ROWS["nothing"])
def test_what_is_not_accounted_for_is_refused(here: Assistant, ask: str) -> None:
    page = here.reply(ask)
    assert page.outcome is Outcome.NOT_FOUND, page


@pytest.mark.parametrize("ask", ROWS["as_without"])
def test_the_series_is_read_as_without(assistant: Assistant, here: Assistant, ask: str) -> None:
    assert here.reply(ask).query == assistant.reply(ask).query


def test_every_question_without_a_name_of_the_server_is_answered_as_elsewhere(
    assistant: Assistant, here: Assistant
) -> None:
    """All rows of `tests/questions/`: the page is the same but for the section of the server."""
    names = [set(words(one.name)) - {"the"} for one in (*NOTES.topics, *NOTES.nicknames)]
    asked = [row.ask for row in rows() if not any(name <= set(words(row.ask)) for name in names)]
    assert len(asked) > 2_500
    changed = [ask for ask in asked if without_section(here.reply(ask)) != assistant.reply(ask)]
    assert changed == []


def without_section(page: Page) -> Page:
    sections = page.sections[:-1] if page.local.facts else page.sections
    return replace(page, sections=sections, local=NOTHING_LOCAL)


def test_a_misspelt_name_is_told(here: Assistant) -> None:
    assert "Read “watch prty” as Watch party." in here.reply("watch prty").notes
    assert "Read “Graet Dane” as Malthe Jakobsen." in here.reply("driver Graet Dane").notes


def test_names_hold_when_asking_on(here: Assistant) -> None:
    talk = here.conversation()
    assert "circuit=sepang" in talk.reply("who won at the nile in 2013").query
    assert "circuit=sepang" in talk.reply("and in 2014?").query
    assert "circuit=fuji-speedway" in talk.reply("and at green hell?").query


def test_a_topic_can_be_asked_on(here: Assistant) -> None:
    talk = here.conversation()
    first = talk.reply("meetup")
    assert talk.reply("and where is it?").query == first.query
    assert talk.reply("and the watch party?").query == "ServerFacts(subjects=topic:watch-party)"
    assert talk.reply("who won it?").outcome is Outcome.NOT_FOUND
    assert talk.reply("who won GT in 2022?").query.startswith("Champions(")


def test_how_it_was_read_is_told(here: Assistant) -> None:
    assert any("the topic Meetup" in line for line in here.explain("how tall is the meetup"))
    assert here.explain("how tall is the meetup")[-1].endswith("this server has a topic of that name")
    assert here.explain("sepang parking")[-1].endswith("every word is accounted for")
