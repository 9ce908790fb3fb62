"""A circuit that was rebuilt is told as it was in the season that is asked about."""

from __future__ import annotations

import pytest

from bot.assistant import Assistant
from bot.knowledge.base import Knowledge
from bot.knowledge.model import Circuit, Layout


def _laps(knowledge: Knowledge) -> list[tuple[Circuit, Layout, str]]:
    return [(one, lap, season) for one in knowledge.circuits.values() for lap in one.layouts for season in lap.seasons]


def test_some_circuit_was_rebuilt(knowledge: Knowledge) -> None:
    assert any(len(one.layouts) > 1 for one in knowledge.circuits.values())


@pytest.mark.parametrize("asked", ["how many turns did {} have in {}", "how long was {} in {}"])
def test_the_lap_is_that_of_the_season(assistant: Assistant, knowledge: Knowledge, asked: str) -> None:
    for one, lap, season in _laps(knowledge):
        lead = assistant.reply(asked.format(one.name, season)).lead[0]
        assert f"{lap.length_km:g} km" in lead
        assert f"{lap.turns} turns" in lead
        assert not [other for other in one.layouts if other is not lap and f"{other.turns} turns" in lead]


def test_lists_of_a_season_hold_its_lap(assistant: Assistant, knowledge: Knowledge) -> None:
    for one, lap, season in _laps(knowledge):
        for asked in ("circuits {}", "what was the longest circuit in {}", "which circuit had the most turns in {}"):
            lines = assistant.reply(asked.format(season)).text.splitlines()
            own = " ".join([line for line in lines if one.name in line])
            assert f"{lap.length_km:g} km" in own or f": {lap.turns}" in own
            assert not [other for other in one.layouts if other is not lap and f"{other.length_km:g} km" in own]


@pytest.mark.parametrize(
    ("asked", "lead"),
    [
        ("what was the longest circuit in 2021", "Yas Marina Circuit (2021) had the longest lap in 2021: 5.554 km"),
        ("what was the longest circuit in 2022", "Dubai Autodrome had the longest lap in 2022: 5.39 km"),
        ("which circuit had the most turns in 2021", "Yas Marina Circuit (2021), with 21"),
        ("how many turns did Yas Marina have since 2021", "16 turns"),
        ("did Yas Marina have 21 turns in 2021", "Yes."),
        ("did Yas Marina have 16 turns in 2021", "No."),
    ],
)
def test_they_are_held_against_one_another_as_they_were(assistant: Assistant, asked: str, lead: str) -> None:
    assert lead in assistant.reply(asked).lead[0]


def test_without_a_season_the_laps_of_before_are_told_beside(assistant: Assistant) -> None:
    assert "5.554 km" in " ".join(assistant.reply("longest circuit in the UAE").notes)
    assert "5.554 km" in assistant.reply("compare sepang and yas marina").text
