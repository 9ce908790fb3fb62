"""A server's facts as YAML files; docs/server-facts.md describes the format."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.knowledge.yaml_writing import write_yaml
from bot.server_facts.limits import FILE_LARGEST
from bot.server_facts.model import Fact, Nickname, ServerNotes, Subject, SubjectKind

_HEAD = "# Facts that a server's admins wrote; docs/server-facts.md describes the format.\n"
_ROOM = 2_000


def files_of(notes: ServerNotes, authors: bool) -> tuple[bytes, ...]:
    """Return the notes as files, each small enough to be imported by itself; who wrote what only with `authors`."""
    topics = {topic.id: topic.name for topic in notes.topics}
    chosen = notes.settings
    settings: dict[str, Any] = {"prefix": chosen.prefix, "channels": [str(one) for one in sorted(chosen.channels)]}
    if chosen.editors is not None:
        settings["editors"] = str(chosen.editors)
    settings |= {"review": chosen.review, "keeps-misses": chosen.keeps_misses}
    head = _HEAD + write_yaml({"server": str(notes.server), "settings": settings})
    facts = [write_yaml([_fact_entry(fact, topics, authors)]) for fact in notes.facts]
    names = [write_yaml([_name_entry(name, topics)]) for name in notes.nicknames]
    return tuple(part.encode() for part in _parts(head, {"facts": facts, "names": names}))


def _parts(head: str, lists: Mapping[str, list[str]]) -> list[str]:
    """Return the entries under their headings, in as few texts as their sizes allow."""
    parts, size = [head], len(head.encode())
    for name, entries in lists.items():
        opened = False
        for entry in entries:
            long = len(entry.encode())
            if size + long > FILE_LARGEST - _ROOM:
                parts.append(head)
                size, opened = len(head.encode()), False
            if not opened:
                parts[-1] += f"{name}:\n"
                opened = True
            parts[-1] += entry
            size += long
    return parts


def _about_entry(subject: Subject, topics: Mapping[str, str]) -> dict[str, Any]:
    if subject.kind is SubjectKind.TOPIC:
        return {"topic": topics.get(subject.id, subject.id)}
    return {"subject": str(subject)}


def _fact_entry(fact: Fact, topics: Mapping[str, str], authors: bool) -> dict[str, Any]:
    entry = {"number": fact.number, **_about_entry(fact.subject, topics), "text": fact.text}
    if fact.source:
        entry["source"] = fact.source
    if authors and fact.author is not None:
        entry["author"] = str(fact.author)
    if authors:
        entry["at"] = fact.at.isoformat()
    return entry


def _name_entry(name: Nickname, topics: Mapping[str, str]) -> dict[str, Any]:
    return {"name": name.name, **_about_entry(name.subject, topics)}
