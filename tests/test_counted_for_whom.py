"""Titles of drivers count for drivers' nations, titles of teams for the nations teams raced under."""

from __future__ import annotations

from collections import Counter

import pytest

from bot.answering.tally import tally
from bot.assistant import Assistant
from bot.knowledge.base import Knowledge
from bot.understanding.queries import By, Counted, Ranking


def test_team_titles_by_nation(knowledge: Knowledge) -> None:
    counted = tally(knowledge, Ranking(by=By.TEAM_NATION))
    flown = Counter(one.title.nation for one in knowledge.titles)
    assert {rank.id: rank.figure for rank in counted.ranks} == flown


def test_champion_teams_by_nation(knowledge: Knowledge) -> None:
    counted = tally(knowledge, Ranking(by=By.TEAM_NATION, of=By.TEAM))
    teams = Counter(nation for nation, _ in {(one.title.nation, one.title.team) for one in knowledge.titles})
    assert {rank.id: rank.figure for rank in counted.ranks} == teams


def test_driver_titles_and_champion_drivers_by_nation(knowledge: Knowledge) -> None:
    shares = [driver for one in knowledge.titles for driver in one.title.drivers]
    for query, people in ((Ranking(by=By.NATION), shares), (Ranking(Counted.CHAMPIONS, By.NATION), set(shares))):
        homes = Counter(knowledge.drivers[driver].nation for driver in people)
        assert {rank.id: rank.figure for rank in tally(knowledge, query).ranks} == homes


def test_teams_of_a_nation_are_not_those_its_drivers_raced_for(knowledge: Knowledge) -> None:
    counted = tally(knowledge, Ranking(by=By.TEAM, nation="jpn"))
    assert {rank.id for rank in counted.ranks} == {
        one.title.team for one in knowledge.titles if one.title.nation == "jpn"
    }


@pytest.mark.parametrize(
    ("asked", "lead"),
    [
        ("which nation has the most champion teams", "Germany has had the most champion teams: 6."),
        ("how many different nations have won the GT team title", "8 nations have won team titles in GT."),
        ("how many nations have won the lmp2 team title", "8 nations have won team titles in LMP2."),
        ("how many nations have won a team title", "21 nations have won team titles."),
        ("number of countries with a champion team", "21 nations have won team titles."),
        ("which nation won the most gt team titles", "Taiwan and 🇩🇪 Germany have won the most team titles in GT: 3"),
        ("which nations have champion teams", "21 nations have won team titles:"),
        ("which nation has the most driver titles", "United Kingdom has won the most driver titles: 19."),
    ],
)
def test_they_are_told_of_whom_it_was_asked(assistant: Assistant, asked: str, lead: str) -> None:
    assert lead in assistant.reply(asked).lead[0]


def test_those_whose_nation_is_unknown_are_told_of(assistant: Assistant) -> None:
    for asked in ("most wins by nation", "which german driver has most wins"):
        assert "is not on record, and they are not counted" in " ".join(assistant.reply(asked).notes)


@pytest.mark.parametrize("asked", ["which drivers have exactly 0 titles", "exactly 0 titles", "who has 0 wins"])
def test_who_has_none_is_not_known(assistant: Assistant, asked: str) -> None:
    assert "not who has none" in assistant.reply(asked).text
