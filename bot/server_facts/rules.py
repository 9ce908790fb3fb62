"""What a change makes of a server's notes: plain functions from what stands to the steps, or to a refusal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from bot.server_facts.changes import About, Step, Thing
from bot.server_facts.limits import check_counts, check_name, check_source, check_text, key_of
from bot.server_facts.model import Fact, Nickname, ServerNotes, ServerSettings, Subject, SubjectKind, Topic
from bot.server_facts.problems import ConflictError, NotThereError, RefusedError
from bot.server_facts.things import key, standing, step_key, stepped

Steps = tuple[Step, ...]
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Writing:
    """Who writes a fact, when, and the number it gets."""

    author: int | None
    at: datetime
    number: int


def fact_of(notes: ServerNotes, number: int) -> Fact:
    """Return the fact of this number, or raise `NotThereError`."""
    return _found((one for one in notes.facts if one.number == number), f"There is no fact {number} here")


def name_of(notes: ServerNotes, name: str) -> Nickname:
    """Return the nickname spelt somehow like this, or raise `RefusedError`."""
    check_name(name)
    return _found((one for one in notes.nicknames if key_of(one.name) == key_of(name)), f'"{name}" is no name here')


def _found(candidates: Iterable[Found], sentence: str) -> Found:
    for one in candidates:
        return one
    raise NotThereError(f"{sentence}.")


def topic_called(notes: ServerNotes, name: str) -> Topic | None:
    """Return the server's topic of this name, however it is spelt in case and accents."""
    return next((one for one in notes.topics if key_of(one.name) == key_of(name)), None)


def added(notes: ServerNotes, writing: Writing, about: About, text: str, source: str) -> Steps:
    """Return the steps that add a fact; its number is that of the writing."""
    check_text(text)
    check_source(source)
    subject, topic = settled(notes, about)
    twin = next((one for one in notes.facts if (one.subject, one.text) == (subject, text)), None)
    if twin:
        raise RefusedError(f"Fact {twin.number} says exactly this already.")
    fact = Fact(writing.number, subject, text, writing.author, writing.at, source)
    return counted(notes, (*topic, Step(None, fact)))


def settled(notes: ServerNotes, about: About) -> tuple[Subject, Steps]:
    """Return which subject is meant, and the step that makes it where it is a new topic."""
    if isinstance(about, Subject):
        if about.kind is SubjectKind.TOPIC and not any(one.id == about.id for one in notes.topics):
            raise NotThereError(f'There is no topic "{about.id}" here; it goes when its last fact is removed.')
        return about, ()
    check_name(about.name)
    if known := topic_called(notes, about.name):
        return Subject(SubjectKind.TOPIC, known.id), ()
    if taken := next((one for one in notes.nicknames if key_of(one.name) == key_of(about.name)), None):
        raise RefusedError(f'"{taken.name}" is a name for {taken.subject.id} here; take another for the topic.')
    topic = Topic(_new_id(notes, about.name), about.name)
    return Subject(SubjectKind.TOPIC, topic.id), (Step(None, topic),)


def _new_id(notes: ServerNotes, name: str) -> str:
    # Two names of different words can come to the same id: "7-Up" and "7 up".
    taken = {one.id for one in notes.topics}
    plain = key_of(name).replace(" ", "-")
    numbered = (plain if count == 1 else f"{plain}-{count}" for count in range(1, len(taken) + 2))
    return next(one for one in numbered if one not in taken)


def edited(notes: ServerNotes, writing: Writing, expected: int, text: str, source: str) -> Steps:
    """Return the step that gives fact `writing.number` new words."""
    check_text(text)
    check_source(source)
    fact = _as_expected(fact_of(notes, writing.number), expected)
    if (fact.text, fact.source) == (text, source):
        raise RefusedError(f"Fact {fact.number} says exactly this already.")
    return (Step(fact, rewritten(fact, text, source, writing)),)


def rewritten(fact: Fact, text: str, source: str, writing: Writing) -> Fact:
    """Return the fact in its next wording."""
    return replace(fact, text=text, source=source, author=writing.author, at=writing.at, revision=fact.revision + 1)


def _as_expected(fact: Fact, expected: int | None) -> Fact:
    if expected is not None and fact.revision != expected:
        raise ConflictError(f"Somebody else changed fact {fact.number} meanwhile; look at it as it is now.", fact)
    return fact


def removed(notes: ServerNotes, number: int, expected: int | None) -> Steps:
    """Return the steps that remove a fact, and with the last one on a topic the topic and its names."""
    fact = _as_expected(fact_of(notes, number), expected)
    return with_topics_gone(notes, (Step(fact, None),))


def with_topics_gone(notes: ServerNotes, steps: Steps) -> Steps:
    """Return the steps and those that take away the topics no fact is left on, with their names."""
    after = stepped(notes, steps, notes.version)
    used = {fact.subject for fact in after.facts}
    empty = [one for one in after.topics if Subject(SubjectKind.TOPIC, one.id) not in used]
    orphans = [one for one in after.nicknames if one.subject.kind is SubjectKind.TOPIC and one.subject not in used]
    before = standing(notes)
    things: list[Thing] = [*empty, *orphans]
    gone = [(before.get(key(thing)), thing) for thing in things]
    # What these steps themselves brought has never been there: it is left out, not taken away.
    never = {key(thing) for was, thing in gone if was is None}
    kept = tuple(step for step in steps if step_key(step) not in never)
    return (*kept, *(Step(was, None) for was, _ in gone if was is not None))


def counted(notes: ServerNotes, steps: Steps) -> Steps:
    """Return the steps, or raise `RefusedError` where they make more facts or names than a server can have."""
    facts, names = _more(steps, Fact), _more(steps, Nickname)
    check_counts(len(notes.facts) + facts if facts > 0 else 0, len(notes.nicknames) + names if names > 0 else 0)
    return steps


def _more(steps: Steps, kind: type[Thing]) -> int:
    """Return how many things of a kind there are more after the steps, less than none where there are fewer."""
    return sum(isinstance(step.after, kind) - isinstance(step.before, kind) for step in steps)


def named(notes: ServerNotes, name: str, subject: Subject) -> Steps:
    """Return the step that adds a nickname."""
    check_name(name)
    settled(notes, subject)
    if topic := topic_called(notes, name):
        raise RefusedError(f'"{topic.name}" is a topic here already; take another name.')
    known = next((one for one in notes.nicknames if key_of(one.name) == key_of(name)), None)
    if known:
        raise RefusedError(f'"{known.name}" is a name for {known.subject.id} here already; remove it first.')
    return counted(notes, (Step(None, Nickname(name, subject)),))


def unnamed(notes: ServerNotes, name: str) -> Steps:
    """Return the step that removes a nickname."""
    return (Step(name_of(notes, name), None),)


def chosen(notes: ServerNotes, settings: ServerSettings) -> Steps:
    """Return the step to other settings."""
    if settings == notes.settings:
        raise RefusedError("The settings are like this already.")
    return (Step(notes.settings, settings),)
