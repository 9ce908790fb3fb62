"""Questions and how they are put: phrasings filled in, written as people type, chosen evenly."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from .facts import Facts, label, span
from .judging import Expected

_SEED = 20090
_SHORT = {"circuits": 1}


@dataclass(frozen=True, slots=True)
class Question:
    """One question and what its answer must say."""

    asked: str
    expected: Expected


Family = Callable[[Facts], Iterator[Question]]


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time as it is said, and the seasons it holds."""

    said: str
    seasons: tuple[str, ...]


def put(phrasings: str, expected: Expected, **parts: str) -> Iterator[Question]:
    """Yield each of `phrasings`, one a line, with its gaps filled; a gap may be filled with nothing."""
    for phrasing in phrasings.strip().splitlines():
        yield Question(" ".join(phrasing.format(**parts).split()).replace(" ?", "?"), expected)


def chosen(families: Sequence[Family], facts: Facts, number: int) -> list[Question]:
    """Return `number` questions, evenly from all families as far as each has some; always the same ones."""
    columns = []
    for family in families:
        asked = {one.asked: one for one in family(facts)}
        found = [asked[one] for one in sorted(asked)]
        random.Random(f"{_SEED} {family.__name__}").shuffle(found)
        columns.append(found)
    mixed = [one for row in zip_longest(*columns) for one in row if one is not None]
    return [_typed(one, place) for place, one in enumerate(mixed[:number])]


def _typed(one: Question, place: int) -> Question:
    """Return the question as one of four people would type it: with care, without the mark, in small letters."""
    asked = one.asked.rstrip("?") if place % 4 in (1, 2) else one.asked
    return replace(one, asked=asked.lower() if place % 4 in (2, 3) else asked)


def called(facts: Facts, pool: str, one: str) -> str:
    """Return what people call `one`: a circuit by its place, a nation with its article, all else by its name."""
    names = facts.names[pool][one]
    name = names[min(_SHORT.get(pool, 0), len(names) - 1)]
    return f"the {name}" if name.startswith(("United ", "Netherlands", "Philippines")) else name


def where(facts: Facts, place: tuple[str, str]) -> str:
    """Return a circuit or country as it stands in a question: `at Sepang`, `in Japan`."""
    return f"{'at' if place[0] == 'circuits' else 'in'} {called(facts, *place)}"


def periods(facts: Facts) -> list[Period]:
    """Return stretches of time that hold a season at least, and not all.

    `since` and `after` count seasons by their first year, `before` and `until` by their last; a stretch between two
    years holds the seasons that lie within it.
    """
    years = range(2013, 2026)
    found = []
    for year in years:
        found += [
            _period(facts, f"since {year}", year, 9999),
            _period(facts, f"after {year}", year + 1, 9999),
            _period(facts, f"before {year}", 0, year - 1),
            _period(facts, f"until {year}", 0, year),
        ]
        for last in range(year + 2, 2027, 3):
            found += [_period(facts, form.format(year, last), year, last) for form in _STRETCHES]
    return [one for one in found if 0 < len(one.seasons) < len(facts.seasons)]


_STRETCHES = ("between {} and {}", "from {} to {}")


def _period(facts: Facts, said: str, first: int, last: int) -> Period:
    return Period(said, tuple(one for one in facts.seasons if first <= span(one)[0] and span(one)[1] <= last))


def dated_periods(facts: Facts) -> list[Period]:
    """Return those periods that hold the same races whether seasons or dates are compared."""

    def agrees(period: Period) -> bool:
        word, year = period.said.split()[0], int(period.said.split()[1])
        if word not in ("since", "before"):
            return False
        dated = [one for one in facts.races if (one.date.year >= year) is (word == "since")]
        return {one.name + one.season for one in dated} == {
            one.name + one.season for one in facts.races if one.season in period.seasons
        }

    return [one for one in periods(facts) if agrees(one)]


def seasons_named(facts: Facts) -> list[Period]:
    """Return what names seasons by itself: each season, and each year that no season has for its name."""
    named = [Period(f"in {said}", (one,)) for one in facts.seasons for said in dict.fromkeys((one, label(one)))]
    years = {year for one in facts.seasons for year in span(one)} - {
        int(one) for one in facts.seasons if "-" not in one
    }
    spanning = [
        Period(f"in {year}", tuple(one for one in facts.seasons if year in span(one))) for year in sorted(years)
    ]
    return [*named, *spanning]
