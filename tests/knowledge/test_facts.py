"""The shipped facts, held against the article's own tables and against what is known by heart."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.knowledge.base import Knowledge
from bot.knowledge.loading import check_folder, load_folder
from bot.knowledge.model import Driver, Reading

FOLDER = Path(__file__).parents[2] / "knowledge"
ARTICLE: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("article_tables.yml").read_text(encoding="utf-8"))
CELLS = [(season, race_class) for season, row in ARTICLE["champions"].items() for race_class in row]
PEOPLE = {
    ARTICLE["also_spelt"].get(name, name): nation
    for row in ARTICLE["champions"].values()
    for cell in row.values()
    for name, nation in cell["drivers"]
}


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return Knowledge(load_folder(FOLDER))


def named(knowledge: Knowledge, name: str) -> Driver:
    """Return the one driver who answers to exactly `name`."""
    (driver,) = (one for one in knowledge.drivers.values() if name in (one.name, *one.aliases))
    return driver


def titles(knowledge: Knowledge, driver: str) -> list[tuple[str, str, str]]:
    return [(one.season.id, one.title.race_class, one.title.entrant) for one in knowledge.titles_of_driver[driver]]


def readings(matter: Reading) -> list[str]:
    return [matter.says, *(other.says for other in matter.others)]


def years_in(printed: str) -> set[int]:
    """Read `2013, 2016–2017` as the years it stands for."""
    spans = [part.strip().split("–") for part in printed.split(",")]
    return {year for span in spans for year in range(int(span[0]), int(span[-1]) + 1)}


def test_the_shipped_folder_has_no_problems() -> None:
    """What we ship passes the check we ask of others."""
    assert [str(problem) for problem in check_folder(FOLDER)] == []


@pytest.mark.parametrize(("season", "race_class"), CELLS, ids=lambda part: part)
def test_every_cell_of_the_champions_tables_is_told_as_printed(
    knowledge: Knowledge, season: str, race_class: str
) -> None:
    """Drivers in the article's order with their nations, and the team's name and nation of that season."""
    cell = ARTICLE["champions"][season][race_class]
    (title,) = (one for one in knowledge.seasons[season].champions if one.race_class == race_class)
    drivers = [knowledge.drivers[driver] for driver in title.drivers]
    assert [[one.name, one.nation] for one in drivers] == [
        [ARTICLE["also_spelt"].get(name, name), nation] for name, nation in cell["drivers"]
    ]
    assert [title.entrant, title.nation] == cell["team"]
    assert "series-article" in title.sources


def test_there_are_no_champions_beside_those_of_the_article(knowledge: Knowledge) -> None:
    """58 class titles in 14 seasons; 138 titles of drivers, shared by 126 people."""
    assert sorted((one.season.id, one.title.race_class) for one in knowledge.titles) == sorted(CELLS)
    assert len(CELLS) == 58
    assert [season.id for season in knowledge.held] == list(ARTICLE["champions"])
    assert len(knowledge.held) == 14
    assert sum(len(one.title.drivers) for one in knowledge.titles) == 138
    assert {driver.name for driver in knowledge.champion_drivers()} == set(PEOPLE)
    assert len(knowledge.champion_drivers()) == len(PEOPLE) == 126


def test_every_nation_of_a_champion_is_one_id(knowledge: Knowledge) -> None:
    """GER and DEU, DEN and DNK, TAI and TWN are one nation each: no two entries share a code, a name or a flag."""
    countries = knowledge.countries.values()
    for said in ({"ger", "deu"}, {"den", "dnk"}, {"tai", "twn"}, {"ned"}, {"gre"}, {"ire"}, {"uae"}):
        assert len([one for one in countries if said & {one.id, *(code.lower() for code in one.codes)}]) == 1
    assert len({one.alpha2 for one in countries}) == len({one.name for one in countries}) == len(countries)
    assert {driver.name: driver.nation for driver in knowledge.champion_drivers()} == PEOPLE


def test_the_series_held_59_races_on_ten_circuits_in_seven_countries(knowledge: Knowledge) -> None:
    """The announced season adds no race and no venue."""
    assert len(knowledge.races) == 59
    assert set(knowledge.races_at) == set(knowledge.circuits)
    assert len(knowledge.circuits) == 10
    assert len({circuit.country for circuit in knowledge.circuits.values()}) == 7
    assert knowledge.seasons["2026-27"].status == "announced"


@pytest.mark.parametrize("row", ARTICLE["races"], ids=lambda row: row["race"])
def test_the_years_of_a_circuit_follow_from_the_calendars(knowledge: Knowledge, row: dict[str, str]) -> None:
    """The article's ranges are calendar years, and the dates of the races give the very same ones."""
    (circuit,) = (one for one in knowledge.circuits.values() if one.name == row["circuit"])
    assert (circuit.race, circuit.country) == (row["race"], row["country"])
    assert {race.round.date.year for race in knowledge.races_at[circuit.id]} == years_in(row["years"])


