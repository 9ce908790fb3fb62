"""Points are told of whoever scored them, and every disagreement of a season stands on some page."""

from __future__ import annotations

import pytest

from bot.answering.placings import is_line_of
from bot.answering.readings import disagreement, of_standings
from bot.assistant import Assistant
from bot.knowledge.base import Knowledge
from bot.knowledge.model import Placing
from bot.understanding.spans import Kind, Ref


def _line(name: str) -> Placing:
    return Placing(name=name, sources=("series-article",))


@pytest.mark.parametrize(
    ("driver", "name", "theirs"),
    [
        ("paul-ip", "Philippe Descombes / Benny Simonsen", False),
        ("paul-ip", "Paul Ip", True),
        ("weian-chen", "Hanchen Chen / Marco Seefried", False),
        ("weian-chen", "Chen", False),
        ("antares-au", "Thomas Laurent / Harrison Newey", False),
        ("antares-au", "Au / Bachler / Sturm", True),
        ("struan-moore", "Nigel Moore / Phil Hanson", False),
        ("nigel-moore", "Moore / Hanson", False),
        ("jun-san-chen", "Jun San Chen / Tatsuya Tanigawa", True),
        ("ferdinand-habsburg", "René Binder / Ferdinand Habsburg", True),
        ("kay-van-berlo", "Bell / van Berlo", True),
        ("matteo-quintarelli", "Ultimate #35 (Quintarelli)", True),
    ],
)
def test_a_line_is_of_the_driver_it_names(knowledge: Knowledge, driver: str, name: str, theirs: bool) -> None:
    assert is_line_of(knowledge, Ref(Kind.DRIVER, driver), _line(name)) is theirs


@pytest.mark.parametrize(
    ("team", "name", "theirs"),
    [
        ("jota", "Jackie Chan DC Racing X Jota #8", False),
        ("jota", "JOTA #28", True),
        ("united-autosports", "United #23", True),
        ("algarve-pro-racing", "CrowdStrike Racing by APR", False),
        ("algarve-pro-racing", "Algarve Pro #25", True),
        ("team-aai", "FIST-Team AAI BMW", True),
    ],
)
def test_a_line_is_of_the_team_it_names(knowledge: Knowledge, team: str, name: str, theirs: bool) -> None:
    assert is_line_of(knowledge, Ref(Kind.TEAM, team), _line(name)) is theirs


@pytest.mark.parametrize(
    ("who", "season"),
    [("Paul Ip", "2018-19"), ("Weian Chen", "2014"), ("Antares Au", "2017-18"), ("Struan Moore", "2016-17")],
)
def test_points_of_strangers_are_not_told(assistant: Assistant, who: str, season: str) -> None:
    page = assistant.reply(f"how many points did {who} score in {season}")
    assert f"No points and no place of {who}" in page.text


def test_every_reading_of_a_season_stands_on_some_page(assistant: Assistant, knowledge: Knowledge) -> None:
    for season in knowledge.seasons.values():
        pages = [assistant.reply(f"season {season.id}").text]
        pages += [
            assistant.reply(f"race {knowledge.circuits[one.circuit].race} {season.id}").text for one in season.rounds
        ]
        for reading in season.readings:
            told = disagreement(knowledge, reading, "").removeprefix("Sources differ on : here ")
            assert [page for page in pages if told in page], reading.about


def test_standings_tell_where_sources_differ_on_points(assistant: Assistant, knowledge: Knowledge) -> None:
    season = knowledge.seasons["2025-26"]
    (reading,) = of_standings(season.readings, season.classes)
    assert reading.says in assistant.reply("standings 2025-26").text


@pytest.mark.parametrize(
    ("asked", "part"),
    [
        ("champions from Saint Kitts", "Sources differ on the nationality of Alex Malykhin"),
        ("champions from Russia", "Sources differ on the nationality of Alexander Bukhantsov"),
        ("has a driver from Belarus won a title", "Sources differ on the nationality of Alex Malykhin"),
        ("champion teams from France", "Sources differ on the nation of CD Sport"),
    ],
)
def test_a_nation_in_dispute_is_told_with_the_dispute(assistant: Assistant, asked: str, part: str) -> None:
    page = assistant.reply(asked)
    assert part in page.text
    assert not page.lead[0].startswith("No.")
