"""How seasons are written, whether or not there were such seasons."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text.fold import fold
from bot.text.seasons import Spelling, find_years


def found(text: str) -> list[tuple[str, int, int]]:
    return [(years.kind.name, years.first, years.last) for years in find_years(fold(text))]


@pytest.mark.parametrize(
    "said",
    [
        "2016–17",
        "2016-17",
        "2016/17",
        "16/17",
        "16-17",
        "2016-2017",
        "2016/2017",
        "2016 – 17",
        "2016 - 2017",
        "2016—17",
        "16–17",
    ],
)
def test_two_years_in_a_row_are_a_season(said: str) -> None:
    for text in (said, f"who won lmp2 in {said}?", f"({said})", f"{said}, please"):
        assert found(text) == [("SEASON", 2016, 2017)]


@pytest.mark.parametrize("said", ["2021", "'21", "’21"])
def test_one_year_is_a_year(said: str) -> None:
    for text in (said, f"who won in {said}?", f"{said} lmp2", f"lmp2 {said}."):
        assert found(text) == [("YEAR", 2021, 2021)]


@pytest.mark.parametrize("said", ["2015 to 2018", "2015-2018", "2015–2018", "2015 through 2018", "2015 until 2018"])
def test_years_apart_are_a_range(said: str) -> None:
    assert found(said) == [("RANGE", 2015, 2018)]


def test_two_whole_years_with_a_word_between_are_a_range_even_in_a_row() -> None:
    """`2021 to 2022` are two years, `2021-22` is a season."""
    assert found("2021 to 2022") == [("RANGE", 2021, 2022)]


def test_years_joined_by_and_stay_two() -> None:
    assert found("compare 2021 and 2022") == [("YEAR", 2021, 2021), ("YEAR", 2022, 2022)]
    assert found("15/16 and 16/17") == [("SEASON", 2015, 2016), ("SEASON", 2016, 2017)]


def test_the_turn_of_a_century_is_a_season() -> None:
    assert found("1999-00") in ([("SEASON", 1999, 2000)], [("YEAR", 1999, 1999)])
    assert found("1999-2000") == [("SEASON", 1999, 2000)]


NO_YEARS = (
    "lmp2|gt3|99 racing|23events|round 2|4 hours of fuji|car 26|1:58.123|5.543 km|12345|20211|v2021|3.14|007|2+2|$100"
)


@pytest.mark.parametrize("text", ["", "1000 km", *NO_YEARS.split("|")])
def test_other_numbers_are_no_years(text: str) -> None:
    assert found(text) == []


def test_a_class_beside_a_year_is_left_alone() -> None:
    """The 2 of LMP2 belongs to the class and 2021 stays 2021, whichever comes first."""
    assert found("lmp2 2021") == [("YEAR", 2021, 2021)]
    assert found("2021 2 seas motorsport") == [("YEAR", 2021, 2021)]
    assert found("lmp3 2015/16 gt3") == [("SEASON", 2015, 2016)]


@given(st.integers(2000, 2098), st.sampled_from("-–/"), st.booleans())
def test_any_season_is_read_back(first: int, join: str, whole: bool) -> None:
    """Every spelling of every season of the century says that season and no other."""
    last = first + 1
    said = f"{first}{join}{last if whole else f'{last % 100:02}'}"
    assert found(f"champion {said} lmp2") == [("SEASON", first, last)]


@given(st.text())
def test_places_are_inside_the_text_and_never_overlap(text: str) -> None:
    folded = fold(text)
    end = 0
    for years in find_years(folded):
        assert end <= years.start < years.end <= len(folded)
        assert years.first <= years.last
        assert (years.kind is Spelling.YEAR) == (years.first == years.last)
        end = years.end
