"""Tagging: which stretches of a question are names, classes, years and cue words, and which are nothing known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.knowledge.base import Knowledge
from bot.text.fold import words
from bot.text.seasons import find_years
from bot.text.similarity import SlipIndex
from bot.text.tokens import Line
from bot.understanding.gazetteer import Gazetteer, names_of
from bot.understanding.spans import Kind, Ref, Span
from bot.understanding.vocabulary import CueWords

_WINDOW = 7
_CLASS_WINDOW = 4
_EVERY = frozenset(Kind)
_TOPICS = frozenset({Kind.TOPIC})
_FREE = frozenset(Kind) - {Kind.TOPIC, Kind.FACT}


class Tagger:
    """Finds spans. Longer beats shorter, whole beats part, exact beats slip; every token ends in exactly one span."""

    def __init__(self, knowledge: Knowledge, prose: frozenset[str] = frozenset()) -> None:
        self._prose = prose
        self._ordinary = frozenset(knowledge.vocabulary.ordinary)
        self.cues = CueWords(knowledge.vocabulary)
        self.gazetteer = Gazetteer(names_of(knowledge), knowledge.vocabulary.generic)
        self._phrases: dict[tuple[str, ...], list[Ref]] = {}
        for ref, spelling in _phrases_of(knowledge):
            # Country codes that are English words (CAN, ARE) are not looked for.
            if spelling.upper() == spelling.upper()[:3] and spelling.lower() in self.cues:
                continue
            refs = self._phrases.setdefault(words(spelling), [])
            if ref not in refs:
                refs.append(ref)
        self._phrases.pop((), None)
        self._longest: dict[str, int] = {}
        for phrase in self._phrases:
            self._longest[phrase[0]] = max(self._longest.get(phrase[0], 0), len(phrase))
        self._country_slips = SlipIndex(
            phrase[0] for phrase, refs in self._phrases.items() if len(phrase) == 1 and refs[0].kind is Kind.COUNTRY
        )
        self._classes: dict[str, str] = {}
        for race_class in knowledge.classes.values():
            for spelling in (race_class.name, *race_class.aliases):
                self._classes.setdefault("".join(words(spelling)), race_class.id)
        self._class_slips = SlipIndex(self._classes)

    def tag(self, line: Line, kinds: frozenset[Kind] | None = None, *, topics: bool = False) -> tuple[Span, ...]:
        """Return the spans that cover all of `line`, in order.

        With `kinds`, only names of those kinds are looked for, and a lone ordinary word may be one of them: in
        `driver French` nobody means a nation. `topics` have everyday names (`first season`): without `kinds` they are
        only looked for where that is asked.
        """
        texts = [token.text for token in line.tokens]
        years = self._years(line)
        spans: list[Span] = []
        start = 0
        while start < len(texts):
            # A topic may have a year in its title: "In the Middle East, from 2021".
            title = self._phrase(texts, start, len(texts), _TOPICS & (kinds or (_EVERY if topics else _FREE)))
            span = (
                title
                or years.get(start)
                or self._at(texts, start, kinds, years, kinds or (_EVERY if topics else _FREE))
            )
            spans.append(span)
            start = span.end
        return tuple(self._joined(texts, spans, kinds))

    def _years(self, line: Line) -> dict[int, Span]:
        found = {}
        for years in find_years(line.text):
            inside = [n for n, token in enumerate(line.tokens) if token.start < years.end and token.end > years.start]
            if inside:
                said = line.text[years.start : years.end]
                found[inside[0]] = Span(inside[0], inside[-1] + 1, said, years=years)
        return found

    def _at(
        self,
        texts: list[str],
        start: int,
        kinds: frozenset[Kind] | None,
        years: dict[int, Span],
        wanted: frozenset[Kind],
    ) -> Span:
        limit = min((end for end in years if end > start), default=len(texts)) if years else len(texts)
        found = [
            span
            for span in (
                self._class(texts, start, limit) if kinds is None or Kind.CLASS in kinds else None,
                self._phrase(texts, start, limit, wanted),
                self._cue(texts, start, limit),
                self._name(texts, start, limit, kinds, near=False),
            )
            if span is not None
        ]
        if kinds is not None:
            named = [span for span in found if span.refs and span.refs[0].kind in kinds]
            found = named or found
        # A word of the history is no slip of another: APLMS is not AsLMS misspelt.
        if not found and (kinds is not None or texts[start] not in self._prose):
            found = self._slip(texts, start, limit, kinds)
        if not found:
            return Span(start, start + 1, texts[start], full=False)
        return max(found, key=_strength)

    def _class(self, texts: list[str], start: int, limit: int) -> Span | None:
        for end in range(min(start + _CLASS_WINDOW, limit), start, -1):
            known = self._classes.get("".join(texts[start:end]))
            if known:
                return Span(start, end, " ".join(texts[start:end]), (Ref(Kind.CLASS, known),))
        return None

    def _phrase(self, texts: list[str], start: int, limit: int, wanted: frozenset[Kind]) -> Span | None:
        for end in range(min(start + self._longest.get(texts[start], 0), limit), start, -1):
            refs = tuple(ref for ref in self._phrases.get(tuple(texts[start:end]), ()) if ref.kind in wanted)
            if refs:
                return Span(start, end, " ".join(texts[start:end]), refs)
        return None

    def _cue(self, texts: list[str], start: int, limit: int) -> Span | None:
        for end, cue in self.cues.at(texts[:limit], start):
            return Span(start, end, " ".join(texts[start:end]), cue=cue)
        return None

    def _name(
        self, texts: list[str], start: int, limit: int, kinds: frozenset[Kind] | None, *, near: bool
    ) -> Span | None:
        look_up = self.gazetteer.near if near else self.gazetteer.exact
        candidates = look_up(texts[start])
        end = start + 1
        best = self._named(texts, start, end, candidates, kinds)
        while end < min(start + _WINDOW, limit) and candidates:
            following = self.gazetteer.exact(texts[end]) or self._word_slips(texts[end], kinds)
            candidates = {n: slips + following[n] for n, slips in candidates.items() if n in following}
            end += 1
            best = self._named(texts, start, end, candidates, kinds) or best
        return best

    def _word_slips(self, word: str, kinds: frozenset[Kind] | None) -> dict[int, int]:
        if kinds is None and word in self.cues:
            return {}
        return self.gazetteer.near(word)

    def _named(
        self, texts: list[str], start: int, end: int, candidates: dict[int, int], kinds: frozenset[Kind] | None
    ) -> Span | None:
        said = texts[start:end]
        span = self.gazetteer.best(said, candidates, kinds) if candidates else None
        if span is None:
            return None
        # Everyday words are no name by themselves: "love" is not Jordan Love, "full list" not Chandler Hull's list.
        everyday = len(said) == 1 and said[0] in self._ordinary
        if kinds is None and (everyday or (not span.full and all(word in self.cues for word in said))):
            return None
        return _placed(span, start, end)

    def _slip(self, texts: list[str], start: int, limit: int, kinds: frozenset[Kind] | None) -> list[Span]:
        word = texts[start]
        found = []
        for end in range(min(start + 2, limit), start, -1):
            slips = self._class_slips.near("".join(texts[start:end]))
            if slips and len({self._classes[slip.known] for slip in slips if slip.slips == slips[0].slips}) == 1:
                ref = Ref(Kind.CLASS, self._classes[slips[0].known])
                found.append(Span(start, end, " ".join(texts[start:end]), (ref,), slips=slips[0].slips))
                break
        cue = self.cues.near(word)
        if cue is not None:
            found.append(Span(start, start + 1, word, cue=cue[0], slips=cue[1]))
        countries = self._country_slips.near(word) if kinds is None or Kind.COUNTRY in kinds else ()
        if countries:
            refs = tuple(self._phrases[countries[0].known,])
            found.append(Span(start, start + 1, word, refs, slips=countries[0].slips))
        name = self._name(texts, start, limit, kinds, near=True)
        if name is not None:
            found.append(name)
        return found

    def _joined(self, texts: list[str], spans: list[Span], kinds: frozenset[Kind] | None) -> Iterator[Span]:
        """Join neighbours that are one misspelt name: in `Allen Simonsen`, Allen is Allan, not James Allen."""
        position = 0
        while position < len(spans):
            span = spans[position]
            joined = self._join(texts, span, spans[position + 1 : position + 3], kinds)
            if joined is None:
                yield span
                position += 1
            else:
                yield joined
                position += sum(one.end <= joined.end for one in spans[position:])

    def _join(
        self, texts: list[str], span: Span, following: Sequence[Span], kinds: frozenset[Kind] | None
    ) -> Span | None:
        window = [span, *following]
        for length in range(len(window), 1, -1):
            part = window[:length]
            if not _may_join(part):
                continue
            start, end = part[0].start, part[-1].end
            candidates = self.gazetteer.near(texts[start])
            for word in texts[start + 1 : end]:
                following_names = self.gazetteer.near(word)
                candidates = {n: slips + following_names[n] for n, slips in candidates.items() if n in following_names}
            named = self.gazetteer.best(texts[start:end], candidates, kinds) if candidates else None
            if named is not None and named.full:
                return _placed(named, start, end)
        return None


def _may_join(part: Sequence[Span]) -> bool:
    """At least one is a part of a name, none is a whole one of several words, a class or years."""
    parts = [span for span in part if span.refs and not span.full]
    return bool(parts) and all(
        not span.years and (not span.full or span.cue is not None or (span.end - span.start == 1 and _is_name(span)))
        for span in part
    )


def _is_name(span: Span) -> bool:
    return bool(span.refs) and span.refs[0].kind in (Kind.DRIVER, Kind.TEAM, Kind.CIRCUIT)


def _placed(span: Span, start: int, end: int) -> Span:
    return Span(start, end, span.said, span.refs, span.others, slips=span.slips, full=span.full)


def _strength(span: Span) -> tuple[int, int, bool, bool]:
    kind = span.refs[0].kind if span.refs else None
    return (-span.slips, span.end - span.start, span.full and kind is not None, kind is Kind.CLASS)


def _phrases_of(knowledge: Knowledge) -> Iterable[tuple[Ref, str]]:
    """Names that are only ever said whole: nations, races, topics."""
    for country in knowledge.countries.values():
        for spelling in (country.name, country.adjective, *country.aliases, country.id, *country.codes):
            yield Ref(Kind.COUNTRY, country.id), spelling
    for circuit in knowledge.circuits.values():
        yield Ref(Kind.RACE, circuit.id), circuit.race
    for race in knowledge.races:
        circuit, name = knowledge.circuits[race.round.circuit], race.round.name.split(",")[0]
        if name != circuit.race:
            yield Ref(Kind.RACE, f"{circuit.id}:{name}"), name
    for topic in knowledge.topics:
        for spelling in (topic.title, *topic.aliases):
            yield Ref(Kind.TOPIC, topic.id), spelling
    for fact in knowledge.series.facts:
        yield Ref(Kind.FACT, fact.id), fact.name
