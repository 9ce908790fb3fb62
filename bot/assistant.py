"""The one door: a question in, a page out. Pure, synchronous, microseconds."""

from __future__ import annotations

import time
from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from bot.answering.answer import Answer, Reply
from bot.answering.server import answer_in_server, subject_name
from bot.knowledge.base import Knowledge
from bot.knowledge.kept import let_go
from bot.presentation.pages import Page
from bot.presentation.render import answer_page, refusal_page, unclear_page, unsure_page
from bot.server_facts.model import ServerNotes, Subject
from bot.server_facts.shelf import EMPTY, Shelf
from bot.understanding import administration
from bot.understanding.administration import Ambiguous, Given, Known, Misunderstood, NewTopic, NoOrder, Order, OrderForm
from bot.understanding.administration.reading import OrderReader
from bot.understanding.administration.subjects import SubjectReader
from bot.understanding.before import LASTS, Before, remembered
from bot.understanding.commands import ANSWER_THIS, COMMANDS, Command, Offer, Option
from bot.understanding.explain import explain
from bot.understanding.local.known import living, why_no_subject
from bot.understanding.local.reader import ServerReader
from bot.understanding.local.trial import LooksLike, Steals, Trial, Trials, Unfit
from bot.understanding.offers import Offers
from bot.understanding.outcomes import Read, Unclear, Understood, Unsure
from bot.understanding.reader import Reader
from bot.understanding.suggest import completed

__all__ = [
    "ANSWER_THIS",
    "COMMANDS",
    "LASTS",
    "Assistant",
    "Before",
    "Command",
    "Conversation",
    "Heard",
    "LooksLike",
    "Offer",
    "Option",
    "administration",
]

_EDITIONS = count(1)


@dataclass(frozen=True, slots=True)
class Heard:
    """A question that was heard and answered: its page, and how it was read."""

    page: Page
    read: Read
    reply: Reply | None = None
    edition: int = 0

    @property
    def missed(self) -> tuple[str, str] | None:
        """The folded words and the reason, where the question was not understood."""
        reading = self.read.reading
        if not isinstance(reading, Unclear) or not self.read.spans:
            return None
        return " ".join([span.said for span in self.read.spans]), reading.code

    def after(self, before: Before | None) -> Before | None:
        """Return what a next question may ask on from, where this one was asked after `before`."""
        before = _of_edition(before, self.edition)
        about = self.reply.about if isinstance(self.reply, Answer) else None
        return remembered(self.read, about, before, self.edition)


def _of_edition(before: Before | None, edition: int) -> Before | None:
    return before if before is not None and before.edition == edition else None


