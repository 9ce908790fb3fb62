"""Slots: the spans of one reading, sorted by what they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, compress, groupby, islice, product
from operator import itemgetter
from typing import NamedTuple

from bot.understanding.days import MONTHS, WITHIN_SEASON, bound_by_day, day_in
from bot.understanding.numbers import hours_in, read_numbers
from bot.understanding.queries import Bound, By, Counted, Seasons
from bot.understanding.spans import FAINT, SKIP, Kind, Ref, Span
from bot.understanding.time import Time

_MOST_READINGS = 12


class Pair(NamedTuple):
    """What is ranked, and what is counted for each of it; `every` asks for all there are."""

    by: By
    of: By
    every: bool = False


class Slots(NamedTuple):
    """What a reading of a question holds. Names are ids; `cues` are those not used up by the time."""

    cues: frozenset[str] = frozenset()
    seasons: Seasons | None = None
    several: tuple[Seasons, ...] = ()
    classes: tuple[str, ...] = ()
    drivers: tuple[str, ...] = ()
    teams: tuple[str, ...] = ()
    circuits: tuple[str, ...] = ()
    races: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    makes: tuple[str, ...] = ()
    models: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    designers: tuple[str, ...] = ()
    localities: tuple[str, ...] = ()
    locals: tuple[str, ...] = ()
    number: int | None = None
    amount: int | None = None
    bound: Bound | None = None
    opened: Bound | None = None
    hours: int | None = None
    month: int | None = None
    day: int | None = None
    unknown: tuple[str, ...] = ()
    pair: Pair | None = None
    lacking: Counted | None = None

    @property
    def sizes(self) -> tuple[int, ...]:
        """How many things each slot of `SIZED` holds, in that order."""
        return (*map(len, _named(self)), *[one is not None for one in _told(self)], len(self.several))

    @property
    def present(self) -> frozenset[str]:
        """The names of the slots that are filled."""
        return filled(self.sizes)


NAMED = (
    "classes",
    "drivers",
    "teams",
    "circuits",
    "races",
    "countries",
    "places",
    "topics",
    "facts",
    "makes",
    "models",
    "regions",
    "designers",
    "localities",
    "locals",
)
_TOLD = ("seasons", "number", "amount", "bound", "opened", "hours", "month", "day")
SIZED = (*NAMED, *_TOLD, "several")
_FILLED = SIZED[:-1]
# The values of these slots, taken out at once: every question asks for them several times.
_named, _told = (itemgetter(*map(Slots._fields.index, names)) for names in (NAMED, _TOLD))


def holding(slot: str, ids: tuple[str, ...]) -> Slots:
    """Return slots of which only the one called `slot` is filled."""
    return Slots()._replace(**{slot: ids})  # type: ignore[arg-type]


def filled(sizes: Sequence[int]) -> frozenset[str]:
    """Return the names of the slots that hold something, by their sizes; a pair of seasons fills no slot of its own."""
    return frozenset(compress(_FILLED, sizes))


SLOT_OF = {
    Kind.CLASS: "classes",
    Kind.DRIVER: "drivers",
    Kind.TEAM: "teams",
    Kind.CIRCUIT: "circuits",
    Kind.RACE: "races",
    Kind.COUNTRY: "countries",
    Kind.TOPIC: "topics",
    Kind.FACT: "facts",
    Kind.MAKE: "makes",
    Kind.MODEL: "models",
    Kind.REGION: "regions",
    Kind.DESIGNER: "designers",
    Kind.LOCALITY: "localities",
    Kind.LOCAL: "locals",
}


class Choice(NamedTuple):
    """One way to settle the ambiguous names of a question: which thing each span stands for."""

    picked: tuple[tuple[Span, Ref], ...]
    slots: Slots


def readings(spans: Sequence[Span], time: Time, *, kinds: frozenset[Kind] | None = None) -> Iterator[Choice]:
    """Yield the ways `spans` can be read, one for each choice among ambiguous names; at most a dozen."""
    options = [_meant(span, kinds) for span in spans if span.refs]
    for ways in islice(product(*options), _MOST_READINGS):
        picked = tuple(chain.from_iterable(ways))
        yield Choice(picked, _filled(spans, picked, time))


def _meant(span: Span, kinds: frozenset[Kind] | None) -> list[tuple[tuple[Span, Ref], ...]]:
    """Return what `span` may mean, each as everything that it means then."""
    refs = span.refs if kinds is None else [ref for ref in span.refs if ref.kind in kinds] or span.refs
    return [tuple([(span, ref) for ref in refs])] if span.every else [((span, ref),) for ref in refs]


def _filled(spans: Sequence[Span], picked: Sequence[tuple[Span, Ref]], time: Time) -> Slots:
    names: dict[str, list[str]] = {}
    for span, ref in picked:
        slot = "places" if ref.kind is Kind.COUNTRY and _is_place(spans, span) else SLOT_OF[ref.kind]
        ids = names.setdefault(slot, [])
        if ref.id not in ids:
            ids.append(ref.id)
    slots = Slots(
        seasons=time.seasons,
        several=time.several,
        opened=time.opened,
        **{slot: tuple(ids) for slot, ids in names.items()},  # type: ignore[arg-type]
    )
    # Commands mostly say names and years alone: then no word is left that could count, ask, or tell a day.
    if time.day is None and all(span.cue is None and (span.refs or span.years) for span in spans):
        return slots
    return _with_words(slots, spans, time)


def _with_words(slots: Slots, spans: Sequence[Span], time: Time) -> Slots:
    """Return `slots` with what is said in `spans` by other words than names and years."""
    # The month in which a season began is no month to keep to.
    dated = [span for span in spans if span.cue not in time.used or span.cue not in MONTHS]
    day, hours = day_in(dated), hours_in(spans)
    read = [span for span in (time.number, day.number, hours.span) if span is not None]
    loose = [span for span in spans if not span.refs and span.cue is None and span.years is None and span not in read]
    # A hyphenated cue stands for each of its parts: "race wins" for race and win.
    meant = [span.cue for span in spans if span.cue not in (None, SKIP, FAINT) and span not in read]
    said = frozenset([part for cue in meant if cue for part in cue.split("-")])
    numbers = read_numbers(spans, said - time.used, read)
    month, of_month = time.day or day[:2]
    cues = numbers.cues.difference(MONTHS)
    if month and bound_by_day(dated):
        cues |= {WITHIN_SEASON}
    return slots._replace(
        cues=cues,
        number=numbers.number,
        amount=numbers.amount,
        bound=numbers.bound,
        hours=hours.number,
        month=month,
        day=of_month,
        unknown=tuple(_phrases([span for span in loose if span not in numbers.said])) if loose else (),
    )


def _phrases(spans: Sequence[Span]) -> Iterator[str]:
    """Yield what was said in `spans`, those next to each other as one: `max verstappen`."""
    for _, row in groupby(enumerate(spans), key=lambda one: one[1].start - one[0]):
        yield " ".join(span.said for _, span in row)


def _is_place(spans: Sequence[Span], country: Span) -> bool:
    """True where a country is a place (`in Japan`), not a nationality (`from Japan`, `Japanese`)."""
    before = spans[spans.index(country) - 1].said if spans.index(country) else ""
    return before.split()[-1:] in (["in"], ["at"], ["to"], ["visit"], ["visited"]) or before == "in the"
