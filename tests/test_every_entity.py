"""Every command answers for everything it can take, and every page is fit to be read."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
import shipped
from entity_questions import (
    RECORDS,
    every_question,
    names_of_circuit,
    names_of_class,
    names_of_driver,
    names_of_team,
    pairs,
)
from page_laws import facts_of, flaws
from shipped import spellings

from bot.answering.dispatch import answer
from bot.answering.wording import day
from bot.assistant import Assistant
from bot.knowledge.base import Knowledge
from bot.knowledge.model import Circuit, Driver, HistoryTopic, RaceClass, Season, SeriesFact, Team
from bot.presentation.pages import Outcome
from bot.understanding.queries import Record, RecordKind

SHIPPED = shipped.knowledge()


def not_read_as(assistant: Assistant, query: str, questions: Iterable[str]) -> list[tuple[str, str]]:
    """Return the questions that are not answered as `query`, each with what they were taken for."""
    asked = ((question, assistant.reply(question)) for question in questions)
    return [(q, page.query or page.text) for q, page in asked if page.outcome != "answered" or page.query != query]


def by_id(entry: Driver | Team | Circuit | RaceClass | Season | HistoryTopic | SeriesFact) -> str:
    return entry.id


@pytest.mark.parametrize("driver", SHIPPED.drivers.values(), ids=by_id)
def test_every_driver_is_found_by_every_name(assistant: Assistant, driver: Driver) -> None:
    asked = [f"{command} {name}" for name in names_of_driver(driver) for command in ("driver", "!driver")]
    assert not_read_as(assistant, f"DriverProfile(driver={driver.id})", asked) == []


@pytest.mark.parametrize("team", SHIPPED.teams.values(), ids=by_id)
def test_every_team_is_found_by_every_name(assistant: Assistant, knowledge: Knowledge, team: Team) -> None:
    """A name that a related team went by, too, is asked about: both are offered."""
    names = names_of_team(knowledge, team)
    related = [knowledge.teams[one] for one in team.related]
    shared = {name: one for one in related for name in names_of_team(knowledge, one) if name in names}
    asked = [f"{command} {name}" for name in names if name not in shared for command in ("team", "!team")]
    assert not_read_as(assistant, f"TeamProfile(team={team.id})", asked) == []
    for name, other in shared.items():
        assert set(assistant.reply(f"team {name}").choices) == {f"team {team.name}", f"team {other.name}"}


@pytest.mark.parametrize("circuit", SHIPPED.circuits.values(), ids=by_id)
def test_every_circuit_is_found_by_every_name(assistant: Assistant, circuit: Circuit) -> None:
    names = names_of_circuit(circuit)
    asked = [form.format(name) for name in names for form in ("circuit {}", "!circuit {}", "tell me about {}", "{}")]
    assert not_read_as(assistant, f"CircuitProfile(circuit={circuit.id})", asked) == []
    races = [f"race {name}" for name in (*names, circuit.race)]
    assert not_read_as(assistant, f"Races(circuit={circuit.id})", races) == []


@pytest.mark.parametrize("race_class", SHIPPED.classes.values(), ids=by_id)
def test_every_class_is_found_by_every_name(assistant: Assistant, race_class: RaceClass) -> None:
    names = names_of_class(race_class)
    asked = [form.format(name) for name in names for form in ("class {}", "!class {}", "what is {}?")]
    assert not_read_as(assistant, f"ClassProfile(race_class={race_class.id})", asked) == []
    for name in names:
        page = assistant.reply(f"champion {name}")
        crowned = race_class.id in SHIPPED.titles_of_class
        assert page.query == f"Champions(classes={race_class.id})"
        assert page.outcome == (Outcome.ANSWERED if crowned else Outcome.NOT_FOUND)


@pytest.mark.parametrize("season", SHIPPED.held, ids=by_id)
def test_every_season_is_found_by_every_spelling(assistant: Assistant, season: Season) -> None:
    commands = {
        "champion": "Champions",
        "season": "SeasonOverview",
        "calendar": "Calendar",
        "circuits": "Circuits",
        "classes": "Classes",
        "history": "History",
    }
    for command, query in commands.items():
        asked = [f"{mark}{command} {said}" for said in spellings(season) for mark in ("", "!")]
        assert not_read_as(assistant, f"{query}(seasons={season.id})", asked) == []


@pytest.mark.parametrize("season", SHIPPED.held, ids=by_id)
def test_every_race_is_found_by_round_and_by_circuit(
    assistant: Assistant, knowledge: Knowledge, season: Season
) -> None:
    """Either way the page holds the date and every class winner of the race."""
    for one in season.rounds:
        told = (day(one.date), *(won.entrant for won in one.winners))
        told += tuple(knowledge.drivers[driver].name for won in one.winners for driver in won.drivers)
        circuit = knowledge.circuits[one.circuit]
        for asked in (f"race round {one.round} {season.id}", f"!race {season.id} {circuit.name}"):
            page = assistant.reply(asked)
            missing = [part for part in told if part not in f"{page.title}\n{facts_of(page)}"]
            assert (asked, missing, str(page.outcome)) == (asked, [], "answered")


@pytest.mark.parametrize("season", SHIPPED.held, ids=by_id)
def test_every_calendar_holds_every_race(assistant: Assistant, knowledge: Knowledge, season: Season) -> None:
    for command in ("calendar", "season"):
        told = facts_of(assistant.reply(f"{command} {season.id}"))
        for one in season.rounds:
            assert day(one.date) in told
            assert knowledge.circuits[one.circuit].name in told or one.name in told


@pytest.mark.parametrize("season", SHIPPED.seasons.values(), ids=by_id)
def test_every_season_tells_its_classes(assistant: Assistant, knowledge: Knowledge, season: Season) -> None:
    for command in ("classes", "season"):
        told = facts_of(assistant.reply(f"{command} {season.id}"))
        assert [one for one in season.classes if knowledge.classes[one].name not in told] == []


@pytest.mark.parametrize("topic", SHIPPED.topics, ids=by_id)
def test_every_topic_is_told_whole(assistant: Assistant, topic: HistoryTopic) -> None:
    for asked in (f"history {topic.title}", f"!history {topic.title}"):
        told = facts_of(assistant.reply(asked))
        assert [entry.id for entry in topic.entries if entry.text not in told] == []
    others = {f"history {alias}": assistant.reply(f"history {alias}") for alias in topic.aliases}
    assert [asked for asked, page in others.items() if page.outcome is not Outcome.ANSWERED] == []
    # An alias such as "2026-27" is as well read as the season it names.
    stray = {asked: page.query for asked, page in others.items() if f"topic={topic.id}" not in page.query}
    assert {asked: query for asked, query in stray.items() if not any(map(str.isdigit, asked))} == {}


@pytest.mark.parametrize("fact", SHIPPED.series.facts, ids=by_id)
def test_every_fact_of_the_series_is_found_by_its_name(assistant: Assistant, fact: SeriesFact) -> None:
    for asked in (f"series {fact.name}", f"!series {fact.name}"):
        assert fact.value in facts_of(assistant.reply(asked)), asked


def test_the_series_tells_all_its_facts(assistant: Assistant, knowledge: Knowledge) -> None:
    told = facts_of(assistant.reply("series"))
    assert [fact.id for fact in knowledge.series.facts if fact.value not in told] == []


@pytest.mark.parametrize("kind", RecordKind, ids=str)
def test_every_record_is_answered(assistant: Assistant, knowledge: Knowledge, kind: RecordKind) -> None:
    asked = RECORDS.get(kind)
    if asked:
        shown = "Record()" if kind is RecordKind.ALL else f"Record(kind={kind})"
        assert not_read_as(assistant, shown, [asked, f"!{asked}"]) == []
    assert answer(knowledge, Record(kind)).next_questions


def test_every_pair_is_compared(assistant: Assistant, knowledge: Knowledge) -> None:
    """Both orders, with and without `and`; each side's name heads its column."""
    wrong = []
    for one, other in pairs(knowledge):
        for asked in (f"compare {one} and {other}", f"!compare {other} {one}", f"compare {one} vs {other}"):
            page = assistant.reply(asked)
            headings = [section.heading for section in page.sections]
            if not page.query.startswith("Compare(") or len(headings) < 2:
                wrong.append((asked, page.query or page.text))
    assert wrong == []


def test_every_page_is_fit_to_be_read(assistant: Assistant, knowledge: Knowledge) -> None:
    found = {question: flaws(assistant.reply(question)) for question in every_question(knowledge)}
    assert {question: wrong for question, wrong in found.items() if wrong} == {}
