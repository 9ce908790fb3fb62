"""Times said without a year: `the current season`, `the last three seasons`, `the first two LMP3 champions`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from bot.knowledge.base import Knowledge, span_of
from bot.knowledge.model import Season
from bot.text.numbers import count_of
from bot.understanding.queries import Seasons
from bot.understanding.spans import Kind, Span, cue_set

_ABOUT = cue_set("about anyone skip which race count when where who win title circuit list calendar result grid")
# What stands beside a count; "the past two seasons" says it with a word of the history.
_ENDS = {"last": "last", "history": "last", "previous": "previous", "first": "first"}
_ORDINALS = ("second", "third", "fourth", "fifth", "sixth")
_DECADE = 10
_YEARS_BACK = {"lastyear": 1, "yearbeforelast": 2}
_YEARS = cue_set("year years yr yrs")


class Said(NamedTuple):
    """The seasons that words stand for, the cues that said so, and the number among them."""

    seasons: Seasons
    used: frozenset[str]
    number: Span | None = None


class Count(NamedTuple):
    """A number beside `first`, `last` or their like, and what comes behind the two."""

    number: int
    span: Span
    end: Span
    behind: Sequence[Span]


def counts(spans: Sequence[Span]) -> Count | None:
    """Return the count in `spans`, `last three` or `two most recent`, or None."""
    for one, other in pairwise(spans):
        number, end = (other, one) if one.cue in _ENDS else (one, other)
        if end.cue not in _ENDS or number.cue not in (None, "amount") or number.refs or one.end != other.start:
            continue
        said = count_of(number.said)
        if said:
            return Count(said, number, end, spans[spans.index(other) + 1 :])
    return None


class RelativeTimes:
    """Knows which seasons are the current, the last, the first."""

    def __init__(self, knowledge: Knowledge, years: Mapping[tuple[int, int], Seasons]) -> None:
        self._knowledge = knowledge
        self._years = years
        seasons = tuple(knowledge.seasons.values())
        now = seasons.index(knowledge.current)
        self._one = {
            "current": seasons[now],
            "inaugural": seasons[0],
            "previous": seasons[max(now - 1, 0)],
            "next": seasons[min(now + 1, len(seasons) - 1)],
        }
        self._held = tuple(season.id for season in seasons if season.rounds)
        self._eras = {"decade": self._this_decade(), "revival": self._since_revival()}
        # Without one of these no words tell a time.
        self._telling = frozenset({"season", "ago", *_YEARS_BACK, *_ENDS, *self._eras, *self._one})

    def _this_decade(self) -> Seasons:
        first = span_of(self._knowledge.current)[1] // _DECADE * _DECADE
        return Seasons(tuple(one for one in self._held if int(one[:4]) >= first), f"the {first}s")

    def _since_revival(self) -> Seasons:
        """Return the seasons from that on which ended the longest pause."""
        held = [self._knowledge.seasons[one] for one in self._held]
        pauses = [span_of(after)[0] - span_of(before)[1] for before, after in pairwise(held)]
        began = pauses.index(max(pauses)) + 1 if pauses else 0
        return Seasons(self._held[began:], f"since {held[began].label}" if held else "")

    def read(self, spans: Sequence[Span], cues: set[str]) -> Said | None:
        """Return the time that `spans`, which say no year, speak of, or None."""
        if self._telling.isdisjoint(cues):
            return None
        told = [span for span in spans if not span.is_skip]
        classes = [ref.id for span in told if len(span.refs) == 1 for ref in span.refs if ref.kind is Kind.CLASS]
        return (
            self._counted(told, classes)
            or self._ago(told)
            or self._last_year(spans)
            or self._nth(told, classes)
            or self._era(cues)
            or (None if _says_several(spans) else self._single(told, cues, classes))
        )

    def alone(self, spans: Sequence[Span]) -> Said | None:
        """Return the season that `first` or `last` is behind a command that takes one, or None."""
        cues = [span.cue for span in spans if not span.is_skip]
        if cues == ["last"]:
            return Said(one_season(self._one["current"]), frozenset({"last"}))
        return Said(one_season(self._one["inaugural"]), frozenset({"first"})) if cues == ["first"] else None

    def _counted(self, spans: Sequence[Span], classes: Sequence[str]) -> Said | None:
        """Read `the last three seasons` and `the first two LMP3 champions`; races are not counted in seasons.

        The last champions of a class are those of the last seasons that crowned one. Its last seasons are taken as
        they say, as it may have had no champion then; its first can only be its own.
        """
        count = counts(spans)
        noun = next((one.cue for one in count.behind if not one.refs), None) if count else None
        # Beside a class, winners are its champions.
        noun = "title" if noun == "win" and classes and not _is_placed(spans) else noun
        if count is None or noun not in ("season", "title"):
            return None
        end = _ENDS[str(count.end.cue)]
        own = bool(classes) and (noun == "title" or end == "first")
        ids = self._crowned(classes) if own else self._held
        if end == "previous":
            ids = tuple(one for one in ids if one < self._knowledge.current.id)
        ids = ids[: count.number] if end == "first" else ids[-count.number :]
        if not ids:
            return None
        names = " and ".join(self._knowledge.classes[one].name for one in classes)
        which = "first" if end == "first" else "last"
        many = f"{len(ids)} seasons" if len(ids) > 1 else "season"
        said = f"the {which} {many}{f' with {names}' if own else ''}{' before this one' if end == 'previous' else ''}"
        used = frozenset({str(count.end.cue), "amount", "season"})
        return Said(Seasons(ids, said), used, count.span)

    def _ago(self, spans: Sequence[Span]) -> Said | None:
        """Read `two seasons ago` and `two years ago`: a season ago is the last one, a year ago the year before now."""
        for number, season, ago in zip(spans, spans[1:], spans[2:], strict=False):
            many = count_of(number.said) if ago.cue == "ago" and season.cue == "season" and not number.refs else None
            if not many:
                continue
            back = self._years_back(many) if season.said in _YEARS else self._seasons_back(many)
            if back is not None:
                return Said(back, frozenset({"ago", "season", "amount"}), number)
        return None

    def _seasons_back(self, many: int) -> Seasons | None:
        held = self._held[: self._held.index(self._knowledge.current.id) + 1]
        return one_season(self._knowledge.seasons[held[-many]]) if many <= len(held) else None

    def _years_back(self, many: int) -> Seasons | None:
        """Return what the year means that is `many` before the one in which the current season ends."""
        year = span_of(self._knowledge.current)[1] - many
        return self._years.get((year, year))

    def _last_year(self, spans: Sequence[Span]) -> Said | None:
        """Read `last year`, but not the last year of something, and `the year before last`."""
        for before, one, other, behind in zip((None, *spans), spans, spans[1:], (*spans[2:], None), strict=False):
            of_something = behind is not None and behind.said.split()[0] == "of"
            if one.cue == "last" and other.said in _YEARS and not of_something and not _are_several(before, one, other):
                year = self._years_back(1)
                return Said(year, frozenset({"last", "season"})) if year else None
        said = next((span.cue for span in spans if (span.cue or "").partition("-")[0] in _YEARS_BACK), None)
        cue = (said or "").partition("-")[0]
        year = self._years_back(_YEARS_BACK[cue]) if cue else None
        return Said(year, frozenset({cue})) if year else None

    def _crowned(self, classes: Sequence[str]) -> tuple[str, ...]:
        crowned = {
            one.season.id for race_class in classes for one in self._knowledge.titles_of_class.get(race_class, ())
        }
        return tuple(one for one in self._held if one in crowned)

    def _with(self, classes: Sequence[str]) -> tuple[str, ...]:
        """Return the seasons that had one of `classes`, crowned or not."""
        asked, seasons = frozenset(classes), self._knowledge.seasons
        return tuple([one for one in self._held if not asked.isdisjoint(seasons[one].classes)]) if asked else ()

    def _nth(self, spans: Sequence[Span], classes: Sequence[str]) -> Said | None:
        """Read `the second season`, and `the second season of LMP3` as the second that had it."""
        for one, other in pairwise(spans):
            if other.cue != "season" or one.end != other.start or one.refs:
                continue
            number = _ORDINALS.index(one.cue) + 2 if one.cue in _ORDINALS else _ordinal(one)
            seasons = self._with(classes) if classes else self._held
            if number and number <= len(seasons):
                season = self._knowledge.seasons[seasons[number - 1]]
                return Said(one_season(season), frozenset({str(one.cue)}), one)
        return None

    def _era(self, cues: set[str]) -> Said | None:
        era = next((era for era in self._eras if era in cues), None)
        return Said(self._eras[era], frozenset({era, "since"})) if era else None

    def _single(self, spans: Sequence[Span], cues: set[str], classes: Sequence[str]) -> Said | None:
        # "the first season" is one season; "the first season of GT" asks when, and "the first race" is none.
        # The last season is the current one, but that of a class may be long ago: "last season of LMP1".
        named = any(span.refs for span in spans)
        of_races = any(span.cue == "last-season-race" for span in spans)
        if cues >= {"season", "last"} and (
            of_races or cues & {"title", "win"} or (not named and cues - _ABOUT == {"season", "last"})
        ):
            crowned = self._crowned(classes) or self._held
            last = self._one["current"] if self._one["current"].id in crowned or not classes else None
            return Said(one_season(last or self._knowledge.seasons[crowned[-1]]), frozenset({"last"}))
        if not named and cues - _ABOUT == {"season", "first"}:
            return Said(one_season(self._one["inaugural"]), frozenset({"first"}))
        said = next((cue for cue in self._one if cue in cues), None)
        if said is None:
            return None
        own = self._crowned(classes) if "title" in cues else self._with(classes)
        if said == "inaugural" and own:
            return Said(one_season(self._knowledge.seasons[own[0]]), frozenset({said}))
        return Said(one_season(self._one[said]), frozenset({said}))


def _are_several(before: Span | None, one: Span, other: Span) -> bool:
    """Say whether `the last years` and `recent seasons` are meant, though `last years winner` is that of last year."""
    after_the = before is not None and before.said.split()[-1] == "the"
    return other.said.endswith("s") and (after_the or one.said != "last")


def _says_several(spans: Sequence[Span]) -> bool:
    """Say whether `spans` speak of the last seasons without a number: how many they are, nobody knows."""
    rows = zip((None, *spans), spans, spans[1:], strict=False)
    return any(
        one.cue == "last" and other.cue == "season" and _are_several(before, one, other) for before, one, other in rows
    )


def _is_placed(spans: Sequence[Span]) -> bool:
    return any(ref.kind in (Kind.CIRCUIT, Kind.RACE, Kind.COUNTRY) for span in spans for ref in span.refs)


def _ordinal(span: Span) -> int | None:
    """Return the number of `7th`, but not that of `7`."""
    return count_of(span.said) if span.cue is None and not span.said.isdecimal() and span.said[0].isdecimal() else None


def one_season(season: Season) -> Seasons:
    """Return `season` as a time."""
    return Seasons((season.id,), season.label)
