"""What a shape takes, its query holds: a slot that were dropped would be a word that nobody answers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product

import pytest

from bot.understanding.queries import Bound, By, Counted, Query, Seasons
from bot.understanding.shapes import SHAPES, Shape
from bot.understanding.slots import NAMED, Pair, Slots

_SEASONS = Seasons(("2013",), "2013"), Seasons(("2014",), "2014")
_VALUES: dict[str, tuple[object, object]] = {
    **{name: ((f"{name}-1",), (f"{name}-2",)) for name in NAMED},
    "seasons": _SEASONS,
    "number": (2, 3),
    "amount": (4, 5),
    "bound": (Bound(6), Bound(7)),
    "opened": (Bound(1990), Bound(1991)),
    "hours": (8, 9),
    "month": (10, 11),
    "day": (12, 13),
}
_MOST_WAYS = 300
# Slots that a builder rightly leaves alone, by its name, with the reason.
ALLOWED = {
    "written": {
        "countries": "there is one native way to write a name",
        "places": "there is one native way to write a name",
    },
    "nation_of_driver": {"countries": "the answer says where somebody is from, be it there or not"},
    "nation_of_team": {"countries": "the answer says where a team is from, be it there or not"},
    "team": {"makes": "the answer says which cars a team had", "models": "the answer says which cars a team had"},
    "whereabouts": {
        "countries": "the answer says where the circuit is, be it there or not",
        "places": "the answer says where the circuit is, be it there or not",
    },
    "circuits": {"circuits": "the answer says which circuit it is, be it that one or not"},
    "so_many": {"amount": "the answer says how many races there were, be it so many or not"},
    "race_class": {"seasons": "what a class took over from, and became, is told with its seasons"},
}


def ways(shape: Shape) -> Iterator[Slots]:
    """Yield the slots that just fit `shape`, once for each way to say one cue of each of its groups."""
    filled = {name: _VALUES[name][0] for name in shape.needs}
    if shape.pair == "several":
        filled |= {"several": _SEASONS}
    elif shape.pair is not None:
        filled[shape.pair] = tuple(one for value in _VALUES[shape.pair] for one in value)  # type: ignore[attr-defined]
    for cues in islice(product(*map(sorted, shape.cues)), _MOST_WAYS):
        yield Slots(frozenset(cues), pair=Pair(By.DRIVER, By.TEAM), lacking=Counted.TITLES)._replace(**filled)  # type: ignore[arg-type]


def dropped(shape: Shape) -> dict[str, frozenset[str]]:
    """Return the slots that make no difference to the query of `shape`, with cues by which they make none."""
    found: dict[str, frozenset[str]] = {}
    for slots in ways(shape):
        for name in sorted(shape.needs | shape.may):
            if name in found or name == shape.pair or (shape.pair == "several" and name == "seasons"):
                continue
            queries: list[Query] = [shape.build(slots._replace(**{name: value})) for value in _VALUES[name]]  # type: ignore[arg-type]
            if queries[0] == queries[1]:
                found[name] = slots.cues
    return found


@pytest.mark.parametrize("rank", range(len(SHAPES)))
def test_every_slot_makes_a_difference(rank: int) -> None:
    shape = SHAPES[rank]
    allowed = ALLOWED.get(getattr(shape.build, "__name__", ""), {})
    assert {name: sorted(cues) for name, cues in dropped(shape).items() if name not in allowed} == {}


def test_every_exception_is_one() -> None:
    found = {(getattr(shape.build, "__name__", ""), name) for shape in SHAPES for name in dropped(shape)}
    assert found == {(build, name) for build, slots in ALLOWED.items() for name in slots}
