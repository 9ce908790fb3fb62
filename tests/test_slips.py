"""One slip of the pen in a name: still the right driver, team or circuit, and never another class or year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random
from string import ascii_lowercase

import pytest
import shipped
from entity_questions import names_of_circuit, names_of_team
from shipped import spellings

from bot.assistant import Assistant
from bot.knowledge.base import Knowledge, SeasonTitle
from bot.text.fold import fold
from bot.understanding.outcomes import Understood
from bot.understanding.reader import Reader

SEED = 20260224
SAMPLE = 2_000
LONG_ENOUGH = 5


@dataclass(frozen=True)
class Named:
    """A name, what it is asked with, and how the question must be read."""

    command: str
    name: str
    query: str


def all_names(knowledge: Knowledge) -> list[Named]:
    """Return the champions, the champion teams and the circuits by all names that have a word worth a slip."""
    drivers = [Named("driver", one.name, f"DriverProfile(driver={one.id})") for one in knowledge.champion_drivers()]
    teams = [
        Named("team", name, f"TeamProfile(team={team})")
        for team in knowledge.titles_of_team
        for name in names_of_team(knowledge, knowledge.teams[team])
    ]
    circuits = [
        Named("circuit", name, f"CircuitProfile(circuit={circuit.id})")
        for circuit in knowledge.circuits.values()
        for name in names_of_circuit(circuit)
    ]
    return [one for one in (*drivers, *teams, *circuits) if _places(fold(one.name))]


def _places(name: str) -> list[tuple[int, int]]:
    """Return where the words stand that are long enough, letters a to z only."""
    found, start = [], 0
    for word in name.split():
        start = name.index(word, start)
        if len(word) >= LONG_ENOUGH and all(letter in ascii_lowercase for letter in word):
            found.append((start, start + len(word)))
        start += len(word)
    return found


def slipped(word: str, dice: Random) -> str:
    """Return `word` with two neighbours swapped, or one letter dropped, doubled or replaced; never `word` itself."""
    while True:
        at = dice.randrange(len(word))
        kind = dice.choice(("swap", "drop", "double", "replace"))
        if kind == "swap":
            at = min(at, len(word) - 2)
            said = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        else:
            instead = {"drop": "", "double": word[at] * 2, "replace": dice.choice(ascii_lowercase)}[kind]
            said = word[:at] + instead + word[at + 1 :]
        if said != word:
            return said


def with_a_slip(name: str, dice: Random) -> str:
    plain = fold(name)
    start, end = dice.choice(_places(plain))
    return plain[:start] + slipped(plain[start:end], dice) + plain[end:]


def test_one_slip_in_a_name_is_forgiven(assistant: Assistant, knowledge: Knowledge) -> None:
    """Right in at least 99 of 100; what the rest is taken for is printed."""
    dice = Random(SEED)
    names = all_names(knowledge)
    wrong = []
    for _ in range(SAMPLE):
        one = dice.choice(names)
        question = f"{one.command} {with_a_slip(one.name, dice)}"
        page = assistant.reply(question)
        # What an answer begins with may hang on the slip ("racng" is racing), what it is about may not.
        if re.sub(r", focus=[\w ]+", "", page.query) != one.query:
            wrong.append(f"{question} ({one.name}): {page.query or page.outcome} {' | '.join(page.choices)}".rstrip())
    rate = 1 - len(wrong) / SAMPLE
    print(f"\none slip in a name: {rate:.2%} of {SAMPLE} right", *wrong, sep="\n  ")
    assert rate >= 0.99, wrong


def test_a_slip_is_admitted(assistant: Assistant) -> None:
    """Whoever is guessed at is named, so that a wrong guess is seen."""
    page = assistant.reply("driver Jakbosen")
    assert any("jakbosen" in note.casefold() and "Malthe Jakobsen" in note for note in page.notes)


@pytest.mark.parametrize("command", ["driver", "team"])
def test_beside_a_slip_class_and_year_stay_what_they_are(reader: Reader, knowledge: Knowledge, command: str) -> None:
    """Where the class and season are read at all they are the ones that were said, in any order."""
    dice = Random(SEED)
    names = [one for one in all_names(knowledge) if one.command == command]
    for _ in range(400):
        one = dice.choice(names)
        race_class = dice.choice(tuple(knowledge.classes.values()))
        season = dice.choice(knowledge.held)
        parts = [with_a_slip(one.name, dice), race_class.name, dice.choice(spellings(season))]
        dice.shuffle(parts)
        question = " ".join((command, *parts))
        reading = reader.read(question).reading
        if isinstance(reading, Understood):
            assert getattr(reading.query, "classes", ()) in ((), (race_class.id,)), question
            seasons = getattr(reading.query, "seasons", None)
            assert seasons is None or seasons.ids == (season.id,), question


@pytest.mark.parametrize("one", shipped.knowledge().titles, ids=lambda one: f"{one.title.race_class} {one.season.id}")
def test_beside_a_slip_a_title_stays_what_it_is(reader: Reader, knowledge: Knowledge, one: SeasonTitle) -> None:
    """A slipped command or cue word runs nothing else: the same title, or no answer."""
    dice = Random(f"{one.title.race_class} {one.season.id}")
    name = knowledge.classes[one.title.race_class].name
    for word in ("champion", "winner", "champions", "title"):
        said = slipped(word, dice)
        for question in (f"!{said} {name} {one.season.id}", f"{name} {one.season.id} {said}"):
            reading = reader.read(question).reading
            if isinstance(reading, Understood):
                assert getattr(reading.query, "classes", None) == (one.title.race_class,), question
                assert reading.query.seasons.ids == (one.season.id,), question
