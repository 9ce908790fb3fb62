"""What a restored backup answers otherwise than the live database: the last step of a restore drill."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.assistant import Assistant
from bot.knowledge.base import Knowledge
from bot.knowledge.model import Circuit, Driver, RaceClass, Team
from bot.presentation.pages import Page
from bot.server_facts.model import Fact, ServerNotes, Subject, SubjectKind
from bot.understanding.local.trial import stored_questions


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """One server, asked twice: how many questions, those answered otherwise, and what only one of the two has."""

    server: int
    asked: int
    otherwise: tuple[str, ...]
    only_live: tuple[str, ...]
    only_restored: tuple[str, ...]

    @property
    def same(self) -> bool:
        """True where nothing differs."""
        return not (self.otherwise or self.only_live or self.only_restored)


def rehearse(assistant: Assistant, live: ServerNotes, restored: ServerNotes) -> Rehearsed:
    """Ask a server as it is and as it was restored all stored questions, and what it knows by names of its own."""
    pair = assistant.in_server(live), assistant.in_server(restored)
    questions = list(dict.fromkeys([*stored_questions(), *_own_questions(assistant.knowledge, live, restored)]))
    otherwise = [question for question in questions if len({_said(one.reply(question)) for one in pair}) > 1]
    here, there = (dict.fromkeys(_told(notes)) for notes in (live, restored))
    return Rehearsed(
        live.server,
        len(questions),
        tuple(otherwise),
        tuple([line for line in here if line not in there]),
        tuple([line for line in there if line not in here]),
    )


def _said(page: Page) -> tuple[str, str, str]:
    return page.outcome, page.title, page.text


def _told(notes: ServerNotes) -> Iterator[str]:
    """Yield a line for each thing of a server; those of its history and of the moment it was saved are left out."""
    # Topics are told by their names: a file that is imported gives them new ids.
    names = {topic.id: topic.name for topic in notes.topics}
    yield from (_of_fact(fact, _named(fact.subject, names)) for fact in notes.facts)
    yield from (f"topic {topic.name}" for topic in notes.topics)
    yield from (f"name {nickname.name} for {_named(nickname.subject, names)}" for nickname in notes.nicknames)
    yield f"settings {notes.settings}"


def _of_fact(fact: Fact, subject: str) -> str:
    return " ".join(f"fact {fact.number}, {subject}: {fact.text} {fact.source}".split())


def _named(subject: Subject, topics: Mapping[str, str]) -> str:
    return f"topic {topics.get(subject.id, '')}" if subject.kind is SubjectKind.TOPIC else str(subject)


def _own_questions(knowledge: Knowledge, *both: ServerNotes) -> Iterator[str]:
    for notes in both:
        yield from (topic.name for topic in notes.topics)
        yield from (nickname.name for nickname in notes.nicknames)
        yield from (_called(knowledge, fact.subject) for fact in notes.facts)


def _called(knowledge: Knowledge, subject: Subject) -> str:
    tables: dict[SubjectKind, Mapping[str, Driver | Team | Circuit | RaceClass]] = {
        SubjectKind.DRIVER: knowledge.drivers,
        SubjectKind.TEAM: knowledge.teams,
        SubjectKind.CIRCUIT: knowledge.circuits,
        SubjectKind.CLASS: knowledge.classes,
    }
    found = tables.get(subject.kind, {}).get(subject.id)
    return f"{subject.kind} {found.name if found is not None else subject.id}"
