"""What is worked out once for a `Knowledge` and kept, and letting all of it go when another takes its place."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

Worked = TypeVar("Worked", bound=Callable[..., object])

_LET_GO: list[Callable[[], None]] = []


def kept(most: int) -> Callable[[Worked], Worked]:
    """Keep the latest `most` results of a function whose first argument is a `Knowledge`, or belongs to one."""

    def keeping(function: Worked) -> Worked:
        remembering = lru_cache(maxsize=most)(function)
        _LET_GO.append(remembering.cache_clear)
        return remembering  # type: ignore[return-value]

    return keeping


def let_go() -> None:
    """Forget every result: they hold the knowledge they are of in memory, also one that nobody asks any more."""
    for forget in _LET_GO:
        forget()
