"""What became of a soak."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from statistics import linear_regression

# Connections that are kept open for the next request come and go by a few.
SPARE_FILES, SPARE_TASKS = 12, 8


@dataclass(frozen=True)
class Sample:
    """How much the bot held after so many events."""

    events: int
    memory: float
    tasks: float
    files: float


@dataclass
class Report:
    """Counted while it runs; complete at its end."""

    events: int = 0
    seconds: float = 0.0
    questions: int = 0
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    troubles: Counter[str] = field(default_factory=Counter)
    samples: list[Sample] = field(default_factory=list)
    errors: float = 0.0

    @property
    def growth(self) -> float:
        """Bytes for each event over the second half: by then what is kept in memory has its full size."""
        half = [sample for sample in self.samples if sample.events >= self.events / 2]
        if len({sample.events for sample in half}) < 2:
            return 0.0
        return linear_regression([one.events for one in half], [one.memory for one in half]).slope

    @property
    def leaked(self) -> bool:
        """True where it holds more tasks or files at rest than it held at first."""
        first, last = self.samples[0], self.samples[-1]
        return last.tasks > first.tasks + SPARE_TASKS or last.files > first.files + SPARE_FILES

    @property
    def clean(self) -> bool:
        """True where nothing was lost, doubled, leaked or logged as an error."""
        return not (self.lost or self.doubled or self.leaked or self.errors)

    def __str__(self) -> str:
        first, last = self.samples[0], self.samples[-1]
        troubles = ", ".join(f"{count} {name}" for name, count in sorted(self.troubles.items()))
        return "\n".join(
            [
                f"{self.events:,} events in {self.seconds:,.0f} s, {self.questions:,} questions: "
                f"{len(self.lost)} lost, {len(self.doubled)} answered twice, {self.errors:.0f} errors in the log.",
                f"Trouble: {troubles or 'none'}.",
                f"Memory: {first.memory / 2**20:.0f} MiB at first, {last.memory / 2**20:.0f} MiB at the end; "
                f"{self.growth:+.0f} bytes an event in the second half.",
                f"Tasks: {first.tasks:.0f}, then {last.tasks:.0f}. Files and sockets: {first.files:.0f}, "
                f"then {last.files:.0f}.",
                *[f"Lost: {line}" for line in self.lost[:10]],
                *[f"Twice: {line}" for line in self.doubled[:10]],
            ]
        )
