"""Rankings as bars."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from bot.answering.counted_words import numbered, rest_said
from bot.answering.naming import class_name
from bot.answering.pictures.picture import Bar, Bars, Part, Picture, PictureKind
from bot.answering.pictures.words import alt_text, finding, source_line, without_flags
from bot.answering.tally import Tally
from bot.answering.wording import capital, the
from bot.knowledge import records
from bot.knowledge.base import Knowledge
from bot.knowledge.records import Rank
from bot.understanding.queries import By, Counted, Ranking

SHOWN = 10
# One alone is more or less than nobody.
_LEAST = 2
# More leaders than this are counted in the title, not named.
_NAMED = 3
_NATIONS = (By.NATION, By.TEAM_NATION)
_HOLDERS = (By.DRIVER, By.TEAM, By.CLASS, *_NATIONS)
_AWARDS = (Counted.TITLES, Counted.WINS, Counted.OVERALL)
PROTOTYPE, GRAND_TOURER, PLAIN = "#0072b2", "#d55e00", "#3f5a73"
_KINDS = {"prototype": Part("Prototypes", PROTOTYPE, 0), "gt": Part("Grand tourers", GRAND_TOURER, 0)}


def ranking_picture(knowledge: Knowledge, query: Ranking, counted: Tally, lead: str) -> Picture | None:
    """Return the ranking as bars, or None where nobody stands out from others; `lead` is the finding in words."""
    shown = _shown(counted.ranks)
    if len(shown) < _LEAST or shown[0].figure == 1:
        return None
    title = _title(knowledge, query, counted, lead)
    parts = _parts_of(knowledge, query, counted)
    bars = tuple([_bar(knowledge, query, counted, rank, parts.get(rank.id)) for rank in shown])
    left = counted.ranks[len(shown) :]
    argument = f"{query.counted} by {query.by}{counted.scope}"
    kinds = {part.name for one in parts.values() for part in one}
    keyed = query.by in _NATIONS and len(kinds) > 1
    series = Bars(counted.thing, bars, rest_said(left) if left else "", keyed=keyed)
    return Picture(
        PictureKind.RANKING,
        argument,
        title,
        series,
        source_line(knowledge, counted.sources),
        alt_text(f"Bar chart of {argument}", title, [*[f"{bar.name} {bar.figure}" for bar in bars], *_last(series)]),
    )


def _title(knowledge: Knowledge, query: Ranking, counted: Tally, lead: str) -> str:
    best = records.best(counted.ranks)
    if len(best) > _NAMED:
        who = numbered(query.by)[1]
        return f"{len(best)} {who} share the most {counted.things}{counted.scope}: {best[0].figure} each"
    title = finding(lead)
    if query.by in (*_NATIONS, By.COUNTRY):
        # Without a flag in front of it, a country's name stands as in any sentence.
        for country in [knowledge.countries[rank.id] for rank in best]:
            title = title.replace(country.name, the(country), 1)
    return capital(title)


def _last(series: Bars) -> tuple[str, ...]:
    return (series.rest,) if series.rest else ()


def _shown(ranks: Iterable[Rank]) -> list[Rank]:
    """Return the first ten; equals are shown all or not at all."""
    shown: list[Rank] = []
    for _, group in groupby(ranks, key=lambda rank: rank.place):
        equals = list(group)
        if len(shown) + len(equals) > SHOWN + 1:
            break
        shown += equals
    return shown


def _bar(knowledge: Knowledge, query: Ranking, counted: Tally, rank: Rank, parts: tuple[Part, ...] | None) -> Bar:
    name = without_flags(counted.name(rank.id))
    whole = (Part("", PLAIN, rank.figure),)
    return Bar(rank.place, name, _code(knowledge, query.by, rank.id), rank.figure, parts or whole)


def _code(knowledge: Knowledge, by: By, one: str) -> str:
    nation: str | None = None
    if by is By.DRIVER:
        nation = knowledge.drivers[one].nation
    elif by is By.TEAM:
        nation = knowledge.teams[one].nation
    elif by is By.CIRCUIT:
        nation = knowledge.circuits[one].country
    elif by in (*_NATIONS, By.COUNTRY):
        nation = one
    return nation.upper() if nation else ""


def _parts_of(knowledge: Knowledge, query: Ranking, counted: Tally) -> dict[str, tuple[Part, ...]]:
    """Return the titles of each of the ranked by class; of nations, which have many, titles and wins by kind of car.

    Other wins are not told by class: there are so many that their parts have no room for a name.
    """
    if query.by not in _HOLDERS or query.counted not in _AWARDS or query.of is not None:
        return {}
    won: dict[str, Counter[str]] = {}
    for one in counted.occasions:
        for holder in one.has(query.by):
            won.setdefault(holder, Counter())[one.classes[0]] += 1
    order = list(knowledge.classes)
    if len(query.classes) == 1:
        # The title names the class: its colour is enough.
        colour = knowledge.classes[query.classes[0]].colour
        return {holder: (Part("", colour, counts.total()),) for holder, counts in won.items()}
    if query.by in _NATIONS:
        return {holder: _by_kind(knowledge, counts) for holder, counts in won.items()}
    if query.counted is not Counted.TITLES:
        return {}
    return {holder: _by_class(knowledge, counts, order) for holder, counts in won.items()}


def _by_class(knowledge: Knowledge, counts: Counter[str], order: list[str]) -> tuple[Part, ...]:
    classes = sorted(counts, key=order.index)
    return tuple([Part(class_name(knowledge, c), knowledge.classes[c].colour, counts[c]) for c in classes])


def _by_kind(knowledge: Knowledge, counts: Counter[str]) -> tuple[Part, ...]:
    sums: Counter[str] = Counter()
    for race_class, number in counts.items():
        sums[knowledge.classes[race_class].kind] += number
    return tuple([Part(part.name, part.colour, sums[kind]) for kind, part in _KINDS.items() if sums[kind]])
