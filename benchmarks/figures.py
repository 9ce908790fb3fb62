"""Figures of a measurement and the table they are printed in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

_HUNDREDTHS = 100


@dataclass(frozen=True)
class Figures:
    """What was measured, in one unit; all that is told is worked out from it."""

    values: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle value."""
        return median(self.values)

    def share(self, percent: int) -> float:
        """Return the value that `percent` of all stay below: `share(99)` is the tail."""
        if len(self.values) == 1:
            return self.values[0]
        return quantiles(self.values, n=_HUNDREDTHS, method="inclusive")[percent - 1]

    def scaled(self, factor: float) -> Figures:
        """Return the same figures in another unit."""
        return Figures(tuple(value * factor for value in self.values))

    def __str__(self) -> str:
        return f"{self.median:.4g} ({self.share(25):.4g} to {self.share(75):.4g})"


@dataclass(frozen=True)
class Row:
    """One line of the table. `holds` is None where nothing was promised."""

    what: str
    measured: str
    promised: str = ""
    holds: bool | None = None


def table(rows: Sequence[Row]) -> str:
    """Return the rows under one another, in columns."""
    lines: list[tuple[str, ...]] = [("what", "measured", "promised", "holds")]
    lines += [(row.what, row.measured, row.promised, _word(row.holds)) for row in rows]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    lines.insert(1, tuple("-" * width for width in widths))
    return "\n".join(_line(cells, widths) for cells in lines)


def _line(cells: Iterable[str], widths: Iterable[int]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()


def _word(holds: bool | None) -> str:
    return {None: "", True: "yes", False: "NO"}[holds]
