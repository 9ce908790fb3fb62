"""The rules of facts, the same on both databases."""

from __future__ import annotations

import asyncio

import pytest
from parts import ANNA, BEN, FUJI, HERE, SEPANG, THERE, Parts

from bot.server_facts.changes import Action, NewTopic
from bot.server_facts.model import ServerNotes, Subject, SubjectKind
from bot.server_facts.problems import ConflictError, NotThereError, RefusedError

MEETUP = NewTopic("Meetup")


async def stored(parts: Parts, server: int = HERE) -> ServerNotes:
    """Return the notes as the database has them, past all memory."""
    return await Parts(parts.store).library.notes(server)


async def test_a_fact_is_as_it_was_typed(parts: Parts) -> None:
    fact = await parts.book.add(HERE, ANNA, SEPANG, "  Bring a *hat*.\n", "https://example.org")
    assert (fact.number, fact.revision, fact.author) == (1, 1, ANNA)
    assert (fact.text, fact.source) == ("  Bring a *hat*.\n", "https://example.org")
    assert await parts.book.show(HERE, 1) == fact
    assert (await stored(parts)).facts == (fact,)
    assert await stored(parts) == await parts.library.notes(HERE)


async def test_servers_know_nothing_of_one_another(parts: Parts) -> None:
    await parts.book.add(HERE, ANNA, SEPANG, "one")
    await parts.book.add_name(HERE, ANNA, "the Nile", SEPANG)
    assert await stored(parts, THERE) == ServerNotes(THERE)
    with pytest.raises(NotThereError):
        await parts.book.edit(THERE, ANNA, 1, "two", expected_revision=1)
    with pytest.raises(NotThereError):
        await parts.book.remove(THERE, ANNA, 1)
    with pytest.raises(NotThereError):
        await parts.book.undo(THERE, ANNA)
    assert len((await stored(parts)).facts) == 1


async def test_the_second_of_two_editors_is_told(parts: Parts) -> None:
    await parts.book.add(HERE, ANNA, SEPANG, "one")
    await parts.book.edit(HERE, ANNA, 1, "two", expected_revision=1)
    with pytest.raises(ConflictError) as caught:
        await parts.book.edit(HERE, BEN, 1, "three", expected_revision=1)
    assert caught.value.stands is not None
    assert (caught.value.stands.text, caught.value.stands.revision) == ("two", 2)
    with pytest.raises(ConflictError):
        await parts.book.remove(HERE, BEN, 1, expected_revision=1)
    await parts.book.remove(HERE, ANNA, 1, expected_revision=2)
    with pytest.raises(ConflictError, match="removed"):
        await parts.book.edit(HERE, BEN, 1, "three", expected_revision=2)


async def test_of_many_at_once_one_wins_and_each_other_is_told(parts: Parts) -> None:
    await parts.book.add(HERE, ANNA, SEPANG, "one")
    edits = [parts.book.edit(HERE, BEN, 1, f"by {number}", expected_revision=1) for number in range(8)]
    done = await asyncio.gather(*edits, return_exceptions=True)
    assert sum(isinstance(one, ConflictError) for one in done) == 7
    adds = [parts.book.add(HERE, ANNA, FUJI, f"fact {number}") for number in range(20)]
    assert sorted(fact.number for fact in await asyncio.gather(*adds)) == list(range(2, 22))
    assert await stored(parts) == await parts.library.notes(HERE)


async def test_a_number_is_never_used_again(parts: Parts) -> None:
    await parts.book.add(HERE, ANNA, SEPANG, "one")
    await parts.book.remove(HERE, ANNA, 1)
    assert (await parts.book.add(HERE, ANNA, SEPANG, "two")).number == 2


