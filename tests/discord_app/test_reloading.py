"""New knowledge is exchanged at once: an answer is from the new or from the old, never from both."""

from __future__ import annotations

import asyncio
import gc
import weakref
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType

import pytest

from bot.assistant import Assistant
from bot.discord_app.asking import Desk, Place
from bot.discord_app.prefixes import OnePrefix
from bot.discord_app.reloading import Reloading
from bot.discord_app.servers import Servers
from bot.errors import StartupError
from bot.knowledge.base import Knowledge
from bot.operations.metrics import Metrics
from bot.server_facts.model import Fact, ServerNotes, Subject, SubjectKind
from bot.server_facts.store import Store

NOTES = ServerNotes(1, facts=(Fact(1, Subject(SubjectKind.CIRCUIT, "sepang"), "Parking.", 7, datetime.now(UTC)),))
KIM, HERE = 7, Place(1, 11)
ASKED = (
    "champion LMP3 2022",
    "most titles by driver",
    "map of circuits",
    "driver Jakobsen",
    "why was a race cancelled",
    "who won the Daytona 500",
    "compare Sepang and Fuji",
)


@pytest.fixture(scope="module")
def another(knowledge: Knowledge) -> Assistant:
    """An assistant of a knowledge in which Sepang has another name."""
    tables = knowledge.tables
    renamed = tables.circuits["sepang"].model_copy(update={"name": "Sepang Speed Palace", "aliases": ("sepang",)})
    return Assistant(Knowledge(replace(tables, circuits=MappingProxyType({**tables.circuits, "sepang": renamed}))))


@pytest.fixture
def desk(assistant: Assistant, tmp_path: Path) -> Desk:
    store = Store(f"sqlite+aiosqlite:///{tmp_path / 'bot.db'}")
    servers = Servers(store, 10, assistant, OnePrefix("!"), lambda server: True)
    servers.library.put(NOTES)
    return Desk(assistant, 300, servers, Metrics())


def test_a_page_that_is_kept_is_not_kept_longer(desk: Desk, another: Assistant) -> None:
    before = desk.answer("circuit sepang", KIM, HERE, None)
    desk.exchange(another)
    after = desk.answer("circuit sepang", KIM, HERE, None)
    assert before.page.title != after.page.title == "Sepang Speed Palace"
    assert desk.again(before.asked).page == after.page


def test_what_was_spoken_of_before_is_not_asked_on_from(desk: Desk, assistant: Assistant, another: Assistant) -> None:
    """What it names need not be there any more."""
    desk.answer("champion LMP3 2022", KIM, HERE, None)
    before = desk.before(KIM, HERE)
    assert assistant.hear("and in 2023?", before).page != assistant.hear("and in 2023?").page
    desk.exchange(another)
    answered = desk.answer("and in 2023?", KIM, HERE, before)
    assert answered.page == another.hear("and in 2023?").page
    on = desk.answer("champion LMP3 2022", KIM, HERE, before)
    assert desk.answer("and in 2023?", KIM, HERE, desk.before(KIM, HERE)).page != answered.page
    assert another.explain("and in 2023?", before) == another.explain("and in 2023?")
    assert on.page.title


async def test_what_is_broken_is_refused_and_reloads_take_turns(assistant: Assistant, another: Assistant) -> None:
    found: list[Assistant] = []
    wrong = StartupError("a.yml:1: name: wrong\nb.yml:2: id: wrong")
    outcomes: list[Assistant | StartupError] = [another, wrong, assistant]

    def read() -> Assistant:
        outcome = outcomes.pop(0)
        if isinstance(outcome, StartupError):
            raise outcome
        return outcome

    reloading = Reloading(read, Metrics())
    results = await asyncio.gather(*(reloading.reload(found.append) for _ in range(3)))
    assert [result.done for result in results] == [True, False, True]
    assert "b.yml:2: id: wrong" in results[1].told
    assert found == [another, assistant]


def test_nothing_that_an_assistant_is_made_of_points_in_a_circle(assistant: Assistant, knowledge: Knowledge) -> None:
    """What is kept from the garbage collector and points in a circle would be there for ever once it is exchanged."""
    gc.collect()
    gc.disable()
    try:
        for question in ASKED:
            Assistant(Knowledge(knowledge.tables)).reply(question)
        assistant.takes_over()
        gc.set_debug(gc.DEBUG_SAVEALL)
        gc.collect()
        ours = {type(one).__qualname__ for one in gc.garbage if type(one).__module__.startswith("bot.")}
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
        gc.enable()
    assert ours == set()


async def test_what_is_exchanged_is_let_go(assistant: Assistant, knowledge: Knowledge) -> None:
    """A bot that is reloaded every day must not hold the knowledge of every day.

    It goes when nobody holds it, with no help of the garbage collector, which would hold up all answers meanwhile.
    """
    made: list[weakref.ref[Knowledge]] = []

    def read() -> Assistant:
        new = Assistant(Knowledge(knowledge.tables))
        made.append(weakref.ref(new.knowledge))
        return new

    answering = [assistant]

    def exchange(new: Assistant) -> None:
        answering[0] = new
        for question in ASKED:
            new.reply(question)

    reloading = Reloading(read, Metrics())
    gc.disable()
    try:
        for _ in range(3):
            await reloading.reload(exchange)
    finally:
        gc.enable()
    assert [one() is None for one in made] == [True, True, False]
