"""A server's history in the database: written with each change, kept within bounds, read whole or in part."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, delete, func, insert, or_, select
from sqlalchemy.engine import Row
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.server_facts.changes import Action, Change, Step, Thing
from bot.server_facts.limits import HISTORY_LARGEST, HISTORY_MOST
from bot.server_facts.model import Fact
from bot.server_facts.tables import CHANGES, REVISIONS
from bot.server_facts.things import as_json, from_json, step_key


async def record(connection: AsyncConnection, server: int, change: Change) -> None:
    """Write a change into the history, and let go what is too old or too much to be kept beside it."""
    rows = [
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
    ]
    await connection.execute(
        insert(CHANGES).values(
            server=server,
            version=change.version,
            action=change.action.value,
            author=change.author,
            at=change.at,
            undoes=change.undoes,
            undone=False,
            size=sum(len(json.dumps(row[side])) for row in rows for side in ("before", "after") if row[side]),
        )
    )
    await connection.execute(insert(REVISIONS), rows)
    await _trim(connection, server)


async def _trim(connection: AsyncConnection, server: int) -> None:
    """Delete the oldest changes beyond the limits; the newest stays, whatever its size, as it can be undone."""
    newest_first = CHANGES.c.version.desc()
    place, size = func.row_number().over(order_by=newest_first), func.sum(CHANGES.c.size).over(order_by=newest_first)
    counted = select(CHANGES.c.version, place.label("place"), size.label("size")).where(CHANGES.c.server == server)
    each = counted.subquery()
    beyond = or_(each.c.place > HISTORY_MOST, each.c.size > HISTORY_LARGEST)
    last = await connection.scalar(select(func.max(each.c.version)).where(each.c.place > 1, beyond))
    if last is not None:
        await connection.execute(delete(CHANGES).where(CHANGES.c.server == server, CHANGES.c.version <= last))


def _author(thing: Thing | None) -> int | None:
    return thing.author if isinstance(thing, Fact) else None


async def changes(
    connection: AsyncConnection, server: int, *conditions: ColumnElement[bool], limit: int
) -> tuple[Change, ...]:
    """Return the last changes of a server that fit the conditions, newest first, whole."""
    found = await _found(connection, server, conditions, limit)
    steps = await _steps(connection, server, found)
    return tuple(_change(row, steps[row.version]) for row in found)


async def glimpses(connection: AsyncConnection, server: int, limit: int, steps: int) -> tuple[Change, ...]:
    """Return the last changes of a server, newest first, each with its first `steps` steps."""
    found = await _found(connection, server, (), limit)
    first = await _steps(connection, server, found, REVISIONS.c.position < steps)
    counts = select(REVISIONS.c.version, func.count().label("all")).where(_of(server, found))
    whole = {row.version: row.all for row in await connection.execute(counts.group_by(REVISIONS.c.version))}
    made = (_change(row, first[row.version]) for row in found)
    return tuple(replace(one, left_out=whole.get(one.version, 0) - len(one.steps)) for one in made)


async def changes_of(connection: AsyncConnection, server: int, which: str, limit: int) -> tuple[Change, ...]:
    """Return the last changes of the thing with the key `which`, newest first, each with that thing's step alone."""
    found = await _found(connection, server, (touches(server, which),), limit)
    steps = await _steps(connection, server, found, REVISIONS.c.key == which)
    return tuple(_change(row, steps[row.version]) for row in found)


async def _found(
    connection: AsyncConnection, server: int, conditions: Sequence[ColumnElement[bool]], limit: int
) -> Sequence[Row[Any]]:
    every = select(CHANGES).where(CHANGES.c.server == server, *conditions)
    return (await connection.execute(every.order_by(CHANGES.c.version.desc()).limit(limit))).all()


async def _steps(
    connection: AsyncConnection, server: int, found: Sequence[Row[Any]], *conditions: ColumnElement[bool]
) -> dict[int, tuple[Step, ...]]:
    rows = await connection.execute(
        select(REVISIONS).where(_of(server, found), *conditions).order_by(REVISIONS.c.version, REVISIONS.c.position)
    )
    steps: dict[int, list[Step]] = defaultdict(list)
    for row in rows:
        before, after = from_json(row.before, row.before_author), from_json(row.after, row.after_author)
        steps[row.version].append(Step(before, after))
    return defaultdict(tuple, {version: tuple(some) for version, some in steps.items()})


def _of(server: int, found: Sequence[Row[Any]]) -> ColumnElement[bool]:
    return (REVISIONS.c.server == server) & REVISIONS.c.version.in_([row.version for row in found])


def _change(row: Row[Any], steps: tuple[Step, ...]) -> Change:
    return Change(row.version, Action(row.action), row.author, row.at, steps, row.undoes, row.undone)


def touches(server: int, which: str) -> ColumnElement[bool]:
    """Return the condition that a change changed the thing with the key `which`."""
    return CHANGES.c.version.in_(
        select(REVISIONS.c.version).where(REVISIONS.c.server == server, REVISIONS.c.key == which)
    )
