"""Running inputs one after the other and keeping what went wrong."""

from __future__ import annotations

import traceback
from collections import Counter
from dataclasses import dataclass, field
from random import Random

from .targets import Targets

SHOWN = 20


@dataclass
class Ran:
    """How many inputs each target got, and each that failed as a text with its traceback."""

    inputs: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)


def run(seed: int, inputs: int) -> Ran:
    """Give `inputs` inputs to the targets; the same seed makes the same ones."""
    dice, targets, ran = Random(seed), Targets(), Ran()
    shares = [target.share for target in targets.all]
    for number in range(inputs):
        # Each of them at least once, also in a short run.
        target = targets.all[number] if number < len(shares) else dice.choices(targets.all, shares)[0]
        given = target.make(dice)
        ran.inputs[target.name] += 1
        try:
            target.feed(given)
        except Exception:
            ran.failures.append(f"{target.name}: {given!r}\n{traceback.format_exc()}")
    targets.folder.cleanup()
    return ran
