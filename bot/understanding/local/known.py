"""Which subjects there are in the series."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.knowledge.base import Knowledge
from bot.knowledge.model import Circuit, Driver, RaceClass, Season, Team
from bot.server_facts.model import ServerNotes, Subject, SubjectKind
from bot.server_facts.shelf import plain_subject


def entry_of(knowledge: Knowledge, subject: Subject) -> Driver | Team | Circuit | RaceClass | Season | None:
    """Return the series' entry of `subject`, None where it has none; of a server's topics it knows nothing."""
    kind, one = subject
    tables: dict[SubjectKind, Mapping[str, Driver | Team | Circuit | RaceClass | Season]] = {
        SubjectKind.DRIVER: knowledge.drivers,
        SubjectKind.TEAM: knowledge.teams,
        SubjectKind.CIRCUIT: knowledge.circuits,
        SubjectKind.CLASS: knowledge.classes,
        SubjectKind.SEASON: knowledge.seasons,
    }
    return tables[kind].get(one) if kind in tables else None


def is_known(knowledge: Knowledge, subject: Subject) -> bool:
    """Say whether the series has `subject`; of a server's topics it knows nothing."""
    return entry_of(knowledge, subject) is not None


def why_no_subject(knowledge: Knowledge, subject: Subject) -> str:
    """Return the sentence that the series has no such subject, "" where it has, or where it is a topic."""
    if subject.kind is SubjectKind.TOPIC or is_known(knowledge, subject):
        return ""
    return f"The series has no {subject.kind} with the id “{subject.id}”."


def living(knowledge: Knowledge, notes: ServerNotes) -> ServerNotes:
    """Return `notes` without the names of what is not there any more: knowledge changes, and what is saved stays."""
    topics = {topic.id for topic in notes.topics}
    named = [replace(one, subject=plain_subject(one.subject)) for one in notes.nicknames]
    there = [
        one
        for one in named
        if is_known(knowledge, one.subject) or (one.subject.kind is SubjectKind.TOPIC and one.subject.id in topics)
    ]
    return replace(notes, nicknames=tuple(there))
