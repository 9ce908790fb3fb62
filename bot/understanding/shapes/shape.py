"""What a shape is, and when it fits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.understanding.queries import MORE_THAN_ONE, Bound, End, Focus, Query
from bot.understanding.slots import Slots
from bot.understanding.spans import Kind, Ref, cue_set

# Cues that may stand in any question without changing what is asked.
NEUTRAL = cue_set("which list about anyone ever hello thanks whether whether-of-place asian championship")
_SINGLE = frozenset({"drivers", "teams", "circuits", "races", "countries", "topics", "makes", "models", "regions"})
_PAIR = 2
_ALSO = {
    "car": {"makes", "brand", "chassis"},
    "race": {"ran", "exist", "sweep"},
    "compare": {"better"},
    "soft": {"modal"},
    "introduced": {"exist"},
    "win": {"victories"},
    "replaced": {"successor", "predecessor"},
    "driver": {"anyone", "crew"},
    "only": {"sole"},
    "direction": {"clockwise", "anticlockwise"},
}


@dataclass(frozen=True, slots=True)
class Shape:
    """Slots and cues that make a query.

    Every slot in `needs` is filled and no other but those in `may`; of each group in `cues` one is said; no cue is
    said that is not `known`. `pair` names the slot that holds two things, where two are compared.
    """

    build: Callable[[Slots], Query]
    needs: frozenset[str]
    may: frozenset[str]
    cues: tuple[frozenset[str], ...]
    pair: str | None
    known: frozenset[str]

    def takes(self, present: frozenset[str]) -> bool:
        """Say whether these slots, and no others, are what this shape is made of."""
        return self.needs <= present <= self.needs | self.may

    def fits(self, cues: frozenset[str], sizes: Mapping[str, int]) -> bool:
        """Say whether every cue, and every one of the things in slots that the shape takes, is accounted for."""
        if not cues <= self.known:
            return False
        if self.pair is None and any(sizes[name] > 1 for name in _SINGLE):
            return False
        if self.pair is not None and sizes[self.pair] != _PAIR:
            return False
        return all(not group.isdisjoint(cues) for group in self.cues)


def shape(  # noqa: PLR0913 -- the columns of a table, all but the first by keyword
    build: Callable[[Slots], Query],
    *,
    needs: str = "",
    may: str = "",
    cues: tuple[str, ...] = (),
    also: str = "",
    pair: str | None = None,
    never: str = "",
) -> Shape:
    """Return a shape; every argument is a list of words, `cues` one list for each group.

    `never` are cues that ask for something else here, though they say one of the others more closely.
    """
    groups = tuple(_widened(frozenset(group.split())) for group in cues)
    known = _widened(NEUTRAL.union(also.split(), *groups)).difference(never.split())
    return Shape(build, frozenset(needs.split()), frozenset(may.split()), groups, pair, known)


def focus_of(slots: Slots, order: Mapping[str, Focus]) -> Focus:
    """Return the focus of the first cue said, in the order of `order`."""
    if not slots.cues:
        return Focus.ALL
    return next((focus for cue, focus in order.items() if cue in slots.cues), Focus.ALL)


def end_of(slots: Slots) -> End | None:
    """Return whether the first or the last is asked for; `how often` asks for all."""
    if slots.cues & {"count", "often"}:
        return None
    return End.FIRST if "first" in slots.cues else End.LAST if "last" in slots.cues else None


def bound_of(slots: Slots) -> Bound | None:
    """Return how many are asked for: by a bound, by `more than one` and its like, or by a number."""
    if slots.bound is not None or "more" in slots.cues:
        return slots.bound or MORE_THAN_ONE
    return Bound(low=slots.amount, exact=True) if slots.amount is not None else None


def _widened(cues: frozenset[str]) -> frozenset[str]:
    """Return `cues` with those that say the same more closely: wherever a win may be spoken of, so may victories."""
    return cues.union(*(also for cue, also in _ALSO.items() if cue in cues))


def place_of(race: str | None) -> str | None:
    """Return the circuit of a race's id: the id of a race said by one edition's name ends in that name."""
    return race.partition(":")[0] if race else None


def edition_of(race: str | None) -> str | None:
    """Return the edition's name in a race's id, such as `6 Hours of Buriram`, or None for the race as a whole."""
    return (race or "").partition(":")[2] or None


def first(*ids: tuple[str, ...]) -> str | None:
    """Return the first id of the first slot that holds one."""
    return next((one[0] for one in ids if one), None)


def named(slots: Slots) -> Ref | None:
    """Return the driver or team that is asked about."""
    if slots.drivers:
        return Ref(Kind.DRIVER, slots.drivers[0])
    return Ref(Kind.TEAM, slots.teams[0]) if slots.teams else None
