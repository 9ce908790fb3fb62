"""Counting occasions within the scope of a question, by whom or what they went to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bot.answering.answer import gathered
from bot.answering.counted_words import counted_said, namer, scope_said, several
from bot.answering.occasions import Ids, Occasion, class_seasons, occasions
from bot.answering.scope import Scope
from bot.knowledge import records
from bot.knowledge.base import Knowledge, SeasonTitle
from bot.knowledge.kept import kept
from bot.knowledge.records import Rank
from bot.understanding.queries import By, Counted, Ranking

# What is counted once only, however often it comes: a champion of two titles is one champion.
_DIFFERENT = {Counted.CHAMPIONS: By.DRIVER, Counted.SEASONS: By.SEASON}


@dataclass(frozen=True, slots=True)
class Tally:
    """What was counted, the `occasions`, and the ranking it comes to.

    `thing` is one of what is counted, `had` how it is had, `scope` the end of a sentence, `name` names a ranked id.
    `whole` is how many different things there are, where those are counted.
    """

    thing: str
    had: str
    scope: str
    name: Callable[[str], str]
    ranks: tuple[Rank, ...]
    sources: Ids
    occasions: tuple[Occasion, ...]
    whole: int = 0

    @property
    def titles(self) -> tuple[SeasonTitle, ...]:
        """The titles among the occasions."""
        return tuple([one.whole for one in self.occasions if isinstance(one.whole, SeasonTitle)])

    @property
    def things(self) -> str:
        """Several of what is counted."""
        return several(self.thing)


@kept(256)
def tally(knowledge: Knowledge, query: Ranking) -> Tally:
    """Count what `query` asks for within its scope: the occasions themselves, or what they are spread over."""
    scope = Scope.of(query)
    counted = [one for one in _occasions(knowledge, query) if _is_within(query, scope, one)]
    pairs = _pairs(knowledge, query, counted)
    thing, had = counted_said(query)
    return Tally(
        thing,
        had,
        scope_said(knowledge, query),
        namer(knowledge, query.by),
        records.ranked([one for one, _ in _without(knowledge, query, pairs)]),
        gathered(*dict.fromkeys(one.source for one in counted)),
        tuple(counted),
        len({other for _, other in pairs}),
    )


def _occasions(knowledge: Knowledge, query: Ranking) -> Sequence[Occasion]:
    if query.counted is Counted.SEASONS and By.CLASS in (query.by, query.of):
        return class_seasons(knowledge)
    return occasions(knowledge, query.counted)


def _is_within(query: Ranking, scope: Scope, one: Occasion) -> bool:
    """Say whether an occasion is of the asked classes, seasons and place."""
    return (
        (not scope.classes or not set(scope.classes).isdisjoint(one.classes))
        and (scope.seasons is None or one.season in scope.seasons.ids)
        and (query.circuit is None or query.circuit in one.has(By.CIRCUIT))
        and (query.country is None or query.country in one.has(By.COUNTRY))
    )


def _pairs(knowledge: Knowledge, query: Ranking, counted: Sequence[Occasion]) -> list[tuple[str, str]]:
    """Return who or what is ranked with what is counted for it: each occasion, or each different thing once."""
    different = query.of or _DIFFERENT.get(query.counted)
    if different is None:
        return [(ranked, "") for one in counted for ranked in _ranked(knowledge, query, one)]
    found = ((ranked, of) for one in counted for ranked in _ranked(knowledge, query, one) for of in one.has(different))
    return list(dict.fromkeys(found))


def _ranked(knowledge: Knowledge, query: Ranking, one: Occasion) -> Iterator[str]:
    """Yield whom or what an occasion counts for; with a nation asked for, only drivers and teams of that nation."""
    home = query.nation
    for ranked in one.has(query.by):
        if home is None or home in _homes(knowledge, query.by, one, ranked):
            yield ranked


def _homes(knowledge: Knowledge, by: By, one: Occasion, ranked: str) -> Ids:
    """Return the nations that what is ranked had on the occasion: its own, or those of whoever drove."""
    if by is By.DRIVER:
        return (knowledge.drivers[ranked].nation or "",)
    if by is By.TEAM:
        return one.has(By.TEAM_NATION)
    return (ranked,) if by in (By.NATION, By.TEAM_NATION) else one.has(By.NATION)


def _without(knowledge: Knowledge, query: Ranking, pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return `pairs` but those of whoever has any of what they are said to lack, at any time and in any class."""
    if query.lacking is None:
        return pairs
    having = {ranked for one in occasions(knowledge, query.lacking) for ranked in one.has(query.by)}
    return [(ranked, of) for ranked, of in pairs if ranked not in having]
