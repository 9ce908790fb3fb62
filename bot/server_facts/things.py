"""Notes before and after: single steps on a server's things, kept in memory, in rows and in the history alike."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from bot.server_facts.changes import Step, Thing
from bot.server_facts.limits import key_of
from bot.server_facts.model import Fact, Nickname, ServerNotes, ServerSettings, Subject, SubjectKind, Topic

Json = dict[str, Any]


def key(thing: Thing) -> str:
    """Return which thing this is, whatever it says: `fact:3`, `topic:meetup`, `name:the nile`, `settings`."""
    match thing:
        case Fact():
            return f"fact:{thing.number}"
        case Topic():
            return f"topic:{thing.id}"
        case Nickname():
            return f"name:{key_of(thing.name)}"
        case ServerSettings():
            return "settings"


def step_key(step: Step) -> str:
    """Return which thing a step is about."""
    thing = step.after or step.before
    assert thing is not None
    return key(thing)


def standing(notes: ServerNotes) -> dict[str, Thing]:
    """Return everything the notes hold, by its key."""
    things: tuple[Thing, ...] = (*notes.facts, *notes.topics, *notes.nicknames, notes.settings)
    return {key(thing): thing for thing in things}


def same_content(one: Thing | None, other: Thing | None) -> bool:
    """Say whether two states of a thing say the same, whoever wrote it and when."""
    if isinstance(one, Fact) and isinstance(other, Fact):
        return (one.subject, one.text, one.source) == (other.subject, other.text, other.source)
    return one == other


def stepped(notes: ServerNotes, steps: Iterable[Step], version: int) -> ServerNotes:
    """Return the notes as they are after `steps`."""
    things = standing(notes)
    for step in steps:
        if step.after is None:
            things.pop(step_key(step), None)
        else:
            things[step_key(step)] = step.after
    kept = things.values()
    return replace(
        notes,
        version=version,
        facts=tuple(sorted((one for one in kept if isinstance(one, Fact)), key=lambda fact: fact.number)),
        topics=tuple(sorted((one for one in kept if isinstance(one, Topic)), key=lambda topic: topic.id)),
        nicknames=tuple(sorted((one for one in kept if isinstance(one, Nickname)), key=key)),
        settings=next(one for one in kept if isinstance(one, ServerSettings)),
    )


def settings_as_json(settings: ServerSettings) -> Json:
    """Return settings as plain data."""
    return asdict(settings) | {"channels": sorted(settings.channels)}


def settings_from_json(data: Json) -> ServerSettings:
    """Return settings from plain data; what an older version did not know has its default."""
    known = {name: value for name, value in data.items() if name in ServerSettings.__slots__}
    return ServerSettings(**known | {"channels": frozenset(data.get("channels", ()))})


def as_json(thing: Thing | None) -> Json | None:
    """Return a thing as plain data for the history, without the person who wrote it."""
    match thing:
        case None:
            return None
        case Fact():
            kind, subject = thing.subject
            said = {"number": thing.number, "kind": kind, "subject": subject, "text": thing.text}
            return said | {"source": thing.source, "at": thing.at.isoformat(), "revision": thing.revision}
        case Topic():
            return {"topic": thing.id, "name": thing.name}
        case Nickname():
            return {"name": thing.name, "kind": thing.subject.kind, "subject": thing.subject.id}
        case ServerSettings():
            return {"settings": settings_as_json(thing)}


def from_json(data: Json | None, author: int | None) -> Thing | None:
    """Return what `as_json` wrote; `author` is who wrote the fact."""
    match data:
        case None:
            return None
        case {"number": number, "kind": kind, "subject": subject, "text": text, "source": source, "at": at}:
            about = Subject(SubjectKind(kind), subject)
            return Fact(number, about, text, author, datetime.fromisoformat(at), source, data["revision"])
        case {"topic": topic, "name": name}:
            return Topic(topic, name)
        case {"name": name, "kind": kind, "subject": subject}:
            return Nickname(name, Subject(SubjectKind(kind), subject))
        case _:
            return settings_from_json(data["settings"])
