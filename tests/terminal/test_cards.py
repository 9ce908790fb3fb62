"""Cards: everything of the page, in any width, with and without colour, and nothing of it taken as markup."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.console import Console
from wcwidth import wcswidth

from bot.presentation.pages import Citation, Outcome, Page
from bot.terminal.cards import SOURCES_SHOWN, Card, sources_list


def drawn(page: Page, width: int = 80, colour: bool = False) -> str:
    console = Console(
        file=io.StringIO(),
        width=width,
        height=40,
        force_terminal=colour,
        color_system="truecolor" if colour else None,
        legacy_windows=False,
    )
    with console.capture() as capture:
        console.print(Card(page))
    return capture.get()


def test_every_source_can_be_listed() -> None:
    """A card names the first sources and says how many more there are; the list has all, with their addresses."""
    page = Page(
        Outcome.ANSWERED, "Fuji", sources=tuple(Citation(f"Paper {n}", f"https://{n}.example") for n in range(9))
    )
    assert f"{9 - SOURCES_SHOWN} more (type: sources)" in " ".join(drawn(page, 80).replace("│", "").split())
    assert sources_list(page).plain.splitlines() == [f"· {source}" for source in page.sources]


def test_everything_on_the_page_is_on_the_card(page: Page) -> None:
    """As embeds do, a card shows title, text, choices, notes, next questions and sources."""
    shown = drawn(page, 300)
    said = [page.title, *page.lead, *page.sections[0].lines, *page.notes, *page.choices, *page.next_questions]
    said += [source.title for source in page.sources[:SOURCES_SHOWN]]
    shown = " ".join(part.strip("│ ") for part in shown.splitlines())
    assert [text for text in said if text not in shown] == []


def test_choices_and_next_questions_share_one_row_of_numbers(page: Page) -> None:
    shown = drawn(page)
    assert "1 !race Fuji 2022" in shown
    assert "2 !race Sepang 2022" in shown
    assert "3 and in 2023?" in shown


@pytest.mark.parametrize("width", [20, 40, 60, 80, 200])
def test_no_line_is_wider_than_the_terminal(page: Page, width: int) -> None:
    """Even where the terminal draws a flag four cells wide, as some do, instead of two."""
    for line in drawn(page, width).splitlines():
        flags = sum("\U0001f1e6" <= mark <= "\U0001f1ff" for mark in line) // 2
        assert wcswidth(line) + 2 * min(flags, 3) <= width
        assert line == line.rstrip()


def test_every_line_stands_behind_the_rule(page: Page) -> None:
    first, *inner, last = drawn(page, 60).splitlines()
    assert first.startswith("╭──")
    assert last.startswith("╰──")
    assert {line[0] for line in inner} == {"│"}


def test_the_rule_has_the_colour_of_the_class(page: Page) -> None:
    assert "\x1b[38;2;209;26;42m│" in drawn(page, colour=True)
    assert "38;2" not in drawn(replace(page, colour=None), colour=True)


def test_text_is_neither_markup_nor_emoji_code_nor_order_to_the_terminal() -> None:
    page = Page(Outcome.NOT_FOUND, "[red]Who[/red] :smile:", lead=("[/nope] \x1b[2J\x07 :flag_de:",))
    shown = drawn(page, colour=True)
    assert "[red]Who[/red] :smile:" in shown
    assert "[/nope] \ufffd[2J\ufffd :flag_de:" in shown
