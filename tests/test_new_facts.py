"""Whatever is added to the tables can be asked for at once: it needs YAML, never code."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest
import shipped
from page_laws import facts_of

from bot.assistant import Assistant
from bot.knowledge.base import Knowledge
from bot.knowledge.model import Circuit, Driver, RaceClass, Season, Team
from bot.presentation.pages import Outcome

SOURCES = ["series-article"]
DRIVER = Driver.model_validate(
    {"id": "zuzana-kvetova", "name": "Zuzana Květová", "nation": "cze", "aliases": ["Zuzka"], "sources": SOURCES}
)
TEAM = Team.model_validate({"id": "quokka", "name": "Quokka Dynamics", "nation": "aus", "sources": SOURCES})
CIRCUIT = Circuit.model_validate(
    {
        "id": "mandalika",
        "name": "Mandalika International Street Circuit",
        "race": "4 Hours of Mandalika",
        "aliases": ["Lombok"],
        "country": "mys",
        "place": "Kuta",
        "latitude": -8.9,
        "longitude": 116.3,
        "layouts": [{"name": "Full circuit", "length_km": 4.3, "turns": 17, "sources": SOURCES}],
        "opened": "2021",
        "sources": SOURCES,
    }
)
CLASS = RaceClass.model_validate(
    {
        "id": "lmp5",
        "name": "LMP5",
        "full_name": "Le Mans Prototype 5",
        "kind": "prototype",
        "colour": "#123456",
        "description": "A class of this test.",
        "cars": "None yet.",
        "came": "New in 2028–29.",
        "sources": SOURCES,
    }
)
WON = {"class": "lmp5", "team": "quokka", "entrant": "Quokka Dynamics", "drivers": [DRIVER.id], "sources": SOURCES}
SEASON = Season.model_validate(
    {
        "id": "2028-29",
        "label": "2028–29",
        "classes": ["lmp5"],
        "champions": [{**WON, "nation": "aus"}],
        "rounds": [
            {
                "round": 1,
                "name": "4 Hours of Mandalika",
                "circuit": "mandalika",
                "date": "2028-12-02",
                "winners": [{**WON, "overall": True}],
                "sources": SOURCES,
            }
        ],
        "sources": SOURCES,
    }
)


@pytest.fixture(scope="module")
def grown() -> Assistant:
    """The shipped facts with one season, and one driver, team, circuit and class in it."""
    tables = shipped.knowledge().tables
    added = {"drivers": DRIVER, "teams": TEAM, "circuits": CIRCUIT, "classes": CLASS, "seasons": SEASON}
    larger = {name: MappingProxyType({**getattr(tables, name), one.id: one}) for name, one in added.items()}
    return Assistant(Knowledge(replace(tables, **larger)))


QUESTIONS = {
    "champion lmp5 2028-29": "Champions(classes=lmp5, seasons=2028-29)",
    "who won LMP 5 in 28/29?": "Champions(classes=lmp5, seasons=2028-29)",
    "champion 2028": "Champions(seasons=2028-29)",
    "season 2029": "SeasonOverview(seasons=2028-29)",
    "calendar 28/29": "Calendar(seasons=2028-29)",
    "classes 2028–29": "Classes(seasons=2028-29)",
    "class lmp5": "ClassProfile(race_class=lmp5)",
    "driver kvetova": "DriverProfile(driver=zuzana-kvetova)",
    "driver Květová Zuzana": "DriverProfile(driver=zuzana-kvetova)",
    "driver Kvetoav": "DriverProfile(driver=zuzana-kvetova)",
    "what has Zuzka won": "DriverProfile(driver=zuzana-kvetova, focus=won)",
    "team quokka": "TeamProfile(team=quokka)",
    "circuit lombok": "CircuitProfile(circuit=mandalika)",
    "circuit mandalkia": "CircuitProfile(circuit=mandalika)",
    "race mandalika 2028-29": "Races(circuit=mandalika, seasons=2028-29)",
    "4 hours of mandalika": "Races(circuit=mandalika)",
    "race round 1 2028-29": "Races(number=1, seasons=2028-29)",
    "compare mandalika sepang": "Compare(first=circuit:mandalika, second=circuit:sepang)",
}


@pytest.mark.parametrize(("question", "query"), QUESTIONS.items(), ids=QUESTIONS)
def test_what_was_added_is_answered(grown: Assistant, question: str, query: str) -> None:
    page = grown.reply(question)
    assert (page.outcome, page.query) == (Outcome.ANSWERED, query)


def test_what_was_added_is_counted(grown: Assistant) -> None:
    """Counts, lasts and lists follow from the tables, so they follow the tables."""
    assert "60 races at 11 circuits, 59 class titles" in facts_of(grown.reply("record"))
    assert "Zuzana Květová" in facts_of(grown.reply("champions from the Czech Republic"))
    assert "Mandalika" in facts_of(grown.reply("circuits Malaysia"))
    assert "2 December 2028" in facts_of(grown.reply("record last"))


def test_what_was_added_is_known_nowhere_else() -> None:
    for question in ("driver kvetova", "circuit lombok", "champion 2028-29", "class lmp5"):
        assert shipped.assistant().reply(question).outcome is Outcome.NOT_FOUND


def test_what_was_there_stays_what_it_was(grown: Assistant, assistant: Assistant) -> None:
    for question in ("champion LMP3 2022", "driver Jakobsen", "circuit Fuji", "champion 2016", "team clx"):
        assert facts_of(grown.reply(question)) == facts_of(assistant.reply(question))
