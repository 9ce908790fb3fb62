"""Whatever a page offers to be asked is answered: its choices, its next questions, those of their pages, to the end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml
from entity_questions import every_question
from page_laws import flaws
from question_rows import rows

from bot.assistant import Assistant
from bot.knowledge.base import Knowledge
from bot.presentation.pages import Outcome, Page

HERE = Path(__file__).parent


def test_what_the_pages_of_everything_lead_on_to(assistant: Assistant, knowledge: Knowledge) -> None:
    assert amiss(assistant, [(asked, assistant.reply(asked)) for asked in every_question(knowledge)]) == {}


def test_what_the_pages_of_questions_lead_on_to(assistant: Assistant) -> None:
    """Of those that are answered and of those that are not: a refusal says what there is instead."""
    asked = dict.fromkeys([*(row.ask for row in rows()), *refused()])
    assert amiss(assistant, [(question, assistant.reply(question)) for question in asked]) == {}


def test_what_the_pages_of_conversations_lead_on_to(assistant: Assistant) -> None:
    pages = []
    for row in yaml.safe_load((HERE / "conversations.yml").read_text("utf-8")):
        talk = assistant.conversation()
        pages += [(line, talk.reply(line)) for line in row["ask"]]
    assert amiss(assistant, pages) == {}


def refused() -> Iterator[str]:
    """Yield every question of `refusals.yml`."""
    for listed in yaml.safe_load((HERE / "refusals.yml").read_text("utf-8")).values():
        for row in listed:
            yield from row["ask"]


def amiss(assistant: Assistant, pages: list[tuple[str, Page]]) -> dict[str, tuple[str, list[str]]]:
    """Ask on from `pages`; return which pages are not fit to be read, and what is offered and not answered."""
    wrong = {}
    seen: dict[str, Page] = {}
    while pages:
        question, page = pages.pop()
        if found := flaws(page):
            wrong[question] = (page.query, found)
        for following in (*page.choices, *page.next_questions):
            if following not in seen:
                seen[following] = after = assistant.reply(following)
                pages.append((following, after))
                if after.outcome not in (Outcome.ANSWERED, Outcome.HELP):
                    wrong[f"{question} → {following}"] = (after.query, [str(after.outcome)])
    return wrong
