"""The short form of `python -m tests.fuzz`, and that it would find something."""

from __future__ import annotations

from random import Random

import pytest

from .mutating import anything, spoiled, spoiled_bytes
from .running import run
from .targets import Targets


@pytest.mark.slow
def test_no_odd_input_raises_what_nobody_knows() -> None:
    ran = run(seed=2026, inputs=2_000)
    assert ran.failures == []
    assert ran.inputs.total() == 2_000
    assert len(ran.inputs) == 7


def test_a_fault_is_found_and_told_with_its_input(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(self: Targets, text: str) -> None:
        raise ValueError("broken")

    monkeypatch.setattr(Targets, "_find", broken)
    ran = run(seed=1, inputs=7)
    (failure,) = ran.failures
    assert failure.startswith("the spelling of a season: ")
    assert failure.rstrip().endswith("ValueError: broken")


def test_input_is_odd_different_and_the_same_again() -> None:
    for make in (
        anything,
        lambda dice: spoiled(("who won LMP2",), dice),
        lambda dice: spoiled_bytes(("a: [b]",), dice),
    ):
        made = [make(Random(seed)) for seed in range(300)]
        assert len(set(made)) > 150
        assert made == [make(Random(seed)) for seed in range(300)]
