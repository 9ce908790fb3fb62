"""Taking a change back: what stood before it stands again, unless somebody has changed the same thing since."""

from __future__ import annotations

from dataclasses import replace

from bot.server_facts.changes import Change, Step, Thing
from bot.server_facts.limits import key_of
from bot.server_facts.model import Fact, Nickname, ServerNotes, SubjectKind, Topic
from bot.server_facts.problems import ConflictError
from bot.server_facts.rules import Steps, counted, with_topics_gone
from bot.server_facts.things import key, same_content, standing, step_key


def taken_back(notes: ServerNotes, change: Change, only: int | None) -> Steps:
    """Return the steps back from `change`, or only those for fact `only`; topics are left to `completed`."""
    stands = standing(notes)
    return tuple(
        _back(step, stands.get(step_key(step)))
        for step in reversed(change.steps)
        if not isinstance(step.after or step.before, Topic) and (only is None or _concerns(step, change, only))
    )


def _concerns(step: Step, change: Change, number: int) -> bool:
    """Say whether a step is about the fact, or about a name that went away with the fact's topic."""
    thing = step.after or step.before
    if isinstance(thing, Fact):
        return thing.number == number
    about = {one.before.subject for one in change.steps if isinstance(one.before, Fact) and one.before.number == number}
    return isinstance(thing, Nickname) and step.after is None and thing.subject in about


def _back(step: Step, stands: Thing | None) -> Step:
    if not same_content(stands, step.after):
        fact = stands if isinstance(stands, Fact) else None
        raise ConflictError(f"{_called(step)} was changed again since, so this cannot be undone; change it anew.", fact)
    before = step.before
    if isinstance(before, Fact):
        # Never a revision there was: whoever still holds one of those must not be taken for up to date.
        known = stands.revision if isinstance(stands, Fact) else before.revision
        before = replace(before, revision=known + 1)
    return Step(stands, before)


def _called(step: Step) -> str:
    match step.after or step.before:
        case Fact(number=number):
            return f"Fact {number}"
        case Nickname(name=name):
            return f'The name "{name}"'
        case _:
            return "The settings"


def topics_wanted(notes: ServerNotes, steps: Steps) -> tuple[str, ...]:
    """Return the ids of the topics that facts come back to and that are gone."""
    there = {topic.id for topic in notes.topics}
    subjects = (step.after.subject for step in steps if isinstance(step.after, Fact))
    wanted = (subject.id for subject in subjects if subject.kind is SubjectKind.TOPIC)
    return tuple(dict.fromkeys(topic for topic in wanted if topic not in there))


def completed(notes: ServerNotes, steps: Steps, topics: tuple[Topic, ...]) -> Steps:
    """Return the steps back with the topics that come back, without those left empty, or refuse by the limits."""
    for topic in topics:
        if taken := next((one for one in notes.nicknames if key_of(one.name) == key_of(topic.name)), None):
            raise ConflictError(f'"{taken.name}" is a name for {taken.subject.id} now; remove it, then undo.')
    there = {topic.id for topic in (*notes.topics, *topics)}
    kept = tuple(step for step in steps if not _is_lost(step.after, there))
    return counted(notes, with_topics_gone(notes, (*(Step(None, topic) for topic in topics), *kept)))


def _is_lost(thing: Thing | None, topics: set[str]) -> bool:
    """Say whether this is a name for a topic there is not."""
    return isinstance(thing, Nickname) and thing.subject.kind is SubjectKind.TOPIC and thing.subject.id not in topics


def topic_key(topic: str) -> str:
    """Return the key of the topic with this id."""
    return key(Topic(topic, ""))
