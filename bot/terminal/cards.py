"""A page as a card: a rule on the left in the colour of its class, and no right edge that a flag could break.

Terminals disagree on how wide a flag is, so nothing stands behind the text of a line, not even blanks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.segment import Segment
from rich.style import Style
from rich.text import Text

from bot.presentation.pages import Page, Section
from bot.terminal.streams import harmless

WIDTH_MAX = 100
# Room at the end of a line for a crew of three whose flags the terminal draws twice as wide as rich expects.
SPARE = 6
SOURCES_SHOWN = 3


@dataclass(frozen=True)
class Card:
    """What rich prints for a page; nothing in the page is read as markup or as an order to the terminal."""

    page: Page

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Draw the page between two rules, as wide as the console allows."""
        width = max(min(options.max_width, WIDTH_MAX) - SPARE, 10)
        colour = Style(color=self.page.colour) if self.page.colour else Style()
        yield Segment("╭" + "─" * (width - 1) + "\n", colour)
        for line in console.render_lines(
            Group(*_spaced(self.page, colour)), options.update(width=width - 2), pad=False
        ):
            text = _without_blanks(line)
            yield Segment("│ " if text else "│", colour)
            yield from text
            yield Segment.line()
        yield Segment("╰" + "─" * (width - 1) + "\n", colour)


def _without_blanks(line: list[Segment]) -> list[Segment]:
    # rich fills what it indents up to the full width; where a flag is wider than it thinks, those blanks would wrap.
    kept = list(line)
    while kept and not kept[-1].text.strip():
        kept.pop()
    return [*kept[:-1], Segment(kept[-1].text.rstrip(), kept[-1].style)] if kept else []


def _spaced(page: Page, colour: Style) -> Iterator[RenderableType]:
    yield Text(harmless(page.title), style=colour + Style(bold=True))
    for block in _blocks(page):
        yield Text()
        yield block


def _blocks(page: Page) -> Iterator[RenderableType]:
    if page.lead:
        yield _lines(page.lead)
    for section in page.sections:
        yield _section(section)
    if page.choices:
        yield _numbered(page.choices, first=1)
    if page.notes:
        yield _lines(page.notes, style="dim")
    if page.next_questions:
        yield Group(Text("Ask next", style="dim"), _numbered(page.next_questions, first=len(page.choices) + 1))
    if page.sources:
        yield _lines([_sources(page)], style="dim")


def _sources(page: Page) -> str:
    titles = list(dict.fromkeys(source.title for source in page.sources))
    more = len(page.sources) - len(titles[:SOURCES_SHOWN])
    return "Sources: " + "; ".join(titles[:SOURCES_SHOWN]) + (f"; {more} more (type: sources)" if more else "")


def sources_list(page: Page) -> Text:
    """Return every source of `page` with its address, one a line."""
    return _lines([f"· {source}" for source in page.sources] or ["No sources: nothing was stated."], style="dim")


def _section(section: Section) -> RenderableType:
    return Group(Text(harmless(section.heading), style="bold"), Padding(_lines(section.lines), (0, 0, 0, 2)))


def _lines(lines: tuple[str, ...] | list[str], style: str = "") -> Text:
    return Text(harmless("\n".join(lines)), style=style, overflow="fold")


def _numbered(questions: tuple[str, ...], first: int) -> Text:
    text = Text(overflow="fold")
    for number, question in enumerate(questions, first):
        if number > first:
            text.append("\n")
        text.append(f"{number:>2} ", style="bold").append(harmless(question))
    return text
