"""What a server's members wrote: beside the answers of the series, and as an answer of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from bot.answering.answer import Answer, Local, Reply, refuse
from bot.answering.dispatch import answer
from bot.knowledge.base import Knowledge
from bot.knowledge.model import Season
from bot.server_facts.model import Subject, SubjectKind
from bot.server_facts.shelf import Shelf, plain_subject
from bot.understanding import queries
from bot.understanding.local.finding import SLOT_OF
from bot.understanding.local.known import entry_of
from bot.understanding.local.names import KINDS
from bot.understanding.queries import Query, Seasons, ServerFacts
from bot.understanding.slots import Slots, holding
from bot.understanding.spans import Kind, Ref

MOST_BESIDE = 5
MOST_ASKED = 10


def answer_in_server(knowledge: Knowledge, shelf: Shelf, query: Query, beside: ServerFacts | None = None) -> Reply:
    """Return the answer to `query` with what this server wrote on what the answer is about, or `beside` it.

    The answer itself is that of every other server.
    """
    if isinstance(query, ServerFacts):
        return server_facts(knowledge, shelf, query)
    reply = answer(knowledge, query)
    if not shelf.notes.facts or not isinstance(reply, Answer):
        return reply
    subjects = tuple(subjects_of(query))
    if beside is not None:
        local = Local(shelf.numbered(beside.found)[:MOST_BESIDE])
    else:
        local = _local(knowledge, shelf, subjects, MOST_BESIDE) if subjects else Local()
    return reply._replace(local=local) if local.facts else reply


def server_facts(knowledge: Knowledge, shelf: Shelf, query: ServerFacts) -> Reply:
    """Answer `ServerFacts`: those found, or all on what was asked for."""
    names = [subject_name(knowledge, shelf, one) for one in query.subjects]
    local = _local(knowledge, shelf, query.subjects, MOST_ASKED)
    if query.found:
        found = shelf.numbered(query.found)
        local = replace(local, facts=found[:MOST_ASKED], more=len(found[MOST_ASKED:]))
    if not local.facts:
        return refuse("no_local_facts", name=" and ".join(names))
    return Answer(
        " and ".join(names),
        ("Written by members of this server, and no record of the series.",),
        next_questions=tuple(_profiles(knowledge, shelf, query.subjects)),
        about=tuple(_slots(query.subjects)),
        local=local,
    )


def _local(knowledge: Knowledge, shelf: Shelf, subjects: tuple[Subject, ...], most: int) -> Local:
    facts = shelf.about(subjects)
    if not facts:
        return Local()
    # The list is that of the subject on which most is left out.
    left = [fact.subject for fact in facts[most:]]
    lists = f"fact list {subject_name(knowledge, shelf, max(left, key=left.count))}" if left else ""
    return Local(facts[:most], len(left), lists)


def subject_name(knowledge: Knowledge, shelf: Shelf, subject: Subject) -> str:
    """Return what `subject` is called; the id itself where it is gone."""
    kind, one = subject
    if kind is SubjectKind.TOPIC:
        return shelf.topics.get(one, one)
    entry = entry_of(knowledge, plain_subject(subject))
    if entry is None:
        return one
    return entry.label if isinstance(entry, Season) else entry.name


def _profiles(knowledge: Knowledge, shelf: Shelf, subjects: Iterable[Subject]) -> Iterator[str]:
    for kind, one in subjects:
        if kind is SubjectKind.SEASON and one in knowledge.seasons:
            yield f"season {one}"
        elif kind not in (SubjectKind.TOPIC, SubjectKind.SEASON):
            yield f"{kind} {subject_name(knowledge, shelf, Subject(kind, one))}"


def _slots(subjects: Iterable[Subject]) -> Iterator[Slots]:
    for kind, one in subjects:
        if kind in SLOT_OF:
            yield holding(SLOT_OF[kind], (one,))


def subjects_of(query: Query) -> Iterator[Subject]:
    """Yield what the answer to `query` is about, the foremost first; nothing for lists, rankings and the like."""
    about = _ABOUT.get(type(query))
    if about is not None:
        yield from about(query)


def _one_season(seasons: Seasons | None) -> Iterator[Subject]:
    if seasons is not None and len(seasons.ids) == 1:
        yield Subject(SubjectKind.SEASON, seasons.ids[0])


def _one_class(classes: tuple[str, ...]) -> Iterator[Subject]:
    if len(classes) == 1:
        yield Subject(SubjectKind.CLASS, classes[0])


def _of_refs(*things: Ref | Seasons | None) -> Iterator[Subject]:
    kinds = {kind: subject for subject, kind in KINDS.items()}
    for thing in things:
        if isinstance(thing, Ref):
            kind = Kind.CIRCUIT if thing.kind is Kind.RACE else thing.kind
            if kind in kinds:
                yield Subject(kinds[kind], thing.id.partition(":")[0])
        else:
            yield from _one_season(thing)


def _of_races(query: queries.Races) -> Iterator[Subject]:
    if query.circuit is not None:
        yield Subject(SubjectKind.CIRCUIT, query.circuit)
    else:
        yield from _one_season(query.seasons)


# Any: each takes its own kind of query, which a mapping by type cannot say.
_ABOUT: dict[type[Query], Callable[[Any], Iterable[Subject]]] = {
    queries.CircuitProfile: lambda query: [Subject(SubjectKind.CIRCUIT, query.circuit)],
    queries.DriverProfile: lambda query: [Subject(SubjectKind.DRIVER, query.driver)],
    queries.TeamProfile: lambda query: [Subject(SubjectKind.TEAM, query.team)],
    queries.DriverAtTeam: lambda query: [
        Subject(SubjectKind.DRIVER, query.driver),
        Subject(SubjectKind.TEAM, query.team),
    ],
    queries.DriversTogether: lambda query: [Subject(SubjectKind.DRIVER, one) for one in query.drivers],
    queries.ClassProfile: lambda query: [Subject(SubjectKind.CLASS, query.race_class)],
    queries.ClassInSeasons: lambda query: [
        Subject(SubjectKind.CLASS, query.race_class),
        *_one_season(query.seasons),
    ],
    queries.SeasonOverview: lambda query: _one_season(query.seasons),
    queries.Calendar: lambda query: _one_season(query.seasons),
    queries.Champions: lambda query: [*_one_season(query.seasons), *_one_class(query.classes)],
    queries.Standings: lambda query: _one_season(query.seasons),
    queries.Races: _of_races,
    queries.Compare: lambda query: _of_refs(query.first, query.second),
    queries.Each: lambda query: [one for each in query.queries for one in subjects_of(each)],
}
