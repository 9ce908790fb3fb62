"""Who has won is told by what was won: titles, a class, or the race overall."""

from __future__ import annotations

import pytest

from bot.assistant import Assistant
from bot.knowledge.base import Knowledge


def test_a_season_with_wins_and_no_title_is_a_yes(assistant: Assistant, knowledge: Knowledge) -> None:
    crowned = {(one.season.id, one.title.team) for one in knowledge.titles}
    without = dict.fromkeys((won.race.season.id, won.win.team) for won in knowledge.wins)
    asked = [(season, team) for season, team in without if (season, team) not in crowned]
    assert asked
    for season, team in asked:
        name = knowledge.teams[team].name
        lead = assistant.reply(f"did {name} win in {season}").lead[0]
        assert lead.startswith("Yes."), lead
        assert "class win" in lead
        assert "no title" in lead
        assert assistant.reply(f"did {name} win a title in {season}").lead[0].startswith("No.")


@pytest.mark.parametrize(
    ("asked", "first", "second"),
    [
        ("was the 2018 race at Fuji won by United Autosports", "Yes. United Autosports won LMP3 at", "won overall"),
        ("was the race at the bend won by a ferrari", "Yes. Ferrari won GT at", "won overall, in LMP2, for G-Drive"),
        ("did Ferrari win at Inje in 2013", "Yes. Ferrari won GTE and GTC at", "won overall, in LMP2, for KCMG"),
        ("did Ferrari win at Zhuhai in 2013", "Yes. Ferrari won GTE and GTC at", "won overall, in LMP2, for OAK"),
        ("did David Cheng win at Sepang in 2014", "David Cheng won overall, in LMP2, at", "won overall"),
    ],
)
def test_a_win_at_a_race_says_of_what(assistant: Assistant, asked: str, first: str, second: str) -> None:
    page = assistant.reply(asked)
    assert first in page.lead[0]
    assert second in " ".join(page.lead)


def test_overall_winners_on_record_are_never_said_to_be_missing(assistant: Assistant, knowledge: Knowledge) -> None:
    for race in knowledge.races:
        where = knowledge.circuits[race.round.circuit].race
        for make in {knowledge.make_of[win.car] for win in race.round.winners if win.car}:
            name = knowledge.vocabulary.makes[make][0]
            text = assistant.reply(f"did {name} win the {where} in {race.season.id}").text
            is_known = any(win.overall for win in race.round.winners)
            assert not (is_known and "overall winners are not recorded" in text)


def test_remarks_on_a_win_stand_on_a_page_of_several_races(assistant: Assistant, knowledge: Knowledge) -> None:
    page = assistant.reply("race yas marina 2021")
    remarks = [win.win.note for win in knowledge.wins if win.race.season.id == "2021" and win.win.note]
    there = [win.win.note for win in knowledge.wins_of_driver["henry-walkenhorst"] if win.win.note]
    assert there
    assert set(there) <= set(remarks)
    assert all(note in page.text for note in there)


@pytest.mark.parametrize(
    ("asked", "part"),
    [
        ("first race after 2019", "The first race after 2019 was"),
        ("was the first race after 2019 at Shanghai", "No. The first race after 2019 was"),
        ("first race of 2022", "The first race of 2022 was"),
    ],
)
def test_a_time_is_said_as_people_say_it(assistant: Assistant, asked: str, part: str) -> None:
    assert part in assistant.reply(asked).lead[0]


def test_a_season_to_come_is_not_spoken_of_as_one_that_was(assistant: Assistant, knowledge: Knowledge) -> None:
    for season in knowledge.seasons.values():
        for race_class in season.classes if season.status == "announced" else ():
            text = assistant.reply(f"who won {knowledge.classes[race_class].name} in {season.id}").text
            assert f"{season.label} had" not in text
            assert f"no champion in {season.label}" not in text


@pytest.mark.parametrize("asked", ["were there 4 races in 2016", "did any crew of 3 win in 2016", "circuits in 2016"])
def test_how_a_year_was_read_comes_behind_the_answer(assistant: Assistant, asked: str) -> None:
    assert "fell into two seasons" not in assistant.reply(asked).lead[0]


@pytest.mark.parametrize(
    ("asked", "lead"),
    [
        ("was the last race won by Ferrari", "No. The most recent race was the 4 Hours of Abu Dhabi, race 2"),
        ("did David Cheng win the last race", "No. The most recent race was the 4 Hours of Abu Dhabi, race 2"),
        ("was the first race won by OAK Racing", "Yes. The first race was the 1000 km of Okayama, race 1"),
    ],
)
def test_the_last_race_is_that_of_the_series(assistant: Assistant, asked: str, lead: str) -> None:
    assert assistant.reply(asked).lead[0].startswith(lead)


def test_so_many_wins_are_denied_by_no_count_of_titles(assistant: Assistant) -> None:
    """Three class wins and one title: "has it won more than once" is neither a plain Yes nor a No."""
    lead = assistant.reply("has walkenhorst won more than once").text
    assert not lead.startswith(("Yes", "No"))
    assert "Class wins on record (3)" in lead
    assert assistant.reply("has jota won twice").text.startswith("Yes. JOTA took 2 class wins")
