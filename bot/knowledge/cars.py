"""Names of cars: which parts of them people call a car by, and which cars a part names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from bot.text.fold import words

_WORD = re.compile(r"[^\s()-]+")
_ENGINE = re.compile(r"-([A-Z][a-z]+)$")
_SHORTEST = 5
_DIGITS = 3


def models_in(car: str, plain: Collection[str]) -> Iterator[str]:
    """Yield the parts of a car's name that tell its model: `GB08` and `Wolf GB08`, never `plain` words alone."""
    engine = _ENGINE.search(car)
    said = _WORD.findall(car[: engine.start()] if engine else car)
    for start in range(len(said)):
        for end in range(start + 1, len(said) + 1):
            window = said[start:end]
            telling = [word for one in window for word in words(one) if word not in plain]
            if telling and (len(window) > 1 or _stands_alone(telling[0])):
                yield " ".join(window)


def _stands_alone(word: str) -> bool:
    if word.isdecimal():
        return len(word) >= _DIGITS
    return len(word) >= _SHORTEST or any(mark.isdecimal() for mark in word)


@lru_cache(maxsize=1024)
def is_model(car: str, model: str) -> bool:
    """Say whether `model` is a part of the name of `car`, whole words only."""
    name, part = words(car), words(model)
    return any(name[start : start + len(part)] == part for start in range(len(name) - len(part) + 1))
