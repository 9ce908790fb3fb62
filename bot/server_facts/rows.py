"""From rows to a server's notes and history, and from steps to rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Table, and_, bindparam, delete, insert, select, update
from sqlalchemy.engine import Row
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.server_facts.changes import Action, Change, Step, Thing
from bot.server_facts.limits import key_of
from bot.server_facts.model import Fact, Nickname, ServerNotes, ServerSettings, Subject, SubjectKind, Topic
from bot.server_facts.tables import CHANGES, FACTS, NICKNAMES, REVISIONS, SERVERS, TOPICS
from bot.server_facts.things import as_json, from_json, settings_as_json, settings_from_json, step_key


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


async def record(connection: AsyncConnection, server: int, change: Change) -> None:
    """Write a change into the history."""
    await connection.execute(
        insert(CHANGES).values(
            server=server,
            version=change.version,
            action=change.action.value,
            author=change.author,
            at=change.at,
            undoes=change.undoes,
            undone=False,
        )
    )
    await connection.execute(
        insert(REVISIONS),
        [
            {
                "server": server,
                "version": change.version,
                "position": position,
                "key": step_key(step),
                "before": as_json(step.before),
                "after": as_json(step.after),
                "before_author": _author(step.before),
                "after_author": _author(step.after),
            }
            for position, step in enumerate(change.steps)
        ],
    )


def _author(thing: Thing | None) -> int | None:
    return thing.author if isinstance(thing, Fact) else None


async def changes(
    connection: AsyncConnection, server: int, *conditions: ColumnElement[bool], limit: int
) -> tuple[Change, ...]:
    """Return the last changes of a server that fit the conditions, newest first, whole."""
    found = (
        await connection.execute(
            select(CHANGES)
            .where(CHANGES.c.server == server, *conditions)
            .order_by(CHANGES.c.version.desc())
            .limit(limit)
        )
    ).all()
    steps = await _steps(connection, server, [row.version for row in found])
    return tuple(
        Change(row.version, Action(row.action), row.author, row.at, steps[row.version], row.undoes, row.undone)
        for row in found
    )


async def _steps(connection: AsyncConnection, server: int, versions: Iterable[int]) -> dict[int, tuple[Step, ...]]:
    rows = await connection.execute(
        select(REVISIONS)
        .where(REVISIONS.c.server == server, REVISIONS.c.version.in_(list(versions)))
        .order_by(REVISIONS.c.version, REVISIONS.c.position)
    )
    steps: dict[int, list[Step]] = defaultdict(list)
    for row in rows:
        before, after = from_json(row.before, row.before_author), from_json(row.after, row.after_author)
        steps[row.version].append(Step(before, after))
    return defaultdict(tuple, {version: tuple(some) for version, some in steps.items()})


def touches(server: int, which: str) -> ColumnElement[bool]:
    """Return the condition that a change changed the thing with the key `which`."""
    return CHANGES.c.version.in_(
        select(REVISIONS.c.version).where(REVISIONS.c.server == server, REVISIONS.c.key == which)
    )
