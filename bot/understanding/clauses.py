"""Leaving out what was only said around a question: `Hello, my son loves this: what does LMP3 mean?`."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from bot.text.tokens import Line
from bot.understanding.spans import SKIP, Span, cue_set

# Cues that tell nothing where nothing else is said beside them.
_IDLE = cue_set("faint soft hello thanks about ever whether list")
# What is said to be polite before a question tells nothing either: "if you could possibly tell me".
_POLITE = _IDLE | {"modal"}
_JOINING = frozenset({"but", "and", "so"})
_MARKS = frozenset('.,;:!?–—()[]\n"“”')
# What begins a question, or tells that the question comes next.
_ASKS = cue_set("who whos what whats which when where why how did does do is are was were has have")
_LEADS = frozenset({"that", "me", "if", "whether", "remember", "recall", "confirm", "explain"})
# With one of these a part says what is left out of the rest, or asks something itself.
_TELLS = _ASKS | cue_set("not no without except excluding besides but unless only other than nor write sing draw make")


def without_asides(line: Line, spans: Sequence[Span], names: Container[str]) -> Iterator[Line]:
    """Yield `line` without the clauses, and then without the opening, that name nothing and ask nothing.

    What holds a word of `names` may name somebody, though it was not read so.
    """
    clauses = list(_clauses(line, spans))
    kept = [clause for clause in clauses if not _is_aside(clause, names)]
    rest = [span for clause in kept for span in clause]
    if kept and len(kept) < len(clauses):
        yield _line(line, rest)
    for place, (before, span) in enumerate(pairwise(rest), 1):
        leads = before.said.split()[-1] in _LEADS or span.said.split()[0] in _ASKS
        if leads and _is_aside(_without_joining(rest[:place]), names, _POLITE):
            yield _line(line, rest[place:])


def _clauses(line: Line, spans: Sequence[Span]) -> Iterator[list[Span]]:
    clause: list[Span] = []
    for before, span in pairwise((None, *spans)):
        assert span is not None
        between = line.text[line.tokens[before.end - 1].end : line.tokens[span.start].start] if before else ""
        if clause and not _MARKS.isdisjoint(between):
            yield clause
            clause = []
        clause.append(span)
    if clause:
        yield clause


def _without_joining(opening: Sequence[Span]) -> Sequence[Span]:
    return opening[1:] if opening[0].said in _JOINING else opening


def _is_aside(clause: Sequence[Span], names: Container[str], idle: Container[str] = _IDLE) -> bool:
    """Say whether a clause names nothing, tells nothing known and asks nothing; cues that are `idle` tell nothing."""
    return all(_is_idle(span, idle) and (span.cue or span.said not in names) for span in clause) and _TELLS.isdisjoint(
        word for span in clause[:-1] for word in _said(span)
    )


def _said(span: Span) -> Sequence[str]:
    """Return the words of `span` that may tell or ask: not those of a phrase that means nothing, `I was wondering`."""
    said = span.said.split()
    return () if span.is_skip and len(said) > 1 else said


def _is_idle(span: Span, idle: Container[str]) -> bool:
    if span.refs or span.years or any(letter.isdecimal() for letter in span.said):
        return False
    return span.cue is None or span.cue in idle or span.cue == SKIP


def _line(line: Line, spans: Sequence[Span]) -> Line:
    return Line(line.text, tuple([token for span in spans for token in line.tokens[span.start : span.end]]))
