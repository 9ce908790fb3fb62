"""The reader: from a question to one query, or several, or a reason why not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.knowledge.base import Knowledge
from bot.text.tokens import Line, tokenize
from bot.understanding.administration.reading import Called, called
from bot.understanding.before import Before
from bot.understanding.clauses import without_asides
from bot.understanding.commands import Command
from bot.understanding.commands.reading import CommandReader
from bot.understanding.conversation import is_bare
from bot.understanding.dating import dated, seasons_of
from bot.understanding.free import FreeReader
from bot.understanding.local.names import LocalNames
from bot.understanding.means import Means
from bot.understanding.naming import Naming
from bot.understanding.outcomes import Read, Reading, Unclear, Understood, Unsure, as_typed
from bot.understanding.retrieval import Extent
from bot.understanding.spans import Kind, Span
from bot.understanding.time import Time
from bot.understanding.vocabulary import CueWords

LONGEST_QUESTION = 400
# "2013+2014=?" and "sqrt(2025)" ask for no season.
_CALCULATION = re.compile(r"\d\s*[+*^=×÷]\s*[\d?]|[a-z]{3}\(\d")
_UNREAD = frozenset({"unknown_word", "no_reading", "no_subject"})


class Reader:
    """Reads questions against one knowledge base. Pure: the same question always gets the same reading."""

    def __init__(self, means: Means, prefix: str = "!") -> None:
        self._prefix = prefix
        self._means = means
        self._free = FreeReader(means)
        self._commands = CommandReader(means, self._free)

    @classmethod
    def of(cls, knowledge: Knowledge, prefix: str = "!") -> Reader:
        """Return a reader of questions on `knowledge`."""
        return cls(Means.of(knowledge), prefix)

    @property
    def naming(self) -> Naming:
        """What everything is called."""
        return self._means.naming

    @property
    def cues(self) -> CueWords:
        """The phrases that are cue words."""
        return self._means.tagger.cues

    def knowing(self, names: LocalNames) -> Reader:
        """Return a reader that shares everything with this one and knows the names of a server beside it."""
        return Reader(self._means.knowing(names), self._prefix)

    def read(self, question: str, before: Before | None = None) -> Read:
        """Return the reading of `question`; `before` is what it may ask on from."""
        read = self._read(question, before)
        plain = isinstance(read.reading, Understood) and not read.reading.guessed
        return read if plain else read._replace(reading=as_typed(read.reading, question))

    def _read(self, question: str, before: Before | None) -> Read:
        order = called(question, self._prefix)
        if order is None:
            return self._read_question(question, before)
        # "!name all champions" is asked, not ordered.
        asked = self._read_question(question, before) if order.form is None and order.group == "name" else None
        return asked if asked is not None and isinstance(asked.reading, Understood) else _only_in_servers(order)

    def _read_question(self, question: str, before: Before | None) -> Read:
        stripped = question.strip()[: LONGEST_QUESTION + 1]
        prefixed = stripped.startswith((self._prefix, "/"))
        line = tokenize(stripped.removeprefix(self._prefix).removeprefix("/"))
        amiss = _amiss(stripped, line)
        if amiss is not None:
            return Read(Unclear(amiss), ())
        command = self._commands.called(line.tokens[0].text, prefixed=prefixed)
        # A phrase that begins with a command's name is no command: "season after 2018-19".
        # Nor is one that only asks on: "circuits?", "race 2".
        bare = before is not None and is_bare(line, stripped)
        if command is None or (not prefixed and (bare or self._means.tagger.begins_phrase(line))):
            return self._without_command(line, None if prefixed else before, prefixed=prefixed)
        read = self._commands.read(line, command)
        if not isinstance(read.reading, Unclear):
            return read
        # A name command with a name that is none must not be answered by whatever else holds that word.
        free = self._free.read(
            line, None if prefixed else before, extent=Extent.ONE_TERM if read.named_unknown else Extent.MOST
        )
        begins_name = not prefixed and bool(free.spans) and bool(free.spans[0].refs)
        guess = read.named_unknown and isinstance(free.reading, Understood) and free.reading.guessed
        if isinstance(free.reading, Understood) and (begins_name or not guess):
            return free
        return read if prefixed or read.named_unknown else free

    def _without_command(self, line: Line, before: Before | None, *, prefixed: bool) -> Read:
        asks = not prefixed or line.tokens[0].text in self._means.tagger.cues
        free = self._free.read(line, before, prose=asks)
        if prefixed and isinstance(free.reading, Unclear):
            return Read(self._unknown_command(line), free.spans)
        if prefixed:
            return free
        return self._dated(free, line, before) or self._without_asides(free, line, before)

    def _dated(self, read: Read, line: Line, before: Before | None) -> Read | None:
        """Return how `line` is read where it tells its season by who won then, or None where it does not.

        Where they won more than once, it is asked which season is meant.
        """
        told = dated(line, read.spans)
        if told is None:
            return None
        clause = self._free.read(told.clause, None, prose=False).reading
        won = seasons_of(self._means.knowledge, clause.query) if isinstance(clause, Understood) else ()
        lines = [told.within(season) for season in won]
        if len(lines) > 1:
            asked = self._free.read(tokenize(told.asked), before).slots
            return Read(Unsure(told.clause.text, tuple(lines), "seasons"), read.spans, asked)
        found = self._free.read(tokenize(lines[0]), before) if lines else None
        return found or Read(Unclear("no_reading", told.clause.text), read.spans, read.slots)

    def _without_asides(self, read: Read, line: Line, before: Before | None) -> Read:
        """Return how `line` is read without what was said around it, where that is all that was not understood."""
        if not isinstance(read.reading, Unclear) or read.reading.code not in _UNREAD:
            return read
        for part in without_asides(line, read.spans, self._means.tagger.gazetteer.words):
            shorter = self._free.read(part, before)
            if isinstance(shorter.reading, Understood) and not shorter.reading.guessed:
                return shorter
        return read

    def tagged(self, line: Line, kinds: frozenset[Kind] | None) -> tuple[Span, ...]:
        """Return the spans of `line`; with `kinds`, as what stands behind a command that takes such names."""
        return self._means.tagger.tag(line, kinds)

    def time_of(self, spans: Sequence[Span]) -> Time:
        """Return the time that `spans` speak of."""
        return self._means.times.read(spans)

    def guesses(self, read: Read) -> int:
        """Say how many slips `read` rests on, words of the history that were misspelt included."""
        unknown = (span.said for span in read.spans if not span.refs and span.cue is None and span.years is None)
        return sum(span.slips for span in read.spans) + sum(not self._means.prose.holds(word) for word in unknown)

    def prepare(self) -> None:
        """Build at once what is otherwise built for the first question that needs it."""
        # A word that is nowhere is looked for everywhere: among stems, names, English words and slips of all of them.
        self._means.prose.knows("nowhereatall")

    def command_of(self, line: str) -> Command | None:
        """Return the command that `line` begins with as one marked by the prefix does, or None."""
        words = line.strip().removeprefix(self._prefix).split()
        # Only the first word counts: most lines need not be cut to their end.
        first = next(filter(None, map(_first_token, words)), None)
        return self._commands.called(first, prefixed=True) if first else None

    def _unknown_command(self, line: Line) -> Reading:
        said = line.tokens[0].text
        rest = line.text[line.tokens[0].end :]
        lines = [f"{name}{rest}" for name in self._commands.nearest(said)]
        meant = tuple([one for one in lines if isinstance(self.read(one).reading, Understood)])
        return Unsure(said, meant) if meant else Unclear("unknown_command", said)


@lru_cache(1_000)
def _first_token(word: str) -> str:
    """Return the first token of `word`, "" where it is nothing but marks."""
    tokens = tokenize(word[:LONGEST_QUESTION]).tokens
    return tokens[0].text if tokens else ""


def _amiss(question: str, line: Line) -> str | None:
    """Return why there is no question in a line at all, or None."""
    if len(question) > LONGEST_QUESTION:
        return "too_long"
    if not line.tokens:
        return "empty"
    return "no_subject" if _CALCULATION.search(line.text) else None


def _only_in_servers(order: Called) -> Read:
    return Read(Unclear("server_only", order.form.title if order.form else f"{order.group} {order.said}".strip()), ())
