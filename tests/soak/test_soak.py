"""The short form of `python -m tests.soak`."""

from __future__ import annotations

import pytest

from .report import Report, Sample
from .soaking import Plan, soak

pytestmark = pytest.mark.slow


async def test_nothing_is_lost_doubled_or_leaked() -> None:
    report = await soak(Plan(events=400, trouble_every=30))
    assert report.clean, str(report)
    assert report.troubles.total() >= 10
    assert report.questions + report.troubles.total() == report.events >= 400


def test_a_report_tells_what_is_wrong() -> None:
    def sample(events: int, memory: float, tasks: float = 10) -> Sample:
        return Sample(events, memory, tasks, 20)

    flat = Report(events=100, samples=[sample(0, 1e6), sample(50, 2e6), sample(75, 2e6), sample(100, 2e6)])
    assert flat.clean
    assert flat.growth == 0
    growing = Report(events=100, samples=[sample(0, 1e6), sample(50, 2e6), sample(100, 3e6)])
    assert growing.growth == pytest.approx(20_000)
    assert "+20000 bytes an event" in str(growing)
    assert Report(samples=[sample(0, 1), sample(9, 1, tasks=99)]).leaked
    assert not Report(lost=["a"], samples=[sample(0, 1)]).clean
