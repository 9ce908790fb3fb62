"""Looking a misspelt name up: the bot's own way beside what people usually take for it."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from time import perf_counter

from rapidfuzz import process as rapid
from rapidfuzz.fuzz import WRatio
from thefuzz import process as thefuzz

from benchmarks.figures import Figures, Row
from benchmarks.growth import with_more_names
from benchmarks.slips import LONG_ENOUGH, with_a_slip
from bot.assistant import Assistant
from bot.knowledge.base import Knowledge
from bot.text.fold import fold, words
from bot.understanding.gazetteer import Gazetteer, names_of
from bot.understanding.spans import Kind, Ref

SEED = 20_000
KINDS = frozenset({Kind.DRIVER, Kind.TEAM, Kind.CIRCUIT})
# Two seconds for one look-up among so many names: difflib is asked fewer.
FEWER = {"difflib.get_close_matches": 10}

LookUp = Callable[[str], frozenset[Ref]]


@dataclass(frozen=True)
class Asked:
    """A name with one slip, and what it names."""

    said: str
    meant: frozenset[Ref]


def rows(assistant: Assistant, count: int, more: int) -> Iterator[Row]:
    """Yield time and accuracy of each way, on the names of the series and then with `more` others among them."""
    knowledge = assistant.knowledge
    yield from _among(knowledge, count, f"{len(labels(knowledge))} names")
    grown = with_more_names(knowledge, more, Random(SEED))
    yield from _among(grown, max(count // 4, 1), f"{len(labels(grown))} names")


def labels(knowledge: Knowledge) -> dict[str, frozenset[Ref]]:
    """Return every folded name with what it names, which may be several."""
    found: dict[str, frozenset[Ref]] = {}
    for name in names_of(knowledge):
        found[fold(name.label)] = found.get(fold(name.label), frozenset()) | {name.ref}
    return found


def _among(knowledge: Knowledge, count: int, what: str) -> Iterator[Row]:
    known = labels(knowledge)
    asked = _asked(known, count)
    for way, look_up in ways(knowledge, known).items():
        some = asked[: max(len(asked) // FEWER.get(way, 1), 1)]
        taken, right = measured(look_up, some)
        told = f"{taken} µs, {right:.1%} of {len(some)} right"
        yield Row(f"a name with one slip among {what}: {way}", told)


def _asked(known: Mapping[str, frozenset[Ref]], count: int) -> list[Asked]:
    dice = Random(SEED)
    worth = [name for name in known if any(len(w) >= LONG_ENOUGH and w.isascii() and w.isalpha() for w in name.split())]
    chosen = [dice.choice(worth) for _ in range(count)]
    return [Asked(with_a_slip(name, dice), known[name]) for name in chosen]


def ways(knowledge: Knowledge, known: Mapping[str, frozenset[Ref]]) -> dict[str, LookUp]:
    """Return each way to look a name up; all get the same folded text and know the same folded names."""
    gazetteer = Gazetteer(names_of(knowledge), knowledge.vocabulary.generic)
    names = list(known)

    def scored(said: str) -> frozenset[Ref]:
        hits = rapid.extract(said, names, scorer=WRatio, limit=1)
        return known[hits[0][0]] if hits else frozenset()

    def fuzzed(said: str) -> frozenset[Ref]:
        hit = thefuzz.extractOne(said, names)
        return known[hit[0]] if hit else frozenset()

    def close(said: str) -> frozenset[Ref]:
        hits = difflib.get_close_matches(said, names, n=1, cutoff=0.6)
        return known[hits[0]] if hits else frozenset()

    return {
        "the bot's gazetteer": lambda said: looked_up(gazetteer, said),
        "rapidfuzz.process.extract, WRatio": scored,
        "thefuzz.process.extractOne": fuzzed,
        "difflib.get_close_matches": close,
    }


def looked_up(gazetteer: Gazetteer, said: str) -> frozenset[Ref]:
    """Return what `said` names as a whole, by the words of names: as they are written first, as the tagger does."""
    cut = words(said)
    return _by_words(gazetteer, cut, lambda word: gazetteer.exact(word) or gazetteer.near(word)) or _by_words(
        gazetteer, cut, gazetteer.near
    )


def _by_words(gazetteer: Gazetteer, cut: Sequence[str], names_with: Callable[[str], dict[int, int]]) -> frozenset[Ref]:
    found: dict[int, int] | None = None
    for word in cut:
        near = names_with(word)
        found = near if found is None else {name: found[name] + near[name] for name in found if name in near}
    span = gazetteer.best(cut, found or {}, KINDS, 0)
    return frozenset(span.refs) if span is not None else frozenset()


def measured(look_up: LookUp, asked: Sequence[Asked]) -> tuple[Figures, float]:
    """Return the microseconds of each look-up, and the share that names what was meant and nothing else."""
    taken, right = [], 0
    for one in asked:
        start = perf_counter()
        found = look_up(one.said)
        taken.append((perf_counter() - start) * 1e6)
        right += found == one.meant
    return Figures(tuple(taken)), right / len(asked)
