"""Free questions: by the shape they have, or by an entry of the history that answers them, or with a reason why not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.text.seasons import Spelling
from bot.text.tokens import Line
from bot.understanding.before import Before
from bot.understanding.conversation import begins_on
from bot.understanding.counted import with_counted
from bot.understanding.days import WITHIN_SEASON
from bot.understanding.listener import Heard
from bot.understanding.means import Means, no_such_season
from bot.understanding.opinions import OPINION, measured
from bot.understanding.outcomes import Read, Reading, Understood
from bot.understanding.partly import PartlyNamed
from bot.understanding.polarity import OF_ALL, WHETHER, with_polarity
from bot.understanding.queries import History, SeriesProfile
from bot.understanding.refusing import CHART, Refuser
from bot.understanding.retrieval import Extent
from bot.understanding.shapes import NEUTRAL
from bot.understanding.slots import Choice, Slots, readings
from bot.understanding.spans import Kind, Span, cue_set
from bot.understanding.time import UnknownSeason
from bot.understanding.turns import swapped

_ASKING = frozenset({"who"})
_ASKING_TOPICS = NEUTRAL | cue_set("who team driver title win soft")
_REASONS = frozenset({"why", "how"})
# How many cars there were is not how many races.
_CARS = (frozenset({"count", "car"}), frozenset({"count", "car-makes"}))
_RACES_COUNTED = cue_set("count race")
_NEVER_PROSE = frozenset({CHART, OF_ALL, WITHIN_SEASON, OPINION})
# With these a question that fits a shape may still be one that only an entry of the history answers.
_TELLING = cue_set("history only not not-except asian soft modal length standings car-chassis")
# What is passed over, step by step, where nothing else answers: words that were only said by the way, then words for
# what is done, which often tell nothing that the rest does not. Then neither Yes nor No can be said.
_PASSED_OVER = (cue_set("soft"), cue_set(f"soft uses introduced ended became exist ran drove how about {WHETHER}"))
# What is most of something is only told by an entry that tells just that: one that mentions it may tell of less.
_MEASURING = cue_set("most fewest longest shortest oldest count often amount exactly atleast only")


class FreeReader:
    """Reads free questions."""

    def __init__(self, means: Means) -> None:
        self._means = means
        self._refuser = Refuser(means)
        self._partly = PartlyNamed(means.knowledge)

    def read(self, line: Line, before: Before | None, *, prose: bool = True, extent: Extent = Extent.MOST) -> Read:
        """Return the reading of `line` asked after `before`; with `prose` an entry of the history may answer it."""
        spans = self._tagged(line, before)
        time = self._means.times.read(spans)
        if time.unknown is not None:
            asks_on = before is not None and begins_on(line)
            tells = prose and not asks_on
            past = self._read_past(spans, time.unknown, extent=extent) if tells else no_such_season(time.unknown)
            return Read(past, spans, next(readings(spans, time)).slots)
        polar = [Choice(one.picked, with_polarity(line, spans, measured(one.slots))) for one in readings(spans, time)]
        choices = [Choice(one.picked, with_counted(spans, one.slots)) for one in polar]
        heard = self._means.listener.hear(line, spans, choices, before)
        if not isinstance(heard.end, list):
            return Read(heard.end, spans, choices[0].slots)
        found: Reading | None = self._partly.asked_back(line, choices[0].slots) if not heard.end else None
        foreign = any(span.cue == "foreign" for span in spans)
        if found is None and prose and _may_be_prose(choices[0].slots) and not foreign:
            # Who won another race is no question on what the history says of it.
            found = self._read_prose(spans, heard, choices[0].slots, extent=extent)
            # A fact that was just told is no reason for itself.
            again = heard.otherwise is not None and isinstance(getattr(found, "query", None), SeriesProfile)
            found = None if again else found
        if found is not None:
            return Read(found, spans, choices[0].slots)
        for passed_over in _PASSED_OVER:
            if not heard.end:
                fewer = list(_without(choices, passed_over))
                heard = self._means.listener.hear(line, spans, fewer, before) if fewer else heard
        if not isinstance(heard.end, list):
            return Read(heard.end, spans, choices[0].slots)
        if heard.end:
            return Read(self._means.settled(line, spans, heard.end), spans, heard.end[0][0].slots)
        told = self._of_topic(line, choices[0].slots) if prose else None
        refused = heard.otherwise or self._refuser.refuse(choices[0], spans)
        return Read(told or refused, spans, choices[0].slots)

    def _tagged(self, line: Line, before: Before | None) -> tuple[Span, ...]:
        tagger = self._means.tagger
        spans = tagger.tag(line)
        if any(span.cue == "history" for span in spans):
            spans = tagger.tag(line, topics=True)
        return swapped(line, spans, before, tagger.tag, self._means.naming) if before is not None else spans

    def _read_prose(self, spans: Sequence[Span], heard: Heard, now: Slots, *, extent: Extent) -> Reading | None:
        """Return the entries that answer a question which fits nothing, or that know better than what it fits."""
        if now.present == {"regions"} and now.cues >= _RACES_COUNTED and not now.unknown:
            # A part of the world is named in many entries; none of them counts its races.
            return None
        cues = {span.cue for span in spans}
        # Whose points they were, an entry tells better than a table.
        points = "standings" in cues and bool(now.drivers or now.teams)
        sure = (
            bool(heard.end)
            and heard.surely
            and _REASONS.isdisjoint(cues)
            and not any(cues >= one for one in _CARS)
            and not points
        )
        if sure and (heard.asks_on or _TELLING.isdisjoint(cues)):
            return None
        between = (
            _REASONS.isdisjoint(cues) and not cues.isdisjoint(_MEASURING) and not cues & {"grid"} and not now.unknown
        )
        extent = max(extent, Extent.ONE_TERM if sure else Extent.TERMS if between else Extent.MOST)
        found = self._means.prose.read((*spans, *heard.subject), extent=extent)
        # What "it" is, the words may tell by themselves: "how do you abbreviate it".
        tells = bool(now.unknown) or bool(now.present)
        return self._means.prose.read(spans, extent=extent) if found is None and heard.subject and tells else found

    def _of_topic(self, line: Line, now: Slots) -> Reading | None:
        """Read a question on a topic of the history in a season as one for all that is told of it then, be it nothing.

        No entry answers it by its words: who was invited to Le Mans is not told of every season.
        """
        if now.seasons is None or now.present > {"seasons"}:
            return None
        spans = self._means.tagger.tag(line, topics=True)
        topics = {ref.id for span in spans for ref in span.refs if ref.kind is Kind.TOPIC}
        others = [span for span in spans if not span.is_skip and span.years is None]
        asked = all(span.cue in _ASKING_TOPICS if span.cue else span.refs for span in others)
        return Understood(History(topics.pop(), now.seasons), now) if asked and len(topics) == 1 else None

    def _read_past(self, spans: Sequence[Span], unknown: UnknownSeason, *, extent: Extent) -> Reading:
        """Read a question on a time without a season: only the history can answer it."""
        # Who won then is told only where an entry is asked for in all that was said.
        winner = any(span.cue in ("title", "win") for span in spans)
        meant = [span for span in spans if not span.is_skip and span.cue not in NEUTRAL and span.years is None]
        if not winner and all(span.cue == "history" for span in meant):
            return Understood(History(None, unknown.as_year()), Slots())
        # A class with a season there never was asks for that season; a class with a year may be an entry's.
        season = unknown.kind is Spelling.SEASON and _only_classes(meant)
        return (
            None if season else self._means.prose.read(spans, extent=Extent.ONE_TERM if winner else extent)
        ) or no_such_season(unknown)


def _may_be_prose(slots: Slots) -> bool:
    """Say whether an entry can answer at all: what tells of two makes does not compare them."""
    compared = len(slots.makes) > 1 and not slots.cues.isdisjoint({"compare", "more"})
    return not compared and _NEVER_PROSE.isdisjoint(slots.cues)


def _only_classes(spans: Sequence[Span]) -> bool:
    return all(span.refs and span.refs[0].kind is Kind.CLASS for span in spans)


def _without(choices: Iterable[Choice], passed_over: frozenset[str]) -> Iterator[Choice]:
    """Yield the choices that hold words which are `passed_over`, without them."""
    for one in choices:
        cues = one.slots.cues - passed_over
        # Who made the trophy is not who won it.
        if cues != one.slots.cues and (one.slots.present or len(cues - NEUTRAL - _ASKING) > 1):
            yield Choice(one.picked, one.slots._replace(cues=cues))
