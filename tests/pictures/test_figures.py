"""The figures of a picture are those of the answer in words: read from both and compared."""

from __future__ import annotations

import re

import gathered
import pytest

from bot.answering.pictures import Bars, Calendar, Grid, Map, Timeline
from bot.answering.pictures.picture import ALT_MAX
from bot.assistant import Assistant
from bot.knowledge.base import Knowledge
from bot.presentation.pages import Page

FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2} ")
DISCORD_ALT_MAX = 1024
RANKINGS = [
    *[f"chart {ranked}" for ranked in gathered.RANKED],
    *gathered.RECORDS[1:],
]


def asked(assistant: Assistant, question: str) -> tuple[Page, object]:
    page = assistant.reply(question)
    return page, gathered.picture(question).series


def lines(page: Page) -> list[str]:
    return [FLAG.sub("", line) for section in page.sections for line in section.lines]


@pytest.mark.parametrize("question", RANKINGS)
def test_a_ranking_is_the_one_in_words(assistant: Assistant, question: str) -> None:
    compare_ranking(assistant.reply(question))


@pytest.mark.parametrize("ranked", gathered.RANKED)
def test_a_ranking_of_one_class_or_time_is_the_one_in_words(assistant: Assistant, ranked: str) -> None:
    for question in gathered.narrowed():
        page = assistant.reply(question)
        if f"chart {ranked} " in question and page.picture is not None:
            compare_ranking(page)


def compare_ranking(page: Page) -> None:
    assert page.picture is not None
    series = page.picture.series
    assert isinstance(series, Bars)
    told = [re.fullmatch(r"(\d+)\. (.+): (\d+)", FLAG.sub("", line)) for line in page.sections[0].lines]
    found = [(int(m[1]), m[2], int(m[3])) for m in told if m]
    shown = [(bar.place, bar.name, bar.figure) for bar in series.bars]
    assert shown
    # In words fifteen are told, in the picture ten; what is left out is counted.
    assert shown == found[: len(shown)]
    assert all(sum(part.figure for part in bar.parts) == bar.figure for bar in series.bars)
    counted = [re.search(r"(?:In all, |they are )?\b(\d+) (?!of)\w+(?: \w+)? ha(?:s|ve)", line) for line in page.lead]
    left = next((one for one in counted if one), None)
    rest = re.search(r"and (\d+) more", series.rest)
    assert left
    assert len(shown) + (int(rest[1]) if rest else 0) == int(left[1])


def test_a_ranking_of_equals_has_no_picture(assistant: Assistant) -> None:
    assert assistant.reply("most titles by driver in 2022").picture is None


def test_the_seasons_of_each_class_are_those_of_its_page(assistant: Assistant, knowledge: Knowledge) -> None:
    series = gathered.picture("chart seasons").series
    assert isinstance(series, Timeline)
    assert {row.name for row in series.rows} == {one.name for one in knowledge.classes.values()}
    for row in series.rows:
        page = assistant.reply(f"class {row.name}")
        told = next(section for section in page.sections if section.heading.startswith("Seasons"))
        assert [series.columns[at] for at in row.ran] == re.findall(r"\d{4}(?:–\d\d)?", " ".join(told.lines)), row.name
        number = re.search(r"\((\d+)\)", told.heading)
        assert len(row.ran) == (int(number[1]) if number else len(row.ran) and 1)
        followed = [line for s in page.sections if s.heading == "Replaced by" for line in s.lines]
        assert sorted(row.replaced_by) == sorted(re.split(r", | and ", followed[0]) if followed else [])
        assert row.colour == page.colour


def test_the_classes_of_each_season_are_those_of_its_page(assistant: Assistant, knowledge: Knowledge) -> None:
    series = gathered.picture("chart seasons").series
    assert isinstance(series, Timeline)
    for at, season in enumerate(knowledge.seasons.values()):
        there = {row.name for row in series.rows if at in row.ran or at in row.announced}
        told = " ".join(assistant.reply(f"classes {season.id}").lead)
        assert there == {one.name for one in knowledge.classes.values() if re.search(rf"\b{one.name}(?! Am)\b", told)}


