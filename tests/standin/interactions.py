"""An interaction from when someone presses or types until the bot has answered it."""

from __future__ import annotations

import math
import secrets
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from standin.components import Modal
from standin.world import Channel, Json, Message, User

COMMAND, COMPONENT, AUTOCOMPLETE, MODAL_SUBMIT = 2, 3, 4, 5
MESSAGE, DEFERRED_MESSAGE, DEFERRED_UPDATE, UPDATE, CHOICES, MODAL = 4, 5, 6, 7, 8, 9

DEADLINE = 3
TOKEN_LIFE = 15 * 60


class Choice(NamedTuple):
    """What autocomplete offers: people see the name, the bot gets the value."""

    name: str
    value: Any


@dataclass(eq=False)
class Interaction:
    """What someone did and how the bot answered. `message` is the answer, once there is one to read.

    `on` is the message that a button, a menu or a message command belongs to. `late` means that nothing came within
    the three seconds, and that people read "The application did not respond".
    """

    id: int
    kind: int
    user: User
    channel: Channel
    data: Json
    on: Message | None = None
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    answer: int | None = None
    message: Message | None = None
    followups: list[Message] = field(default_factory=list)
    modal: Modal | None = None
    choices: list[Choice] = field(default_factory=list)
    ephemeral: bool = False
    updated: bool = False
    withdrawn: bool = False
    late: bool = False
    ends: float = math.inf

    @property
    def deferred(self) -> bool:
        """Whether the bot said that it needs time."""
        return self.answer in (DEFERRED_MESSAGE, DEFERRED_UPDATE)

    @property
    def is_thinking(self) -> bool:
        """Whether people see that the bot is thinking, and nothing else."""
        return self.answer == DEFERRED_MESSAGE and self.message is None and not self.withdrawn

    @property
    def settled(self) -> bool:
        """Whether there is something for the one who asked to see, beyond "is thinking"."""
        if self.answer is None:
            return self.late
        gone = self.on is not None and self.on.deleted
        return not self.deferred or self.updated or gone or self.message is not None or bool(self.followups)

    @property
    def shown(self) -> Message:
        """The answer, which must be there."""
        assert self.message is not None, f"{self} was not answered by a message"
        return self.message

    @property
    def text(self) -> str:
        """All that can be read in the answer and in what followed it."""
        said = [self.message] if self.message is not None else []
        return "\n".join(message.text for message in [*said, *self.followups])

    def __str__(self) -> str:
        what = self.data.get("name") or self.data.get("custom_id")
        kinds = {
            COMMAND: "the command",
            COMPONENT: "the press of",
            AUTOCOMPLETE: "autocomplete of",
            MODAL_SUBMIT: "the form",
        }
        return f"{kinds[self.kind]} {what!r}"
