"""Everything that can be compared is compared: laid out and measured, all of it, and drawn where it strains."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import compared
import pytest
import shipped
from measuring import drawn, laid, whole

from bot.answering.pictures import Picture
from bot.assistant import Assistant
from bot.knowledge.base import Knowledge
from bot.presentation.pages import Outcome

NO_PAIR = "A comparison takes two of a kind: two drivers, teams, circuits, classes, seasons or nations."
# So many pairs a test, that the tests of one kind can be shared among processes.
SHARE = 40
# As many of a kind are drawn: those with the longest names and titles.
DRAWN = 4


def shares() -> Iterator[tuple[str, int]]:
    for kind, pairs in compared.KINDS.items():
        yield from ((kind, first) for first in range(0, len(pairs()), SHARE))


@cache
def picture(pair: compared.Pair) -> Picture:
    page = shipped.assistant().reply(compared.question(pair))
    assert page.picture is not None, (pair, page.lead)
    assert page.picture_asked
    return page.picture


@pytest.mark.parametrize(("kind", "first"), list(shares()))
def test_every_pair_can_be_read(kind: str, first: int) -> None:
    """All text inside the frame, none on another, no name cut short, every figure there."""
    for pair in compared.KINDS[kind]()[first : first + SHARE]:
        shown = picture(pair)
        whole(laid(shown), shown)


@pytest.mark.parametrize("kind", compared.KINDS)
def test_the_longest_pairs_are_drawn(kind: str) -> None:
    shown = {picture(pair) for pair in compared.KINDS[kind]()}
    for one in sorted(shown, key=lambda one: (len(one.title), one.title))[-DRAWN:]:
        whole(drawn(one), one)


def everything(knowledge: Knowledge, kind: str) -> Sequence[str]:
    table = {"nations": "countries"}.get(kind, kind)
    return list(knowledge.seasons) if kind == "seasons" else [one.name for one in getattr(knowledge, table).values()]


@pytest.mark.parametrize("kind", compared.KINDS)
def test_everything_is_once_on_the_left_and_once_on_the_right(knowledge: Knowledge, kind: str) -> None:
    left, right = zip(*compared.KINDS[kind](), strict=True)
    assert set(left) == set(right) == set(everything(knowledge, kind))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "!chart compare",
            "A comparison takes two of a kind: two drivers, teams, circuits, classes, seasons or nations.",
        ),
        ("!chart compare Sepang", "A comparison takes two: name another circuit beside Sepang International Circuit."),
        ("!chart compare Fuji Fuji", "A comparison takes two: name another circuit beside Fuji Speedway."),
        ("!chart compare cheng and David Cheng", "A comparison takes two: name another driver beside David Cheng."),
        ("!chart compare 2021 2021", "A comparison takes two: name another season beside 2021."),
        ("!chart compare Japan", "A comparison takes two: name another nation beside Japan."),
        ("!chart compare LMP2 LMP2", "A comparison takes two: name another class beside LMP2."),
        ("!chart OAK Racing", "A comparison takes two: name another team beside OAK Racing."),
        (
            "!chart compare Fuji and David Cheng",
            "Only two of a kind can be compared, and David Cheng is a driver but Fuji Speedway a circuit.",
        ),
        ("!chart compare LMP2 2021", "Only two of a kind can be compared, and LMP2 is a class but 2021 a season."),
        (
            "compare Germany and Fuji in a chart",
            "Only two of a kind can be compared, and Fuji Speedway is a circuit but Germany a nation.",
        ),
        ("!chart compare Fuji Sepang Inje", NO_PAIR),
        (
            "!chart compare Qatar Bahrain",
            "There is nothing to draw of “🇶🇦 Qatar and 🇧🇭 Bahrain”: "
            "neither has anything on record that could be counted.",
        ),
    ],
)
def test_what_is_no_pair_is_said_in_a_sentence(assistant: Assistant, question: str, said: str) -> None:
    page = assistant.reply(question)
    assert (page.outcome, page.picture, page.lead) == (Outcome.NOT_FOUND, None, (said,))


def test_of_a_pair_without_titles_the_title_tells_what_there_is() -> None:
    """Rows in which neither has anything are not drawn, so that no title may speak of them."""
    for kind in ("drivers", "teams", "nations"):
        shown = [picture(pair) for pair in compared.KINDS[kind]()]
        assert [one.title for one in shown if one.title.startswith("Neither ")] == []
