"""The mark of a question: every line that is logged while it is dealt with carries it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from random import getrandbits

_current: ContextVar[str] = ContextVar("request", default="")


def begin() -> None:
    """Give what this task does, and the tasks it starts, a mark of their own."""
    _current.set(_new())


def mark() -> str:
    """Return the mark of what is dealt with here, "" where that is nobody's question."""
    return _current.get()


def reference() -> str:
    """Return what people are told to pass on: the mark, or a new one that only this line of the log will have."""
    return mark() or _new()


@contextmanager
def begun() -> Iterator[None]:
    """Have a mark inside: the one there is already, or one that ends with the block."""
    if mark():
        yield
        return
    before = _current.set(_new())
    try:
        yield
    finally:
        _current.reset(before)


def _new() -> str:
    # A mark is no secret, and each question has one: the system is not asked for chance every time.
    return f"{getrandbits(32):08x}"
