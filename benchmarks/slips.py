"""Names with one slip of the pen: how many are still read right, and how long that takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from string import ascii_lowercase
from time import perf_counter

from benchmarks.figures import Figures, Row
from bot.assistant import Assistant
from bot.knowledge.base import Knowledge
from bot.text.fold import fold

SEED = 2026
LEAST_RIGHT = 0.99
LONG_ENOUGH = 5


@dataclass(frozen=True)
class Named:
    """A name, the command it is asked with, and how the question must be read."""

    command: str
    name: str
    query: str


def names(knowledge: Knowledge) -> list[Named]:
    """Return champions, champion teams and circuits by every name that has a word worth a slip."""
    found = [Named("driver", one.name, f"DriverProfile(driver={one.id}") for one in knowledge.champion_drivers()]
    for team in map(knowledge.teams.__getitem__, knowledge.titles_of_team):
        called = dict.fromkeys((team.name, *(used.name for used in team.names), *team.aliases))
        found += [Named("team", name, f"TeamProfile(team={team.id}") for name in called]
    for circuit in knowledge.circuits.values():
        called = dict.fromkeys((circuit.name, *(used.name for used in circuit.names), *circuit.aliases))
        found += [Named("circuit", name, f"CircuitProfile(circuit={circuit.id}") for name in called]
    return [one for one in found if _long_words(one.name)]


def _long_words(name: str) -> list[str]:
    return [word for word in fold(name).split() if len(word) >= LONG_ENOUGH and set(word) <= set(ascii_lowercase)]


def slipped(word: str, dice: Random) -> str:
    """Return `word` with two neighbours swapped, or a letter dropped, doubled or replaced; never `word` itself."""
    while True:
        at = dice.randrange(len(word) - 1)
        head, letter, tail, other = word[:at], word[at], word[at + 1 :], dice.choice(ascii_lowercase)
        said = head + dice.choice((tail[0] + letter + tail[1:], tail, letter * 2 + tail, other + tail))
        if said != word:
            return said


def with_a_slip(name: str, dice: Random) -> str:
    """Return the folded `name` with one slip in one of its long words."""
    word = dice.choice(_long_words(name))
    return fold(name).replace(word, slipped(word, dice), 1)


def rows(assistant: Assistant, count: int) -> Iterator[Row]:
    """Yield the share of `count` misspelt names that were read right, what went wrong, and the time of a reply."""
    dice, known = Random(SEED), names(assistant.knowledge)
    taken, wrong = [], []
    for one in (dice.choice(known) for _ in range(count)):
        question = f"{one.command} {with_a_slip(one.name, dice)}"
        start = perf_counter()
        page = assistant.reply(question)
        taken.append((perf_counter() - start) * 1e6)
        # What an answer begins with may hang on the slip, so the query is compared up to there.
        if not page.query.startswith((f"{one.query})", f"{one.query}, focus=")):
            wrong.append(question)
    right = 1 - len(wrong) / count
    figures = Figures(tuple(taken))
    yield Row(f"{count} names with one slip: read right", f"{right:.2%}", f"≥ {LEAST_RIGHT:.0%}", right >= LEAST_RIGHT)
    yield Row("  reply to a name with a slip", f"{figures} µs, p99 {figures.share(99):.0f} µs")
    if wrong:
        yield Row("  some not read right", "; ".join(wrong[:3]))
