"""Reading questions in one server: as everywhere, and with the names and facts of its own beside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.server_facts.shelf import Shelf
from bot.text.tokens import tokenize
from bot.understanding.before import Before
from bot.understanding.commands import Command
from bot.understanding.conversation import begins_on
from bot.understanding.local.finding import FactFinder
from bot.understanding.local.names import LocalNames
from bot.understanding.naming import Naming
from bot.understanding.outcomes import Read, Unclear, Understood, as_typed
from bot.understanding.pointing import pointing
from bot.understanding.queries import History, SeriesProfile, ServerFacts
from bot.understanding.reader import LONGEST_QUESTION, Reader
from bot.understanding.slots import Slots
from bot.understanding.spans import Kind, Ref


class ServerReader:
    """Reads as the reader of all servers does, save where a whole name of this server is said, or else nothing fits.

    So whatever a server adds, a question that holds none of its names is read as without them. `here` reads with the
    names of this server before all else.
    """

    def __init__(self, everywhere: Reader, shelf: Shelf) -> None:
        self._everywhere = everywhere
        self._names = LocalNames.of(shelf.notes)
        self.here = everywhere.knowing(self._names) if self._names else everywhere
        self.finder = FactFinder(shelf)
        self._has_facts = bool(shelf.notes.facts)

    @property
    def naming(self) -> Naming:
        """The names of everything, topics included."""
        return self.here.naming

    @property
    def topics(self) -> Mapping[str, str]:
        """The names of the server's topics, by their ids."""
        return self._names.topics

    def prepare(self) -> None:
        """Build at once what is otherwise built for the first question that needs it."""
        self._everywhere.prepare()

    def command_of(self, line: str) -> Command | None:
        """Return the command that `line` begins with as one marked by the prefix does, or None."""
        return self._everywhere.command_of(line)

    def read(self, question: str, before: Before | None = None) -> Read:
        """Return the reading of `question`; `before` is what it may ask on from."""
        if len(question.strip()) > LONGEST_QUESTION:
            return self._everywhere.read(question, before)
        texts = [token.text for token in tokenize(question).tokens] if self._names else []
        whole = self._names.said_whole(texts)
        if whole:
            here = self._read_here(question, before)
            if isinstance(here.reading, Understood):
                return here
        read = self._everywhere.read(question, before)
        if isinstance(read.reading, Understood) and not (self._names and self._everywhere.guesses(read)):
            return read
        if whole:
            # Names that are known here are no words that nobody understood.
            return read if isinstance(read.reading, Understood) else here
        return self._read_loosely(question, before, read, texts)

    def beside(self, read: Read) -> ServerFacts | None:
        """Return what this server wrote that answers a question which entries of the history answer as well."""
        prose = isinstance(read.reading, Understood) and isinstance(read.reading.query, History | SeriesProfile)
        return self.finder.on_named(read.spans, read.slots or Slots()) if prose and self._has_facts else None

    def _read_loosely(self, question: str, before: Before | None, read: Read, texts: list[str]) -> Read:
        """Return what parts of names, misspelt ones and the words of facts make of what was not understood."""
        if self._names.may_be_said(texts):
            here = self._read_here(question, before)
            if isinstance(here.reading, Understood) and self._is_nearer(here, read):
                return here
        if isinstance(read.reading, Understood) and not read.reading.guessed:
            return read
        return self._found(read, question, before) or read

    def _is_nearer(self, here: Read, read: Read) -> bool:
        """Say whether what was read with the names of this server rests on fewer guesses, or on as many."""
        if not isinstance(read.reading, Understood):
            return True
        return sum(span.slips for span in here.spans) <= self._everywhere.guesses(read)

    def _read_here(self, question: str, before: Before | None) -> Read:
        read = self.here.read(question, before)
        local = any(ref.kind is Kind.LOCAL for span in read.spans for ref in span.refs)
        if not local and isinstance(read.reading, Understood):
            return read
        return self._found(read, question, before) or read

    def _found(self, read: Read, question: str, before: Before | None) -> Read | None:
        """Return `read` with what this server wrote that answers it, or None."""
        slots = read.slots or Slots()
        query = self.finder.on_topics(read.spans, slots)
        if query is None and self._has_facts:
            query = self.finder.on_named(read.spans, slots) or self._asked_on(read, question, slots, before)
        if query is None:
            return None
        reading = Understood(query, slots._replace(unknown=()), tuple(_guessed(read)))
        return read._replace(reading=as_typed(reading, question))

    def _asked_on(self, read: Read, question: str, slots: Slots, before: Before | None) -> ServerFacts | None:
        """Read `and when is it?` right after facts of this server as a question on the same."""
        if before is None or not isinstance(before.query, ServerFacts) or not isinstance(read.reading, Unclear):
            return None
        if slots.present or not (begins_on(tokenize(question)) or pointing(read.spans, slots)):
            return None
        return self.finder.on(before.query.subjects, [span for span in read.spans if span.said not in _POINTS])


# What stands for the topic itself, and so for no word of its facts.
_POINTS = frozenset({"it", "its", "that", "this", "there", "then", "they", "them", "else", "same"})


def _guessed(read: Read) -> Iterator[tuple[str, Ref]]:
    yield from ((span.said, span.refs[0]) for span in read.spans if span.slips and span.refs)
