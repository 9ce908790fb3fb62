"""Import: what a file would do is told first, line by line, and done whole or not at all."""

from __future__ import annotations

from dataclasses import replace

import pytest
from parts import ANNA, BEN, FUJI, HERE, SEPANG, THERE, Parts

from bot.server_facts.book import Book
from bot.server_facts.changes import Action, NewTopic
from bot.server_facts.model import Fact, ServerNotes, ServerSettings, Subject, Topic
from bot.server_facts.problems import ConflictError, RefusedError

FILE = b"""
server: "811111111111111111"
settings: {prefix: "?", channels: ["5"], editors: "6", review: true}
facts:
- {number: 1, subject: circuit:sepang, text: one}
- {number: 2, subject: circuit:sepang, text: two, source: a book}
- {topic: Meetup, text: Saturday}
names:
- {name: the Nile, subject: circuit:sepang}
- {name: the pub, topic: meetup}
"""


async def test_the_plan_tells_what_is_added_changed_and_the_same(parts: Parts) -> None:
    await parts.book.add(HERE, ANNA, SEPANG, "one")
    await parts.book.add(HERE, ANNA, SEPANG, "zwei")
    before = await parts.library.notes(HERE)
    plan = await parts.book.plan(HERE, FILE)
    assert await parts.library.notes(HERE) is before
    assert (plan.same, plan.refused) == (1, ())
    changed = [step.after for step in plan.changed]
    assert [one.text for one in changed if isinstance(one, Fact)] == ["two"]
    assert ServerSettings("?", frozenset({5}), 6, True) in changed
    assert [type(step.after).__name__ for step in plan.added] == ["Topic", "Fact", "Nickname", "Nickname"]
    change = await parts.book.apply(plan, BEN)
    assert (change.action, change.author, change.version) == (Action.IMPORT, BEN, 3)
    notes = await Parts(parts.store).library.notes(HERE)
    assert notes == await parts.library.notes(HERE)
    assert [(fact.number, fact.text, fact.author, fact.revision) for fact in notes.facts] == [
        (1, "one", ANNA, 1),
        (2, "two", BEN, 2),
        (3, "Saturday", BEN, 1),
    ]
    assert notes.topics == (Topic("meetup", "Meetup"),)
    assert (await parts.book.plan(HERE, FILE)).steps == ()
    with pytest.raises(RefusedError, match="not here already"):
        await parts.book.apply(await parts.book.plan(HERE, FILE), BEN)
    await parts.book.undo(HERE, BEN)
    assert replace(await Parts(parts.store).library.notes(HERE), facts=(), version=0) == ServerNotes(HERE)
    assert [fact.text for fact in (await parts.library.notes(HERE)).facts] == ["one", "zwei"]


async def test_one_fact_of_an_import_can_be_taken_back(parts: Parts) -> None:
    await parts.book.apply(await parts.book.plan(HERE, FILE), ANNA)
    await parts.book.undo(HERE, BEN, 2)
    assert [fact.number for fact in (await parts.library.notes(HERE)).facts] == [1, 3]
    with pytest.raises(RefusedError, match="nothing to undo"):
        await parts.book.undo(HERE, BEN, 2)
    await parts.book.undo(HERE, BEN, 3)
    notes = await Parts(parts.store).library.notes(HERE)
    assert (len(notes.facts), notes.topics, [name.name for name in notes.nicknames]) == (1, (), ["the Nile"])


async def test_numbers_channels_and_roles_mean_nothing_in_another_server(parts: Parts) -> None:
    await parts.book.add(THERE, ANNA, SEPANG, "something else")
    await parts.book.apply(await parts.book.plan(THERE, FILE), ANNA)
    notes = await Parts(parts.store).library.notes(THERE)
    assert [(fact.number, fact.text) for fact in notes.facts] == [
        (1, "something else"),
        (2, "one"),
        (3, "two"),
        (4, "Saturday"),
    ]
    assert notes.settings == ServerSettings(prefix="?", review=True)


