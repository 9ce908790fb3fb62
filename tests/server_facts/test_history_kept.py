"""The history of a server has bounds, and is true within them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from parts import ANNA, BEN, FUJI, HERE, SEPANG, THERE, Parts
from postgres import Postgres
from sqlalchemy import Connection, Text, cast, func, insert, make_url, select, text, update

from bot.server_facts.changes import Action, NewTopic
from bot.server_facts.desk import locked
from bot.server_facts.limits import HISTORY_LARGEST, HISTORY_MOST
from bot.server_facts.migrating import SCRIPTS
from bot.server_facts.model import Fact
from bot.server_facts.problems import NotThereError, StorageAwayError
from bot.server_facts.tables import CHANGES, REVISIONS, SERVERS


def full(word: str) -> bytes:
    """A file nearly as large as one may be, which changes every fact that another of its kind brought."""
    facts = (
        f'- number: {number}\n  subject: circuit:sepang\n  text: "{word}{number} {"x" * 980}"\n'
        for number in range(1, 901)
    )
    return f'server: "{HERE}"\nfacts:\n{"".join(facts)}'.encode()


async def kept(parts: Parts, server: int) -> tuple[int, int]:
    """Return how many changes a server's history has, and how many characters their revisions take."""
    sides = (func.coalesce(func.length(cast(side, Text)), 0) for side in (REVISIONS.c.before, REVISIONS.c.after))
    size = select(func.coalesce(func.sum(sum(sides)), 0)).where(REVISIONS.c.server == server)
    count = select(func.count()).select_from(CHANGES).where(CHANGES.c.server == server)
    async with parts.store.reading() as connection:
        return await connection.scalar(count) or 0, await connection.scalar(size) or 0


async def test_changing_everything_to_and_fro_fills_no_database(parts: Parts) -> None:
    await parts.book.add(THERE, BEN, FUJI, "of another server")
    for turn in range(8):
        await parts.book.apply(await parts.book.plan(HERE, full("ab"[turn % 2])), ANNA)
        _, size = await kept(parts, HERE)
        assert size <= HISTORY_LARGEST
    changes = await parts.book.history(HERE)
    assert [change.version for change in changes] == list(range(8, 8 - len(changes), -1))
    assert 2 <= len(changes) < 8
    await parts.book.undo(HERE, ANNA)
    facts = (await Parts(parts.store).library.notes(HERE)).facts
    assert (len(facts), {fact.text[0] for fact in facts}) == (900, {"a"})
    assert [change.action for change in await parts.book.history(THERE)] == [Action.ADD]


async def test_the_last_change_can_be_undone_and_what_is_too_old_cannot(parts: Parts) -> None:
    await parts.book.add(HERE, BEN, SEPANG, "the first")
    async with parts.store.writing() as connection:
        old = {"server": HERE, "action": "add", "author": ANNA, "at": datetime.now(UTC), "undone": True, "size": 1}
        await connection.execute(insert(CHANGES), [old | {"version": 2 + each} for each in range(HISTORY_MOST - 1)])
        await connection.execute(update(SERVERS).where(SERVERS.c.id == HERE).values(version=HISTORY_MOST))
    parts.library.drop(HERE)
    assert len(await parts.book.history(HERE, 1)) == 1
    await parts.book.add(HERE, ANNA, SEPANG, "the last")
    assert (await kept(parts, HERE))[0] == HISTORY_MOST
    assert await parts.book.history(HERE, 1) == ()
    with pytest.raises(NotThereError, match="nothing to undo"):
        await parts.book.undo(HERE, BEN, 1)
    with pytest.raises(NotThereError, match="nothing of yours"):
        await parts.book.undo(HERE, BEN)
    await parts.book.undo(HERE, ANNA)
    assert [fact.text for fact in (await parts.library.notes(HERE)).facts] == ["the first"]


async def test_the_history_tells_some_steps_of_each_change_and_of_one_fact_its_own(parts: Parts) -> None:
    await parts.book.add(HERE, ANNA, NewTopic("Meetup"), "Saturday")
    many = "facts:\n" + "".join(f'- {{subject: circuit:sepang, text: "{number}"}}\n' for number in range(30))
    await parts.book.apply(await parts.book.plan(HERE, many.encode()), ANNA)
    imported, added = await parts.book.history(HERE, steps=5)
    assert (len(imported.steps), imported.left_out) == (5, 25)
    assert (len(added.steps), added.left_out) == (2, 0)
    (last,) = await parts.book.history(HERE, 31)
    assert [step.after.text for step in last.steps if isinstance(step.after, Fact)] == ["29"]
    assert (len(last.steps), last.left_out) == (1, 0)


def _first_shape(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    config.attributes["connection"] = connection
    command.upgrade(config, "0001")
    connection.execute(
        text(
            "INSERT INTO servers (id, version, next_number, next_suggestion, settings, asker_key)"
            " VALUES (:id, 2, 2, 1, '{}', :key)"
        ),
        {"id": HERE, "key": b"k"},
    )
    for version in (1, 2):
        connection.execute(
            text(
                "INSERT INTO changes (server, version, action, at, undone)"
                " VALUES (:id, :version, 'settings', '2026-01-01 00:00:00', false)"
            ),
            {"id": HERE, "version": version},
        )
    connection.execute(
        text(
            """INSERT INTO revisions (server, version, position, key, after) VALUES (:id, 1, 0, 'settings', '"abc"')"""
        ),
        {"id": HERE},
    )


async def test_a_history_from_before_it_had_bounds_is_measured(parts: Parts) -> None:
    async with parts.store.engine.connect() as connection:
        await connection.execution_options(writes=True)
        async with connection.begin():
            await connection.run_sync(_first_shape)
    async with parts.store.reading() as connection:
        sizes = await connection.execute(select(CHANGES.c.version, CHANGES.c.size).order_by(CHANGES.c.version))
        assert [tuple(row) for row in sizes] == [(1, 5), (2, 0)]


async def test_a_server_that_cannot_be_deleted_keeps_no_other(
    postgres: Postgres, opened: Callable[[str], Parts]
) -> None:
    """As where one is so large that deleting it takes longer than the database may."""
    url = postgres.new_database()
    holding = opened(url)
    for server in (HERE, THERE):
        await holding.book.add(server, ANNA, SEPANG, "one")
        await holding.retention.left(server)
    async with holding.store.writing() as connection:
        await connection.execute(text(f"ALTER DATABASE {make_url(url).database} SET lock_timeout = '50ms'"))
    purging, later = opened(url), datetime.now(UTC) + timedelta(days=31)
    async with holding.store.writing() as connection:
        await locked(connection, HERE)
        with pytest.raises(StorageAwayError):
            await purging.retention.purge(later)
        assert (await kept(purging, HERE))[0] == 1
        assert (await kept(purging, THERE))[0] == 0
    assert await purging.retention.purge(later) == 1
