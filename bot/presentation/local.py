"""What the members of a server wrote, as it stands on a page: always apart, and always marked as theirs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from bot.answering.answer import Local
from bot.answering.wording import count, day
from bot.presentation.pages import Page, Section
from bot.server_facts.model import Fact

HEADING = "On this server"


def local_sections(local: Local, called: Callable[[int], str] | None = None) -> tuple[Section, ...]:
    """Return the section that tells `local`, none where there is nothing.

    `called` gives a member's name. Without it members go by their numbers, which mention nobody.
    """
    return (Section(HEADING, tuple(_lines(local, called or _numbered))),) if local.facts else ()


def with_names(page: Page, called: Callable[[int], str]) -> Page:
    """Return `page` with the names of those who wrote its local facts; the same page where there are none."""
    if not page.local.facts:
        return page
    return replace(page, sections=(*page.sections[:-1], *local_sections(page.local, called)))


def told(fact: Fact, called: Callable[[int], str] | None = None) -> str:
    """Return `fact` as one line: its words, its number, who wrote it and when, and its source where one was given."""
    by = f"by {(called or _numbered)(fact.author)}, " if fact.author is not None else ""
    source = f"; source: {_in_line(fact.source)}" if fact.source.strip() else ""
    return f"{_in_line(fact.text)} (fact {fact.number}, {by}{day(fact.at.date())}{source})"


def _lines(local: Local, called: Callable[[int], str]) -> Iterator[str]:
    yield from (told(fact, called) for fact in local.facts)
    if local.more:
        yield f"{count(local.more, 'more fact')}: {local.lists}"


def _in_line(text: str) -> str:
    """Return `text` on one line: a page's lines are its own."""
    return " ".join(text.split())


def _numbered(author: int) -> str:
    return f"member {author}"
