"""From rows to a server's notes and history, and from steps to rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Table, and_, bindparam, delete, insert, select, update
from sqlalchemy.engine import Row
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.server_facts.changes import Step
from bot.server_facts.limits import key_of
from bot.server_facts.model import Fact, Nickname, ServerNotes, ServerSettings, Subject, SubjectKind, Topic
from bot.server_facts.tables import FACTS, NICKNAMES, SERVERS, TOPICS
from bot.server_facts.things import settings_as_json, settings_from_json


async def load(connection: AsyncConnection, server: int) -> ServerNotes:
    """Return a server's notes; those of a server that has none are at version 0."""
    row = (
        await connection.execute(select(SERVERS.c.version, SERVERS.c.settings).where(SERVERS.c.id == server))
    ).one_or_none()
    if row is None:
        return ServerNotes(server)
    facts = await connection.execute(select(FACTS).where(FACTS.c.server == server).order_by(FACTS.c.number))
    topics = await connection.execute(select(TOPICS).where(TOPICS.c.server == server))
    nicknames = await connection.execute(select(NICKNAMES).where(NICKNAMES.c.server == server))
    return ServerNotes(
        server,
        row.version,
        tuple(map(_fact, facts)),
        tuple(sorted((Topic(one.id, one.name) for one in topics), key=lambda topic: topic.id)),
        tuple(Nickname(one.name, subject(one)) for one in sorted(nicknames, key=lambda one: one.folded)),
        settings_from_json(row.settings),
    )


def subject(row: Row[Any]) -> Subject:
    """Return the subject a row is about."""
    return Subject(SubjectKind(row.kind), row.subject)


def _fact(row: Any) -> Fact:
    # By position: a server may have two thousand of them, and attributes of rows are slow.
    _, number, kind, about, text, source, author, at, revision = row
    return Fact(number, Subject(SubjectKind(kind), about), text, author, at, source, revision)


async def save(connection: AsyncConnection, server: int, steps: Sequence[Step]) -> None:
    """Bring the rows of the things that `steps` are about to what they are after them."""
    gone: dict[Table, list[dict[str, Any]]] = defaultdict(list)
    put: dict[Table, list[dict[str, Any]]] = defaultdict(list)
    for step in steps:
        if isinstance(step.after, ServerSettings):
            chosen = settings_as_json(step.after)
            await connection.execute(update(SERVERS).where(SERVERS.c.id == server).values(settings=chosen))
            continue
        # What is changed is taken out and put in again: one way for all, and a list of them is one statement.
        if step.before is not None and not isinstance(step.before, ServerSettings):
            table, which, _ = _row(step.before)
            gone[table].append({"old_server": server, "old_key": which})
        if step.after is not None:
            table, _, values = _row(step.after)
            put[table].append(values | {"server": server})
    for table, rows in gone.items():
        column = list(table.primary_key.columns)[1]
        which_row = and_(table.c.server == bindparam("old_server"), column == bindparam("old_key"))
        await connection.execute(delete(table).where(which_row), rows)
    for table, rows in put.items():
        await connection.execute(insert(table), rows)


def _row(thing: Fact | Topic | Nickname) -> tuple[Table, int | str, dict[str, Any]]:
    """Return a thing's table, its key there and its other columns."""
    match thing:
        case Fact():
            about = thing.subject
            said = {"number": thing.number, "kind": about.kind.value, "subject": about.id, "text": thing.text}
            written = {"source": thing.source, "author": thing.author, "at": thing.at, "revision": thing.revision}
            return FACTS, thing.number, said | written
        case Topic():
            return TOPICS, thing.id, {"id": thing.id, "name": thing.name}
        case Nickname():
            folded, about = key_of(thing.name), thing.subject
            return (
                NICKNAMES,
                folded,
                {"folded": folded, "name": thing.name, "kind": about.kind.value, "subject": about.id},
            )
