"""From years and time words to the seasons that are meant."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bot.knowledge.base import Knowledge, span_of
from bot.knowledge.model import Season
from bot.text.seasons import Spelling, Years
from bot.understanding.opened import is_opening, opened_in
from bot.understanding.queries import Bound, Seasons
from bot.understanding.relative import RelativeTimes, one_season
from bot.understanding.spans import Span
from bot.understanding.turned import Turned, turned_in

_PAIR = 2
_BOUNDS = frozenset({"since", "before", "until", "after", "between", "from"})
_OPENS, _CLOSES = ("between", "from", "since", "after"), ("before", "until")
_BEHIND = ("since", "until")
# Beside what, if not beside a year, only the question before can tell.
_BESIDE_WHAT = frozenset({"beside"})
_BESIDE = {"season-beside-after": 1, "season-beside-before": -1, "beside-after": 1, "beside-before": -1}
# "Which season came before 2014" asks for one season, "which seasons were before 2014" for all.
_CAME = {"before": "season-beside-before", "after": "season-beside-after"}


@dataclass(frozen=True, slots=True)
class UnknownSeason:
    """A season or year the series never had; `nearest` are the ids of those around it, `code` is why there is none."""

    kind: Spelling
    said: str
    first: int
    last: int
    nearest: tuple[str, ...] = ()
    code: str = "unknown_season"

    def as_year(self) -> Seasons:
        """Return it as a time without seasons: the history reaches further than the calendar."""
        return Seasons((), self.said, year=self.first)


class Time(NamedTuple):
    """The time of a question, and the cues and the number that said so and are thereby used up.

    `day` is a month and day, where a whole date was written; `opened` the years in which a circuit is said to have
    opened, which are no season.
    """

    seasons: Seasons | None = None
    several: tuple[Seasons, ...] = ()
    unknown: UnknownSeason | None = None
    used: frozenset[str] = frozenset()
    number: Span | None = None
    day: tuple[int, int] | None = None
    opened: Bound | None = None


class SeasonReader:
    """Resolves spelled years against the seasons there are."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._seasons = tuple(knowledge.seasons.values())
        self._spans = {season.id: span_of(season) for season in self._seasons}
        self._exact = self._named_alone()
        self._relative = RelativeTimes(knowledge, self._exact)

    def _named_alone(self) -> dict[tuple[int, int], Seasons]:
        """Return what each year, and each pair of years, means by itself."""
        named = {self._spans[season.id]: one_season(season) for season in self._seasons}
        for year in {year for span in self._spans.values() for year in span}:
            label = [season for season in self._seasons if season.id == str(year)]
            spanning = [season for season in self._seasons if year in self._spans[season.id]]
            run = [season for season in spanning if season.rounds]
            named[year, year] = Seasons(tuple(season.id for season in label or run or spanning), str(year), year=year)
        return named

    def read(self, spans: Sequence[Span]) -> Time:
        """Return the time that `spans` speak of.

        A lone year means the season with exactly that label; where none has it, every season that spans the year.
        `since` and `after` count seasons by their first year, `before` and `until` by their last.
        """
        years = [span for span in spans if span.years is not None]
        if not years:
            cues = {part for span in spans if span.cue is not None for part in span.cue.split("-")}
            said = self._relative.read(spans, cues)
            return Time(said.seasons, used=said.used, number=said.number) if said else Time(used=_BESIDE_WHAT)
        turned = turned_in(spans) if len(years) == 1 else None
        if turned is not None:
            return self._turned(turned)
        bounds = [(self._bound_of(spans, span), span.years) for span in years if span.years]
        if len(bounds) == 1 and bounds[0][1].kind is Spelling.YEAR and is_opening(spans):
            (cue, year) = bounds[0]
            return Time(opened=opened_in(cue, year.first), used=frozenset({cue} if cue else ()))
        used = frozenset(part for cue, _ in bounds if cue for part in cue.split("-") if part != "season")
        if any(cue in _BESIDE for cue, _ in bounds):
            # A season that came before another did not come in.
            used |= {"introduced"}
        if len(bounds) == _PAIR and (bounds[0][0] in _OPENS or bounds[1][0] in _CLOSES):
            return self._between(bounds[0][1], bounds[1][1], used | {*_OPENS, *_CLOSES})
        times = [self._bounded(cue, one) for cue, one in bounds]
        unknown = next((time.unknown for time in times if time.unknown), None)
        several = tuple(time.seasons for time in times if time.seasons)
        if unknown or not several:
            return Time(unknown=unknown, used=used)
        day = next(((one.month, one.day) for _, one in bounds if one.month and one.day), None)
        return Time(self._merged(several), several if len(several) > 1 else (), used=used, day=day)

    def read_argument(self, spans: Sequence[Span]) -> Time:
        """Return the time that `spans` speak of behind a command for seasons, where `last` alone is one."""
        said = self._relative.alone(spans)
        return Time(said.seasons, used=said.used) if said else self.read(spans)

    def _turned(self, turned: Turned) -> Time:
        """Return the season, or the seasons, that began or ended then."""
        several = tuple([one_season(season) for season in self._seasons if turned.is_of(season)])
        if not several:
            never = UnknownSeason(Spelling.SEASON, turned.said, turned.year, turned.year, code="unknown_turn")
            return Time(unknown=never, used=turned.used)
        return Time(self._merged(several), several if len(several) > 1 else (), used=turned.used, number=turned.number)

    def _bound_of(self, spans: Sequence[Span], years: Span) -> str | None:
        position = spans.index(years)
        for span in reversed(spans[max(position - 2, 0) : position]):
            if span.cue in _BOUNDS or span.cue in _BESIDE:
                return _CAME.get(span.cue, span.cue) if _came(spans[: spans.index(span)]) else span.cue
            if not span.is_skip and span.cue != "season":
                break
        following = spans[position + 1] if position + 1 < len(spans) else None
        return (
            following.cue if following and following.cue in _BEHIND and not _has_years(spans[position + 2 :]) else None
        )

    def _bounded(self, cue: str | None, years: Years) -> Time:
        if years.kind in (Spelling.RANGE, Spelling.SEASONS, Spelling.DECADE):
            return self._range(years)
        exact = self.exact(years)
        if cue in _BESIDE:
            beside = self.step(exact, _BESIDE[cue]) if exact else None
            return Time(beside) if beside else Time(unknown=self._unknown(years))
        if cue in (None, "from", "between"):
            return Time(exact) if exact else Time(unknown=self._unknown(years))
        ids = self._that(self._test(str(cue), years))
        return Time(Seasons(ids, f"{cue} {_label(years)}")) if ids else Time(unknown=self._unknown(years))

    def _test(self, cue: str, years: Years) -> Callable[[Season], bool]:
        """Return whether a season lies where `cue` says: a season is told by its place, a year by its number."""
        first = years.first
        if years.kind is Spelling.SEASON:
            same = _id(years)
            by_place: dict[str, Callable[[Season], bool]] = {
                "since": lambda season: season.id >= same,
                "after": lambda season: season.id > same,
                "until": lambda season: season.id <= same,
                "before": lambda season: season.id < same,
            }
            return by_place[cue]
        by_year: dict[str, Callable[[Season], bool]] = {
            "since": lambda season: self._spans[season.id][0] >= first,
            "after": lambda season: self._spans[season.id][0] > first,
            "until": lambda season: self._spans[season.id][1] <= first,
            "before": lambda season: self._spans[season.id][1] < first,
        }
        return by_year[cue]

    def step(self, seasons: Seasons, step: int) -> Seasons | None:
        """Return what comes `step` seasons after `seasons` (before them, if negative), or None.

        A year that is no season's label is followed by the next year, where that had a season; all else is followed by
        the next season.
        """
        if not seasons.ids:
            return None
        if seasons.year is not None and seasons.ids != (str(seasons.year),):
            beside = self._exact.get((seasons.year + step, seasons.year + step))
            if beside is not None:
                return beside
        ids = [season.id for season in self._seasons]
        position = ids.index(seasons.ids[-1 if step > 0 else 0]) + step
        return one_season(self._seasons[position]) if 0 <= position < len(ids) else None

    def exact(self, years: Years) -> Seasons | None:
        """Return the season or seasons that `years` name by themselves, or None where there is none."""
        return self._exact.get((years.first, years.last))

    def _between(self, first: Years, last: Years, used: frozenset[str]) -> Time:
        seasons = first.kind is last.kind is Spelling.SEASON
        kind = Spelling.SEASONS if seasons else Spelling.RANGE
        return self._range(Years(kind, first.first, last.last, first.start, last.end))._replace(used=used)

    def _range(self, years: Years) -> Time:
        first, last = years.first, years.last
        said = f"{first} to {last}"
        if years.kind is Spelling.SEASONS:
            # By their place, not their years: "2023" is not between 2023-24 and 2024-25.
            begin, end = _pair(first), _pair(last - 1)
            ids = self._that(lambda season: begin <= season.id <= end)
            said = f"{begin} to {end}".replace("-", "–")
        elif years.kind is Spelling.DECADE:
            ids = self._that(lambda season: first <= self._spans[season.id][0] <= last)
            said = f"the {first}s"
        else:
            ids = self._that(lambda season: first <= self._spans[season.id][0] and self._spans[season.id][1] <= last)
        return (
            Time(Seasons(ids, said))
            if ids
            else Time(unknown=UnknownSeason(years.kind, said.removeprefix("the "), first, last))
        )

    def _that(self, test: Callable[[Season], bool]) -> tuple[str, ...]:
        return tuple(season.id for season in self._seasons if season.rounds and test(season))

    def _merged(self, several: Sequence[Seasons]) -> Seasons:
        if len(several) == 1:
            return several[0]
        ids = {season for one in several for season in one.ids}
        ordered = tuple(season.id for season in self._seasons if season.id in ids)
        return Seasons(ordered, " and ".join(one.said for one in several))

    def _unknown(self, years: Years) -> UnknownSeason:
        before = self._that(lambda season: self._spans[season.id][1] <= years.first)[-1:]
        after = self._that(lambda season: self._spans[season.id][0] >= years.last)[:1]
        return UnknownSeason(years.kind, _label(years), years.first, years.last, before + after)


def _came(spans: Sequence[Span]) -> bool:
    """Say whether `spans` end in one season that came, as in `which season came`."""
    told = [span for span in spans if not span.is_skip][-_PAIR:]
    season, came = told if len(told) == _PAIR else (None, None)
    return bool(season and came and came.cue == "introduced" and season.said.endswith(("season", "year", "edition")))


def _has_years(spans: Sequence[Span]) -> bool:
    return bool(spans) and spans[0].years is not None


def _pair(first: int) -> str:
    return f"{first}-{(first + 1) % 100:02}"


def _id(years: Years) -> str:
    return _pair(years.first) if years.kind is Spelling.SEASON else str(years.first)


def _label(years: Years) -> str:
    return _id(years).replace("-", "–")
