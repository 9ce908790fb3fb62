"""The gazetteer: every name and alias in the knowledge base, found by any part that tells it apart.

A name is found by the words it is made of, in any order, with slips as `bot.text.similarity` allows. Windows of words
are matched, never a whole question, and a window of generic words only (`racing team`) matches nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from bot.knowledge.base import Knowledge
from bot.text.fold import words
from bot.text.similarity import SlipIndex
from bot.understanding.spans import Kind, Ref, Span

_PAIR = 2
_SHORTEST_PLURAL = 4
_KEPT = 1_024
_NO_NAMES: dict[int, int] = {}
# Why one name is meant rather than another: whether it is only a part of it, how many slips, how many telling words are
# left unsaid. Earlier ones always win. A plain tuple, as one is made for every name that a word is in.
_Rank = tuple[bool, int, int]


@dataclass(frozen=True, slots=True)
class Name:
    """One spelling of one thing. `weight` ranks things that share a part: champions before race winners."""

    ref: Ref
    label: str
    words: tuple[str, ...]
    weight: int = 0


Postings = Mapping[str, dict[int, int]]


def names_of(knowledge: Knowledge) -> Iterator[Name]:
    """Yield every name by which something in `knowledge` may be called, with parts that may stand alone."""
    for driver in knowledge.drivers.values():
        weight = 0 if driver.id in knowledge.titles_of_driver else 1
        spellings = (driver.name, *driver.aliases, *(native.text for native in driver.native))
        yield from _names(Ref(Kind.DRIVER, driver.id), spellings, weight)
    for team in knowledge.teams.values():
        weight = 0 if team.id in knowledge.titles_of_team else 1
        spellings = (team.name, *(used.name for used in team.names), *team.aliases, *(n.text for n in team.native))
        yield from _names(Ref(Kind.TEAM, team.id), spellings, weight)
    for circuit in knowledge.circuits.values():
        spellings = (
            circuit.name,
            *(former.name for former in circuit.names),
            *circuit.aliases,
            *(native.text for native in circuit.native),
        )
        yield from _names(Ref(Kind.CIRCUIT, circuit.id), spellings, 0)


def _names(ref: Ref, spellings: Iterable[str], weight: int) -> Iterator[Name]:
    seen: set[tuple[str, ...]] = set()
    for spelling in spellings:
        cut = words(spelling)
        # People drop the hyphen as often as they type a space for it: G-Drive, g drive, gdrive.
        joined = words(spelling.replace("-", "").replace("/", " "))
        # Nobody writes a driver in one word, but abudhabi and thebend are common.
        together = ("".join(cut),) if len(cut) == _PAIR and ref.kind is not Kind.DRIVER else cut
        for variant in (cut, joined, together):
            if variant and variant not in seen:
                seen.add(variant)
                yield Name(ref, spelling, variant, weight)


def _near(postings: Postings, generic: frozenset[str], slips: SlipIndex, word: str) -> dict[int, int]:
    """Return the names that hold `word` or a word it may be a slip of, with the number of slips."""
    found: dict[int, int] = dict(postings.get(word, {}))
    # A name with a plural or possessive s is that name, not one a slip away: "chens" are Chens, not Cheng.
    # A name that short is said as it is written: "yes" is not Yifei Ye's.
    if not found and len(word) > _SHORTEST_PLURAL and word.endswith("s") and word[:-1] in postings:
        return dict.fromkeys(postings[word[:-1]], int(word[:-1] not in generic))
    for slip in slips.near(word):
        for number in postings[slip.known]:
            found.setdefault(number, slip.slips)
    return found


class Gazetteer:
    """Names by word. Built once; read by the tagger and by autocomplete.

    Nothing in it points back at it, so that it goes with the last who holds it: no collector of garbage need come.
    """

    def __init__(self, names: Iterable[Name], generic: Iterable[str]) -> None:
        self.names = tuple(names)
        self.generic = frozenset(generic)
        postings: defaultdict[str, dict[int, int]] = defaultdict(dict)
        for number, name in enumerate(self.names):
            for word in name.words:
                postings[word][number] = 0
        self._postings = dict(postings)
        self.words = frozenset(self._postings)
        self._slips = SlipIndex(self.words)
        self._kinds = [name.ref.kind for name in self.names]
        self._said_whole = [len(set(name.words)) for name in self.names]
        self._whole: defaultdict[frozenset[str], dict[int, int]] = defaultdict(dict)
        for number, name in enumerate(self.names):
            self._whole[frozenset(name.words)][number] = 0
        self.near = partial(_near, self._postings, self.generic, self._slips)
        # As `near`, for what stands beside names: "and" and its like are looked up again and again.
        self.beside = lru_cache(_KEPT)(self.near)
        self._telling = [sum(word not in self.generic for word in name.words) for name in self.names]
        self._ends = frozenset((name.ref, name.words[-1]) for name in self.names)

    def exact(self, word: str) -> dict[int, int]:
        """Return the names that hold `word`, each with no slip."""
        return self._postings.get(word, _NO_NAMES)

    def whole(self, said: Iterable[str]) -> dict[int, int]:
        """Return the names that are made of just the words `said`, in whichever order, each with no slip."""
        return self._whole.get(frozenset(said), _NO_NAMES)

    def ends(self, ref: Ref, word: str) -> bool:
        """Say whether a name of `ref` ends in `word`, as people's names do in the family's."""
        return (ref, word) in self._ends

    def best(self, said: Sequence[str], candidates: dict[int, int], kinds: frozenset[Kind], start: int) -> Span | None:
        """Return the span of `said`, from token `start`, given the names that hold all its words; None if no name may.

        Whole names come before parts, then fewest slips, then fewest telling words left unsaid; ties are all returned.
        """
        size = len(set(said))
        telling = len(said) if self.generic.isdisjoint(said) else sum([word not in self.generic for word in said])
        ranked: dict[_Rank, list[Name]] = {}
        for number, slips in candidates.items():
            part = self._said_whole[number] > size
            # Generic words alone are a part of no name: "racing team" means none of them.
            if (telling or not part) and self._kinds[number] in kinds:
                unsaid = self._telling[number] - telling
                ranked.setdefault((part, slips, unsaid if unsaid > 0 else 0), []).append(self.names[number])
        if not ranked:
            return None
        rank = part, fewest, _ = min(ranked)
        top = tied = ranked[rank]
        if part and len(ranked) > 1:
            tied = [name for one, names in ranked.items() if one[:2] == rank[:2] for name in names]
            # Any part of a person's name is as good as another; how long the rest is says nothing.
            top = tied if any(name.ref.kind is Kind.DRIVER for name in tied) else top
        if len(tied) == 1:
            return Span(start, start + len(said), " ".join(said), (tied[0].ref,), slips=fewest, full=not part)
        lightest = min([name.weight for name in top])
        refs = tuple(dict.fromkeys([name.ref for name in top if name.weight == lightest]))
        others = tuple(dict.fromkeys([name.ref for name in tied if name.ref not in refs]))
        return Span(start, start + len(said), " ".join(said), refs, others, slips=fewest, full=not part)
