"""What the history tells of a race stands on its page, with its sources, and of no other race."""

from __future__ import annotations

import pytest

from bot.answering.told import told_of
from bot.assistant import Assistant
from bot.knowledge.base import Knowledge


@pytest.mark.parametrize(
    ("asked", "told", "not_told"),
    [
        ("race sepang 2025-26", ["GetSpeed inherited the GT win", "0.218 seconds", "ended by a red flag"], []),
        ("race sepang 2025-26 gt", ["GetSpeed inherited the GT win", "ended by a red flag"], ["0.218 seconds"]),
        ("race buriram 2016-17", ["penalty of 24 seconds"], ["82 seconds"]),
        ("race abu dhabi 2021", ["less than half a second"], []),
    ],
)
def test_it_stands_on_the_page(assistant: Assistant, asked: str, told: list[str], not_told: list[str]) -> None:
    text = assistant.reply(asked).text
    assert [part for part in told if part not in text] == []
    assert [part for part in not_told if part in text] == []


def test_it_is_of_that_day_and_circuit(knowledge: Knowledge) -> None:
    told = [(race, entry) for race in knowledge.races for entry in told_of(knowledge, race, ())]
    assert len(told) > 40
    for race, entry in told:
        assert {race.season.id, race.round.circuit} & set(entry.about)
        assert entry.date == race.round.date.isoformat()


def test_its_sources_and_disagreements_come_with_it(assistant: Assistant, knowledge: Knowledge) -> None:
    for race in knowledge.races:
        page = assistant.reply(f"race {knowledge.circuits[race.round.circuit].race} {race.season.id}")
        for entry in told_of(knowledge, race, ()):
            assert entry.text in page.text
            assert {knowledge.sources[one].url for one in entry.sources} <= {one.url for one in page.sources}
            assert all(reading.says in page.text for reading in entry.readings)
