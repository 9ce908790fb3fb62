"""Tagging: which stretches of a question are names, classes, years and cue words, and which are nothing known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import copy
from typing import NamedTuple

from bot.knowledge.base import Knowledge
from bot.text.english import is_english, is_listed
from bot.text.seasons import find_years
from bot.text.tokens import Line
from bot.understanding.class_words import ClassWords
from bot.understanding.gazetteer import Gazetteer, names_of
from bot.understanding.local.names import NO_NAMES, LocalNames
from bot.understanding.persons import Persons
from bot.understanding.phrases import Phrases
from bot.understanding.short_years import with_short_year
from bot.understanding.spans import Kind, Span
from bot.understanding.vocabulary import CueWords

_WINDOW = 7
_JOINED = 3
_PAIR = 2
_FORMS = ("d", "ed", "s", "es", "ing")
_LONG_ENOUGH = 5
_EVERY = frozenset(Kind)
_FREE = _EVERY - {Kind.TOPIC, Kind.FACT}
_TOPICS = frozenset({Kind.TOPIC})
_PEOPLE_AND_PLACES = frozenset({Kind.DRIVER, Kind.TEAM, Kind.CIRCUIT})


class _Search(NamedTuple):
    """One line being tagged: its words, the kinds of names looked for, and whether lone everyday words count."""

    texts: list[str]
    kinds: frozenset[Kind]
    explicit: bool


class Tagger:
    """Finds spans. Longer beats shorter, whole beats part, exact beats slip; every token ends in exactly one span."""

    def __init__(self, knowledge: Knowledge, cues: CueWords, is_prose: Callable[[str], bool]) -> None:
        self._is_prose = is_prose
        self._ordinary = frozenset(knowledge.vocabulary.ordinary)
        self.cues = cues
        self.gazetteer = Gazetteer(names_of(knowledge), knowledge.vocabulary.generic)
        self._persons = Persons(self.gazetteer)
        self._phrases = Phrases(knowledge, self.cues)
        self._classes = ClassWords(knowledge)
        # Most words of a question begin no name: then nothing else has to be looked up.
        self._begin_names = self._classes.starts | self._phrases.starts | self.gazetteer.words
        self._local = NO_NAMES

    def knowing(self, names: LocalNames) -> Tagger:
        """Return a tagger that shares everything with this one and knows the names of a server beside it."""
        other = copy(self)
        other._local = names
        return other

    def tag(self, line: Line, kinds: frozenset[Kind] | None = None, *, topics: bool = False) -> tuple[Span, ...]:
        """Return the spans that cover all of `line`, in order.

        With `kinds`, only names of those kinds are looked for, and a lone ordinary word may be one of them: in
        `driver French` nobody means a nation. `topics` have everyday names (`first season`): without `kinds` they are
        only looked for where that is asked.
        """
        search = _Search([token.text for token in line.tokens], kinds or (_EVERY if topics else _FREE), bool(kinds))
        years = _years(line)
        titled = Kind.TOPIC in search.kinds
        spans: list[Span] = []
        start = 0
        while start < len(search.texts):
            # A topic may have a year in its title: "In the Middle East, from 2021".
            title = self._phrases.at(search.texts, start, len(search.texts), _TOPICS) if titled else None
            span = title or years.get(start) or self._at(search, start, years)
            if self._local:
                span = self._local.instead(span, search.texts, search.kinds, self._is_plain)
            spans.append(span)
            start = span.end
        joined = self._joined(search, spans if years else with_short_year(spans))
        return joined if search.explicit or Kind.DRIVER not in search.kinds else self._persons.told_apart(line, joined)

    def begins_phrase(self, line: Line) -> bool:
        """Say whether `line` begins with a phrase of the vocabulary, of two words or more."""
        texts = [token.text for token in line.tokens[:_WINDOW]]
        cue = self.cues.at(texts, 0, len(texts))
        return cue is not None and cue.end > 1

    def _at(self, search: _Search, start: int, years: dict[int, Span]) -> Span:
        texts, word = search.texts, search.texts[start]
        limit = min([end for end in years if end > start], default=len(texts)) if years else len(texts)
        cue = self.cues.at(texts, start, limit)
        if word in self._begin_names:
            spans = self._exact(search, start, limit, cue) or ([cue] if cue is not None else [])
        elif cue is not None:
            return cue
        else:
            spans = []
        spans = spans or self._unlike(search, start, limit)
        if not spans:
            return Span(start, start + 1, word, full=False)
        return spans[0] if len(spans) == 1 else _strongest(spans)

    def _exact(self, search: _Search, start: int, limit: int, cue: Span | None) -> list[Span]:
        """Return what the words from `start` on are, as they are written."""
        texts = search.texts
        found = [
            self._classes.at(texts, start, limit) if Kind.CLASS in search.kinds else None,
            self._phrases.at(texts, start, limit, search.kinds),
            cue if not search.explicit else None,
            self._name(search, start, limit, self.gazetteer.exact(texts[start])),
        ]
        return [span for span in found if span is not None]

    def _unlike(self, search: _Search, start: int, limit: int) -> list[Span]:
        """Return what the word at `start`, which is nothing known as it is written, may be a slip or a form of."""
        word = search.texts[start]
        # A word of the history is no slip of another: APLMS is not AsLMS misspelt.
        if search.explicit or not self._is_plain(word):
            return self._slips(search, start, limit)
        base = self._base_of(word)
        if base is not None:
            return [Span(start, start + 1, word, cue=base, slips=1)]
        # What only looks made from an English word may well be a cue misspelt: "winer" is nobody with wine.
        if word.endswith("er") and not (is_listed(word) or self._is_prose(word)):
            return list(filter(None, [self.cues.near(search.texts, start)]))
        return []

    def _base_of(self, word: str) -> str | None:
        """Return the cue that a form nobody writes is made from: "happend" is "happen"."""
        if is_listed(word) or self._is_prose(word):
            return None
        bases = (word.removesuffix(ending) for ending in _FORMS if word.endswith(ending))
        found = (self.cues.at((base,), 0, 1) for base in bases if len(base) >= _LONG_ENOUGH)
        return next((span.cue for span in found if span is not None and not span.is_skip), None)

    def _is_plain(self, word: str) -> bool:
        """Say whether `word` is one of its own and no slip of another: an English word, or one of the history."""
        return word in self._ordinary or is_english(word) or self._is_prose(word)

    def _slips(self, search: _Search, start: int, limit: int) -> list[Span]:
        texts = search.texts
        found = [
            self._classes.near(texts, start, limit) if Kind.CLASS in search.kinds else None,
            self.cues.near(texts, start),
            self._phrases.near(texts, start) if Kind.COUNTRY in search.kinds else None,
            self._name(search, start, limit, self.gazetteer.near(texts[start])),
        ]
        return [span for span in found if span is not None]

    def _name(self, search: _Search, start: int, limit: int, candidates: dict[int, int]) -> Span | None:
        if not candidates:
            return None
        # Mostly a name is said whole with nothing behind it: then no part of it is looked at.
        longest = min(start + _WINDOW, limit)
        whole = self.gazetteer.whole(search.texts[start:longest])
        span = self._named(search, start, longest, whole) if whole else None
        if span is not None:
            return span
        windows = [(start + 1, candidates)]
        for end in range(start + 1, longest):
            following = self.gazetteer.exact(search.texts[end]) or self._near(search, end)
            candidates = {n: slips + following[n] for n, slips in candidates.items() if n in following}
            if not candidates:
                break
            windows.append((end + 1, candidates))
        for end, found in reversed(windows):
            span = self._named(search, start, end, found)
            if span is not None:
                return span
        return None

    def _near(self, search: _Search, position: int) -> dict[int, int]:
        word = search.texts[position]
        return {} if not search.explicit and word in self.cues else self.gazetteer.beside(word)

    def _named(self, search: _Search, start: int, end: int, candidates: dict[int, int]) -> Span | None:
        said = search.texts[start:end]
        span = self.gazetteer.best(said, candidates, search.kinds, start) if candidates else None
        if span is None or search.explicit:
            return span
        # Everyday words are no name by themselves: "love" is not Jordan Love, "full list" not Chandler Hull's list.
        everyday = len(said) == 1 and said[0] in self._ordinary
        # Nor does a part of a name begin with a cue: in "won with Algarve" nobody says "with Algarve".
        return None if everyday or (not span.full and said[0] in self.cues) else span

    def _joined(self, search: _Search, spans: Sequence[Span]) -> tuple[Span, ...]:
        """Join neighbours that are one misspelt name: in `Allen Simonsen`, Allen is Allan, not James Allen."""
        if len(spans) == 1 or not any(span.refs and not span.full for span in spans):
            return tuple(spans)
        joined: list[Span] = []
        position = 0
        while position < len(spans):
            span = self._join(search, spans[position : position + _JOINED]) or spans[position]
            joined.append(span)
            position += sum(one.end <= span.end for one in spans[position:])
        return tuple(joined)

    def _join(self, search: _Search, window: Sequence[Span]) -> Span | None:
        for length in range(len(window), 1, -1):
            part = window[:length]
            if not _may_join(part):
                continue
            start, end = part[0].start, part[-1].end
            candidates = self.gazetteer.near(search.texts[start])
            for word in search.texts[start + 1 : end]:
                following = self.gazetteer.near(word)
                candidates = {n: slips + following[n] for n, slips in candidates.items() if n in following}
            said = search.texts[start:end]
            named = self.gazetteer.best(said, candidates, search.kinds, start) if candidates else None
            if named is not None and named.full:
                return named
        return None


def _years(line: Line) -> dict[int, Span]:
    found = {}
    for years in find_years(line.text):
        inside = [n for n, token in enumerate(line.tokens) if token.start < years.end and token.end > years.start]
        if inside:
            said = line.text[years.start : years.end]
            found[inside[0]] = Span(inside[0], inside[-1] + 1, said, years=years)
    return found


def _may_join(part: Sequence[Span]) -> bool:
    """At least one is a part of a name; none is a whole name of several words, a class or years."""
    if not any(span.refs and not span.full for span in part):
        return False
    return all(span.years is None and (not span.full or span.cue is not None or _is_short(span)) for span in part)


def _is_short(span: Span) -> bool:
    return span.end - span.start == 1 and bool(span.refs) and span.refs[0].kind in _PEOPLE_AND_PLACES


def _strongest(spans: Sequence[Span]) -> Span:
    """Return the best span; misspelt names of two kinds that are equally near are one ambiguous span."""
    best = max(spans, key=_strength)
    tied = [span for span in spans if span.slips and span.refs and _strength(span)[:2] == _strength(best)[:2]]
    if not best.refs or len(tied) < _PAIR:
        return best
    return best._replace(refs=tuple(dict.fromkeys([ref for span in tied for ref in span.refs])))


def _strength(span: Span) -> tuple[int, int, bool, bool]:
    kind = span.refs[0].kind if span.refs else None
    return -span.slips, span.end - span.start, span.full and kind is not None, kind is Kind.CLASS
