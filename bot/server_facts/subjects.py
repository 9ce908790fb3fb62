"""Which subjects the series' knowledge has, so that nobody writes a fact about one it has not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.server_facts.model import Subject, SubjectKind
from bot.text.similarity import closest

if TYPE_CHECKING:
    # It takes a while to load, and a backup or an export has no use for it.
    from bot.knowledge.base import Knowledge


class KnownSubjects:
    """Says why there is no such subject, and which may be meant; what a `Book` asks."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._ids = {
            SubjectKind.DRIVER: frozenset(knowledge.drivers),
            SubjectKind.TEAM: frozenset(knowledge.teams),
            SubjectKind.CIRCUIT: frozenset(knowledge.circuits),
            SubjectKind.CLASS: frozenset(knowledge.classes),
            SubjectKind.SEASON: frozenset(knowledge.seasons),
        }

    def __call__(self, subject: Subject) -> str:
        """Return one sentence, or "" where there is this subject, or it is a server's own."""
        known = self._ids.get(subject.kind)
        if known is None or subject.id in known:
            return ""
        meant = closest(subject.id, sorted(known))
        hint = f'; perhaps "{meant}" is meant.' if meant else "."
        return f'There is no {subject.kind.value} with the id "{subject.id}"{hint}'