def test_the_races_at_each_circuit_are_those_of_its_page(assistant: Assistant, knowledge: Knowledge) -> None:
    series = gathered.picture("chart circuits").series
    assert isinstance(series, Grid)
    assert {row.name for row in series.rows} == {knowledge.circuits[one].name for one in knowledge.races_at}
    for row in series.rows:
        page = assistant.reply(f"circuit {row.name}")
        held = next(section for section in page.sections if section.heading.startswith("Races"))
        assert sum(row.figures) == len(held.lines), row.name
        for season, figure in zip(series.columns, row.figures, strict=True):
            told = [line for line in held.lines if f"({season})" in line or f" {season}:" in line]
            assert len(told) == figure, (row.name, season)
        strong = page.picture.series.rows if page.picture and isinstance(page.picture.series, Grid) else ()
        assert [one.name for one in strong if one.strong] == [row.name]
        assert {(one.name, one.figures) for one in strong} == {(one.name, one.figures) for one in series.rows}


@pytest.mark.parametrize("question", [one for one in gathered.charts() if "calendar" in one])
def test_a_calendar_is_the_one_in_words(assistant: Assistant, question: str) -> None:
    page, series = asked(assistant, question)
    assert isinstance(series, Calendar)
    told = [line for line in lines(page) if re.match(r"\d+\. ", line)]
    assert len(told) == len(series.rounds)
    for one, line in zip(series.rounds, told, strict=True):
        assert line.startswith(f"{one.number}. {one.date}: {one.name}, {one.circuit}")
        assert not one.winner or f"({one.winner})" in line or " – won by " not in line


def test_a_season_shows_the_calendar_of_its_page(assistant: Assistant, knowledge: Knowledge) -> None:
    for season in knowledge.held:
        assert gathered.picture(f"season {season.id}").series == gathered.picture(f"chart calendar {season.id}").series
    assert assistant.reply("season 2026-27").picture is None


def test_a_part_of_a_picture_is_as_in_the_whole() -> None:
    """A picture of one circuit, country or class has the rows of the picture of all, each as it is there."""
    grid, timeline = gathered.picture("chart circuits").series, gathered.picture("chart seasons").series
    assert isinstance(grid, Grid)
    assert isinstance(timeline, Timeline)
    grids = {(row.name, row.code, row.figures) for row in grid.rows}
    timelines = {(row.name, row.colour, row.ran, row.announced, row.replaced_by) for row in timeline.rows}
    for picture in gathered.every():
        match picture.series:
            case Grid() as one:
                assert one.columns == grid.columns
                assert {(row.name, row.code, row.figures) for row in one.rows} <= grids
            case Timeline() as one:
                assert one.columns == timeline.columns
                assert {
                    (row.name, row.colour, row.ran, row.announced, row.replaced_by) for row in one.rows
                } <= timelines


def test_the_map_has_every_circuit_where_its_page_says(assistant: Assistant, knowledge: Knowledge) -> None:
    series = gathered.picture("chart map").series
    assert isinstance(series, Map)
    assert len(series.places) == len(knowledge.races_at)
    for place in series.places:
        page = assistant.reply(f"circuit {place.name}")
        north, east = "N" if place.latitude >= 0 else "S", "E" if place.longitude >= 0 else "W"
        assert f"{abs(place.latitude):.4f}° {north}, {abs(place.longitude):.4f}° {east}" in page.text
        assert any(f"{place.figure} race" in line for line in lines(assistant.reply("circuits")) if place.name in line)


@pytest.mark.parametrize("question", [*gathered.charts(), *gathered.pages()])
def test_a_picture_says_what_it_shows(question: str) -> None:
    """To those who do not see it as well, in as many characters as Discord takes."""
    picture = gathered.picture(question)
    assert picture.title
    assert picture.source.startswith("Source: ")
    assert picture.title in picture.alt
    assert len(picture.alt) <= ALT_MAX < DISCORD_ALT_MAX
    assert not FLAG.search(picture.alt + picture.title)
    assert re.fullmatch(r"[a-z0-9-]{3,60}\.png", picture.file_name)


def test_the_alt_text_has_the_figures() -> None:
    assert gathered.picture("chart titles by class").alt.startswith(
        "Bar chart of titles by class. LMP2 has had the most titles: 14. LMP2 14; GT 12; LMP3 11; "
    )
    assert "Fuji Speedway, JPN: 6 races" in gathered.picture("chart map").alt