def test_every_race_was_held_in_a_year_of_its_season(knowledge: Knowledge) -> None:
    """A season of one year has no race in another; a winter season has races in both of its years."""
    for season in knowledge.held:
        first = int(season.id[:4])
        assert {race.date.year for race in season.rounds} == {first, first + 1 if "-" in season.id else first}


def test_the_sixth_champion_of_2018_19_is_gt_cup(knowledge: Knowledge) -> None:
    """The article prints six champions under five headings; the last one is GT Cup, and the title says so."""
    *_, title = knowledge.seasons["2018-19"].champions
    assert (title.race_class, title.entrant) == ("gt-cup", "Modena Motorsports")
    assert [knowledge.drivers[one].name for one in title.drivers] == ["Philippe Descombes", "Benny Simonsen"]
    assert title.note is not None
    assert {season.id for season in knowledge.seasons_of_class["gt-cup"]} == {"2016-17", "2017-18", "2018-19"}


PERSONS = {
    "Jun-San Chen": [("2014", "gt", "AAI-Rstrada"), ("2017-18", "gt", "Fist Team AAI")],
    "Malthe Jakobsen": [
        ("2023-24", "lmp2", "CrowdStrike by APR"),
        ("2024-25", "lmp2", "Algarve Pro Racing"),
        ("2025-26", "lmp2", "CrowdStrike Racing by APR"),
    ],
    "Louis Delétraz": [("2025-26", "lmp2", "CrowdStrike Racing by APR")],
    "Kévin Rabin": [("2025-26", "lmp3", "CLX Motorsport")],
    "Harrison Newey": [("2017-18", "lmp2", "Jackie Chan DC Racing X Jota")],
    "David Cheng": [
        ("2013", "lmp2", "OAK Racing"),
        ("2014", "lmp2", "OAK Racing"),
        ("2015-16", "lmp3", "DC Racing"),
    ],
}


@pytest.mark.parametrize("name", PERSONS)
def test_a_person_has_all_titles_however_spelt(knowledge: Knowledge, name: str) -> None:
    """Two spellings or two nation codes in the article never make two people."""
    assert titles(knowledge, named(knowledge, name).id) == PERSONS[name]


@pytest.mark.parametrize(("first", "second"), [("Matt Bell", "Rob Bell"), ("Allan Simonsen", "Benny Simonsen")])
def test_people_of_one_surname_stay_apart(knowledge: Knowledge, first: str, second: str) -> None:
    """Nobody inherits the title of a namesake."""
    assert not set(titles(knowledge, named(knowledge, first).id)) & set(titles(knowledge, named(knowledge, second).id))


def test_harrison_newey_by_heart(knowledge: Knowledge) -> None:
    """One title, with two others, and five class wins we know of."""
    newey = named(knowledge, "Harrison Newey")
    (title,) = knowledge.titles_of_driver[newey.id]
    assert (newey.id, newey.nation) == ("harrison-newey", "gbr")
    assert title.title.drivers == ("harrison-newey", "stephane-richelmi", "thomas-laurent")
    assert (title.title.team, title.title.nation) == ("jackie-chan-dc-racing-x-jota", "chn")
    won = knowledge.wins_of_driver[newey.id]
    assert [(one.race.season.id, one.race.round.round, one.win.overall) for one in won] == [
        ("2017-18", 1, True),
        ("2017-18", 2, True),
        ("2017-18", 4, True),
        ("2018-19", 2, True),
        ("2018-19", 4, True),
    ]


