"""A record that is asked within a class or a season is told within it, or said not to be on record."""

from __future__ import annotations

import pytest

from bot.assistant import Assistant
from bot.knowledge.base import Knowledge


@pytest.mark.parametrize(("which", "place"), [("first", 0), ("last", -1)])
def test_firsts_and_lasts_of_every_class_and_season(
    assistant: Assistant, knowledge: Knowledge, which: str, place: int
) -> None:
    for season in knowledge.held:
        page = assistant.reply(f"!record {which} {season.id}")
        assert season.rounds[place].name in page.lead[-2 if place else -1]
        others = [one.label for one in knowledge.held if one is not season]
        lines = [line for section in page.sections for line in section.lines]
        assert not [line for line in lines if any(line.endswith(f"({label})") for label in others)]
    for race_class, name in [(one.id, one.name) for one in knowledge.classes.values()]:
        won = [win.race for win in knowledge.wins if win.win.race_class == race_class]
        text = assistant.reply(f"!record {which} {name}").text
        assert (won[place].round.name in text) if won else f"No races in {name}" in text


def test_grids_are_those_of_the_season(assistant: Assistant, knowledge: Knowledge) -> None:
    for season in knowledge.held:
        started = [one.starters for one in season.rounds if one.starters]
        text = assistant.reply(f"!record grid {season.id}").text
        assert (f": {min(started)} cars." in text) if started else "No numbers of starters" in text


def test_the_grid_of_a_class_is_not_on_record(assistant: Assistant) -> None:
    assert "all classes of a race together" in assistant.reply("!record grid GT").text
