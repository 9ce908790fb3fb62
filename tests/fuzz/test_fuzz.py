"""The short form of `python -m tests.fuzz`, and that it would find something."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
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


def test_any_bytes_are_input_for_some_target(monkeypatch: pytest.MonkeyPatch) -> None:
    targets = Targets()
    fed: list[tuple[str, object]] = []
    watched = [replace(one, feed=lambda given, name=one.name: fed.append((name, given))) for one in targets.all]
    monkeypatch.setattr(targets, "all", tuple(watched))
    seeds = list(targets.seeds())
    for given in (*seeds, b"", *(bytes([number]) for number in range(256)), b"\x00\xff\xfe"):
        targets.feed(given)
    told = Counter(name for name, _ in fed[: len(seeds)])
    assert told == Counter({one.name: len(one.seeds) for one in watched})
    assert fed[-1] == (watched[0].name, "\udcff\udcfe")
    targets.folder.cleanup()


def test_input_is_odd_different_and_the_same_again() -> None:
    for make in (
        anything,
        lambda dice: spoiled(("who won LMP2",), dice),
        lambda dice: spoiled_bytes(("a: [b]",), dice),
    ):
        made = [make(Random(seed)) for seed in range(300)]
        assert len(set(made)) > 150
        assert made == [make(Random(seed)) for seed in range(300)]
