"""Nobody is denied a win that some sources give them, or whose crew is not all known."""

from __future__ import annotations

import pytest

from bot.assistant import Assistant
from bot.knowledge.base import Knowledge, RaceWin
from bot.knowledge.doubts import doubts_of


def _disputed(knowledge: Knowledge) -> list[tuple[str, RaceWin]]:
    return [(driver, won) for driver in knowledge.drivers for won in doubts_of(knowledge, driver).disputed]


@pytest.mark.parametrize(
    "asked", ["did {who} win at {where} in {when}", "was the last race at {where} in {when} won by {who}"]
)
def test_a_disputed_win_is_told_with_the_dispute(assistant: Assistant, knowledge: Knowledge, asked: str) -> None:
    assert _disputed(knowledge)
    for driver, won in _disputed(knowledge):
        name = knowledge.drivers[driver].name
        where = knowledge.circuits[won.race.round.circuit].name
        page = assistant.reply(asked.format(who=name, where=where, when=won.race.season.id))
        assert f"Sources differ on whether {name} won" in page.text
        assert not [line for line in page.lead if line.startswith(("No.", "No class win", f"{name} did not"))]


def test_it_stands_on_the_pages_of_driver_and_team(assistant: Assistant, knowledge: Knowledge) -> None:
    for driver, won in _disputed(knowledge):
        name = knowledge.drivers[driver].name
        assert f"Sources differ on whether {name} won" in assistant.reply(f"driver {name}").text
        page = assistant.reply(f"team {knowledge.teams[won.win.team].name}").text
        assert "(sources differ on" in page
        assert name in page


def test_a_crew_not_all_known_keeps_from_saying_no(assistant: Assistant, knowledge: Knowledge) -> None:
    unknown = [won for won in knowledge.wins if not won.win.complete or not won.win.drivers]
    assert unknown
    stranger = next(driver.id for driver in knowledge.champion_drivers() if driver.id not in knowledge.wins_of_driver)
    name = knowledge.drivers[stranger].name
    for won in unknown:
        where = knowledge.circuits[won.race.round.circuit].name
        page = assistant.reply(f"did {name} win at {where} in {won.race.season.id}")
        assert not page.lead[0].startswith("No.")
        assert "not known" in page.text or "not wholly known" in page.text


def test_where_all_crews_are_known_it_says_no(assistant: Assistant) -> None:
    assert assistant.reply("did Matt Griffin win at Fuji in 2014").lead[0].startswith("No.")


@pytest.mark.parametrize(
    ("asked", "part"),
    [
        ("has Hiroshi Hamaguchi won a race", "No class win of Hiroshi Hamaguchi is on record."),
        ("did Hiroshi Hamaguchi and Weng Sun Mok win together", "Sources differ on whether Hiroshi Hamaguchi and"),
        ("did Hiroshi Hamaguchi win every race of 2014", "Sources differ on whether Hiroshi Hamaguchi won GT"),
        ("did Matt Griffin win in GT at Sepang", "Sources differ on whether Matt Griffin won GT"),
    ],
)
def test_it_is_said_in_every_kind_of_answer(assistant: Assistant, asked: str, part: str) -> None:
    page = assistant.reply(asked)
    assert part in page.text
    assert not page.lead[0].startswith("No.")


@pytest.mark.parametrize(
    ("asked", "begins"),
    [
        ("has anyone won more than 40 races", "No."),
        ("has anyone won more than 12 races", "No driver has taken more than 12"),
        ("did Hiroshi Hamaguchi win with Clearwater Racing", "No title and no class win"),
    ],
)
def test_a_no_is_said_only_where_it_is_sure(assistant: Assistant, asked: str, begins: str) -> None:
    assert assistant.reply(asked).lead[0].startswith(begins)


def test_rankings_by_wins_say_what_is_not_counted(assistant: Assistant) -> None:
    assert "those drivers are not counted for them" in " ".join(assistant.reply("most class wins").notes)


@pytest.mark.parametrize(
    "asked",
    ["did Tianshi Racing Team win at Zhuhai in 2017-18", "did Max Wiser win at Shanghai in 2018-19"],
)
def test_a_class_with_no_winner_on_record_keeps_from_saying_no(assistant: Assistant, asked: str) -> None:
    """They won the class that season, and nobody is on record to have won it there."""
    page = assistant.reply(asked)
    assert not page.lead[0].startswith("No.")
    assert "No winners of GT Am at the" in page.text


def test_a_champion_team_is_not_denied_wins_that_nobody_recorded(assistant: Assistant) -> None:
    lead = assistant.reply("has Astro Veloce Motorsport won a race").lead[0]
    assert lead.startswith("No class win of Astro Veloce Motorsport is on record. The winners of GT Am")
