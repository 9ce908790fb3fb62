"""Where the labels of a map go: near their points, over nothing that is there already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin

Point = tuple[float, float]

_DISTANCES = (16.0, 28.0, 44.0, 64.0, 90.0, 120.0, 155.0, 200.0)
_DIRECTIONS = 16
_AIR = 5.0
_STEPS = 12
_TRIES = 20
_ROUNDS = 1


@dataclass(frozen=True, slots=True)
class Block:
    """A rectangle on the sheet."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Block) -> bool:
        """Say whether the two share any of the sheet, a little air around them included."""
        return (
            self.left - _AIR < other.right
            and other.left - _AIR < self.right
            and self.top - _AIR < other.bottom
            and other.top - _AIR < self.bottom
        )

    def inside(self, frame: Block) -> bool:
        """Say whether all of it is in `frame`."""
        return (
            frame.left + _AIR <= self.left
            and self.right <= frame.right - _AIR
            and frame.top + _AIR <= self.top
            and self.bottom <= frame.bottom - _AIR
        )

    def nearest(self, point: Point) -> Point:
        """Return the point of it that is nearest to `point`."""
        x, y = point
        return min(max(x, self.left), self.right), min(max(y, self.top), self.bottom)

    def away(self, point: Point) -> float:
        """Return how far it is from `point`."""
        (x, y), (a, b) = point, self.nearest(point)
        return hypot(x - a, y - b)


def placed(points: Sequence[Point], sizes: Sequence[Point], radius: float, frame: Block) -> list[Block | None]:
    """Return a block for the label of each point; None where there is no room for it.

    The most crowded goes first, then those that found no room. At last each in turn is let go first, and that is kept
    where all come nearer to their points.
    """
    dots = [Block(x - radius, y - radius, x + radius, y + radius) for x, y in points]
    choices = [list(_candidates(point, size, radius, frame)) for point, size in zip(points, sizes, strict=True)]
    order = sorted(range(len(points)), key=lambda at: _room(points, at))
    best = _in_order(order, points, choices, dots)
    for _ in range(_TRIES):
        found = _in_order(order, points, choices, dots)
        if _cost(points, found) < _cost(points, best):
            best = found
        missing = [one for one in order if found[one] is None]
        if not missing:
            break
        order = missing + [one for one in order if one not in missing]
    for one in tuple(order) * _ROUNDS:
        other = [one, *[at for at in order if at != one]]
        found = _in_order(other, points, choices, dots)
        if _cost(points, found) < _cost(points, best):
            order, best = other, found
    return best


def _cost(points: Sequence[Point], blocks: Sequence[Block | None]) -> tuple[int, float]:
    """Return how many labels have no place, and how far the others are from their points; far ones weigh more."""
    away = [block.away(point) for point, block in zip(points, blocks, strict=True) if block is not None]
    return len(points) - len(away), sum(one * one for one in away)


def _in_order(
    order: Sequence[int], points: Sequence[Point], choices: Sequence[Sequence[Block]], dots: Sequence[Block]
) -> list[Block | None]:
    taken: list[Block] = []
    found: list[Block | None] = [None] * len(points)
    for one in order:
        others = [*dots[:one], *dots[one + 1 :], *taken]
        found[one] = block = next((block for block in choices[one] if _is_free(block, points[one], others)), None)
        if block is not None:
            taken += [block, *_leader(points[one], block)]
    return found


def _room(points: Sequence[Point], at: int) -> float:
    x, y = points[at]
    return min((hypot(x - a, y - b) for other, (a, b) in enumerate(points) if other != at), default=0)


def _candidates(point: Point, size: Point, radius: float, frame: Block) -> Iterator[Block]:
    """Yield blocks around `point` and beside its dot, the near before the far, to the sides before above and below."""
    (x, y), (wide, high) = point, size
    angles = sorted((2 * pi * step / _DIRECTIONS for step in range(_DIRECTIONS)), key=lambda angle: abs(sin(angle)))
    for distance in _DISTANCES:
        for angle in angles:
            across, down = cos(angle), sin(angle)
            cx, cy = x + across * (distance + wide / 2), y + down * (distance + high / 2)
            block = Block(cx - wide / 2, cy - high / 2, cx + wide / 2, cy + high / 2)
            if block.inside(frame) and block.away(point) >= radius + 1:
                yield block


def _is_free(block: Block, point: Point, taken: Sequence[Block]) -> bool:
    return not any(block.overlaps(other) for other in taken) and not any(
        spot.overlaps(other) for spot in _leader(point, block)[2:] for other in taken
    )


def _leader(point: Point, block: Block) -> list[Block]:
    """Return the line from `point` to its label as small blocks, so that no label is laid over it."""
    (x, y), (a, b) = point, block.nearest(point)
    spots: Iterable[float] = (step / _STEPS for step in range(1, _STEPS))
    return [Block(x + (a - x) * s, y + (b - y) * s, x + (a - x) * s, y + (b - y) * s) for s in spots]
