"""YAML into plain data, safely, and where in the file each part of it stands.

Anchors, aliases, tags, deep nesting and anything that is not clean UTF-8 are refused. Which word stands for what
is decided in `yaml_building.resolve` alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from yaml import events

from bot.knowledge.problems import Key
from bot.knowledge.yaml_building import MOST_VALUES, Builder, Flaw, UnreadableError, build, line_of

# Beyond what YAML forbids: the line breaks of YAML 1.1 that no editor counts, which would shift every line number.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a value stands: the line of its key, and the text of a scalar as it was typed."""

    line: int
    raw: str | None
    parts: Mapping[str | int, Spot]


class Document:
    """The data of one file, lists as tuples, and where each part of it stands.

    Where a key occurs twice the last one counts; `flaws` names it. Positions are worked out only when asked for.
    """

    def __init__(self, content: bytes, most_values: int = MOST_VALUES) -> None:
        self._content = content
        self._most_values = most_values
        builder = Builder(most_values)
        self.data = build(builder, content)
        self.flaws = tuple(builder.flaws)

    @cached_property
    def _root(self) -> Spot:
        root: Spot = build(_Locator(self._most_values), self._content)
        return root

    def spot(self, key: Key) -> Spot:
        """Return where `key` stands, or for a key that is missing where the nearest part around it stands."""
        spot = self._root
        for part in key:
            if part not in spot.parts:
                break
            spot = spot.parts[part]
        return spot


def read_yaml(content: bytes, most_values: int = MOST_VALUES) -> Document:
    """Return the one document in `content`; raise `UnreadableError` where there is no reading it, or too much of it."""
    if content.startswith(b"\xef\xbb\xbf"):
        content = content[3:]
    _refuse_odd_bytes(content)
    return Document(content, most_values)


def _refuse_odd_bytes(content: bytes) -> None:
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UnreadableError(Flaw(line, (), "this is not UTF-8 text; save the file as UTF-8")) from None
    if odd := _CONTROL.search(text):
        line = text.count("\n", 0, odd.start()) + 1
        mark = f"U+{ord(odd.group()):04X}"
        raise UnreadableError(Flaw(line, (), f"the control character {mark} is not allowed; delete it"))


class _Locator(Builder):
    """Builds a tree of spots in the shape of the data; the builder's own rules decide the shape."""

    def __init__(self, most_values: int) -> None:
        super().__init__(most_values)
        self.raw: str | None = None
        self.line = 1
        self.opened: list[int] = []
        self.keys: list[int] = []

    def scalar(self, event: events.ScalarEvent) -> None:
        self.line, self.raw = line_of(event), event.value
        if self.key is None and type(self.box) is dict:
            self.keys.append(self.line)
        super().scalar(event)

    def open(self, event: events.CollectionStartEvent, box: dict[str, Any] | list[Any]) -> None:
        self.opened.append(line_of(event))
        super().open(event, box)

    def close(self, event: events.Event) -> None:
        self.line, self.raw = self.opened.pop(), None
        super().close(event)

    def place(self, value: Any) -> None:
        line = self.keys.pop() if type(self.box) is dict else self.line
        parts: Mapping[str | int, Spot] = {}
        if self.raw is None:
            parts = value if isinstance(value, dict) else dict(enumerate(value))
        super().place(Spot(line, self.raw, parts))
