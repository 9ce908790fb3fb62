"""What is no question on facts."""

from __future__ import annotations

from bot.understanding.queries.base import Query


class Help(Query, frozen=True):
    """What can be asked; `command` for one command."""

    command: str | None = None


class Courtesy(Query, frozen=True):
    """A greeting or thanks; `kind` is `hello` or `thanks`."""

    kind: str
