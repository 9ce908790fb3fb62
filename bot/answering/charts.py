"""Pictures that were asked for: the answer whose picture it is, with the picture in front."""

from __future__ import annotations

from collections.abc import Callable

from bot.answering.answer import Answer, Refusal, Reply, refuse
from bot.answering.calendar import calendar
from bot.answering.circuit_list import circuits
from bot.answering.circuits import circuit_profile
from bot.answering.class_list import class_list
from bot.answering.classes import class_profile
from bot.answering.columns import column
from bot.answering.compare import compare
from bot.answering.pictures.visits import map_picture
from bot.answering.pictures.words import without_flags
from bot.answering.rankings import ranking
from bot.knowledge.base import Knowledge
from bot.understanding.queries import (
    By,
    Calendar,
    Chart,
    Charted,
    CircuitProfile,
    Circuits,
    Classes,
    ClassProfile,
    Compare,
    Counted,
    Ranking,
    Seasons,
)
from bot.understanding.spans import Kind, Ref


def chart(knowledge: Knowledge, query: Chart) -> Reply:
    """Answer `Chart`: the same figures as in words, and the picture of them."""
    reply = _ANSWERS[query.what](knowledge, query)
    if isinstance(reply, Refusal):
        return reply
    if reply.picture is None:
        return refuse(_MISSING.get(query.what, "no_chart"), *reply.next_questions, title=reply.title)
    return reply._replace(picture_asked=True)


def _titles(knowledge: Knowledge, query: Chart) -> Reply:
    return ranking(knowledge, Ranking(by=query.by or By.DRIVER, classes=query.classes, seasons=query.seasons))


def _wins(knowledge: Knowledge, query: Chart) -> Reply:
    return ranking(knowledge, Ranking(Counted.WINS, query.by or By.DRIVER, query.classes, query.seasons))


def _seasons(knowledge: Knowledge, query: Chart) -> Reply:
    if isinstance(query.first, Ref):
        return class_profile(knowledge, ClassProfile(query.first.id))
    return class_list(knowledge, Classes())


def _circuits(knowledge: Knowledge, query: Chart) -> Reply:
    if isinstance(query.first, Seasons):
        return circuits(knowledge, Circuits(seasons=query.first))
    if isinstance(query.first, Ref) and query.first.kind is Kind.COUNTRY:
        return circuits(knowledge, Circuits(query.first.id))
    if isinstance(query.first, Ref):
        return circuit_profile(knowledge, CircuitProfile(query.first.id))
    return circuits(knowledge, Circuits())


def _map(knowledge: Knowledge, query: Chart) -> Reply:
    reply = circuits(knowledge, Circuits())
    return reply._replace(picture=map_picture(knowledge, reply.lead[0])) if isinstance(reply, Answer) else reply


def _compare(knowledge: Knowledge, query: Chart) -> Reply:
    first, second = query.first, query.second
    if first is None:
        return refuse("compare_none", *_EXAMPLES)
    if second is None or first == second:
        return refuse("compare_one", *_EXAMPLES, name=_name(knowledge, first), kind=_kind(first))
    if _kind(first) != _kind(second):
        both = {"first": _name(knowledge, first), "second": _name(knowledge, second)}
        return refuse("compare_kinds", *_EXAMPLES, **both, kind=_kind(first), other=_kind(second))
    return compare(knowledge, Compare(first, second))


def _name(knowledge: Knowledge, one: Ref | Seasons) -> str:
    return without_flags(column(knowledge, one).name)


def _kind(one: Ref | Seasons) -> str:
    if isinstance(one, Seasons):
        return "season"
    return "nation" if one.kind is Kind.COUNTRY else str(one.kind)


_EXAMPLES = ("chart compare David Cheng and Malthe Jakobsen", "chart compare Fuji Sepang", "chart compare 2021 2022")
_MISSING = {Charted.CALENDAR: "chart_too_long", Charted.COMPARE: "chart_of_nothing"}
_ANSWERS: dict[Charted, Callable[[Knowledge, Chart], Reply]] = {
    Charted.TITLES: _titles,
    Charted.WINS: _wins,
    Charted.SEASONS: _seasons,
    Charted.CIRCUITS: _circuits,
    Charted.CALENDAR: lambda knowledge, query: calendar(knowledge, Calendar(query.seasons)),
    Charted.MAP: _map,
    Charted.COMPARE: _compare,
}
