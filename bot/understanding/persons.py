"""Telling persons apart by what stands beside their names: partners, brothers, and strangers who share a name."""

from __future__ import annotations

from collections.abc import Sequence

from bot.text.tokens import Line
from bot.understanding.gazetteer import Gazetteer
from bot.understanding.spans import Kind, Span

_AND = frozenset({"and", "n", "with", "plus"})
_SIBLINGS = frozenset({"brothers", "twins", "twin brothers", "sisters", "siblings", "bros"})
_ONE_OF = frozenset({"which", "either", "one", "what"})
_DRIVERS = frozenset({Kind.DRIVER})
_PAIR = 2


class Persons:
    """Reads spans again where they are parts of names of drivers."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def told_apart(self, line: Line, spans: Sequence[Span]) -> tuple[Span, ...]:
        """Return `spans` of `line` with partners, owners and families as such, and strangers as names nobody has."""
        if "'" in line.text:
            spans = self._with_owners(line, spans)
        if not _AND.isdisjoint([span.said for span in spans]):
            spans = self._with_partners(spans)
        # Nearly always one name is said, whole and of one person: then there is nobody to tell apart.
        if any(map(_is_shared, spans)):
            spans = self._with_families(spans)
        return self._without_strangers(spans) if any(map(_is_part, spans)) else tuple(spans)

    def _with_partners(self, spans: Sequence[Span]) -> list[Span]:
        """Read everyday words that are surnames as such where two are joined: `Noble and Wells`, `Love and Braun`."""
        read = list(spans)
        for place in range(len(read) - 2):
            if read[place + 1].said in _AND:
                one, other = self._as_surname(read[place]), self._as_surname(read[place + 2])
                if one is not None and other is not None:
                    read[place], read[place + 2] = one, other
        return read

    def _with_owners(self, line: Line, spans: Sequence[Span]) -> list[Span]:
        """Read an everyday word that is a surname as such where something is said to be theirs: `Wells' co-driver`."""
        return [(_owns(line, span) and self._as_surname(span)) or span for span in spans]

    def _as_surname(self, span: Span) -> Span | None:
        if any(ref.kind is Kind.DRIVER for ref in span.refs):
            return span
        if span.refs or span.cue is not None or span.years is not None or span.end - span.start > 1:
            return None
        named = self._gazetteer.best([span.said], self._gazetteer.exact(span.said), _DRIVERS, span.start)
        return named if named is not None and self._is_family_name(named) else None

    def _with_families(self, spans: Sequence[Span]) -> list[Span]:
        """Read a surname that two share as both, where both are spoken of: `the Renauers`, `the Renauer brothers`."""
        read: list[Span] = []
        for span in spans:
            if read and span.said in _SIBLINGS and _is_shared(read[-1]):
                family = read.pop()
                read.append(family._replace(end=span.end, every=True))
            elif (
                _is_shared(span)
                and span.said.endswith("s")
                and not self._gazetteer.exact(span.said)
                and not _one_of(read)
            ):
                read.append(span._replace(every=True))
            else:
                read.append(span)
        return read

    def _without_strangers(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        """Read a given name of one person before a part of another's as a name nobody has: we know no David Bell."""
        told: list[Span] = []
        for span in spans:
            if told and _is_part(told[-1]) and not self._is_family_name(told[-1]) and _is_part(span):
                given = told.pop()
                told.append(Span(given.start, span.end, f"{given.said} {span.said}", full=False))
            else:
                told.append(span)
        return tuple(told)

    def _is_family_name(self, span: Span) -> bool:
        return any(self._gazetteer.ends(ref, span.said) for ref in span.refs)


def _owns(line: Line, span: Span) -> bool:
    last = line.tokens[span.end - 1]
    return line.text[last.start : last.end + 1].rstrip().endswith(("'s", "'"))


def _one_of(before: Sequence[Span]) -> bool:
    """Say whether one is asked for of those named next: `which of the Simonsens`."""
    return any(word in _ONE_OF for span in before[-3:] for word in span.said.split())


def _is_part(span: Span) -> bool:
    return not span.full and span.end - span.start == 1 and any(ref.kind is Kind.DRIVER for ref in span.refs)


def _is_shared(span: Span) -> bool:
    return len(span.refs) == _PAIR and all(ref.kind is Kind.DRIVER for ref in span.refs)
