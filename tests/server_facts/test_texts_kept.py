"""Whatever an admin types comes back the same, through every door, or is refused with a sentence."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from parts import ANNA, HERE, SEPANG, THERE, Parts
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from bot.server_facts.changes import NewTopic
from bot.server_facts.exporting import files_of
from bot.server_facts.limits import TEXT_LONGEST
from bot.server_facts.model import Fact, Nickname, ServerNotes
from bot.server_facts.problems import RefusedError
from bot.server_facts.store import Store
from bot.server_facts.tables import FACTS

ANY = st.text(max_size=40) | st.text("\x00\ud83d\ude00\r\n\t '\"\\:#-é😀\u2028\u200d\ufeff!&*[]{}%@`~", max_size=40)


def said(notes: ServerNotes) -> set[tuple[str, str, str]]:
    topics = {topic.id: topic.name for topic in notes.topics}
    return {(topics.get(fact.subject.id, str(fact.subject)), fact.text, fact.source) for fact in notes.facts}


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_any_text_comes_back_the_same_or_is_refused(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    address = f"sqlite+aiosqlite:///{tmp_path / 'bot.db'}"
    if kind == "postgresql":
        address = request.getfixturevalue("postgres").new_database()
    with asyncio.Runner() as runner:
        parts = Parts(Store(address))
        servers = iter(range(10_000, 10_000_000, 2))

        @settings(deadline=None, max_examples=60)
        @given(ANY, ANY, ANY)
        def holds(text: str, source: str, topic: str) -> None:
            runner.run(round_trip(parts, next(servers), text, source, topic))

        holds()
        runner.run(parts.close())


async def round_trip(parts: Parts, server: int, text: str, source: str, topic: str) -> None:
    other = server + 1
    for about in (SEPANG, NewTopic(topic)):
        try:
            fact = await parts.book.add(server, ANNA, about, text, source)
        except RefusedError as refused:
            assert_sentence(str(refused))
            continue
        assert (fact.text, fact.source) == (text, source)
        assert await parts.book.show(server, fact.number) == fact
    try:
        await parts.book.add_name(server, ANNA, topic + "x", SEPANG)
    except RefusedError as refused:
        assert_sentence(str(refused))
    stored = await Parts(parts.store).library.notes(server)
    assert stored == await parts.library.notes(server)
    if stored.version == 0:
        return
    (content,) = await parts.book.export(server)
    plan = await parts.book.plan(server, content)
    assert (plan.steps, plan.refused) == ((), ())
    moved = await parts.book.plan(other, content)
    assert moved.refused == ()
    if moved.steps:
        await parts.book.apply(moved, ANNA)
        again = await Parts(parts.store).library.notes(other)
        assert said(again) == said(stored)
        assert {name.name for name in again.nicknames} == {name.name for name in stored.nicknames}


def assert_sentence(text: str) -> None:
    assert text.endswith(".")
    assert "\n" not in text


async def test_every_limit_has_its_sentence(parts: Parts) -> None:
    for text, named in (("x" * (TEXT_LONGEST + 1), "1,000"), (" \n", "text"), ("\ud83d", "half"), ("\0", "control")):
        with pytest.raises(RefusedError, match=named) as caught:
            await parts.book.add(HERE, ANNA, SEPANG, text)
        assert_sentence(str(caught.value))
    for name, named in (("x" * 61, "60"), ("!", "letter"), ("a\nb", "line")):
        with pytest.raises(RefusedError, match=named) as caught:
            await parts.book.add_name(HERE, ANNA, name, SEPANG)
        assert_sentence(str(caught.value))
        with pytest.raises(RefusedError, match=named):
            await parts.book.add(HERE, ANNA, NewTopic(name), "one")
    # A character is one to whoever types it, however many bytes it takes.
    fact = await parts.book.add(HERE, ANNA, SEPANG, "😀" * TEXT_LONGEST)
    assert len((await Parts(parts.store).library.notes(HERE)).facts[0].text) == len(fact.text) == TEXT_LONGEST
    with pytest.raises(RefusedError, match="1,000,000"):
        await parts.book.plan(HERE, b" " * 1_000_001)


async def test_a_server_can_have_so_many_facts_and_names(parts: Parts) -> None:
    facts = "".join(f"- {{subject: circuit:sepang, text: fact {number}}}\n" for number in range(2_001))
    with pytest.raises(RefusedError, match="holds 2,001 facts"):
        await parts.book.plan(HERE, f"facts:\n{facts}".encode())
    names = "".join(f"- {{subject: circuit:sepang, name: name {number}}}\n" for number in range(500))
    content = "facts:\n" + facts.rsplit("-", 1)[0] + "names:\n" + names
    plan = await parts.book.plan(HERE, content.encode())
    assert (len(plan.added), plan.refused) == (2_500, ())
    await parts.book.apply(plan, ANNA)
    notes = await Parts(parts.store).library.notes(HERE)
    assert (len(notes.facts), len(notes.nicknames)) == (2_000, 500)
    plan = await parts.book.plan(HERE, b"facts:\n- {subject: circuit:sepang, text: one more}")
    assert [(line.line, "2,000 facts" in line.reason) for line in plan.refused] == [(2, True)]
    with pytest.raises(RefusedError, match="2,000 facts"):
        await parts.book.add(HERE, ANNA, SEPANG, "one more")
    with pytest.raises(RefusedError, match="500 names"):
        await parts.book.add_name(HERE, ANNA, "one more", SEPANG)
    await parts.book.add(THERE, ANNA, SEPANG, "elsewhere there is room")
    await parts.book.undo(HERE, ANNA)
    notes = await Parts(parts.store).library.notes(HERE)
    assert (notes.facts, notes.nicknames) == ((), ())


async def test_a_large_export_is_cut_into_files_that_can_be_imported(parts: Parts) -> None:
    """Six hundred facts of a thousand wide characters are more than two megabytes."""
    at = datetime.now(UTC)
    facts = tuple(Fact(number, SEPANG, "😀" * 995 + str(number), None, at) for number in range(1, 601))
    notes = ServerNotes(HERE, 1, facts, (), (Nickname("the Nile", SEPANG),))
    files = files_of(notes, authors=False)
    assert len(files) > 1
    for content in files:
        await parts.book.apply(await parts.book.plan(HERE, content), ANNA)
    kept = await Parts(parts.store).library.notes(HERE)
    assert [(fact.number, fact.text) for fact in kept.facts] == [(fact.number, fact.text) for fact in facts]
    assert kept.nicknames == notes.nicknames


async def test_what_breaks_says_nothing_of_what_was_typed(parts: Parts) -> None:
    """What was sent to the database is left out of what is told of it, as that ends in the log."""
    row = {"server": HERE, "number": None, "kind": "circuit", "subject": "sepang", "text": "our secret", "source": ""}
    with pytest.raises(IntegrityError) as caught:
        async with parts.store.writing() as connection:
            await connection.execute(insert(FACTS).values(row | {"at": datetime.now(UTC), "revision": 1}))
    assert "secret" not in str(caught.value).partition("[SQL")[2]
