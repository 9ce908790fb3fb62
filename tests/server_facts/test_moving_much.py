"""Import of files that are large: what they cost is known before anything dear is done, and nobody waits for it."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from dataclasses import dataclass, field

import pytest
from parts import ANNA, HERE, SEPANG, Parts

from bot.server_facts.aside import aside
from bot.server_facts.book import Book
from bot.server_facts.changes import NewTopic
from bot.server_facts.keeping import all_subjects
from bot.server_facts.limits import FACTS_MOST, FILE_NEW_NAMES
from bot.server_facts.model import ServerNotes, Subject
from bot.server_facts.problems import RefusedError


@dataclass
class Counting:
    """A trial that remembers what it tried; it has something against names that begin with "no"."""

    tried: list[str] = field(default_factory=list)

    def __call__(self, notes: ServerNotes, name: str, subject: Subject | None) -> str:
        self.tried.append(name)
        return f"“{name}” is taken." if name.startswith("no") else ""


def topics(*names: str) -> bytes:
    return ("facts:\n" + "".join(f'- topic: "{name}"\n  text: "{at}"\n' for at, name in enumerate(names))).encode()


@pytest.fixture
def trial() -> Counting:
    return Counting()


@pytest.fixture
def book(parts: Parts, trial: Counting) -> Book:
    return Book(parts.store, parts.library, all_subjects, trial)


async def test_a_file_with_too_many_new_names_is_refused_before_one_is_tried(book: Book, trial: Counting) -> None:
    names = [f"zork {number}" for number in range(FILE_NEW_NAMES + 1)]
    with pytest.raises(RefusedError, match=f"brings 101 new names and topics; {FILE_NEW_NAMES} are the most") as caught:
        await book.plan(HERE, topics(*names))
    assert str(caught.value).endswith(".")
    assert not trial.tried
    plan = await book.plan(HERE, topics(*names[:-1], *names[:-1]))
    assert (len(trial.tried), plan.refused) == (FILE_NEW_NAMES, ())
    await book.apply(plan, ANNA)
    trial.tried.clear()
    more = await book.plan(HERE, topics(*names))
    assert (trial.tried, more.refused) == (names[-1:], ())


async def test_what_is_refused_once_is_not_tried_again(book: Book, trial: Counting) -> None:
    plan = await book.plan(HERE, topics("no way", "No Way", *["no way"] * 50))
    assert (trial.tried, len(plan.refused)) == (["no way"], 52)


async def test_a_full_server_tries_no_name(parts: Parts, book: Book, trial: Counting) -> None:
    full = "facts:\n" + "".join(f'- subject: circuit:sepang\n  text: "{number}"\n' for number in range(FACTS_MOST))
    await book.apply(await book.plan(HERE, full.encode()), ANNA)
    plan = await book.plan(HERE, topics("one", "two"))
    assert [one.reason[:29] for one in plan.refused] == ["A server can have 2,000 facts"] * 2
    with pytest.raises(RefusedError, match="2,000 facts"):
        await book.add(HERE, ANNA, NewTopic("three"), "text")
    assert not trial.tried
    assert (await parts.library.notes(HERE)).facts[-1].subject == SEPANG


async def test_a_file_with_more_than_any_server_can_have_is_one_sentence(book: Book) -> None:
    with pytest.raises(RefusedError, match="holds 2,001 facts; a server can have 2,000"):
        await book.plan(HERE, topics(*["one"] * (FACTS_MOST + 1)))
    names = "names:\n" + "".join(f'- name: "n{number}"\n  subject: circuit:sepang\n' for number in range(501))
    with pytest.raises(RefusedError, match="holds 501 names; a server can have 500"):
        await book.plan(HERE, names.encode())


async def test_the_operator_brings_as_many_names_as_there_can_be(parts: Parts) -> None:
    plan = await parts.book.plan(HERE, topics(*(f"zork {number}" for number in range(FACTS_MOST))))
    assert (len(plan.added), plan.refused) == (2 * FACTS_MOST, ())


async def test_what_fails_aside_is_told_to_whoever_asked_and_to_nobody_else() -> None:
    def fails() -> int:
        raise LookupError("gone")

    results = await asyncio.gather(aside(lambda: 1), aside(fails), aside(lambda: 2), return_exceptions=True)
    assert results[::2] == [1, 2]
    assert isinstance(results[1], LookupError)


UNENDING = """
import asyncio
from threading import Event
from bot.server_facts.aside import aside

async def main():
    begun = Event()
    task = asyncio.ensure_future(aside(lambda: (begun.set(), Event().wait())))
    while not begun.is_set():
        await asyncio.sleep(0.01)
    print(await asyncio.to_thread(lambda: "others go on"))

asyncio.run(main())
"""


def test_nothing_waits_for_what_is_done_aside() -> None:
    ended = subprocess.run([sys.executable, "-c", UNENDING], capture_output=True, text=True, timeout=60, check=False)
    assert (ended.returncode, ended.stdout) == (0, "others go on\n"), ended.stderr
