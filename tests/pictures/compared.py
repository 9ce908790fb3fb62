"""Whatever can be compared, in pairs: each thing once on the left and once on the right, and the pairs that strain."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations

import shipped

Pair = tuple[str, str]
LONGEST = 6
MOST = "Japan"


def ring(names: Sequence[str]) -> Iterator[Pair]:
    """Yield each with the next, the last with the first."""
    yield from zip(names, [*names[1:], *names[:1]], strict=True)


def both_ways(names: Iterable[str]) -> Iterator[Pair]:
    """Yield every two of `names`, in either order."""
    for one, other in combinations(names, 2):
        yield from ((one, other), (other, one))


def _sized(ids: Iterable[str], figures: Callable[[str], tuple[int, ...]], name: Callable[[str], str]) -> Iterator[Pair]:
    """Yield one of every size of figures beside one of the next, and on either side of one with the most."""
    sizes = {figures(one): name(one) for one in ids}
    names = [sizes[size] for size in sorted(sizes)]
    yield from ring(names)
    yield from (pair for one in names[:-1] for pair in ((one, names[-1]), (names[-1], one)))


@cache
def drivers() -> tuple[Pair, ...]:
    knowledge = shipped.knowledge()
    names = [one.name for one in knowledge.drivers.values()]
    won, titled = knowledge.wins_of_driver, knowledge.titles_of_driver

    def figures(one: str) -> tuple[int, ...]:
        wins = won.get(one, ())
        return len(titled.get(one, ())), len(wins), sum(win.win.overall for win in wins)

    sized = _sized(knowledge.drivers, figures, lambda one: knowledge.drivers[one].name)
    return tuple(dict.fromkeys((*ring(names), *both_ways(sorted(names, key=len)[-LONGEST:]), *sized)))


@cache
def teams() -> tuple[Pair, ...]:
    knowledge = shipped.knowledge()
    names = [one.name for one in knowledge.teams.values()]
    won, titled = knowledge.wins_of_team, knowledge.titles_of_team

    def figures(one: str) -> tuple[int, ...]:
        return len(titled.get(one, ())), len(won.get(one, ()))

    sized = _sized(knowledge.teams, figures, lambda one: knowledge.teams[one].name)
    return tuple(dict.fromkeys((*ring(names), *both_ways(sorted(names, key=len)[-LONGEST:]), *sized)))


@cache
def circuits() -> tuple[Pair, ...]:
    names = [one.name for one in shipped.knowledge().circuits.values()]
    return tuple(dict.fromkeys((*combinations(names, 2), *ring(names))))


@cache
def classes() -> tuple[Pair, ...]:
    """Each with the next, those of which one took the place of the other, and what never ran beside what always did."""
    knowledge = shipped.knowledge()
    names = {one.id: one.name for one in knowledge.classes.values()}
    replaced = [(names[old], names[new]) for old, found in knowledge.replacements_of.items() for new in found]
    ran = sorted(names, key=lambda one: len(knowledge.seasons_of_class.get(one, ())))
    extremes = both_ways(names[one] for one in (*ran[:2], *ran[-2:]))
    return tuple(dict.fromkeys((*ring(list(names.values())), *replaced, *[(b, a) for a, b in replaced], *extremes)))


@cache
def seasons() -> tuple[Pair, ...]:
    """Each with the next, and on either side of the one that is only announced."""
    names = list(shipped.knowledge().seasons)
    ahead = [pair for name in names[:-1] for pair in ((name, names[-1]), (names[-1], name))]
    return tuple(dict.fromkeys((*ring(names), *ahead)))


@cache
def nations() -> tuple[Pair, ...]:
    """Every country the facts know on either side of one with titles and races: many have nothing to show alone."""
    names = [one.name for one in shipped.knowledge().countries.values() if one.name != MOST]
    return tuple(pair for name in names for pair in ((name, MOST), (MOST, name)))


KINDS: dict[str, Callable[[], tuple[Pair, ...]]] = {
    "drivers": drivers,
    "teams": teams,
    "circuits": circuits,
    "classes": classes,
    "seasons": seasons,
    "nations": nations,
}


def question(pair: Pair) -> str:
    return f"!chart compare {pair[0]} and {pair[1]}"
