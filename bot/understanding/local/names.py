"""The names that only one server knows: its nicknames and its topics, found as all names are.

They stand beside the names of the series and change none of them: a whole name of the server's is found where nothing
longer is, a part of one, or a misspelt one, only where nothing else is known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from bot.server_facts.model import Nickname, ServerNotes, SubjectKind, Topic
from bot.text.fold import words
from bot.text.seasons import Spelling, Years
from bot.understanding.gazetteer import Gazetteer, Name
from bot.understanding.spans import Kind, Ref, Span

_ARTICLES = frozenset({"the", "a", "an"})
_PAIR = 2
_WINDOW = 7
_YEAR = 4
# What each kind of subject is among names.
KINDS = {
    SubjectKind.DRIVER: Kind.DRIVER,
    SubjectKind.TEAM: Kind.TEAM,
    SubjectKind.CIRCUIT: Kind.CIRCUIT,
    SubjectKind.CLASS: Kind.CLASS,
    SubjectKind.SEASON: Kind.SEASON,
    SubjectKind.TOPIC: Kind.LOCAL,
}


class LocalNames:
    """Nicknames and topics of one server, by their words. `topics` are the names of its topics by their ids."""

    def __init__(self, nicknames: Iterable[Nickname] = (), topics: Iterable[Topic] = ()) -> None:
        self.topics: Mapping[str, str] = {topic.id: topic.name for topic in topics}
        known = [(Ref(KINDS[one.subject.kind], one.subject.id), one.name) for one in nicknames]
        known += [(Ref(Kind.LOCAL, one), name) for one, name in self.topics.items()]
        self.names = tuple(name for ref, spelling in known for name in _variants(ref, spelling))
        self._gazetteer = Gazetteer(self.names, ())
        self._whole: dict[tuple[str, ...], tuple[Ref, ...]] = {}
        self._longest: dict[str, int] = {}
        for name in self.names:
            self._whole[name.words] = tuple(dict.fromkeys((*self._whole.get(name.words, ()), name.ref)))
            self._longest[name.words[0]] = max(self._longest.get(name.words[0], 0), len(name.words))

    @classmethod
    def of(cls, notes: ServerNotes) -> LocalNames:
        """Return the names in `notes`, all of which stand for something that is there."""
        return cls(notes.nicknames, notes.topics)

    def __bool__(self) -> bool:
        return bool(self.names)

    def said_whole(self, texts: Sequence[str]) -> bool:
        """Say whether a whole name stands anywhere in `texts`, its words in order."""
        return any(
            self._at(texts, start, _ANY) is not None for start, text in enumerate(texts) if text in self._longest
        )

    def may_be_said(self, texts: Sequence[str]) -> bool:
        """Say whether any of `texts` is a word of a name, or near one."""
        return any(self._gazetteer.exact(text) or self._gazetteer.near(text) for text in texts)

    def instead(
        self, span: Span, texts: Sequence[str], kinds: frozenset[Kind], is_plain: Callable[[str], bool]
    ) -> Span:
        """Return what stands at the beginning of `span` here: `span`, unless a name of this server fits better."""
        start = span.start
        kinds = kinds | {Kind.SEASON}
        whole = self._at(texts, start, kinds)
        if whole is not None and (whole.end >= span.end or span.slips):
            return _as_season(whole)
        loose = self._loose(texts, start, kinds, is_plain) if whole is None else None
        if loose is None:
            return span
        unknown = not span.refs and span.cue is None and span.years is None
        # A misspelt name of ours may begin with a word that means something by itself, but not be one.
        longer = loose.full and loose.end > span.end and not span.refs and span.years is None
        better = bool(span.slips) and (loose.slips, -loose.end) < (span.slips, -span.end)
        return _as_season(loose) if unknown or longer or better else span

    def _at(self, texts: Sequence[str], start: int, kinds: frozenset[Kind]) -> Span | None:
        for end in range(min(start + self._longest.get(texts[start], 0), len(texts)), start, -1):
            refs = tuple([ref for ref in self._whole.get(tuple(texts[start:end]), ()) if ref.kind in kinds])
            if refs:
                return Span(start, end, " ".join(texts[start:end]), refs)
        return None

    def _loose(
        self, texts: Sequence[str], start: int, kinds: frozenset[Kind], is_plain: Callable[[str], bool]
    ) -> Span | None:
        """Return the longest name, or part of one, that begins at `start`, slips allowed."""

        def near(word: str) -> dict[int, int]:
            exact = self._gazetteer.exact(word)
            return exact or ({} if is_plain(word) else self._gazetteer.near(word))

        candidates = near(texts[start])
        found: Span | None = None
        for end in range(start + 1, min(start + _WINDOW, len(texts)) + 1):
            if not candidates:
                break
            said = texts[start:end]
            best = self._gazetteer.best(said, candidates, kinds, start)
            # Everyday words are no part of a nickname: not all that is green is the Green Hell.
            everyday = best is not None and not best.full and _is_nickname(best) and all(map(is_plain, said))
            found = found if best is None or everyday else best
            following = near(texts[end]) if end < len(texts) else {}
            candidates = {n: slips + following[n] for n, slips in candidates.items() if n in following}
        return found


_ANY = frozenset(Kind)


def _variants(ref: Ref, spelling: str) -> Iterator[Name]:
    """Yield the ways to say a name: as it is, without its article, with nothing between its words."""
    cut = words(spelling)
    bare = cut[1:] if len(cut) > 1 and cut[0] in _ARTICLES else cut
    dashed = words(spelling.replace("-", ""))
    together = ("".join(bare),) if len(bare) == _PAIR else bare
    yield from (Name(ref, spelling, one) for one in dict.fromkeys((cut, bare, dashed, together)) if one)


def _is_nickname(span: Span) -> bool:
    return any(ref.kind is not Kind.LOCAL for ref in span.refs)


def _as_season(span: Span) -> Span:
    """Return the nickname of a season as its years, which is how every reading knows seasons."""
    # A name that something else goes by too is no season's: times are not chosen among.
    others = tuple([one for one in span.refs if one.kind is not Kind.SEASON])
    if others:
        return span._replace(refs=others)
    said = span.refs[0].id
    first = int(said[:_YEAR])
    last = first + ("-" in said)
    kind = Spelling.SEASON if last > first else Spelling.YEAR
    return span._replace(refs=(), years=Years(kind, first, last, 0, 0))


NO_NAMES = LocalNames()
