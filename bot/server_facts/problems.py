"""Why a change was not made; the text of each is one sentence that may be shown to the admin."""

from __future__ import annotations

from bot.errors import BotError
from bot.server_facts.model import Fact


class RefusedError(BotError):
    """A rule forbids it: too long, too many, there already, no such fact. The text says what would be right."""


class NotThereError(RefusedError):
    """The fact, name, suggestion or change that was named does not exist in this server."""


class ConflictError(BotError):
    """Somebody else was first. `stands` is the fact as it stands now; None where it was removed or is none."""

    def __init__(self, sentence: str, stands: Fact | None = None) -> None:
        super().__init__(sentence)
        self.stands = stands


class StorageAwayError(BotError):
    """The storage cannot be reached or written; nothing was changed unless the text says that this is not certain."""
