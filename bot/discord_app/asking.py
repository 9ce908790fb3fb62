"""What was asked, and answering it: the assistant, with a memory of who asked what where."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cachetools import LRUCache, TTLCache

from bot.assistant import Assistant, Before, Heard
from bot.discord_app.escaping import sendable
from bot.discord_app.prefixes import COMMAND
from bot.operations.metrics import Metrics
from bot.operations.misses import note_miss
from bot.presentation.pages import Outcome, Page

MOST_TALKS = 10_000
MOST_PAGES = 2_000


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as an answer remembers it: the page can be made from it again at any time.

    `before` is what it asks on from, None where it stands by itself.
    """

    text: str
    asker: int
    before: Before | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """A question and the page it gets."""

    asked: Asked
    page: Page


class Desk:
    """Answers questions, each heard after the one before by the same person in the same place."""

    def __init__(self, assistant: Assistant, asking_on_within: float, metrics: Metrics) -> None:
        self.assistant = assistant
        self.metrics = metrics
        self._talks: TTLCache[tuple[int, int], Before] = TTLCache(MOST_TALKS, asking_on_within)
        self._known: LRUCache[str, Heard] = LRUCache(MOST_PAGES)

    def exchange(self, assistant: Assistant) -> None:
        """Answer from `assistant` from now on; nothing that the one before knew is in what it says."""
        self.assistant = assistant
        self._known.clear()

    def sizes(self) -> dict[str, float]:
        """Return how much is kept: talks that can be asked on from, and pages."""
        return {"talks": len(self._talks), "pages": len(self._known)}

    def answer(self, text: str, asker: int, place: int | None, before: Before | None) -> Answered:
        """Answer `text`, asked by `asker` in the channel `place` after `before`, and remember that it was asked."""
        asked = Asked(sendable(text), asker, before)
        heard = self._hear(asked)
        self.metrics.asked(heard.page.outcome, heard.read.command)
        if heard.missed is not None:
            note_miss(*heard.missed)
        after = heard.after(before)
        if after is not None:
            self._talks[place or 0, asker] = after
        # A question that needs nothing from before is kept without it, so that its buttons outlive this process.
        if before is not None and self._hear(Asked(asked.text, asker)).page == heard.page:
            asked = replace(asked, before=None)
        return Answered(asked, heard.page)

    def before(self, asker: int, place: int | None) -> Before | None:
        """Return what `asker` asked last in the channel `place`, if that is not long ago."""
        return self._talks.get((place or 0, asker))

    def again(self, asked: Asked) -> Answered:
        """Answer what was asked before, as if nothing had been asked since."""
        return Answered(asked, self._hear(asked).page)

    def after(self, asked: Asked) -> Before | None:
        """Return what a question may ask on from where it replies to the answer to `asked`."""
        return self._hear(asked).after(asked.before)

    def _hear(self, asked: Asked) -> Heard:
        """Return the reply to `asked`; what many ask is worked out once, as the same question gets the same page."""
        if asked.before is not None and not asked.text.startswith(COMMAND):
            return self.assistant.hear(asked.text, asked.before)
        known = self._known.get(asked.text)
        if known is None:
            known = self._known[asked.text] = self.assistant.hear(asked.text)
        return known

    def can_answer(self, text: str) -> bool:
        """Say whether `text` begins with a command, or is answered at least."""
        known = self._known.get(text)
        answered = known is not None and known.page.outcome is Outcome.ANSWERED
        if answered or self.assistant.names_command(text):
            return True
        return self._hear(Asked(sendable(text), 0)).page.outcome is Outcome.ANSWERED

    def explain(self, asked: Asked) -> tuple[str, ...]:
        """Return, line by line, how `asked` was read."""
        return self.assistant.explain(asked.text, asked.before)
