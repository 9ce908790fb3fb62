"""What may be a slip of the pen: rules first, scores never."""

from __future__ import annotations

from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text.similarity import SlipIndex, begin_like, begins_like, nearest, slips_allowed

NAMES = (
    "sepang",
    "zhuhai",
    "jakobsen",
    "jensen",
    "fuji",
    "bell",
    "lmp1",
    "lmp2",
    "lmp3",
    "gt",
    "gtam",
    "2021",
    "2022",
    "simonsen",
)
INDEX = SlipIndex(NAMES)
LETTERS = st.text(ascii_lowercase, min_size=1, max_size=12)


def near(said: str) -> list[str]:
    return [slip.known for slip in INDEX.near(said)]


@pytest.mark.parametrize(("length", "slips"), [(1, 0), (4, 0), (5, 1), (7, 1), (8, 2), (20, 2)])
def test_long_words_bear_more_slips(length: int, slips: int) -> None:
    """One slip in five to seven letters, two in longer words, none in shorter ones."""
    assert slips_allowed("x" * length) == slips


@pytest.mark.parametrize("said", ["spang", "sepanng", "sepamg", "sepnag", "esepang"])
def test_each_kind_of_slip_is_one(said: str) -> None:
    assert [(slip.known, slip.slips) for slip in INDEX.near(said)] == [("sepang", 1)]


def test_two_slips_are_borne_by_long_words_only() -> None:
    assert near("jakobzem") == ["jakobsen"]
    assert near("sepamk") == []


@pytest.mark.parametrize("said", ["bel", "belt", "fuhi", "fjui", "gr", "gt3"])
def test_short_words_are_exact(said: str) -> None:
    assert near(said) == []


@pytest.mark.parametrize(("said", "known"), [("lpm2", "lmp2"), ("lm2", "lmp2"), ("lmpp3", "lmp3"), ("lnp1", "lmp1")])
def test_a_digit_guards_a_short_class(said: str, known: str) -> None:
    assert near(said) == [known]


@pytest.mark.parametrize("said", ["lmp", "lmp4", "lmp22", "lmp23", "2020", "2012", "20221", "lmpx"])
def test_digits_are_never_slips(said: str) -> None:
    """LMP2 never becomes LMP3, and 2021 never 2022."""
    assert near(said) == []


@pytest.mark.parametrize("said", NAMES)
def test_a_known_word_is_no_slip_of_itself(said: str) -> None:
    assert said in INDEX
    assert said not in near(said)


def test_fewest_slips_come_first() -> None:
    index = SlipIndex(["abcdefgh", "abcdefgx"])
    assert [(slip.known, slip.slips) for slip in index.near("abcdefgz")] == [("abcdefgh", 1), ("abcdefgx", 1)]
    assert [(slip.known, slip.slips) for slip in index.near("abcdefhx")] == [("abcdefgx", 1), ("abcdefgh", 2)]


@given(LETTERS)
def test_a_slip_never_changes_digits_or_much_of_the_length(said: str) -> None:
    for slip in INDEX.near(said):
        assert not any(mark.isdigit() for mark in slip.known)
        assert abs(len(slip.known) - len(said)) <= slip.slips <= slips_allowed(slip.known)


@given(st.text())
def test_any_text_can_be_asked_about(said: str) -> None:
    INDEX.near(said)
    nearest(said, NAMES)


def test_an_empty_index_knows_nothing() -> None:
    assert SlipIndex([]).near("sepang") == ()


def test_hints_look_alike_and_are_few() -> None:
    """Hints may be bolder than facts: they are offered, never taken."""
    assert nearest("zhuhia", NAMES)[0] == "zhuhai"
    assert nearest("qqqqqq", NAMES) == ()
    assert len(nearest("jensen", [*NAMES] * 3, limit=2)) == 2


@given(st.text("abceghijlmnopsuz123é", max_size=9), st.sampled_from(NAMES), st.integers(0, 9))
def test_a_list_is_asked_at_once_as_its_words_are_one_by_one(odd: str, name: str, length: int) -> None:
    for typed in (odd, name[:length], name[:length] + odd[:1], odd[:1] + name[:length]):
        assert begin_like(typed, NAMES) == [known for known in NAMES if begins_like(typed, known)]