async def test_a_topic_comes_with_its_first_fact_and_goes_with_its_last(parts: Parts) -> None:
    one = await parts.book.add(HERE, ANNA, MEETUP, "Saturday")
    two = await parts.book.add(HERE, ANNA, NewTopic("mEETUP "), "Sunday")
    topic = Subject(SubjectKind.TOPIC, "meetup")
    assert one.subject == two.subject == topic
    assert [one.name for one in (await stored(parts)).topics] == ["Meetup"]
    await parts.book.add_name(HERE, ANNA, "the pub", topic)
    await parts.book.remove(HERE, ANNA, one.number)
    assert (await stored(parts)).topics
    await parts.book.remove(HERE, BEN, two.number)
    notes = await stored(parts)
    assert (notes.topics, notes.nicknames, notes.facts) == ((), (), ())
    with pytest.raises(NotThereError):
        await parts.book.add(HERE, ANNA, topic, "Monday")
    await parts.book.undo(HERE, ANNA)
    notes = await stored(parts)
    assert [topic.name for topic in notes.topics] == ["Meetup"]
    assert [fact.text for fact in notes.facts] == ["Saturday"]
    await parts.book.undo(HERE, BEN)
    notes = await stored(parts)
    assert [fact.text for fact in notes.facts] == ["Saturday", "Sunday"]
    assert [name.name for name in notes.nicknames] == ["the pub"]


async def test_undo_goes_back_one_change_after_another(parts: Parts) -> None:
    await parts.book.add(HERE, ANNA, SEPANG, "one")
    await parts.book.edit(HERE, BEN, 1, "two", expected_revision=1)
    await parts.book.edit(HERE, ANNA, 1, "three", expected_revision=2)
    await parts.book.undo(HERE, BEN, 1)
    back = await parts.book.show(HERE, 1)
    assert (back.text, back.author, back.revision) == ("two", BEN, 4)
    await parts.book.undo(HERE, BEN)
    back = await parts.book.show(HERE, 1)
    assert (back.text, back.author, back.revision) == ("one", ANNA, 5)
    await parts.book.undo(HERE, ANNA)
    assert (await stored(parts)).facts == ()
    with pytest.raises(NotThereError):
        await parts.book.undo(HERE, ANNA)
    told = await parts.book.history(HERE, 1)
    assert [change.action for change in told] == [Action.UNDO] * 3 + [Action.EDIT] * 2 + [Action.ADD]
    assert [change.undone for change in told] == [False] * 3 + [True] * 3
    assert [change.undoes for change in told] == [1, 2, 3, None, None, None]
    assert [change.version for change in told] == [6, 5, 4, 3, 2, 1]


async def test_nobody_undoes_over_what_another_has_changed_since(parts: Parts) -> None:
    await parts.book.add(HERE, ANNA, SEPANG, "one")
    await parts.book.edit(HERE, BEN, 1, "two", expected_revision=1)
    with pytest.raises(ConflictError) as caught:
        await parts.book.undo(HERE, ANNA)
    assert caught.value.stands is not None
    assert (await parts.book.show(HERE, 1)).text == "two"


async def test_finding(parts: Parts) -> None:
    await parts.book.add(HERE, ANNA, SEPANG, "Bring a hat to Sépang.")
    await parts.book.add(HERE, ANNA, MEETUP, "At the pub", "the HAT shop")
    await parts.book.add(HERE, ANNA, FUJI, "Rain")
    assert [fact.number for fact in await parts.book.search(HERE, "hat")] == [1, 2]
    assert [fact.number for fact in await parts.book.search(HERE, "sepang HAT")] == [1]
    assert [fact.number for fact in await parts.book.search(HERE, "meetup pub")] == [2]
    assert await parts.book.search(HERE, " ") == ()
    assert list(await parts.book.about(HERE, FUJI)) == [FUJI]
    assert len(await parts.book.about(HERE)) == 3


async def test_look_alikes_are_pointed_out(parts: Parts) -> None:
    await parts.book.add(HERE, ANNA, SEPANG, "The gates open at nine o'clock.")
    await parts.book.add(HERE, ANNA, MEETUP, "Saturday")
    found = await parts.book.look_alikes(HERE, SEPANG, "the gates open at nine o’clock")
    assert [fact.number for fact in found.facts] == [1]
    assert not await parts.book.look_alikes(HERE, FUJI, "the gates open at nine o’clock")
    assert not await parts.book.look_alikes(HERE, SEPANG, "Parking is free.")
    assert [topic.name for topic in (await parts.book.look_alikes(HERE, NewTopic("Meetups"), "x")).topics] == ["Meetup"]


async def test_the_same_fact_twice_is_refused(parts: Parts) -> None:
    await parts.book.add(HERE, ANNA, SEPANG, "one")
    with pytest.raises(RefusedError, match="Fact 1 says exactly this"):
        await parts.book.add(HERE, BEN, SEPANG, "one")
    with pytest.raises(RefusedError, match="exactly this"):
        await parts.book.edit(HERE, BEN, 1, "one", expected_revision=1)
