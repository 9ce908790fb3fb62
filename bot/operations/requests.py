"""The mark of a question: every line that is logged while it is dealt with carries it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from uuid import uuid4

_current: ContextVar[str] = ContextVar("request", default="")
_LONG = 8


def begin() -> None:
    """Give what this task does, and the tasks it starts, a mark of their own."""
    _current.set(uuid4().hex[:_LONG])


def mark() -> str:
    """Return the mark of what is dealt with here, "" where that is nobody's question."""
    return _current.get()


def reference() -> str:
    """Return what people are told to pass on: the mark, or a new one that only this line of the log will have."""
    return mark() or uuid4().hex[:_LONG]


@contextmanager
def begun() -> Iterator[None]:
    """Have a mark inside: the one there is already, or one that ends with the block."""
    if mark():
        yield
        return
    before = _current.set(uuid4().hex[:_LONG])
    try:
        yield
    finally:
        _current.reset(before)
