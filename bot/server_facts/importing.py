"""What a file would change in a server, worked out by the same rules as every single change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial

from bot.server_facts.changes import About, NewTopic, Step
from bot.server_facts.entries import Entries, FactEntry, NameEntry, RefusedLine
from bot.server_facts.keeping import Subjects, Trial
from bot.server_facts.limits import NAME_LONGEST, check_name, check_settings, check_source, check_text, key_of
from bot.server_facts.model import Fact, Nickname, ServerNotes, Subject, SubjectKind, Topic
from bot.server_facts.problems import NotThereError, RefusedError
from bot.server_facts.rules import Steps, Writing, added, named, rewritten, settled, topic_called
from bot.server_facts.things import same_content

# A name by its key and what it would stand for, None for a topic that is new.
Name = tuple[str, Subject | None]


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do to `server` as it stands at `version`.

    `added` and `changed` hold facts, names, topics and settings; `same` counts what the file has in common with the
    server. Nothing is ever removed by an import. With anything `refused` the plan cannot be applied.
    """

    server: int
    version: int
    added: tuple[Step, ...] = ()
    changed: tuple[Step, ...] = ()
    same: int = 0
    refused: tuple[RefusedLine, ...] = ()

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps, in the order they are taken."""
        return (*self.added, *self.changed)


@dataclass
class Planner:
    """Takes the entries of a file one after another; `notes` are the server as it would be so far."""

    notes: ServerNotes
    next_number: int
    subjects: Subjects
    trial: Trial
    added: list[Step] = field(default_factory=list)
    changed: list[Step] = field(default_factory=list)
    same: int = 0
    refused: list[RefusedLine] = field(default_factory=list)
    _tried: dict[Name, str] = field(default_factory=dict)

    def plan(self, entries: Entries, most_new: int) -> Plan:
        """Return what the entries would do; raise `RefusedError` where they bring more than `most_new` names."""
        self._check_new(entries, most_new)
        server, version = self.notes.server, self.notes.version
        at_home = entries.server == server
        self.refused += entries.refused
        self._try(entries.settings_line, lambda: self._settings(entries, at_home))
        standing = {fact.number: fact for fact in self.notes.facts}
        kept = self._kept_numbers(entries, standing) if at_home else set()
        taken: set[int] = set()
        for entry in entries.facts:
            stands = standing.get(entry.number) if at_home and entry.number else None
            number = entry.number if entry.number in kept and entry.number not in taken else None
            self._try(entry.line, partial(self._fact, entry, stands, number, taken))
        for name in entries.names:
            self._try(name.line, partial(self._name, name))
        refused = tuple(sorted(self.refused, key=lambda one: one.line))
        return Plan(server, version, tuple(self.added), tuple(self.changed), self.same, refused)

    def _check_new(self, entries: Entries, most: int) -> None:
        """Refuse the file where it brings too many names and topics: each would be tried, and that takes a while."""
        known = {key_of(topic.name) for topic in self.notes.topics}
        known |= {key_of(name.name) for name in self.notes.nicknames}
        said: list[tuple[str, About | None]] = [(one.name, one.about) for one in entries.names]
        said += [(one.about.name, None) for one in entries.facts if isinstance(one.about, NewTopic)]
        # What is too long to be a name is refused by itself.
        keys = {(key_of(name), about) for name, about in said if len(name) <= NAME_LONGEST}
        count = sum(key not in known for key, _ in keys)
        if count > most:
            raise RefusedError(
                f"The file brings {count:,} new names and topics; {most:,} are the most at once, so split it."
            )

    def _try(self, line: int, take: Callable[[], None]) -> None:
        try:
            take()
        except RefusedError as refused:
            self.refused.append(RefusedLine(line, str(refused)))

    def _kept_numbers(self, entries: Entries, standing: dict[int, Fact]) -> set[int]:
        """Return the numbers that facts can keep: those that no fact of this server ever had."""
        kept = {entry.number for entry in entries.facts if entry.number and entry.number >= self.next_number}
        self.next_number = max(self.next_number, *(number + 1 for number in kept), 1)
        return kept - standing.keys()

    def _settings(self, entries: Entries, at_home: bool) -> None:
        # The ids of channels and roles mean nothing in another server.
        said = {key: value for key, value in entries.settings.items() if at_home or key not in ("channels", "editors")}
        stands = self.notes.settings
        settings = replace(stands, **said)
        check_settings(settings)
        if settings == stands:
            self.same += bool(entries.settings)
            return
        self.notes = replace(self.notes, settings=settings)
        self.changed.append(Step(stands, settings))

    def _fact(self, entry: FactEntry, stands: Fact | None, number: int | None, taken: set[int]) -> None:
        about = entry.about
        self._check_about(about)
        subject = _known_subject(self.notes, about)
        if stands is not None and stands.subject == subject:
            if stands.number in taken:
                raise RefusedError(f"Fact {stands.number} is in the file twice.")
            taken.add(stands.number)
            self._old_fact(entry, stands)
            return
        if any((one.subject, one.text, one.source) == (subject, entry.text, entry.source) for one in self.notes.facts):
            self.same += 1
            return
        new = number or self.next_number
        at = entry.at or datetime.now(UTC)
        steps = added(self.notes, Writing(entry.author, at, new), about, entry.text, entry.source)
        if isinstance(about, NewTopic) and subject is None:
            self._try_name(about.name, None)
        taken.add(new)
        self.next_number = max(self.next_number, new + 1)
        self._take(steps)

    def _old_fact(self, entry: FactEntry, stands: Fact) -> None:
        check_text(entry.text)
        check_source(entry.source)
        writing = Writing(entry.author, entry.at or datetime.now(UTC), stands.number)
        after = rewritten(stands, entry.text, entry.source, writing)
        if same_content(stands, after):
            self.same += 1
            return
        facts = tuple(after if one.number == stands.number else one for one in self.notes.facts)
        self.notes = replace(self.notes, facts=facts)
        self.changed.append(Step(stands, after))

    def _name(self, entry: NameEntry) -> None:
        about = entry.about
        check_name(entry.name)
        self._check_about(about)
        subject, new = settled(self.notes, about)
        if new:
            raise NotThereError(f'There is no topic "{_called(about)}" for this name; a topic needs a fact.')
        if any((key_of(one.name), one.subject) == (key_of(entry.name), subject) for one in self.notes.nicknames):
            self.same += 1
            return
        steps = named(self.notes, entry.name, subject)
        self._try_name(entry.name, subject)
        self._take(steps)

    def _check_about(self, about: About) -> None:
        if isinstance(about, NewTopic):
            check_name(about.name)
        elif why := self.subjects(about):
            raise NotThereError(why)

    def _try_name(self, name: str, subject: Subject | None) -> None:
        """Raise `RefusedError` where something is against a name that the rules allow: what they refuse costs less."""
        which = key_of(name), subject
        if which not in self._tried:
            self._tried[which] = self.trial(self.notes, name, subject)
        if why := self._tried[which]:
            raise RefusedError(why)

    def _take(self, steps: Steps) -> None:
        for step in steps:
            match step.after:
                case Fact() as fact:
                    self.notes = replace(self.notes, facts=(*self.notes.facts, fact))
                case Topic() as topic:
                    self.notes = replace(self.notes, topics=(*self.notes.topics, topic))
                case Nickname() as name:
                    self.notes = replace(self.notes, nicknames=(*self.notes.nicknames, name))
        self.added += steps


def _known_subject(notes: ServerNotes, about: About) -> Subject | None:
    if isinstance(about, Subject):
        return about
    topic = topic_called(notes, about.name)
    return Subject(SubjectKind.TOPIC, topic.id) if topic else None


def _called(about: About) -> str:
    return about.name if isinstance(about, NewTopic) else about.id
