"""Free questions against discord.py's own work on their messages, and against a hundred times the names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random
from types import MappingProxyType

from benchmarks.dispatching import dispatch_microseconds
from benchmarks.figures import Figures, Row
from benchmarks.questions import plain, sample
from benchmarks.replies import WARM_UP, timed
from bot.assistant import Assistant
from bot.knowledge.base import Knowledge
from bot.knowledge.model import Driver
from bot.understanding.gazetteer import names_of

SEED = 1000
MOST_DISPATCHES = 5.0
MOST_TAIL = 1_000.0
MOST_GROWTH = 3.0
_SYLLABLES = [
    start + end for start in "bdfgklmnprstvz" for end in ("a", "e", "i", "o", "u", "an", "er", "in", "on", "ar")
]


def with_more_names(knowledge: Knowledge, count: int, dice: Random) -> Knowledge:
    """Return `knowledge` with `count` made-up drivers, each with a first and a last name like those people have."""
    more = {}
    for number in range(count):
        first, last = ("".join(dice.choices(_SYLLABLES, k=dice.choice((2, 3)))).title() for _ in range(2))
        one = Driver(id=f"driver-{number}", name=f"{first} {last}", sources=knowledge.series.sources[:1])
        more[one.id] = one
    tables = knowledge.tables
    return Knowledge(replace(tables, drivers=MappingProxyType({**tables.drivers, **more})))


def rows(assistant: Assistant, most: int, times: int) -> Iterator[Row]:
    """Yield how free questions compare with dispatching them, and with `times` as many names in the knowledge."""
    asked = sample(plain(assistant.knowledge), Random(SEED), most)
    dispatched = Figures(tuple(dispatch_microseconds(asked)))
    replied = _replied(assistant, asked)
    names = len(tuple(names_of(assistant.knowledge)))
    grown = _replied(Assistant(with_more_names(assistant.knowledge, (times - 1) * names, Random(SEED))), asked)
    ratio, growth, tail = replied.median / dispatched.median, grown.median / replied.median, replied.share(99)
    yield Row(f"discord.py parses and dispatches a message, {len(asked)} different", f"{dispatched} µs")
    yield Row(
        "  a free question, as many times that", f"{ratio:.2f}", f"≤ {MOST_DISPATCHES:g}", ratio <= MOST_DISPATCHES
    )
    yield Row("  the slowest hundredth of free questions", f"{tail:.0f} µs", f"≤ {MOST_TAIL:g} µs", tail <= MOST_TAIL)
    yield Row(
        f"  with {times * names} names instead of {names}, as many times as long",
        f"{growth:.2f}, p99 {grown.share(99):.0f} µs",
        f"≤ {MOST_GROWTH:g}",
        growth <= MOST_GROWTH,
    )


def _replied(assistant: Assistant, questions: list[str]) -> Figures:
    for question in WARM_UP:
        assistant.reply(question)
    return Figures(tuple(timed(assistant, questions).values()))