def test_malthe_jakobsen_by_heart(knowledge: Knowledge) -> None:
    """Three LMP2 titles in a row, and nine class wins we know of."""
    jakobsen = named(knowledge, "Malthe Jakobsen")
    assert jakobsen.nation == "dnk"
    assert [one.title.drivers for one in knowledge.titles_of_driver[jakobsen.id]] == [
        ("george-kurtz", "malthe-jakobsen", "colin-braun"),
        ("malthe-jakobsen", "michael-jensen", "valerio-rinicella"),
        ("louis-deletraz", "malthe-jakobsen", "george-kurtz"),
    ]
    won = [one.race.season.id for one in knowledge.wins_of_driver[jakobsen.id]]
    assert won == ["2023"] + 2 * ["2023-24"] + 3 * ["2024-25"] + 3 * ["2025-26"]
    assert {one.win.race_class for one in knowledge.wins_of_driver[jakobsen.id]} == {"lmp2"}


NAMES_OF_THE_DAY = [
    ("oak-racing", "2009", "OAK Racing/Team Mazda France"),
    ("oak-racing", "2014", "OAK Racing"),
    ("team-aai", "2014", "AAI-Rstrada"),
    ("team-aai", "2017-18", "Fist Team AAI"),
    ("dc-racing", "2015-16", "DC Racing"),
    ("dc-racing", "2016-17", "Jackie Chan DC Racing"),
    ("jackie-chan-dc-racing-x-jota", "2017-18", "Jackie Chan DC Racing X Jota"),
    ("g-drive-racing", "2019-20", "G-Drive Racing with Algarve"),
    ("g-drive-racing", "2021", "G-Drive Racing"),
    ("crowdstrike-racing-by-apr", "2023-24", "CrowdStrike by APR"),
    ("crowdstrike-racing-by-apr", "2025-26", "CrowdStrike Racing by APR"),
    ("cool-racing", "2023-24", "Cool Racing"),
    ("cool-racing", "2025-26", "CLX Motorsport"),
]


@pytest.mark.parametrize(("team", "season", "name"), NAMES_OF_THE_DAY)
def test_a_season_shows_the_team_name_of_its_day(knowledge: Knowledge, team: str, season: str, name: str) -> None:
    """A team that changed its name is one team, and no season shows a name of another time."""
    assert knowledge.entrant(team, season) == name


def test_a_team_may_change_its_flag(knowledge: Knowledge) -> None:
    """The nation belongs to the title: United Autosports and CrowdStrike won under two flags each."""
    flags = {
        team: [(one.season.id, one.title.nation) for one in knowledge.titles_of_team[team]]
        for team in ("united-autosports", "crowdstrike-racing-by-apr")
    }
    assert flags == {
        "united-autosports": [("2018-19", "usa"), ("2021", "gbr")],
        "crowdstrike-racing-by-apr": [("2023-24", "prt"), ("2025-26", "usa")],
    }


def test_the_first_race_shows_the_date_of_the_article_and_keeps_the_other(knowledge: Knowledge) -> None:
    """30 October 2009 by the article, 31 October by reports of the time; the reading hangs on round 1."""
    season = knowledge.seasons["2009"]
    assert season.rounds[0].date.isoformat() == "2009-10-30"
    (matter,) = (one for one in season.readings if one.rounds == (1,))
    assert readings(matter) == ["30 October 2009", "31 October 2009"]
    assert "series-article" in matter.sources
    assert "31 October" in (season.rounds[0].note or "")


def test_the_lmp3_engine_keeps_both_readings(knowledge: Knowledge) -> None:
    """Nissan by the article, Toyota by the entry list: in the season, the class and the series alike."""
    season = [one for one in knowledge.seasons["2025-26"].readings if one.classes == ("lmp3",) and not one.rounds]
    series = [one for fact in knowledge.series.facts if fact.id == "lmp3-engine" for one in fact.readings]
    found = [*season, *knowledge.classes["lmp3"].readings, *series]
    assert len(found) == 3
    for matter in found:
        says, other = readings(matter)
        assert (says, "series-article" in matter.sources) == ("Nissan", True)
        assert other.startswith("Toyota")


def test_a_reading_on_one_race_or_class_says_which(knowledge: Knowledge) -> None:
    """Of the readings of the seasons only the one on 2010 concerns no class and no race of its own."""
    general = [
        (season.id, matter.about)
        for season in knowledge.seasons.values()
        for matter in season.readings
        if not (matter.classes or matter.rounds)
    ]
    assert general == [("2009", "whether 2010 was a season")]
