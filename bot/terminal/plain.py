"""A page as plain text, for `bot ask`, pipes and files."""

from __future__ import annotations

from collections.abc import Sequence

from bot.presentation.pages import Page
from bot.terminal.streams import harmless

QUESTION_MAX = 200
SOURCES_SHOWN = 5


def as_text(page: Page, explained: Sequence[str] = ()) -> str:
    """Return `page` as lines: title, text, sources and, where asked for, how the question was read."""
    blocks = [page.title, page.text]
    if page.sources:
        blocks.append("\n".join(["Sources:", *_sources(page)]))
    if explained:
        blocks.append("\n".join(["How it was read:", *(f"- {line}" for line in explained)]))
    return harmless("\n\n".join(block for block in blocks if block))


def _sources(page: Page) -> list[str]:
    shown = [f"- {source}" for source in page.sources[:SOURCES_SHOWN]]
    more = len(page.sources) - len(shown)
    return [*shown, f"- and {more} more, listed with --json"] if more else shown


def as_heading(question: str) -> str:
    """Return the line that says which question the text below answers; a very long one is cut."""
    said = " ".join(question[:QUESTION_MAX].split())
    return harmless(f"> {said}…" if len(question) > QUESTION_MAX else f"> {said}".rstrip())
