"""Finding what a server's members wrote: by what a question names, and by the words of the facts on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.server_facts.model import Fact, Subject, SubjectKind
from bot.server_facts.shelf import Shelf
from bot.text.fold import words
from bot.text.stems import stem
from bot.understanding.queries import ServerFacts
from bot.understanding.slots import Slots
from bot.understanding.spans import Kind, Span
from bot.understanding.weights import Weight, weight_of

_ELSEWHERE = frozenset({"elsewhere", "foreign"})
# Where the questions about a subject hold it, the foremost first; a season has no slot of ids.
SLOT_OF = {
    SubjectKind.TOPIC: "locals",
    SubjectKind.CIRCUIT: "circuits",
    SubjectKind.DRIVER: "drivers",
    SubjectKind.TEAM: "teams",
    SubjectKind.CLASS: "classes",
}


class FactFinder:
    """Finds facts on one shelf. A fact is found that holds every word which means something."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._stems: dict[int, frozenset[str]] = {}

    def on_topics(self, spans: Sequence[Span], slots: Slots) -> ServerFacts | None:
        """Return what is asked about the topics in `spans`, or None where they are not what the question is about.

        A topic whose whole name is said is told whatever else is asked, as long as nothing of the series, or of another
        one, is named beside it: then, and where only a part of its name is said, every word has to be in its facts.
        """
        topics = [span for span in spans if _is_topic(span)]
        if not topics or not slots.locals:
            return None
        subjects = tuple([Subject(SubjectKind.TOPIC, one) for one in slots.locals])
        rest = [span for span in spans if not _is_topic(span)]
        found = self._holding(subjects, list(_needed(rest)))
        if found:
            return ServerFacts(subjects, found if any(_needed(rest)) else ())
        whole = all(span.full for span in topics)
        alone = not any(span.refs or span.years is not None or span.cue in _ELSEWHERE for span in rest)
        # What nobody wrote anything on is told to be so, but only where nothing else is asked.
        return ServerFacts(subjects) if whole and alone else None

    def on_named(self, spans: Sequence[Span], slots: Slots) -> ServerFacts | None:
        """Return the facts on what `spans` name that hold all else that was said; None where nothing else was."""
        subjects = tuple(named(slots))
        rest = [span for span in spans if not span.refs and not _is_time(span, slots)]
        needed = list(_needed(rest))
        found = self._holding(subjects, needed) if subjects and needed else ()
        return ServerFacts(subjects, found) if found else None

    def on(self, subjects: tuple[Subject, ...], spans: Sequence[Span]) -> ServerFacts | None:
        """Return what is asked on `subjects`, which were spoken of before: every word has to be in their facts."""
        needed = list(_needed(spans))
        found = self._holding(subjects, needed)
        return ServerFacts(subjects, found if needed else ()) if found else None

    def _holding(self, subjects: Iterable[Subject], needed: Sequence[str]) -> tuple[int, ...]:
        facts = self._shelf.about(subjects)
        return tuple([fact.number for fact in facts if self._held(fact).issuperset(needed)])

    def _held(self, fact: Fact) -> frozenset[str]:
        if fact.number not in self._stems:
            self._stems[fact.number] = frozenset(map(stem, words(fact.text)))
        return self._stems[fact.number]


def named(slots: Slots) -> Iterator[Subject]:
    """Yield what `slots` name that can have facts of its own."""
    for kind, slot in SLOT_OF.items():
        yield from (Subject(kind, one) for one in getattr(slots, slot))
    # A race goes by the id of its circuit.
    yield from (Subject(SubjectKind.CIRCUIT, one.partition(":")[0]) for one in slots.races)
    if slots.seasons is not None:
        yield from (Subject(SubjectKind.SEASON, one) for one in slots.seasons.ids)


def _needed(spans: Iterable[Span]) -> Iterator[str]:
    """Yield the stems of what has to be in a fact: all but words that ask, fill or say what kind of thing is meant."""
    for span in spans:
        bare = not span.refs and (span.cue == "why" or weight_of(span.cue) <= Weight.COMMON)
        if not span.is_skip and not bare:
            yield from map(stem, words(span.said))


def _is_topic(span: Span) -> bool:
    return any(ref.kind is Kind.LOCAL for ref in span.refs)


def _is_time(span: Span, slots: Slots) -> bool:
    return span.years is not None and slots.seasons is not None
