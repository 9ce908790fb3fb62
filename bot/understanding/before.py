"""What is remembered of a question and its answer, for the next one to ask on from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bot.understanding.naming import Naming
from bot.understanding.outcomes import Read, Understood, Unsure
from bot.understanding.pointing import Point, pointing
from bot.understanding.queries import ClassProfile, Courtesy, Each, Focus, Help, Query, Seasons
from bot.understanding.slots import Slots, holding
from bot.understanding.spans import Kind, Ref, Span, cue_set

# For so many seconds a question may ask on from the one before by the same person in the same place.
LASTS = 300.0
KINDS = ("drivers", "teams", "circuits", "classes", "countries")
# With these a question asks; what it asks about are the other words.
ASKING = cue_set("who which when where how count often list about ever since why soft modal faint next not former")
_SUBJECTS = (
    ("classes", Kind.CLASS),
    ("circuits", Kind.CIRCUIT),
    ("teams", Kind.TEAM),
    ("drivers", Kind.DRIVER),
    ("makes", Kind.MAKE),
)
_PAIR = 2
_NOTHING = Slots()


class Before(NamedTuple):
    """What a question may ask on from.

    `slots` are those of the question, `about` what its answer told about, as slots that could name it, the foremost
    first. `both` holds two of a kind that were spoken of one after the other. `in_vain` says that nothing was found,
    `earlier` is what was spoken of before a question was put back, `awaits` the slot that an answer to that would
    fill, `lost` says that the last question was about nothing known. `crew` is whom a member was asked about, `aside`
    what was asked of each of them in between, `spans` are what was said, `previous` is what was spoken of one question
    further back. `edition` numbers the knowledge it is of: what it names need not be in another.
    """

    slots: Slots
    about: tuple[Slots, ...] = ()
    query: Query | None = None
    both: Slots | None = None
    in_vain: bool = False
    earlier: Before | None = None
    awaits: str = ""
    lost: bool = False
    crew: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    aside: Each | None = None
    previous: Before | None = None
    edition: int = 0

    @property
    def season(self) -> Seasons | None:
        """The season in talk: that which was told, else that which was asked about."""
        return next((one.seasons for one in (*self.about, self.slots) if one.seasons is not None), None)

    @property
    def subjects(self) -> Sequence[Ref]:
        """What was named in the question."""
        return [Ref(kind, one) for slot, kind in _SUBJECTS for one in getattr(self.slots, slot)]


def subject_of(before: Before, points: Mapping[Point, str], naming: Naming) -> tuple[Span, ...]:
    """Return what `it` stands for where it is pointed at and one thing was named, as if that had been said."""
    named = before.subjects if points.get(Point.THING) == "it" else ()
    return _as_said(named, naming) if len(named) == 1 else ()


def said_of(before: Before, naming: Naming) -> tuple[Span, ...]:
    """Return the words that said what was spoken of, and what it was about; none where only names were said."""
    if isinstance(before.query, ClassProfile) and before.query.focus is Focus.SUCCESSOR:
        # Why another class took its place is why it ended.
        said: tuple[Span, ...] = (Span(0, 0, "end", cue="ended"),)
    else:
        said = tuple([span for span in before.spans if not span.is_skip and span.cue not in ASKING])
    if all(span.refs or span.years is not None for span in said):
        return ()
    about = [ref for ref in before.subjects if not any(ref in span.refs for span in said)]
    return (*said, *_as_said(about, naming))


def _as_said(named: Sequence[Ref], naming: Naming) -> tuple[Span, ...]:
    return tuple([Span(0, 0, naming.name(ref), (ref,)) for ref in named])


def remembered(read: Read, about: tuple[Slots, ...] | None, before: Before | None, edition: int = 0) -> Before | None:
    """Return what a next question may ask on from, with the `edition` of the knowledge it was answered from.

    `about` is what the answer told about, None where there was none.
    """
    reading = read.reading
    if isinstance(reading, Understood):
        if isinstance(reading.query, Courtesy | Help) or (before and isinstance(reading.query, Each)):
            return _with_aside(before, reading.query)
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
            # Of what can be two things neither was spoken of yet.
            known._replace(**{reading.awaits: Slots._field_defaults[reading.awaits]}) if reading.awaits else known,
            before.about if before else (),
            earlier=before._replace(earlier=None) if before else None,
            awaits=reading.awaits,
            edition=edition,
        )
    if known.present or getattr(reading, "code", "") in ("unknown_season", "unknown_turn"):
        return Before(known, edition=edition)
    pointed = bool(pointing(read.spans, known))
    return before._replace(lost=True) if before and read.slots.unknown and not pointed else before


def _with_aside(before: Before | None, query: Query) -> Before | None:
    """Return `before` after a courtesy, or after what was asked of each of a crew: the title they won stays in talk."""
    return before._replace(aside=query) if before and isinstance(query, Each) else before


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
