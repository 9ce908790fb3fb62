"""Settings, names, suggestions, questions in vain, and what is kept no longer."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from parts import ANNA, BEN, FUJI, HERE, SEPANG, THERE, Parts
from sqlalchemy import inspect, text

from bot.server_facts.changes import NewTopic
from bot.server_facts.model import ServerNotes, ServerSettings, Subject
from bot.server_facts.problems import NotThereError, RefusedError
from bot.server_facts.tables import METADATA

CARL = 155555555555555555


async def stored(parts: Parts, server: int = HERE) -> ServerNotes:
    return await Parts(parts.store).library.notes(server)


async def test_the_migrations_make_the_tables_that_are_used(parts: Parts) -> None:
    await parts.store.ready()
    async with parts.store.engine.connect() as connection:
        made = await connection.run_sync(
            lambda sync: {
                name: {column["name"]: column["nullable"] for column in inspect(sync).get_columns(name)}
                for name in inspect(sync).get_table_names()
            }
        )
    made.pop("alembic_version")
    assert made == {
        table.name: {column.name: bool(column.nullable) for column in table.columns} for table in METADATA.sorted_tables
    }


async def test_settings_are_kept_and_can_be_undone(parts: Parts) -> None:
    wanted = ServerSettings("!!", frozenset({2**62, 3}), 7, True, False)
    await parts.book.change_settings(HERE, ANNA, lambda now: wanted)
    assert (await stored(parts)).settings == wanted == await parts.book.settings(HERE)
    await parts.book.change_settings(HERE, BEN, lambda now: replace(now, review=False))
    assert (await stored(parts)).settings == replace(wanted, review=False)
    await parts.book.undo(HERE, BEN)
    assert (await stored(parts)).settings == wanted
    for wrong in ("/", "@bot", "x" * 17, " ", "a\nb"):
        with pytest.raises(RefusedError):
            await parts.book.change_settings(HERE, ANNA, lambda now, wrong=wrong: replace(now, prefix=wrong))
    assert (await stored(parts)).settings == wanted


async def test_names(parts: Parts) -> None:
    name = await parts.book.add_name(HERE, ANNA, "The Nile", SEPANG)
    with pytest.raises(RefusedError, match="already"):
        await parts.book.add_name(HERE, BEN, "the NILE", FUJI)
    with pytest.raises(RefusedError, match="The Nile"):
        await parts.book.add(HERE, BEN, NewTopic("the nile"), "one")
    await parts.book.add(HERE, ANNA, NewTopic("Meetup"), "one")
    with pytest.raises(RefusedError, match="topic"):
        await parts.book.add_name(HERE, ANNA, "MEETUP", SEPANG)
    assert await parts.book.names(HERE) == (await stored(parts)).nicknames == (name,)
    assert await parts.book.remove_name(HERE, BEN, "the nile") == name
    with pytest.raises(NotThereError):
        await parts.book.remove_name(HERE, BEN, "the nile")
    await parts.book.undo(HERE, BEN)
    assert await parts.book.names(HERE) == (name,)


async def test_a_trial_has_the_last_word_on_names(parts: Parts) -> None:
    def trial(notes: ServerNotes, name: str, subject: Subject | None) -> str:
        return f'"{name}" means something already.'

    book = type(parts.book)(parts.store, parts.library, trial=trial)
    for attempt in (book.add_name(HERE, ANNA, "LMP2", SEPANG), book.add(HERE, ANNA, NewTopic("LMP2"), "one")):
        with pytest.raises(RefusedError, match='"LMP2" means'):
            await attempt
    assert (await stored(parts)).version == 0


async def test_suggestions_wait_for_an_editor(parts: Parts) -> None:
    with pytest.raises(RefusedError, match="settings"):
        await parts.book.suggest(HERE, BEN, SEPANG, "one")
    await parts.book.change_settings(HERE, ANNA, lambda now: replace(now, review=True))
    one = await parts.book.suggest(HERE, BEN, NewTopic("Meetup"), "one", "me")
    two = await parts.book.suggest(HERE, BEN, SEPANG, "two")
    assert await parts.book.suggestions(HERE) == (one, two)
    assert await parts.book.suggestions(THERE) == ()
    assert (await stored(parts)).facts == ()
    with pytest.raises(NotThereError):
        await parts.book.accept(THERE, ANNA, one.number)
    fact = await parts.book.accept(HERE, ANNA, one.number)
    assert (fact.text, fact.source, fact.author) == ("one", "me", BEN)
    assert await parts.book.reject(HERE, ANNA, two.number) == two
    for decide in (parts.book.accept, parts.book.reject):
        with pytest.raises(NotThereError):
            await decide(HERE, ANNA, one.number)
    assert (await stored(parts)).facts == (fact,)
    for number in range(10):
        await parts.book.suggest(HERE, BEN, SEPANG, f"more {number}")
    with pytest.raises(RefusedError, match="10 of your"):
        await parts.book.suggest(HERE, BEN, SEPANG, "too many")
    with pytest.raises(RefusedError, match="Suggestion 3 says exactly this already"):
        await parts.book.suggest(HERE, CARL, SEPANG, "more 0")
    assert (await parts.book.suggest(HERE, CARL, SEPANG, "mine")).number == 13


async def test_questions_in_vain_show_once_two_people_asked(parts: Parts) -> None:
    await parts.misses.note(HERE, "who is that", ANNA)
    await parts.misses.note(HERE, "who is that", ANNA)
    await parts.misses.note(THERE, "who is that", BEN)
    assert await parts.misses.of(HERE) == ()
    await parts.misses.note(HERE, "who is that", BEN)
    await parts.misses.note(HERE, "what", BEN)
    await parts.misses.note(HERE, "nul \0 and \ud83d", BEN)
    (miss,) = await parts.misses.of(HERE)
    assert (miss.text, miss.askers) == ("who is that", 2)
    assert datetime.now(UTC) - miss.last < timedelta(minutes=1)
    await parts.misses.drop(HERE, "who is that")
    assert await parts.misses.of(HERE) == ()


async def test_questions_in_vain_can_be_switched_off_and_end_by_themselves(parts: Parts) -> None:
    for person in (ANNA, BEN):
        await parts.misses.note(HERE, "who", person)
        await parts.misses.note(THERE, "who", person)
    await parts.book.change_settings(HERE, ANNA, lambda now: replace(now, keeps_misses=False))
    await parts.misses.note(HERE, "what", ANNA)
    await parts.misses.note(HERE, "what", BEN)
    await parts.book.change_settings(HERE, ANNA, lambda now: replace(now, keeps_misses=True))
    assert await parts.misses.of(HERE) == ()
    await parts.retention.purge(datetime.now(UTC) + timedelta(days=29))
    assert len(await parts.misses.of(THERE)) == 1
    await parts.retention.purge(datetime.now(UTC) + timedelta(days=31))
    assert await parts.misses.of(THERE) == ()


async def test_however_they_are_switched_off_questions_in_vain_are_deleted(parts: Parts) -> None:
    async def ask() -> None:
        for person in (ANNA, BEN):
            await parts.misses.note(HERE, "who", person)
        assert len(await parts.misses.of(HERE)) == 1

    off, on = (lambda now: replace(now, keeps_misses=False)), (lambda now: replace(now, keeps_misses=True))
    await parts.book.change_settings(HERE, ANNA, off)
    await parts.book.change_settings(HERE, ANNA, on)
    await ask()
    await parts.book.undo(HERE, ANNA)
    assert not (await parts.book.settings(HERE)).keeps_misses
    assert await parts.misses.of(HERE) == ()
    await parts.book.change_settings(HERE, ANNA, on)
    await ask()
    await parts.book.apply(await parts.book.plan(HERE, b"settings: {keeps-misses: false}"), BEN)
    assert await parts.misses.of(HERE) == ()


async def everything(parts: Parts) -> str:
    """Return all that is stored, as text."""
    async with parts.store.reading() as connection:
        rows = [
            (await connection.execute(text(f"SELECT * FROM {table.name}"))).all() for table in METADATA.sorted_tables
        ]
    return repr(rows)


async def fill(parts: Parts, server: int) -> None:
    await parts.book.change_settings(server, ANNA, lambda now: replace(now, review=True))
    await parts.book.add(server, BEN, SEPANG, "one")
    await parts.book.edit(server, ANNA, 1, "two", expected_revision=1)
    await parts.book.add(server, BEN, SEPANG, "three")
    await parts.book.suggest(server, BEN, SEPANG, "four")
    await parts.misses.note(server, "who", BEN)
    await parts.misses.note(server, "who", CARL)


async def test_a_person_is_forgotten_in_one_server_or_all(parts: Parts) -> None:
    await fill(parts, HERE)
    await fill(parts, THERE)
    assert await parts.retention.forget(BEN, HERE) > 0
    assert [fact.author for fact in (await parts.library.notes(HERE)).facts] == [ANNA, None]
    assert [fact.author for fact in (await parts.library.notes(THERE)).facts] == [ANNA, BEN]
    assert (await parts.misses.of(HERE), len(await parts.misses.of(THERE))) == ((), 1)
    assert await parts.retention.forget(BEN) > 0
    assert str(BEN) not in await everything(parts)
    assert str(ANNA) in await everything(parts)
    assert await parts.retention.forget(BEN) == 0
    assert [fact.text for fact in (await stored(parts)).facts] == ["two", "three"]
    await parts.book.undo(HERE, ANNA)
    back = (await stored(parts)).facts[0]
    assert (back.text, back.author) == ("one", None)


async def test_a_change_under_way_does_not_bring_a_person_back(parts: Parts) -> None:
    facts = [await parts.book.add(HERE, BEN, SEPANG, f"fact {number}") for number in range(10)]
    edits = [parts.book.edit(HERE, ANNA, fact.number, f"new {fact.number}", expected_revision=1) for fact in facts]
    await asyncio.gather(*edits[:5], parts.retention.forget(BEN), *edits[5:])
    assert str(BEN) not in await everything(parts)
    assert len((await stored(parts)).facts) == 10


async def test_a_server_that_left_is_kept_for_30_days(parts: Parts) -> None:
    await fill(parts, HERE)
    await fill(parts, THERE)
    await parts.retention.left(HERE)
    await parts.retention.left(HERE)
    now = datetime.now(UTC)
    assert await parts.retention.purge(now + timedelta(days=29)) == 0
    await parts.retention.joined(HERE)
    assert await parts.retention.purge(now + timedelta(days=31)) == 0
    assert len((await stored(parts)).facts) == 2
    await parts.retention.left(HERE)
    assert await parts.retention.purge(now + timedelta(days=31)) == 1
    assert await stored(parts) == ServerNotes(HERE) == await parts.library.notes(HERE)
    assert str(HERE) not in await everything(parts)
    assert len((await stored(parts, THERE)).facts) == 2
    assert (await parts.book.add(HERE, ANNA, SEPANG, "anew")).number == 1


async def test_after_a_start_the_servers_that_went_meanwhile_are_noted(
    parts: Parts, opened: Callable[[str], Parts]
) -> None:
    for server in (2, 3, 4, 5):
        await parts.book.add(server, ANNA, SEPANG, "one")
    await parts.retention.left(2)
    # Only the even ones are ours; 2 is back, 4 has gone, and of 3 and 5 another process knows.
    await parts.retention.present([2], lambda server: server % 2 == 0)
    assert await parts.retention.purge(datetime.now(UTC) + timedelta(days=31)) == 1
    assert [len((await stored(parts, server)).facts) for server in (2, 3, 4, 5)] == [1, 1, 0, 1]
