"""Which subjects there are in the series."""

from __future__ import annotations

from bot.knowledge.base import Knowledge
from bot.server_facts.model import Subject, SubjectKind


def is_known(knowledge: Knowledge, subject: Subject) -> bool:
    """Say whether the series has `subject`; of a server's topics it knows nothing."""
    kind, one = subject
    tables = {
        SubjectKind.DRIVER: knowledge.drivers,
        SubjectKind.TEAM: knowledge.teams,
        SubjectKind.CIRCUIT: knowledge.circuits,
        SubjectKind.CLASS: knowledge.classes,
        SubjectKind.SEASON: knowledge.seasons,
    }
    return kind is not SubjectKind.TOPIC and one in tables[kind]


def why_no_subject(knowledge: Knowledge, subject: Subject) -> str:
    """Return the sentence that the series has no such subject, "" where it has, or where it is a topic."""
    if subject.kind is SubjectKind.TOPIC or is_known(knowledge, subject):
        return ""
    return f"The series has no {subject.kind} with the id “{subject.id}”."
