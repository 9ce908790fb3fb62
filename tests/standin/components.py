"""What people can press and choose in a message, and what they can fill in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from standin.interactions import Interaction
    from standin.world import Message

ROW, BUTTON, STRING_SELECT, TEXT_INPUT, USER_SELECT, LABEL = 1, 2, 3, 4, 5, 18
SELECTS = {STRING_SELECT, USER_SELECT, 6, 7, 8}


@dataclass(frozen=True)
class Button:
    """A button under `message`; one with a `url` leads away and tells the bot nothing."""

    message: Message
    label: str | None
    emoji: str | None
    custom_id: str | None
    url: str | None
    disabled: bool


@dataclass(frozen=True)
class Select:
    """A menu under `message`; `options` are (label, value), none where Discord itself offers users or channels."""

    message: Message
    kind: int
    custom_id: str
    options: tuple[tuple[str, str], ...]
    at_least: int
    at_most: int
    disabled: bool

    def value_of(self, chosen: str) -> str:
        """Return the value of the option that people see or that the bot names as `chosen`."""
        for label, value in self.options:
            if chosen in (label, value):
                return value
        raise AssertionError(f"the menu has no {chosen!r}, only {[label for label, _ in self.options]}")


@dataclass(frozen=True)
class Modal:
    """A form that the bot showed in answer to `shown_by`."""

    shown_by: Interaction
    title: str
    custom_id: str
    components: tuple[dict[str, Any], ...]

    @property
    def labels(self) -> list[str]:
        """What stands beside the fields, from top to bottom."""
        return [label for label, _ in fields(self.components)]


def parts(message: Message) -> Iterator[dict[str, Any]]:
    """Walk the components of the rows of `message`."""
    for row in message.components:
        yield from row.get("components", [])


def buttons(message: Message) -> list[Button]:
    """Return the buttons under `message`."""
    return [
        Button(
            message=message,
            label=part.get("label"),
            emoji=(part.get("emoji") or {}).get("name"),
            custom_id=part.get("custom_id"),
            url=part.get("url"),
            disabled=part.get("disabled", False),
        )
        for part in parts(message)
        if part["type"] == BUTTON
    ]


def selects(message: Message) -> list[Select]:
    """Return the menus under `message`."""
    return [
        Select(
            message=message,
            kind=part["type"],
            custom_id=part["custom_id"],
            options=tuple((option["label"], option["value"]) for option in part.get("options", [])),
            at_least=part.get("min_values", 1),
            at_most=part.get("max_values", 1),
            disabled=part.get("disabled", False),
        )
        for part in parts(message)
        if part["type"] in SELECTS
    ]


def fields(components: tuple[dict[str, Any], ...]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Walk the fields of a form, each with the text beside it, in a row or under a label."""
    for part in components:
        if part["type"] == LABEL:
            yield part["label"], part["component"]
        else:
            for field in part["components"]:
                yield field.get("label", ""), field
