"""What is no question on facts."""

from __future__ import annotations

from dataclasses import dataclass

from bot.understanding.queries.base import Query


@dataclass(frozen=True, slots=True)
class Help(Query):
    """What can be asked; `command` for one command."""

    command: str | None = None


@dataclass(frozen=True, slots=True)
class Courtesy(Query):
    """A greeting or thanks; `kind` is `hello` or `thanks`."""

    kind: str
