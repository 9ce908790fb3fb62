"""What stands before a command, which a server may choose for itself."""

from __future__ import annotations

from typing import Protocol

COMMAND = "/"


class Prefixes(Protocol):
    """Knows the prefix of each server. Asked for every message, so it answers from memory."""

    def prefix_of(self, server: int | None) -> str:
        """Return the prefix of `server`, or of direct messages where that is None."""


class OnePrefix:
    """The same prefix everywhere: that of the operator's settings."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix

    def prefix_of(self, server: int | None) -> str:
        """Return the one prefix."""
        return self._prefix


def without_prefix(line: str, prefix: str) -> str | None:
    """Return what stands behind `prefix` in `line`, or None where it does not begin with it.

    A prefix of letters, such as `alms`, is a word of its own: "almsgiving" does not begin with it.
    """
    if line[: len(prefix)].casefold() != prefix.casefold():
        return None
    rest = line[len(prefix) :]
    return None if prefix[-1:].isalnum() and rest[:1].isalnum() else rest.strip()
