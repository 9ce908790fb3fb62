"""From the C parser's events to plain data: our own small builder, and one rule set for plain words.

Text stays what was typed. Only `true`, `false`, `null`, `~`, nothing at all, whole numbers without leading zeros
and decimals are anything but text, so `NO` is a country, `010` a car number and `2019-10-31` ten characters.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NoReturn

from yaml import CSafeLoader, MarkedYAMLError, YAMLError, events

from bot.knowledge.problems import MOST_PROBLEMS, Key, quoted
from bot.knowledge.yaml_wording import plain_words

DEEPEST = 20
MOST_VALUES = 12_000

Scalar = str | int | float | bool | None

# The digits are bounded so that no number overflows; a longer one is text, and the models then refuse it.
_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,14})\.[0-9]{1,15}")
_WORDS: dict[str, Scalar] = {"true": True, "false": False, "null": None, "~": None, "": None}
_NUMBER_STARTS = frozenset("-0123456789")
CONTROL_IN_VALUE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]")


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something in the text of one file that is not allowed."""

    line: int
    key: Key
    text: str


class UnreadableError(Exception):
    """A file nothing can be read from; `flaw` says why."""

    def __init__(self, flaw: Flaw) -> None:
        super().__init__(flaw.text)
        self.flaw = flaw


def resolve(text: str) -> Scalar:
    """Return what a plain, unquoted scalar stands for; the only place that decides it."""
    if text[:1] not in _NUMBER_STARTS:
        return _WORDS.get(text, text)
    if _WHOLE.fullmatch(text):
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) else text


def build(builder: Builder, content: bytes) -> Any:
    """Feed the events of `content` to `builder` and return what it made of them."""
    loader: Any = CSafeLoader(content)
    handlers = builder.handlers()
    next_event = loader.get_event
    try:
        while (event := next_event()) is not None:
            handlers[type(event)](event)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise UnreadableError(Flaw(mark.line + 1 if mark else 1, (), plain_words(error))) from None
    except YAMLError:
        raise UnreadableError(Flaw(1, (), "this is not readable as YAML")) from None
    return builder.result()


def line_of(event: events.Event) -> int:
    """Return the line `event` starts on, counted from 1."""
    return event.start_mark.line + 1 if event.start_mark else 1


class Builder:
    """Builds the data from events without recursion, so no nesting can exhaust the stack."""

    def __init__(self, most_values: int = MOST_VALUES) -> None:
        self.most_values = most_values
        self.flaws: list[Flaw] = []
        self.count = 0
        self.box: dict[str, Any] | list[Any] = []
        self.key: str | None = None
        self.around: list[tuple[dict[str, Any] | list[Any], str | None]] = []

    def handlers(self) -> dict[type[events.Event], Callable[[Any], None]]:
        """Return what to do for each type of event."""
        return {
            events.ScalarEvent: self.scalar,
            events.MappingStartEvent: self.open_mapping,
            events.SequenceStartEvent: self.open_list,
            events.MappingEndEvent: self.close,
            events.SequenceEndEvent: self.close,
            events.AliasEvent: self.refuse_alias,
            events.DocumentStartEvent: self.start,
            events.DocumentEndEvent: self.ignore,
            events.StreamStartEvent: self.ignore,
            events.StreamEndEvent: self.ignore,
        }

    def result(self) -> Any:
        """Return the data of the only document."""
        assert isinstance(self.box, list)
        if self.box in ([], [None]):
            raise UnreadableError(Flaw(1, (), "the file is empty"))
        return self.box[0]

    def ignore(self, event: events.Event) -> None:
        """Take note of nothing: the event carries no data."""

    def start(self, event: events.Event) -> None:
        """Let only one document begin."""
        if self.box:
            self.refuse(event, "a second document starts here; keep one a file, without ---")

    def scalar(self, event: events.ScalarEvent) -> None:
        """Take a key or a value."""
        if self.count > self.most_values:
            self.refuse(event, f"the file holds more than {self.most_values:,} values; split it")
        if event.tag is not None or event.anchor is not None:
            self.refuse_marks(event)
        text = event.value
        if not text.isprintable() and CONTROL_IN_VALUE.search(text):
            self.refuse(event, "an escape here stands for a control character; leave it out")
        plain = not event.style
        if self.key is None and type(self.box) is dict:
            if text in self.box or (plain and resolve(text) is not text):
                self.question_key(event)
            self.key = text
        else:
            self.place(resolve(text) if plain else text)

    def question_key(self, event: events.ScalarEvent) -> None:
        """Say what is wrong with a key."""
        text = event.value
        if not event.style and not isinstance(resolve(text), str):
            said = f"write it in quotes: {quoted(text)}" if text else "there is none before the colon"
            self.flaws.append(Flaw(line_of(event), (*self.path(), text), f"a key must be text; {said}"))
        elif text in self.box:
            self.flaws.append(Flaw(line_of(event), (*self.path(), text), "this key is there twice"))
        if len(self.flaws) > MOST_PROBLEMS:
            self.refuse(event, "too many keys are there twice or are not text")

    def place(self, value: Any) -> None:
        """Put a finished value where it belongs."""
        self.count += 1
        box = self.box
        if type(box) is list:
            box.append(value)
        else:
            box[self.key] = value  # type: ignore[index, call-overload]  # the other kind of box, and its key is known
            self.key = None

    def open_mapping(self, event: events.MappingStartEvent) -> None:
        """Begin a mapping."""
        self.open(event, {})

    def open_list(self, event: events.SequenceStartEvent) -> None:
        """Begin a list."""
        self.open(event, [])

    def open(self, event: events.CollectionStartEvent, box: dict[str, Any] | list[Any]) -> None:
        """Begin a box inside the present one."""
        if event.tag is not None or event.anchor is not None:
            self.refuse_marks(event)
        if self.count > self.most_values:
            self.refuse(event, f"the file holds more than {self.most_values:,} values; split it")
        if self.key is None and type(self.box) is dict:
            self.refuse(event, "a key must be text, not a list or a mapping; quote it")
        if len(self.around) >= DEEPEST:
            self.refuse(event, f"this is nested more than {DEEPEST} levels deep")
        self.around.append((self.box, self.key))
        self.box, self.key = box, None

    def close(self, event: events.Event) -> None:
        """Finish the present box and put it into the one around it."""
        done = self.box
        self.box, self.key = self.around.pop()
        self.place(tuple(done) if type(done) is list else done)

    def path(self) -> Key:
        """Return the key of what is being read, or of the mapping around it while no key was read."""
        steps = [*self.around, (self.box, self.key)][1:]
        parts = (len(box) if isinstance(box, list) else key for box, key in steps)
        return tuple(part for part in parts if part is not None)

    def refuse_alias(self, event: events.AliasEvent) -> None:
        """Give up: an alias can make a small file huge."""
        self.refuse(event, f"the alias *{event.anchor} is not allowed; write it out")

    def refuse_marks(self, event: Any) -> None:
        """Give up: an anchor prepares an alias, a tag asks for a type of its own."""
        if event.anchor is not None:
            self.refuse(event, f"the anchor &{event.anchor} is not allowed; write it out")
        self.refuse(event, f"the tag {quoted(event.tag)} is not allowed; leave it out")

    def refuse(self, event: events.Event, text: str) -> NoReturn:
        """Give up on the file at `event`."""
        raise UnreadableError(Flaw(line_of(event), self.path(), text))
