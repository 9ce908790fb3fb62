"""Discord's limits, kept by construction: everything that can be answered, and everything that could be."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from entity_questions import every_question
from hypothesis import given, settings
from hypothesis import strategies as st
from question_rows import rows
from standin.errors import ApiError
from standin.limits.messages import CONTENT_MAX, check_message, check_not_empty

from bot.assistant import Assistant
from bot.discord_app import embeds, limits
from bot.discord_app.asking import Answered, Asked
from bot.discord_app.escaping import escaped
from bot.discord_app.letters import Letter, Rows
from bot.knowledge.base import Knowledge
from bot.presentation.pages import Citation, Outcome, Page, Section

ASKER = 2**63 - 1


def payload(embed: Any, view: Rows | None = None, content: str = "") -> dict[str, Any]:
    return {
        "content": content,
        "embeds": [embed.to_dict()] if embed is not None else [],
        "components": view.to_components() if view is not None else [],
    }


def check_page(page: Page, text: str, read: tuple[str, ...]) -> None:
    """Check `page` in every form it can take against the limits as the stand-in, which is to say Discord, has them."""
    answered = Answered(Asked(text, ASKER), page)
    for number in range(embeds.leaf_count(page)):
        letter = Letter(answered, number)
        check(payload(letter.embed, letter.rows))
        check(payload(None, letter.lasting_rows, letter.plain))
    check(payload(embeds.explanation(page, read)))
    assert len(embeds.plain(page).encode("utf-16-le")) // 2 <= CONTENT_MAX


def check(body: dict[str, Any]) -> None:
    check_not_empty(body, 0)
    # Discord may count a flag as two characters or as four: both have to fit.
    check_message(body | {"embeds": [_doubled(embed) for embed in body["embeds"]]}, 0)


def _doubled(part: Any) -> Any:
    """Return `part` with every character beyond the first plane twice, as UTF-16 has it."""
    if isinstance(part, str):
        if part.isascii():
            return part
        return "".join(mark * 2 if ord(mark) > 0xFFFF else mark for mark in part)
    if isinstance(part, dict):
        return {key: value if key == "url" else _doubled(value) for key, value in part.items()}
    return [_doubled(one) for one in part] if isinstance(part, list) else part


async def test_every_answer_there_is_fits(assistant: Assistant, knowledge: Knowledge) -> None:
    """Every entity by every name, and every question of the tests, in each form an answer can take."""
    asked = dict.fromkeys((*every_question(knowledge), *(row.ask for row in rows())))
    assert len(asked) > 3_000
    pages = {assistant.reply(text): text for text in asked}
    assert len(pages) > 1_000
    for page, text in pages.items():
        try:
            check_page(page, text, assistant.explain(text))
        except ApiError as refusal:
            raise AssertionError(text) from refusal


async def test_no_answer_loses_a_line(assistant: Assistant, knowledge: Knowledge) -> None:
    """Turned from leaf to leaf, an answer is the whole page."""
    for text in every_question(knowledge):
        page = assistant.reply(text)
        told = "\n".join(
            "\n".join([embed.description or "", *(field.value or "" for field in embed.fields)])
            for embed in (embeds.embed(page, number) for number in range(embeds.leaf_count(page)))
        ).translate({ord("\\"): None, ord("\u200b"): None})
        lines = [*page.lead, *(line for section in page.sections for line in section.lines), *page.notes]
        assert [line for line in lines if line not in told] == [], text


TEXTS = st.text(max_size=40) | st.builds(str.__mul__, st.text("🇫🇷*_`|[]<@é\\ \ud800", max_size=5), st.integers(0, 900))
LINES = st.lists(TEXTS, max_size=30).map(tuple)
PAGES = st.builds(
    Page,
    outcome=st.sampled_from(Outcome),
    title=TEXTS,
    lead=LINES,
    sections=st.lists(st.builds(Section, TEXTS, LINES), max_size=30).map(tuple),
    notes=LINES,
    choices=st.lists(TEXTS, max_size=30, unique=True).map(tuple),
    next_questions=st.lists(TEXTS, max_size=10, unique=True).map(tuple),
    sources=st.lists(
        st.builds(Citation, TEXTS, st.none() | st.just("https://x.example/" + "y" * 900)), max_size=40
    ).map(tuple),
    colour=st.none() | st.just("#ffffff"),
)


@settings(max_examples=12, deadline=None)
@given(page=PAGES, text=TEXTS, read=LINES)
async def test_every_page_that_could_be_fits(page: Page, text: str, read: tuple[str, ...]) -> None:
    """However long its lines and however many: nothing but the page's own words is ever refused."""
    check_page(page, text, read)


@settings(deadline=None)
@given(text=TEXTS, limit=st.integers(1, 400))
def test_what_is_cut_fits_and_what_fits_is_not_cut(text: str, limit: int) -> None:
    cut = limits.cut(text, limit)
    assert limits.size(cut) <= limit
    assert cut == text or (limits.size(text) > limit and cut.endswith(limits.MORE))


@settings(deadline=None)
@given(
    lines=st.lists(st.text(st.characters(exclude_characters="\n"), max_size=40), max_size=60),
    limit=st.integers(50, 200),
)
def test_blocks_hold_all_lines_in_order(lines: list[str], limit: int) -> None:
    told = list(limits.blocks(lines, limit))
    assert "\n".join(told) == "\n".join(lines)
    assert all(limits.size(text) <= limit for text in told)
    assert all(limits.size(f"{one}\n{other.split(chr(10))[0]}") > limit for one, other in pairwise(told))


@settings(deadline=None)
@given(text=st.text(st.sampled_from("ab 🇫\\*\n"), max_size=300), limit=st.integers(2, 60))
def test_what_is_torn_is_all_there_and_nothing_is_torn_from_what_escapes_it(text: str, limit: int) -> None:
    pieces = list(limits.torn(escaped(text), limit))
    assert all(limits.size(piece) <= limit for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(escaped(text).split())
    for piece in pieces:
        assert (len(piece) - len(piece.rstrip("\\"))) % 2 == 0


@pytest.mark.parametrize("text", ["word " * 400 + "END", "x" * 1_900 + "END", "*_" * 500 + "END"])
def test_a_line_longer_than_a_field_goes_on_in_the_next(text: str) -> None:
    page = Page(Outcome.ANSWERED, "Facts", sections=(Section("On this server", (text, "after")),))
    told = [embeds.embed(page, number) for number in range(embeds.leaf_count(page))]
    values = [field.value or "" for one in told for field in one.fields]
    assert "".join("".join(values).replace("\\", "").split()) == "".join(f"{text}after".split())


@pytest.mark.parametrize("number", [-1, 0, 7, 10**6])
async def test_a_leaf_that_is_not_there_is_the_nearest(assistant: Assistant, number: int) -> None:
    page = assistant.reply("history Classes and rules by season")
    assert Letter(Answered(Asked("", 1), page), number).embed.title == embeds.embed(page).title
