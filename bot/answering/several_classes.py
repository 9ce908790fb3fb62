"""Drivers and teams with titles in several classes."""

from __future__ import annotations

from bot.answering.answer import Answer, Block, Reply
from bot.answering.lines import titles_said
from bot.answering.naming import classes, driver, team
from bot.answering.wording import capital, count, listed, plural
from bot.knowledge import records
from bot.knowledge.base import Knowledge
from bot.understanding.queries import By, SeveralClasses

_TWO = 2


def several_classes(knowledge: Knowledge, query: SeveralClasses) -> Reply:
    """Name the drivers or teams with titles in as many classes as asked for (two, unless said), or in all named."""
    teams = query.by is By.TEAM
    found = records.in_classes(
        knowledge.titles_of_team if teams else knowledge.titles_of_driver,
        query.number,
        query.classes,
        at_once=query.at_once,
    )
    what = _what(knowledge, query)
    which = "team" if teams else "driver"
    names = listed([(knowledge.teams if teams else knowledge.drivers)[one].name for one, _ in found])
    lead = f"{count(len(found), which)} {plural(len(found), 'has', 'have')} won titles in {what}: {names}."
    shown = team if teams else driver
    lines = tuple([f"{shown(knowledge, one)}: {titles_said(knowledge, titles)}" for one, titles in found])
    return Answer(
        f"Titles in {what}",
        (lead if found else f"No {which} has won titles in {what}.",),
        (Block(f"{capital(which)}s", lines),) if found else (),
        sources=knowledge.series.sources[:1],
        next_questions=(f"record {which}s", "record"),
    )


def _what(knowledge: Knowledge, query: SeveralClasses) -> str:
    number = "two" if query.number == _TWO else str(query.number)
    named = classes(knowledge, query.classes) if query.classes else f"{number} classes or more"
    return f"{named} in one season" if query.at_once else named
