"""Every class title, asked for in every way: exactly the right people and team, and nobody else's."""

from __future__ import annotations

import re
from functools import cache

import pytest
import shipped
from page_laws import facts_of, flaws
from shipped import spellings

from bot.assistant import Assistant
from bot.knowledge.base import Knowledge, SeasonTitle
from bot.knowledge.model import Season
from bot.presentation.pages import Outcome
from bot.text.fold import fold

TITLES = shipped.knowledge().titles
ASKED = (
    "!champion {race_class} {season}",
    "champion {season} {race_class}",
    "who won {race_class} in {season}",
    "Who won the {season} {race_class} title?",
    "{race_class} {season}",
    "{season} {race_class} champions",
    "who were the champions of {race_class} in {season}?",
    "winner of the {race_class} class in {season}",
    "which team and drivers won {race_class} {season}",
)


def label(one: SeasonTitle) -> str:
    return f"{one.title.race_class} {one.season.id}"


@cache
def anybody() -> re.Pattern[str]:
    """Match the name of any champion or any champion team, the longest that fits."""
    knowledge = shipped.knowledge()
    names = {driver.name for driver in knowledge.champion_drivers()} | {one.title.entrant for one in TITLES}
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})(?!\w)")


def test_there_are_58_titles_and_138_driver_titles() -> None:
    assert len(TITLES) == 58
    assert sum(len(one.title.drivers) for one in TITLES) == 138


@pytest.mark.parametrize("one", TITLES, ids=label)
def test_a_title_is_told_exactly(assistant: Assistant, knowledge: Knowledge, one: SeasonTitle) -> None:
    """Every phrasing with every spelling of the season and of the class names these winners and no other champion."""
    right = {one.title.entrant, *(knowledge.drivers[driver].name for driver in one.title.drivers)}
    race_class = knowledge.classes[one.title.race_class]
    wrong = []
    for name in (race_class.name, race_class.name.lower(), *race_class.aliases):
        for season in spellings(one.season):
            for asked in ASKED:
                question = asked.format(race_class=name, season=season)
                page = assistant.reply(question)
                named = set(anybody().findall(facts_of(page)))
                if page.outcome is not Outcome.ANSWERED or named != right or flaws(page):
                    wrong.append((question, str(page.outcome), page.query, named ^ right, flaws(page)))
    assert wrong == []


@pytest.mark.parametrize("one", TITLES, ids=label)
def test_a_title_is_told_by_its_drivers(assistant: Assistant, knowledge: Knowledge, one: SeasonTitle) -> None:
    """With accents or without, first name first or last: one line tells season, class and team together."""
    told = (one.season.label, knowledge.classes[one.title.race_class].name, one.title.entrant)
    wrong = []
    for driver in one.title.drivers:
        name = knowledge.drivers[driver].name
        backwards = " ".join(reversed(name.split()))
        for said in dict.fromkeys((name, fold(name), backwards, fold(backwards), name.upper())):
            for asked in ("!driver {}", "driver {}", "what has {} won?", "{}"):
                page = assistant.reply(asked.format(said))
                lines = facts_of(page).splitlines()
                if not any(all(part in line for part in told) for line in lines) or driver not in page.query:
                    wrong.append((asked.format(said), str(page.outcome), page.query))
    assert wrong == []


@pytest.mark.parametrize("one", TITLES, ids=label)
def test_a_title_is_told_by_its_team(assistant: Assistant, knowledge: Knowledge, one: SeasonTitle) -> None:
    """The name of that season finds it, whatever the team is called now."""
    crew = [knowledge.drivers[driver].name for driver in one.title.drivers]
    told = (one.season.label, knowledge.classes[one.title.race_class].name, one.title.entrant, *crew)
    for asked in ("!team {}", "what did {} win?"):
        page = assistant.reply(asked.format(one.title.entrant))
        assert any(all(part in line for part in told) for line in facts_of(page).splitlines()), page


@pytest.mark.parametrize("season", shipped.knowledge().held, ids=lambda season: season.id)
def test_a_season_names_all_its_champions_and_no_other(
    assistant: Assistant, knowledge: Knowledge, season: Season
) -> None:
    titles = [one.title for one in TITLES if one.season is season]
    right = {name for title in titles for name in (title.entrant, *(knowledge.drivers[d].name for d in title.drivers))}
    for asked in ("champion {}", "who won in {}", "{} champions"):
        page = assistant.reply(asked.format(season.id))
        assert set(anybody().findall(facts_of(page))) == right, asked


@pytest.mark.parametrize("race_class", tuple(shipped.knowledge().titles_of_class))
def test_a_class_names_all_its_champions_and_no_other(
    assistant: Assistant, knowledge: Knowledge, race_class: str
) -> None:
    titles = [one.title for one in knowledge.titles_of_class[race_class]]
    right = {name for title in titles for name in (title.entrant, *(knowledge.drivers[d].name for d in title.drivers))}
    name = knowledge.classes[race_class].name
    for asked in ("champion {}", "{} champions", "who has won {}?"):
        page = assistant.reply(asked.format(name))
        assert set(anybody().findall(facts_of(page))) == right, asked
