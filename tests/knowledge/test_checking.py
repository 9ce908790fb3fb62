from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from tiny_folder import Folder

from bot.knowledge.loading import check_folder, load_folder
from bot.knowledge.problems import KnowledgeError

SEASON = "seasons/2019-20.yml"


def test_a_good_folder_has_no_problems_and_gives_tables(folder: Folder) -> None:
    assert folder.problems() == []
    tables = load_folder(folder.path)
    assert list(tables.countries) == ["nor", "jpn"]
    assert tables.countries["nor"].alpha2 == "NO"
    assert tables.seasons["2019-20"].rounds[0].winners[0].race_class == "lmp2"
    assert [topic.id for topic in tables.history] == ["organiser"]
    with pytest.raises(TypeError):
        tables.drivers["x"] = tables.drivers["james-french"]  # type: ignore[index]


def test_seasons_and_circuits_come_in_order_of_their_ids(folder: Folder) -> None:
    text = (folder.path / SEASON).read_text(encoding="utf-8")
    announced = text[: text.index("champions:")] + "status: announced\nsources: [article]\n"
    for season in ("2009", "2026-27"):
        folder.write(
            f"seasons/{season}.yml", announced.replace("2019-20", season).replace("2019–20", season.replace("-", "–"))
        )
    assert list(load_folder(folder.path).seasons) == ["2009", "2019-20", "2026-27"]


def test_loading_a_bad_folder_tells_every_problem(folder: Folder) -> None:
    folder.change(SEASON, "- james-french\n", "- james-frensh\n")
    folder.change("teams.yml", "name: HubAuto Corsa", "nmae: HubAuto Corsa")
    with pytest.raises(KnowledgeError) as caught:
        load_folder(folder.path)
    assert str(caught.value).splitlines() == [
        'seasons/2019-20.yml:10: champions[0].drivers[0]: no driver has the id "james-frensh"; '
        'did you mean "james-french"?',
        'teams.yml:10: teams[1].nmae: unknown key; did you mean "name"?',
    ]
    assert caught.value.problems == check_folder(folder.path)


MISTAKES = yaml.safe_load(Path(__file__).with_name("mistakes.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("mistake", [row for rows in MISTAKES.values() for row in rows], ids=lambda row: row["says"])
def test_a_mistake_gives_its_line(folder: Folder, mistake: dict[str, str]) -> None:
    folder.change(mistake["file"], mistake["old"], mistake["new"])
    first, *others = folder.problems()
    assert first == f"{mistake['file']}:{mistake['says']}"
    # A class taken out of a season is missed in each place that names it; nothing else has more than one line.
    assert all("is not a class of this season" in other for other in others)


def test_a_table_of_a_class_that_did_not_run_is_named(folder: Folder) -> None:
    text = (folder.path / "classes.yml").read_text(encoding="utf-8")
    third = (
        text[text.index("  - id: gt") :]
        .replace("gt\n    name: GT", "cup\n    name: Cup")
        .replace("Grand Tourer", "Cup cars")
    )
    folder.write("classes.yml", text + third)
    table = (
        "standings:\n  - class: cup\n    of: teams\n    stage: final\n    placings: [{name: x, sources: [article]}]\n"
    )
    folder.change(SEASON, "rounds:", table + "rounds:")
    line = '14: standings[0].class: "cup" is not a class of this season; its classes are: lmp2, gt'
    assert folder.problems() == [f"{SEASON}:{line}"]


def test_a_reading_concerns_classes_and_rounds_of_its_season(folder: Folder) -> None:
    reading = (
        "readings:\n  - about: date\n    says: x\n    others: [{says: y, sources: [article]}]\n"
        "    sources: [article]\n    classes: [lmp2, gt]\n    rounds: [1, 3]\n"
    )
    folder.change(SEASON, "champions:", reading + "champions:")
    folder.change(SEASON, "classes: [lmp2, gt]", "classes: [lmp2]")
    of_reading = [problem for problem in folder.problems() if "readings" in problem]
    assert of_reading == [
        f'{SEASON}:9: readings[0].classes[1]: "gt" is not a class of this season',
        f"{SEASON}:10: readings[0].rounds[1]: this season has no round 3",
    ]


def test_an_until_that_says_less_than_the_date_is_not_before_it(folder: Folder) -> None:
    folder.change("history/organiser.yml", '"2009-11"', '"2009"')
    assert folder.problems() == []


def test_a_held_season_needs_champions_and_rounds(folder: Folder) -> None:
    text = (folder.path / SEASON).read_text(encoding="utf-8")
    folder.write(SEASON, text[: text.index("rounds:")] + "sources: [report]\n")
    assert folder.problems() == [f"{SEASON}:1: status: a season that was held needs champions and rounds"]


def test_a_file_name_that_is_no_season_is_named(folder: Folder) -> None:
    text = (folder.path / SEASON).read_text(encoding="utf-8")
    folder.write("seasons/2019-21.yml", text.replace("2019-20", "2019-21"))
    assert folder.problems() == ['seasons/2019-21.yml:1: id: "2019-21" is not a season such as 2009 or 2015-16']


def test_fact_and_history_ids_are_unique(folder: Folder) -> None:
    again = "  - id: first-season\n    date: '2010'\n    text: x\n    terms: [x]\n    sources: [article]\n"
    text = (folder.path / "history/organiser.yml").read_text(encoding="utf-8")
    folder.write("history/organiser.yml", text + again)
    fact = "  - id: tyres\n    name: x\n    value: x\n    terms: [x]\n    sources: [article]\nsources: [art"
    folder.change("series.yml", "sources: [art", "sources: [art")
    folder.change("series.yml", "\nsources: [art", "\n" + fact)
    assert folder.problems() == [
        'history/organiser.yml:11: entries[1].id: the id "first-season" is taken already',
        'series.yml:10: facts[1].id: the id "tyres" is taken already',
    ]


def test_a_mistake_of_form_hides_no_other_mistake(folder: Folder) -> None:
    """Unknown ids, dates and classes are told beside an unknown key and a number without quotes in the same entry."""
    folder.change(SEASON, "entrant: G-Drive by Algarve", "entrant: 7\n    colour: red")
    folder.change(SEASON, '"26"', "26")
    folder.change(SEASON, "2019-11-24", "2017-11-24")
    folder.change(SEASON, "      - roman-rusinov\n", "      - nobody-at-all\n")
    assert folder.problems() == [
        f'{SEASON}:7: champions[0].entrant: expected text, found the number 7: write it in quotes: "7"',
        f"{SEASON}:8: champions[0].colour: unknown key; known here are: "
        "class, team, entrant, nation, drivers, note, sources",
        f'{SEASON}:12: champions[0].drivers[1]: no driver has the id "nobody-at-all"',
        f"{SEASON}:18: rounds[0].date: 2017-11-24 lies outside the season 2019–20",
        f'{SEASON}:22: rounds[0].winners[0].number: expected text, found the number 26: write it in quotes: "26"',
    ]


def test_a_file_that_cannot_be_read_makes_no_id_unknown(folder: Folder) -> None:
    """Ids of an unreadable file are not to be had, so nothing is said about them, nor about unused sources."""
    folder.write("drivers.yml", "drivers: [\n")
    folder.write("circuits/fuji.yml", "name: &a b\n")
    folder.remove("teams.yml")
    assert folder.problems() == [
        "circuits/fuji.yml:1: name: the anchor &a is not allowed; write it out",
        "drivers.yml:2: a value is missing or starts with a reserved character; quote it",
        "teams.yml:1: this file is missing",
    ]