async def test_an_operator_moves_a_server_with_all_it_has(parts: Parts) -> None:
    await parts.book.add(HERE, ANNA, SEPANG, "one")
    await parts.book.add(HERE, BEN, NewTopic("Meetup"), "Saturday", "the pub")
    await parts.book.remove(HERE, ANNA, 1)
    (content,) = await parts.book.export(HERE, authors=True)
    moved = await parts.library.notes(HERE)
    assert str(BEN) not in (await parts.book.export(HERE))[0].decode()
    await parts.retention.left(HERE)
    async with parts.store.writing() as connection:
        await connection.exec_driver_sql("DELETE FROM servers")
    parts.library.drop(HERE)
    await parts.book.apply(await parts.book.plan(HERE, content), None)
    notes = await parts.library.notes(HERE)
    assert (notes.facts, notes.topics) == (moved.facts, moved.topics)


async def test_a_plan_is_for_the_server_as_it_was(parts: Parts) -> None:
    plan = await parts.book.plan(HERE, FILE)
    await parts.book.add(HERE, ANNA, FUJI, "meanwhile")
    with pytest.raises(ConflictError):
        await parts.book.apply(plan, ANNA)
    assert len((await Parts(parts.store).library.notes(HERE)).facts) == 1


REFUSED = """facts:
- {subject: circuit:sepang, text: fine}
- {subject: circuit:sepang}
- {subject: sepang, text: one}
- {subject: circuit:nowhere, text: one}
- {text: one}
- {subject: circuit:sepang, topic: x, text: one}
- {subject: circuit:sepang, text: 12}
- {subject: circuit:sepang, text: one, colour: red}
- {subject: circuit:sepang, text: fine}
- {number: "3", subject: circuit:sepang, text: one}
- plain
- {topic: Sepang, text: one}
- {subject: circuit:sepang, text: fine, source: elsewhere}
- {number: 2147483647, subject: circuit:sepang, text: much}
names:
- {name: "!", subject: circuit:sepang}
- {name: LMP2, subject: circuit:sepang}
- {name: the pub, topic: the pub}
- {name: fine, subject: circuit:sepang}
- {name: FINE, subject: circuit:fuji-speedway}
settings: {prefix: /, review: "yes"}
more: 1
"""


async def test_every_line_that_cannot_be_is_named(parts: Parts) -> None:
    def subjects(subject: Subject) -> str:
        return "" if subject in (SEPANG, FUJI) else f'There is no circuit "{subject.id}".'

    def trial(notes: ServerNotes, name: str, subject: Subject | None) -> str:
        return f'"{name}" means something already.' if name in ("LMP2", "Sepang") else ""

    book = Book(parts.store, parts.library, subjects, trial)
    plan = await book.plan(HERE, REFUSED.encode())
    lines = {one.line for one in plan.refused}
    assert lines == {3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 15, 17, 18, 19, 21, 22, 23}
    assert plan.same == 1
    for one in plan.refused:
        assert one.reason.endswith("."), one
        assert "\n" not in one.reason
    with pytest.raises(RefusedError, match="nothing is"):
        await book.apply(plan, ANNA)
    assert (await Parts(parts.store).library.notes(HERE)).version == 0


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (b"", "empty"),
        (b"- a", "facts:"),
        (b"facts: [", "Line 2"),
        (b"facts:\n- *x", "Line 2"),
        (b"facts:\n- !!python/object:os.system {}", "tag"),
        (b"\xff", "UTF-8"),
        (b"facts: " + b"[" * 1000, "nested"),
    ],
)
async def test_what_is_no_file_of_facts_is_one_sentence(parts: Parts, content: bytes, named: str) -> None:
    with pytest.raises(RefusedError, match=named) as caught:
        await parts.book.plan(HERE, content)
    assert str(caught.value).endswith(".")


async def test_lists_that_are_none_are_named(parts: Parts) -> None:
    plan = await parts.book.plan(HERE, b"server: x\nfacts: 3\nnames: {a: b}\nsettings: []\n")
    assert [one.line for one in plan.refused] == [1, 2, 3, 4]
