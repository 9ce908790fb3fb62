"""What was asked, and answering it: the assistant, with a memory of who asked what where."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import NamedTuple

from cachetools import LRUCache, TTLCache

from bot.assistant import Assistant, Before, Heard, administration
from bot.discord_app.escaping import member, sendable
from bot.discord_app.prefixes import COMMAND
from bot.discord_app.servers import Servers
from bot.operations.metrics import Metrics
from bot.operations.misses import note_miss
from bot.presentation.local import with_names
from bot.presentation.pages import Outcome, Page
from bot.server_facts.model import ServerNotes

MOST_TALKS = 10_000
MOST_PAGES = 2_000

Ordered = administration.Order | administration.Misunderstood | administration.NoOrder


class Place(NamedTuple):
    """Where something is said. `server` is None in direct messages; `channel` is what talks are told apart by."""

    server: int | None
    channel: int | None


class Asked(NamedTuple):
    """A question as an answer remembers it: the page can be made from it again at any time.

    `before` is what it asks on from, None where it stands by itself. `server` is where it was asked, None for a direct
    message.
    """

    text: str
    asker: int
    before: Before | None = None
    server: int | None = None


class Answered(NamedTuple):
    """A question and the page it gets."""

    asked: Asked
    page: Page


class Edition(NamedTuple):
    """An assistant that knows what one server wrote, up to one version; no two have the same `number`."""

    number: int
    notes: ServerNotes
    assistant: Assistant


class Desk:
    """Answers questions, each heard after the one before by the same person in the same place.

    In each server it knows what that server wrote, as `servers` have it at hand.
    """

    def __init__(
        self,
        assistant: Assistant,
        asking_on_within: float,
        servers: Servers,
        metrics: Metrics,
    ) -> None:
        self.assistant = assistant
        self.metrics = metrics
        self._servers = servers
        self._numbers = count(1)
        self._editions: LRUCache[int, Edition] = LRUCache(servers.in_memory)
        self._talks: TTLCache[tuple[Place, int], Before] = TTLCache(MOST_TALKS, asking_on_within)
        # By the number of the edition as well: what one server wrote is not in what another gets.
        self._known: LRUCache[tuple[int, str], Heard] = LRUCache(MOST_PAGES)

    def exchange(self, assistant: Assistant) -> None:
        """Answer from `assistant` from now on; nothing that the one before knew is in what it says."""
        self.assistant = assistant
        self._editions.clear()
        self._known.clear()

    def sizes(self) -> dict[str, float]:
        """Return how much is kept: talks that can be asked on from, pages, and servers' assistants."""
        return {"talks": len(self._talks), "pages": len(self._known), "editions": len(self._editions)}

    def answer(self, text: str, asker: int, place: Place, before: Before | None) -> Answered:
        """Answer `text`, asked by `asker` in `place` after `before`, and remember that it was asked."""
        asked = _asked(text, asker, before, place.server)
        heard = self._hear(asked)
        self.metrics.asked(heard.page.outcome, heard.read.command)
        if heard.missed is not None:
            note_miss(*heard.missed)
            self._servers.note_miss(place.server, heard.missed[0], asker)
        after = heard.after(before)
        if after is not None:
            self._talks[place, asker] = after
        # A question that needs nothing from before is kept without it, so that its buttons outlive this process.
        if asked.before is not None and self._hear(asked._replace(before=None)).page == heard.page:
            asked = asked._replace(before=None)
        return Answered(asked, heard.page)

    def before(self, asker: int, place: Place) -> Before | None:
        """Return what `asker` asked last in `place`, if that is not long ago."""
        return self._talks.get((place, asker))

    def again(self, asked: Asked) -> Answered:
        """Answer what was asked before, as if nothing had been asked since."""
        return Answered(asked, self._hear(asked).page)

    def after(self, asked: Asked) -> Before | None:
        """Return what a question may ask on from where it replies to the answer to `asked`."""
        return self._hear(asked).after(asked.before)

    def can_answer(self, text: str, here: Edition) -> bool:
        """Say whether `text` begins with a command, or is answered at least, in the server that `here` is for."""
        if here.assistant.names_command(text):
            return True
        return self._hear_in(here, _asked(text, 0, None, None)).page.outcome is Outcome.ANSWERED

    def order(self, text: str, server: int | None) -> Ordered:
        """Return the order that `text` gives in `server`, if it is one."""
        return self.in_server(server).order(text)

    def explain(self, asked: Asked) -> tuple[str, ...]:
        """Return, line by line, how `asked` was read."""
        return self.in_server(asked.server).explain(asked.text, asked.before)

    def in_server(self, server: int | None) -> Assistant:
        """Return the assistant that knows what `server` wrote, or the one for everywhere where that is nothing."""
        return self.edition(server).assistant

    def edition(self, server: int | None) -> Edition:
        """Return what `server` is answered with just now."""
        notes = self._servers.notes(server)
        if server is None or not (notes.facts or notes.topics or notes.nicknames):
            return Edition(0, notes, self.assistant)
        known = self._editions.get(server)
        if known is None or known.notes is not notes:
            known = Edition(next(self._numbers), notes, self.assistant.in_server(notes))
            self._editions[server] = known
        return known

    def _hear(self, asked: Asked) -> Heard:
        return self._hear_in(self.edition(asked.server), asked)

    def _hear_in(self, edition: Edition, asked: Asked) -> Heard:
        """Return the reply to `asked`; what many ask is worked out once, as the same question gets the same page."""
        if asked.before is not None:
            return _named(edition.assistant.hear(asked.text, asked.before))
        key = edition.number, asked.text
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = _named(edition.assistant.hear(asked.text))
        return known


def _asked(text: str, asker: int, before: Before | None, server: int | None) -> Asked:
    """Return what is asked; a line marked as a command pays no heed to what was asked before."""
    said = sendable(text)
    return Asked(said, asker, None if said.startswith(COMMAND) else before, server)


def _named(heard: Heard) -> Heard:
    """Return `heard` with the members that wrote something shown as Discord shows members."""
    page = with_names(heard.page, member)
    return heard if page is heard.page else replace(heard, page=page)
