"""The figures of a comparison are those of its columns in words, of everything that can be compared."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import compared
import pytest

from bot.answering.pictures import Pair, Timeline
from bot.answering.pictures.picture import ALT_MAX
from bot.assistant import Assistant
from bot.knowledge.base import Knowledge
from bot.presentation.pages import Page

FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2} ")
NOT_YET = "not yet run"
OVERALL = {
    "": lambda wins, n: 0,
    "which was the overall win too": lambda wins, n: 1,
    "both overall": lambda wins, n: 2,
    "all overall": lambda wins, n: wins,
    "of them overall": lambda wins, n: n,
}
Figures = dict[str, str]


def honours(lines: Sequence[str]) -> Figures:
    """Read titles and wins, such as `11 class wins in races, 6 of them overall`."""
    titles = next(re.match(r"Titles: (\d+)", line) for line in lines if line.startswith("Titles: "))
    said = next((m for line in lines if (m := re.match(r"(\d+) class wins? in races(?:, (\d+)? ?(.+))?$", line))), None)
    assert titles
    assert said or "No class win on record" in lines
    wins = int(said[1]) if said else 0
    overall = OVERALL[(said[3] or "") if said else ""](wins, int((said and said[2]) or 0))
    return {"Titles": titles[1], "Class wins": str(wins), "Overall wins": str(overall)}


def circuit(lines: Sequence[str]) -> Figures:
    lap = next(m for line in lines if (m := re.match(r"Lap: ([\d.]+ km) \(.+\), (\d+) turns", line)))
    races = next((m for line in lines if (m := re.match(r"Races: (\d+)", line))), None)
    return {"Lap": lap[1], "Turns": lap[2], "Races": races[1] if races else "0"}


def season(lines: Sequence[str]) -> Figures:
    """Read the line of figures, and count the lines that tell of a round or a champion."""
    figures = dict(one.split(": ") for one in lines[0].split("; "))
    rounds = sum(line.startswith("Round ") for line in lines)
    assert figures["Rounds"] == (str(rounds) if rounds else NOT_YET)
    champions = sum(" – " in line and not line.startswith("Round ") for line in lines)
    assert figures["Titles"] == (str(champions) if rounds else NOT_YET)
    assert figures["Classes"] == str(len(re.split(r", | and ", lines[1])))
    return figures


def nation(lines: Sequence[str]) -> Figures:
    told = dict(re.match(r"([\w ]+): (\d+)", line).groups() for line in lines)  # type: ignore[union-attr]
    return {"Champion drivers": "0", "Races": "0", **told}


READ: dict[str, Callable[[Sequence[str]], Figures]] = {
    "drivers": honours,
    "teams": honours,
    "circuits": circuit,
    "seasons": season,
    "nations": nation,
}


def told(page: Page) -> list[tuple[str, tuple[str, ...]]]:
    return [(FLAG.sub("", section.heading), section.lines) for section in page.sections[:2]]


@pytest.mark.parametrize("kind", READ)
def test_both_columns_are_those_in_words(assistant: Assistant, kind: str) -> None:
    """Every row has both figures as the words say them, bars are as long as these, and what is nought for both is left
    out."""
    for pair in compared.KINDS[kind]():
        page = assistant.reply(compared.question(pair))
        assert page.picture is not None
        series = page.picture.series
        assert isinstance(series, Pair)
        assert list(series.names) == [name for name, _ in told(page)]
        first, second = (READ[kind](lines) for _, lines in told(page))
        shown = {row.name: row.said for row in series.rows}
        assert shown == {name: (first[name], second[name]) for name in first if {first[name], second[name]} - {"0"}}
        for row in series.rows:
            for figure, said in zip(row.figures, row.said, strict=True):
                assert figure == (0 if said == NOT_YET else float(said.removesuffix(" km")))
            assert f"{row.name}: {row.said[0]} and {row.said[1]}" in page.picture.alt


def test_two_classes_show_the_seasons_of_their_columns(assistant: Assistant, knowledge: Knowledge) -> None:
    labels = [one.label for one in knowledge.seasons.values()]
    for pair in compared.classes():
        page = assistant.reply(compared.question(pair))
        assert page.picture is not None
        series = page.picture.series
        assert isinstance(series, Timeline)
        assert [row.name for row in series.rows] == [name for name, _ in told(page)] == list(pair)
        for row, (_, lines) in zip(series.rows, told(page), strict=True):
            ran = next(
                m for line in lines if (m := re.fullmatch(r"Seasons: (?:no race on record|(\d+) \((.+)\))", line))
            )
            assert len(row.ran) == int(ran[1] or 0)
            assert row.ran == tuple(spread(ran[2], labels) if ran[2] else ())


def spread(said: str, labels: list[str]) -> list[int]:
    """Return the places of `2009 and 2013 to 2019–20` among `labels`."""
    places = []
    for part in re.split(r", | and ", said):
        first, _, last = part.partition(" to ")
        places += range(labels.index(first), labels.index(last or first) + 1)
    return places


@pytest.mark.parametrize("kind", compared.KINDS)
def test_the_title_is_told_in_words_as_well(assistant: Assistant, kind: str) -> None:
    for pair in compared.KINDS[kind]():
        page = assistant.reply(compared.question(pair))
        assert page.picture is not None
        assert f"{page.picture.title}." in page.lead[0]
        assert page.picture.title in page.picture.alt
        assert len(page.picture.alt) <= ALT_MAX
        assert not FLAG.search(page.picture.alt + page.picture.title)