class Assistant:
    """Answers questions from one `Knowledge`. Safe to share: nothing in it changes.

    One made by `in_server` also knows what that server added, and its answers are for that server alone.
    """

    def __init__(self, knowledge: Knowledge, prefix: str = "!") -> None:
        self.knowledge = knowledge
        self._edition = next(_EDITIONS)
        self._everywhere = Reader.of(knowledge, prefix)
        self._reader: Reader | ServerReader = self._everywhere
        self._prefix = prefix
        self._offers = Offers(knowledge)
        self._shelf = EMPTY
        self._trials = Trials(knowledge, self._everywhere)
        self._orders = OrderReader(SubjectReader(self._everywhere), prefix)

    @classmethod
    def from_folder(cls, folder: Path | str, prefix: str = "!", cache: Path | None = None) -> Assistant:
        """Load `folder`, sooner with a `cache` folder; raise `KnowledgeError` listing every problem."""
        return cls(Knowledge.from_folder(Path(folder), cache), prefix)

    def takes_over(self) -> None:
        """Let go what was kept in memory for the knowledge of any other assistant, which nobody asks any more."""
        let_go()

    def in_server(self, notes: ServerNotes) -> Assistant:
        """Return an assistant that knows all this one does and what is in `notes`; cheap, as they share the rest.

        Nothing of it shows in this assistant, nor in one of another server.
        """
        notes = living(self.knowledge, notes)
        server = copy(self)
        server._shelf = Shelf(notes)
        server._reader = reader = ServerReader(self._everywhere, server._shelf)
        server._orders = self._orders.knowing(SubjectReader(reader.here))
        if notes.topics or notes.nicknames:
            server._offers = self._offers.knowing(notes)
        return server

    def prepare(self) -> None:
        """Build at once what the first question that needs it would have to wait for."""
        self._reader.prepare()
        for offer in Offer:
            self._offers.matching(offer, "", limit=0)

    def reply(self, question: str) -> Page:
        """Return the answer to `question`, or a question back, or what is missing. Never raises."""
        return self._replied(self._reader.read(question))[0]

    def suggest(self, text: str, limit: int = 25) -> tuple[str, ...]:
        """Return up to `limit` whole lines that the half-typed `text` may become, likeliest first."""
        return completed(text, self._offers, self._prefix, limit)

    def offer(self, offer: Offer, typed: str, limit: int = 25) -> tuple[str, ...]:
        """Return up to `limit` names that the half-typed `typed` may become, likeliest first; each can be asked."""
        return self._offers.matching(offer, typed, limit)

    def names_command(self, line: str) -> bool:
        """Say whether `line` begins with a command, slips of the pen allowed."""
        return self._reader.command_of(line) is not None

    def order(self, line: str) -> Order | Misunderstood | NoOrder:
        """Return the order in `line` on this server's facts, or what is wrong with it, or that it is none."""
        order = self._orders.read(line)
        # "!name all champions" is asked, not ordered.
        asked = isinstance(order, Misunderstood) and isinstance(self._reader.read(line).reading, Understood)
        return NoOrder() if asked else order

    def order_with(self, form: OrderForm, given: Given) -> Order | Misunderstood:
        """Return the order of `form` with the options `given` by their names, as behind a slash."""
        return self._orders.build(form, given)

    def subject_of(self, text: str) -> Known | Ambiguous | NewTopic:
        """Return what `text` names as a whole, in the series or among this server's names and topics."""
        return self._orders.subjects.subject_of(text)

    def name_of(self, subject: Subject) -> str:
        """Return what `subject` is called here; its id where it is gone."""
        return subject_name(self.knowledge, self._shelf, subject)

    def trial(self, notes: ServerNotes, name: str, subject: Subject | None = None) -> Trial:
        """Return what speaks against a new `name` in the server of `notes`, for `subject` or else for a new topic."""
        return self._trials.of(notes, name, subject)

    def against_name(self, notes: ServerNotes, name: str, subject: Subject | None = None) -> str:
        """Return the sentence with which a new name is refused, "" where it is not."""
        found = self.trial(notes, name, subject)
        return found.sentence if isinstance(found, Steals | Unfit) else ""

    def against_subject(self, subject: Subject) -> str:
        """Return the sentence that the series has no such subject, "" where it has, or where it is a topic."""
        return why_no_subject(self.knowledge, subject)

    def explain(self, question: str, before: Before | None = None) -> tuple[str, ...]:
        """Return, line by line, how each word was read after `before` and why this reading won."""
        return explain(self._reader.naming, self._reader.read(question, self._of_here(before)))

    def conversation(self, clock: Callable[[], float] = time.monotonic) -> Conversation:
        """Return a conversation, in which a question may ask on from the one before; `clock` tells seconds."""
        return Conversation(self, clock)

    def reply_after(self, question: str, before: Before | None) -> tuple[Page, Before | None]:
        """Return the page for `question` asked after `before`, and what a next question may ask on from."""
        heard = self.hear(question, before)
        return heard.page, heard.after(before)

    def hear(self, question: str, before: Before | None = None) -> Heard:
        """Return `question` as it was heard after `before`, to which a line marked as a command pays no heed.

        What an assistant of other knowledge remembered is forgotten: nothing of two ever meets in one answer.
        """
        read = self._reader.read(question, self._of_here(before))
        page, reply = self._replied(read)
        return Heard(page, read, reply, self._edition)

    def _of_here(self, before: Before | None) -> Before | None:
        return _of_edition(before, self._edition)

    def _replied(self, read: Read) -> tuple[Page, Reply | None]:
        reading = read.reading
        if isinstance(reading, Unsure):
            return unsure_page(reading), None
        if isinstance(reading, Unclear):
            return unclear_page(self.knowledge, reading), None
        beside = self._reader.beside(read) if isinstance(self._reader, ServerReader) else None
        reply = answer_in_server(self.knowledge, self._shelf, reading.query, beside)
        return self._page(reading, reply), reply

    def _page(self, reading: Understood, reply: Reply) -> Page:
        notes = [f"Read “{said}” as {self._reader.naming.name(ref)}." for said, ref in reading.guessed]
        if reading.others:
            names = ", ".join(self._reader.naming.name(ref) for ref in reading.others[:3])
            notes.append(f"The same name is in {names}.")
        if isinstance(reply, Answer):
            return answer_page(self.knowledge, reply, str(reading.query), notes, polar=reading.polar)
        return refusal_page(reply, str(reading.query), notes, polar=reading.polar)


class Conversation:
    """One person's questions in one place, each heard after the one before."""

    def __init__(self, assistant: Assistant, clock: Callable[[], float] = time.monotonic) -> None:
        self._assistant = assistant
        self._clock = clock
        self._before: Before | None = None
        self._heard = clock()

    def reply(self, question: str) -> Page:
        """Return the answer to `question`, heard after the questions before it."""
        page, self._before = self._assistant.reply_after(question, self._recent())
        self._heard = self._clock()
        return page

    def explain(self, question: str) -> tuple[str, ...]:
        """Return how `question` would be read next, line by line; it is not heard by that."""
        return self._assistant.explain(question, self._recent())

    def _recent(self) -> Before | None:
        return self._before if self._clock() - self._heard <= LASTS else None
