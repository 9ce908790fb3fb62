"""What is remembered of a question and its answer, for the next one to ask on from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bot.understanding.outcomes import Read, Understood, Unsure
from bot.understanding.pointing import pointing
from bot.understanding.queries import Courtesy, Each, Help, Query
from bot.understanding.slots import Slots, holding
from bot.understanding.spans import Span

# For so many seconds a question may ask on from the one before by the same person in the same place.
LASTS = 300.0
KINDS = ("drivers", "teams", "circuits", "classes", "countries")
_PAIR = 2
_NOTHING = Slots()


class Before(NamedTuple):
    """What a question may ask on from.

    `slots` are those of the question, `about` what its answer told about, as slots that could name it, the foremost
    first. `both` holds two of a kind that were spoken of one after the other. `in_vain` says that nothing was found,
    `earlier` is what was spoken of before a question was put back, `lost` says that the last question was about
    nothing known. `crew` is whom a member was asked about, `spans` are what was said,
    `previous` is what was spoken of one question further back. `edition` numbers the knowledge it is of: what it names
    need not be in another.
    """

    slots: Slots
    about: tuple[Slots, ...] = ()
    query: Query | None = None
    both: Slots | None = None
    in_vain: bool = False
    earlier: Before | None = None
    lost: bool = False
    crew: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    previous: Before | None = None
    edition: int = 0


def remembered(read: Read, about: tuple[Slots, ...] | None, before: Before | None, edition: int = 0) -> Before | None:
    """Return what a next question may ask on from, with the `edition` of the knowledge it was answered from.

    `about` is what the answer told about, None where there was none.
    """
    reading = read.reading
    if isinstance(reading, Understood):
        # What is asked of each of a crew is an aside: the next question goes on from the title they won.
        if isinstance(reading.query, Courtesy | Help) or (before and isinstance(reading.query, Each)):
            return before
        slots = reading.slots if reading.slots != _NOTHING else read.slots or _NOTHING
        told = about or ()
        return Before(
            slots,
            told,
            reading.query,
            _both(slots, told, before),
            in_vain=about is None,
            crew=_crew(slots, told, before),
            spans=read.spans,
            previous=before._replace(previous=None) if before else None,
            edition=edition,
        )
    if read.slots is None:
        return before
    known = read.slots._replace(unknown=(), cues=read.slots.cues - {"elsewhere"})
    if isinstance(reading, Unsure):
        return Before(
            known,
            before.about if before else (),
            earlier=before._replace(earlier=None) if before else None,
            edition=edition,
        )
    if known.present or getattr(reading, "code", "") in ("unknown_season", "unknown_turn"):
        return Before(known, edition=edition)
    pointed = bool(pointing(read.spans, known))
    return before._replace(lost=True) if before and read.slots.unknown and not pointed else before


def _crew(slots: Slots, about: Sequence[Slots], before: Before | None) -> tuple[str, ...]:
    """Return the crew that was told, or the one of which a member was asked about."""
    told = next((one.drivers for one in about if len(one.drivers) > 1), ())
    if told or before is None:
        return told
    crew = before.crew
    return crew if slots.drivers and set(slots.drivers) <= set(crew) else ()


def _both(slots: Slots, about: Sequence[Slots], before: Before | None) -> Slots | None:
    """Return the two of a kind that the question named, or that were named one after the other."""
    named_any = False
    for kind in KINDS:
        named = getattr(slots, kind)
        now = named or _first_told(about, kind)
        if len(now) == _PAIR:
            return holding(kind, now)
        if not named:
            continue
        named_any = True
        then = getattr(before.slots, kind) if before else ()
        if len(named) == len(then) == 1 and named != then:
            return holding(kind, (*then, *named))
    return before.both if before and not named_any else None


def _first_told(about: Sequence[Slots], kind: str) -> tuple[str, ...]:
    for one in about:
        told: tuple[str, ...] = getattr(one, kind)
        if told:
            return told
    return ()
