"""Pictures that were asked for: the answer whose picture it is, with the picture in front."""

from __future__ import annotations

from collections.abc import Callable

from bot.answering.answer import Answer, Refusal, Reply, refuse
from bot.answering.calendar import calendar
from bot.answering.circuit_list import circuits
from bot.answering.class_list import class_list
from bot.answering.compare import compare
from bot.answering.pictures.visits import map_picture
from bot.answering.rankings import ranking
from bot.knowledge.base import Knowledge
from bot.understanding.queries import By, Calendar, Chart, Charted, Circuits, Classes, Compare, Ranking


def chart(knowledge: Knowledge, query: Chart) -> Reply:
    """Answer `Chart`: the same figures as in words, and the picture of them."""
    reply = _ANSWERS[query.what](knowledge, query)
    if isinstance(reply, Refusal):
        return reply
    if reply.picture is None:
        return refuse("no_chart", *reply.next_questions, title=reply.title)
    return reply._replace(picture_asked=True)


def _titles(knowledge: Knowledge, query: Chart) -> Reply:
    return ranking(knowledge, Ranking(by=query.by or By.DRIVER, classes=query.classes, seasons=query.seasons))


def _map(knowledge: Knowledge, query: Chart) -> Reply:
    reply = circuits(knowledge, Circuits())
    return reply._replace(picture=map_picture(knowledge, reply.lead[0])) if isinstance(reply, Answer) else reply


def _compare(knowledge: Knowledge, query: Chart) -> Reply:
    assert query.first is not None and query.second is not None, "a comparison is of two"
    return compare(knowledge, Compare(query.first, query.second))


_ANSWERS: dict[Charted, Callable[[Knowledge, Chart], Reply]] = {
    Charted.TITLES: _titles,
    Charted.SEASONS: lambda knowledge, query: class_list(knowledge, Classes()),
    Charted.CIRCUITS: lambda knowledge, query: circuits(knowledge, Circuits()),
    Charted.CALENDAR: lambda knowledge, query: calendar(knowledge, Calendar(query.seasons)),
    Charted.MAP: _map,
    Charted.COMPARE: _compare,
}
