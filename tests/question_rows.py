"""The rows of `tests/questions/` and how a query looks in them.

A row is a list of ways to ask and the whole query they must come to:

    - ask: ["champion LMP2 2019-20", "who won lmp2 in 19/20"]
      query: {Champions: {classes: [lmp2], seasons: ["2019-20"]}}

A field that is left out has its default, so an extra slot fails. Seasons are the ids meant, compared things `kind:id`
or, for seasons, a list of ids. `focus` is the one exception: it is compared only where a row states it, since it
changes what an answer begins with and never what it holds. `guessed: true` says that a misspelt name had to be guessed,
and that the reply therefore says how it was read; without it nothing may have been guessed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from msgspec import NODEFAULT
from msgspec.structs import fields

from bot.understanding.queries import Bound, Focus, Like, Query, Seasons
from bot.understanding.spans import Ref

FOLDER = Path(__file__).with_name("questions")


@dataclass(frozen=True)
class Row:
    """One way to ask and what it must come to."""

    file: str
    ask: str
    name: str
    expected: dict[str, Any]
    guessed: bool

    def __str__(self) -> str:
        return f"{self.file}: {self.ask}"


def rows() -> Iterator[Row]:
    """Yield every ask of every file."""
    for path in sorted(FOLDER.glob("*.yml")):
        for row in yaml.safe_load(path.read_text(encoding="utf-8")):
            assert row.keys() <= {"ask", "query", "guessed"}, f"{path.name}: unknown key in {row}"
            ((name, expected),) = row["query"].items()
            for ask in row["ask"]:
                yield Row(path.stem, ask, name, expected or {}, row.get("guessed", False))


def shown(query: Query, *, focus: bool) -> dict[str, Any]:
    """Return the fields of `query` that differ from their default, as rows write them."""
    found: dict[str, Any] = {}
    for field in fields(query):
        value = getattr(query, field.name)
        if field.name == "focus":
            if focus:
                found["focus"] = str(value)
        elif value != field.default or field.default is NODEFAULT:
            found[field.name] = _plain(value)
    return found


def _plain(value: object) -> object:
    if isinstance(value, Seasons):
        return list(value.ids)
    if isinstance(value, Ref):
        return f"{value.kind}:{value.id}"
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, bool):
        return value
    return str(value) if isinstance(value, Focus | Bound | Like | str) else value
