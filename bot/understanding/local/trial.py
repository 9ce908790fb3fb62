"""Trying a new name before it is saved: on every question that could lose its answer to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from bot.knowledge.base import Knowledge
from bot.server_facts.model import Nickname, ServerNotes, Subject, SubjectKind, Topic
from bot.server_facts.shelf import Shelf
from bot.text.fold import words
from bot.understanding.administration.table import GROUPS
from bot.understanding.commands import COMMANDS
from bot.understanding.gazetteer import names_of
from bot.understanding.local.known import living, why_no_subject
from bot.understanding.local.names import LocalNames
from bot.understanding.local.reader import ServerReader
from bot.understanding.outcomes import Reading, Understood, Unsure
from bot.understanding.queries import History, Query, ServerFacts
from bot.understanding.reader import Reader

if TYPE_CHECKING:
    from cachetools import LRUCache

_SHORTEST = 3
_MOST_WORDS = 7
_NEW = "new"
_REMEMBERED = 16
_WITHIN = "who won in {name}"


@dataclass(frozen=True, slots=True)
class Free:
    """Nothing is against the name."""


@dataclass(frozen=True, slots=True)
class LooksLike:
    """Nothing would be lost, but the name is near `names`, and may have been meant as one of them."""

    names: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """What to point out before the name is saved."""
        return f"There is already {' and '.join(f'“{name}”' for name in self.names)}."


@dataclass(frozen=True, slots=True)
class Steals:
    """With the name in place, `question` would no longer be answered as it is today."""

    name: str
    question: str

    @property
    def sentence(self) -> str:
        """Why the name is refused."""
        return f"“{self.name}” would take away the answer to “{self.question}”; please take another name."


@dataclass(frozen=True, slots=True)
class Unfit:
    """The name can be no name at all."""

    sentence: str


Trial = Free | LooksLike | Steals | Unfit


class Trials:
    """Knows the questions that are answered today. Pure; made once, and used by all servers.

    The last few verdicts are remembered: a name is tried before it is pointed out that it looks like another, and again
    before it is saved.
    """

    def __init__(self, knowledge: Knowledge, everywhere: Reader) -> None:
        self._knowledge = knowledge
        self._everywhere = everywhere
        self._cues = everywhere.cues
        self._generic = frozenset(knowledge.vocabulary.generic)
        self._lock = Lock()

    @cached_property
    def _verdicts(self) -> LRUCache[tuple[ServerNotes, str, Subject | None], Trial]:
        # Loaded with the first trial: whoever only asks has no use for it.
        from cachetools import LRUCache

        return LRUCache(_REMEMBERED)

    def of(self, notes: ServerNotes, name: str, subject: Subject | None = None) -> Trial:
        """Return what speaks against `name` in a server with `notes`: as a name for `subject`, or as a new topic."""
        key = notes, name, subject
        with self._lock:
            verdict = self._verdicts.get(key)
        if verdict is None:
            verdict = self._tried(notes, name, subject)
            with self._lock:
                self._verdicts[key] = verdict
        return verdict

    def _tried(self, notes: ServerNotes, name: str, subject: Subject | None) -> Trial:
        if subject is not None and subject.kind is SubjectKind.TOPIC and subject.id not in {t.id for t in notes.topics}:
            subject = None
        unfit = (why_no_subject(self._knowledge, subject) if subject is not None else "") or self._unfit(name)
        if unfit:
            return Unfit(unfit)
        notes = living(self._knowledge, notes)
        after = _with(notes, name, subject)
        before_reader, after_reader = self._reader(notes), self._reader(after)
        alone = self._alone(before_reader, after_reader, name)
        if not isinstance(alone, Free):
            return alone
        variants = [frozenset(one.words) for one in LocalNames(topics=[Topic(_NEW, name)]).names]
        for question, said in self._questions(notes):
            if any(variant <= said for variant in variants):
                was = before_reader.read(question).reading
                if self._is_lost(was, after_reader.read(question).reading):
                    return Steals(name, question)
        return Free()

    def _reader(self, notes: ServerNotes) -> ServerReader:
        return ServerReader(self._everywhere, Shelf(notes))

    def _unfit(self, name: str) -> str:
        """Return why `name` cannot be said in a question, "" where it can."""
        said = words(name)
        letters = "".join(said)
        if not letters:
            return "A name needs letters, so that it can be asked for."
        if letters.isdecimal():
            return "A name of digits alone could be a year or a number; please add a word."
        if letters.isascii() and len(letters) < _SHORTEST:
            return f"“{name.strip()}” is too short: a name needs at least {_SHORTEST} letters."
        if len(said) > _MOST_WORDS:
            return f"A name has at most {_MOST_WORDS} words."
        if self._is_of_cues(said):
            return f"“{name.strip()}” is made of words that questions are made of; please add a word of its own."
        return ""

    def _is_of_cues(self, said: tuple[str, ...]) -> bool:
        start = 0
        while start < len(said):
            span = self._cues.at(said, start, len(said))
            if span is None and said[start] not in self._generic:
                return False
            start = span.end if span is not None else start + 1
        return True

    def _alone(self, before: ServerReader, after: ServerReader, name: str) -> Trial:
        """Return what the name said alone is answered with today."""
        said = words(name)
        if len(said) == 1 and said[0] in _COMMANDS:
            return Steals(name.strip(), f"!{said[0]}")
        was, now = before.read(name).reading, after.read(name).reading
        if not self._is_lost(was, now):
            # "Season 2021" alone is a command whatever it names; within a question it is not.
            within = _WITHIN.format(name=" ".join(name.split()))
            lost = self._is_lost(before.read(within).reading, after.read(within).reading)
            return Steals(name.strip(), within) if lost else Free()
        if isinstance(was, Understood):
            near = [before.naming.name(ref) for _, ref in was.guessed]
            if isinstance(was.query, ServerFacts) and not self._is_same(said, before):
                near += [topic for one in was.query.subjects if (topic := before.topics.get(one.id))]
            if near:
                return LooksLike(tuple(dict.fromkeys(near)))
        return Steals(name.strip(), " ".join(name.split()))

    def _is_same(self, said: tuple[str, ...], before: ServerReader) -> bool:
        return any(words(name) == said for name in before.topics.values())

    def _is_lost(self, was: Reading, now: Reading) -> bool:
        if isinstance(was, Unsure):
            return was != now
        if not isinstance(was, Understood):
            return False
        query = now.query if isinstance(now, Understood) else None
        return was.query != query and not self._tells_the_same(was.query, query)

    def _tells_the_same(self, was: Query, now: Query | None) -> bool:
        """Say whether entries of the history give way to the page of what each of them is about."""
        if not isinstance(was, History) or not was.entries or now is None or isinstance(now, ServerFacts):
            return False
        entries = [entry for entry in self._knowledge.history if entry.id in was.entries]
        shown = str(now)
        return all(any(f"={one})" in shown for one in entry.about) for entry in entries)

    def _questions(self, notes: ServerNotes) -> Iterator[tuple[str, frozenset[str]]]:
        for name in (*(topic.name for topic in notes.topics), *(one.name for one in notes.nicknames)):
            yield name, frozenset(words(name))
        yield from self._asked

    @cached_property
    def _asked(self) -> tuple[tuple[str, frozenset[str]], ...]:
        asked = [*stored_questions()]
        asked += [example for command in COMMANDS for example in command.examples]
        asked += [f"ask {name.label}" for name in names_of(self._knowledge)]
        terms = [term for entry in self._knowledge.history for term in entry.terms]
        terms += [term for fact in self._knowledge.series.facts for term in fact.terms]
        asked += [f"tell me about {term}" for term in terms]
        return tuple((line, frozenset(words(line))) for line in dict.fromkeys(asked))


def stored_questions() -> tuple[str, ...]:
    """Return the questions of `questions.txt`."""
    lines = Path(__file__).with_name("questions.txt").read_text("utf-8").splitlines()
    return tuple([line for line in lines if line and not line.startswith("#")])


_COMMANDS = frozenset((*(word for one in COMMANDS for word in (one.name, *one.aliases)), *GROUPS))


def _with(notes: ServerNotes, name: str, subject: Subject | None) -> ServerNotes:
    """Return `notes` with the new name."""
    if subject is not None:
        return replace(notes, nicknames=(*notes.nicknames, Nickname(name, subject)))
    ids = {topic.id for topic in notes.topics}
    new = next(one for number in range(len(ids) + 1) if (one := f"{_NEW}-{number}") not in ids)
    return replace(notes, topics=(*notes.topics, Topic(new, name)))
