"""A server's notes, ready to be looked things up in."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from bot.server_facts.model import Fact, ServerNotes, Subject, SubjectKind


class Shelf:
    """The facts and topics of one server at one version. Nothing in it changes."""

    def __init__(self, notes: ServerNotes) -> None:
        self.notes = notes

    @cached_property
    def topics(self) -> dict[str, str]:
        """The names of the server's topics, by their ids."""
        return {topic.id: topic.name for topic in self.notes.topics}

    @cached_property
    def _by_subject(self) -> dict[Subject, list[Fact]]:
        found: dict[Subject, list[Fact]] = {}
        for fact in sorted(self.notes.facts, key=lambda fact: (fact.at, fact.number), reverse=True):
            found.setdefault(plain_subject(fact.subject), []).append(fact)
        return found

    @cached_property
    def _by_number(self) -> dict[int, Fact]:
        return {fact.number: fact for fact in self.notes.facts}

    def about(self, subjects: Iterable[Subject]) -> tuple[Fact, ...]:
        """Return the facts on `subjects`, those of the first first, the newest of each first."""
        if not self.notes.facts:
            return ()
        return tuple([fact for one in dict.fromkeys(subjects) for fact in self._by_subject.get(plain_subject(one), ())])

    def numbered(self, numbers: Iterable[int]) -> tuple[Fact, ...]:
        """Return the facts with these numbers, in that order; those that are gone are left out."""
        return tuple([self._by_number[number] for number in numbers if number in self._by_number])


def plain_subject(subject: Subject) -> Subject:
    """Return `subject` with a season as `knowledge/` has it, though it may have been written with its label's dash."""
    if subject.kind is SubjectKind.SEASON:
        return subject._replace(id=subject.id.replace("–", "-"))
    return subject


EMPTY = Shelf(ServerNotes(server=0))
