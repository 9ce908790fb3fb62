"""Answering in a server with facts and names of its own, beside one without, in the same run."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from datetime import UTC, datetime
from random import Random
from time import perf_counter

from benchmarks.figures import Figures, Row
from benchmarks.questions import commands, plain, sample
from benchmarks.replies import SEED, WARM_UP, timed
from bot.assistant import Assistant
from bot.server_facts.model import Fact, Nickname, ServerNotes, Subject, SubjectKind, Topic

FACTS = 100
NAMES = 20
MOST_TIMES = 1.2
SERVERS = 50
_KILO = 1024


def rows(assistant: Assistant, most: int, rounds: int) -> Iterator[Row]:
    """Yield the time of an answer in a server, in times of one without, and what a server's assistant costs."""
    dice = Random(SEED)
    asked = [*sample(commands(assistant.knowledge), dice, most), *sample(plain(assistant.knowledge), dice, most)]
    notes = written(assistant)
    assistant.prepare()
    server = assistant.in_server(notes)
    for question in WARM_UP:
        server.reply(question)
    ratios = []
    for number in range(rounds):
        # Who is asked first finds the caches colder: they take turns.
        pair = (assistant, server) if number % 2 else (server, assistant)
        taken = {id(one): Figures(tuple(timed(one, asked).values())).median for one in pair}
        ratios.append(taken[id(server)] / taken[id(assistant)])
    ratio = Figures(tuple(ratios))
    yield Row(
        f"`Assistant.reply` in a server with {FACTS} facts and {NAMES} names, {len(asked)} different",
        f"{ratio} times one without",
        f"≤ {MOST_TIMES:g} times",
        ratio.median <= MOST_TIMES,
    )
    yield Row(f"`Assistant.in_server` for {FACTS} facts and {NAMES} names", f"{_building(assistant, notes)} ms")
    yield Row("  memory of it, without the notes", f"{_memory(assistant, notes):.0f} KiB")


def written(assistant: Assistant) -> ServerNotes:
    """Return the notes of a server: facts on circuits, drivers and topics, nicknames of some of them."""
    knowledge = assistant.knowledge
    subjects = [Subject(SubjectKind.CIRCUIT, one) for one in knowledge.circuits]
    subjects += [Subject(SubjectKind.DRIVER, one) for one in list(knowledge.drivers)[: FACTS // 2]]
    subjects += [Subject(SubjectKind.TOPIC, f"topic-{number}") for number in range(NAMES // 2)]
    at = datetime(2026, 1, 1, tzinfo=UTC)
    facts = tuple(
        Fact(n, subjects[n % len(subjects)], f"Parking is free at gate {n}.", n, at) for n in range(1, FACTS + 1)
    )
    topics = tuple(Topic(f"topic-{number}", f"Meetup Zq{number}xv") for number in range(NAMES // 2))
    nicknames = tuple(Nickname(f"the Vq{n}zx Place", subjects[n]) for n in range(NAMES - len(topics)))
    return ServerNotes(1, facts=facts, topics=topics, nicknames=nicknames)


def _building(assistant: Assistant, notes: ServerNotes) -> Figures:
    taken = []
    for _ in range(SERVERS):
        start = perf_counter()
        assistant.in_server(notes)
        taken.append((perf_counter() - start) * 1e3)
    return Figures(tuple(taken))


def _memory(assistant: Assistant, notes: ServerNotes) -> float:
    """Return the KiB that one more server takes once it has been asked."""
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    kept = [assistant.in_server(notes) for _ in range(SERVERS)]
    for server in kept:
        server.reply("circuit Sepang")
    after = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return (after - before) / len(kept) / _KILO
