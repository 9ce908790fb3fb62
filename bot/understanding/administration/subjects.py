"""What a fact is to be about: from a name as it was typed to a subject."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.server_facts.model import Subject, SubjectKind
from bot.text.tokens import tokenize
from bot.understanding.administration.orders import Ambiguous, Known, NewTopic
from bot.understanding.local.names import KINDS
from bot.understanding.spans import Kind, Ref, Span
from bot.understanding.time import Time

if TYPE_CHECKING:
    from bot.understanding.reader import Reader

_SUBJECTS = {kind: subject for subject, kind in KINDS.items()} | {Kind.RACE: SubjectKind.CIRCUIT}
_NAMED = frozenset(_SUBJECTS)
# "Circuit Sepang", "class LMP3": which of several things of one name is meant.
_KIND_WORDS = {
    "driver": frozenset({Kind.DRIVER}),
    "team": frozenset({Kind.TEAM}),
    "circuit": frozenset({Kind.CIRCUIT}),
    "class": frozenset({Kind.CLASS}),
    "season": frozenset({Kind.SEASON}),
    "race": frozenset({Kind.RACE, Kind.CIRCUIT}),
    "topic": frozenset({Kind.LOCAL}),
}


class SubjectReader:
    """Knows every subject there can be facts on: those of the series, and the topics of a server."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def subject_of(self, text: str) -> Known | Ambiguous | NewTopic:
        """Return what `text` names as a whole; what names nothing could be a new topic."""
        first, _, rest = text.strip().partition(" ")
        kinds = _KIND_WORDS.get(first.casefold())
        found = self._named(rest, kinds) if kinds and rest.strip() else None
        return found or self._named(text, _NAMED) or NewTopic(text.strip())

    def at_beginning(self, text: str) -> tuple[Known, int] | None:
        """Return the longest name that `text` begins with, spelt right, and how many words it takes."""
        line = tokenize(text)
        spans = self._reader.tagged(line, None)
        place = next((number for number, span in enumerate(spans) if not span.is_skip), 0)
        if place >= len(spans) or spans[place].slips:
            return None
        span = spans[place]
        found = self._settled([span], self._reader.time_of([span]))
        return (found, span.end) if isinstance(found, Known) else None

    def _named(self, text: str, kinds: frozenset[Kind]) -> Known | Ambiguous | None:
        spans = [span for span in self._reader.tagged(tokenize(text), kinds) if not span.is_skip]
        time = self._reader.time_of(spans)
        if not spans or (Kind.SEASON not in kinds and time.seasons):
            return None
        return self._settled(spans, time)

    def _settled(self, spans: Sequence[Span], time: Time) -> Known | Ambiguous | None:
        if time.seasons is not None and all(_is_time(span, time) for span in spans):
            ids, said = time.seasons.ids, spans[0].said
            if len(ids) > 1:
                return Ambiguous(said, ids)
            return Known(Subject(SubjectKind.SEASON, ids[0]), ids[0]) if ids else None
        if len(spans) != 1:
            return None
        refs = [ref for ref in spans[0].refs if ref.kind in _SUBJECTS]
        subjects = dict.fromkeys(_subject(ref) for ref in refs)
        if len(subjects) > 1:
            return Ambiguous(spans[0].said, tuple(dict.fromkeys(map(self._name, refs))))
        return Known(next(iter(subjects)), self._name(refs[0]), guessed=bool(spans[0].slips)) if subjects else None

    def _name(self, ref: Ref) -> str:
        kind = Kind.CIRCUIT if ref.kind is Kind.RACE else ref.kind
        return self._reader.naming.name(Ref(kind, _subject(ref).id))


def _subject(ref: Ref) -> Subject:
    """Return `ref` as a subject: a race goes by the id of its circuit."""
    one = ref.id.partition(":")[0] if ref.kind is Kind.RACE else ref.id
    return Subject(_SUBJECTS[ref.kind], one)


def _is_time(span: Span, time: Time) -> bool:
    return span.years is not None or (span.cue is not None and set(span.cue.split("-")) <= time.used | {"season"})
