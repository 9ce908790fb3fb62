"""From years and time words to the seasons that are meant."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.knowledge.base import Knowledge, span_of
from bot.knowledge.model import Season
from bot.text.seasons import Spelling, Years
from bot.understanding.queries import Seasons
from bot.understanding.spans import Span

_PAIR = 2
_ABOUT = frozenset(
    {"about", "skip", "which", "race", "count", "when", "where", "who", "win", "title", "circuit", "list"}
)
_BOUNDS = frozenset({"since", "before", "until", "after", "between", "from"})
_OPENS, _CLOSES = ("between", "from", "since", "after"), ("before", "until")


@dataclass(frozen=True, slots=True)
class UnknownSeason:
    """A season or year the series never had."""

    said: str
    first: int
    last: int

    def as_year(self) -> Seasons:
        """Return it as a time without seasons: the history reaches further than the calendar."""
        return Seasons((), self.said, year=self.first)


@dataclass(frozen=True, slots=True)
class Time:
    """The time of a question: the seasons meant, and the cues that said so and are thereby used up."""

    seasons: Seasons | None = None
    several: tuple[Seasons, ...] = ()
    unknown: UnknownSeason | None = None
    used: frozenset[str] = frozenset()


class SeasonReader:
    """Resolves spelled years against the seasons there are."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._seasons = tuple(knowledge.seasons.values())
        self._spans = {season.id: span_of(season) for season in self._seasons}
        self._exact = self._named_alone()
        ids = [season.id for season in self._seasons]
        now = ids.index(knowledge.current.id)
        self._relatives = {
            "current": self._seasons[now],
            "inaugural": self._seasons[0],
            "previous": self._seasons[max(now - 1, 0)],
            "next": self._seasons[min(now + 1, len(ids) - 1)],
        }

    def _named_alone(self) -> dict[tuple[int, int], Seasons]:
        """Return what each year, and each pair of years, means by itself."""
        named = {self._spans[season.id]: _single(season) for season in self._seasons}
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
        cues = {part for span in spans if span.cue for part in span.cue.split("-")}
        if not years:
            return self._relative(cues, named=any(span.refs for span in spans))
        bounds = [(self._bound_before(spans, span), span.years) for span in years if span.years]
        used = frozenset(cue for cue, _ in bounds if cue)
        if len(bounds) == _PAIR and (bounds[0][0] in _OPENS or bounds[1][0] in _CLOSES):
            return self._between(bounds[0][1], bounds[1][1], used | {*_OPENS, *_CLOSES})
        times = [self._bounded(cue, one) for cue, one in bounds]
        unknown = next((time.unknown for time in times if time.unknown), None)
        several = tuple(time.seasons for time in times if time.seasons)
        if unknown or not several:
            return Time(unknown=unknown, used=used)
        return Time(self._merged(several), several if len(several) > 1 else (), used=used)

    def _bound_before(self, spans: Sequence[Span], years: Span) -> str | None:
        position = spans.index(years)
        for span in reversed(spans[max(position - 2, 0) : position]):
            if span.cue in _BOUNDS:
                return span.cue
            if not span.is_skip and span.cue != "season":
                break
        following = spans[position + 1] if position + 1 < len(spans) else None
        return "since" if following and following.cue == "since" else None

    def _relative(self, cues: set[str], *, named: bool) -> Time:
        # "the first season" is one season; "the first season of GT" asks when, and "the first race" is none.
        # The last season is the current one, but that of a class may be long ago: "last season of LMP1".
        crowned = bool(cues & {"title", "win"})
        if cues >= {"season", "last"} and (crowned or (not named and cues - _ABOUT == {"season", "last"})):
            return Time(_single(self._relatives["current"]), used=frozenset({"last"}))
        if not named and cues - _ABOUT == {"season", "first"}:
            return Time(_single(self._relatives["inaugural"]), used=frozenset({"first"}))
        said = next((cue for cue in self._relatives if cue in cues), None)
        return Time(_single(self._relatives[said]), used=frozenset({said})) if said else Time()

    def _bounded(self, cue: str | None, years: Years) -> Time:
        if years.kind is Spelling.RANGE:
            return self._range(years.first, years.last, f"{years.first} to {years.last}")
        exact = self.exact(years)
        if cue in (None, "from", "between"):
            return Time(exact) if exact else Time(unknown=_unknown(years))
        pair = years.kind is Spelling.SEASON
        first = years.first
        label = f"{first}–{years.last % 100:02}" if pair else str(first)
        same = label.replace("–", "-")
        tests: dict[str, Callable[[Season], bool]] = {
            "since": lambda season: season.id >= same if pair else self._spans[season.id][0] >= first,
            "after": lambda season: season.id > same if pair else self._spans[season.id][0] > first,
            "until": lambda season: season.id <= same if pair else self._spans[season.id][1] <= first,
            "before": lambda season: season.id < same if pair else self._spans[season.id][1] < first,
        }
        ids = tuple(season.id for season in self._seasons if season.rounds and tests[str(cue)](season))
        return Time(Seasons(ids, f"{cue} {label}")) if ids else Time(unknown=_unknown(years))

    def step(self, seasons: Seasons, step: int) -> Seasons | None:
        """Return the season `step` seasons after the last of `seasons` (before the first, if negative), or None."""
        ids = [season.id for season in self._seasons]
        if not seasons.ids:
            return None
        position = ids.index(seasons.ids[-1 if step > 0 else 0]) + step
        return _single(self._seasons[position]) if 0 <= position < len(ids) else None

    def exact(self, years: Years) -> Seasons | None:
        """Return the season or seasons that `years` name by themselves, or None where there is none."""
        return self._exact.get((years.first, years.last))

    def _between(self, first: Years, last: Years, used: frozenset[str]) -> Time:
        time = self._range(first.first, last.last, f"{first.first} to {last.last}")
        return Time(time.seasons, unknown=time.unknown, used=used)

    def _range(self, first: int, last: int, said: str) -> Time:
        ids = tuple(
            season.id
            for season in self._seasons
            if season.rounds and first <= self._spans[season.id][0] and self._spans[season.id][1] <= last
        )
        if not ids:
            return Time(unknown=UnknownSeason(said, first, last))
        return Time(Seasons(ids, said))

    def _merged(self, several: Sequence[Seasons]) -> Seasons:
        if len(several) == 1:
            return several[0]
        ids = {season for one in several for season in one.ids}
        ordered = tuple(season.id for season in self._seasons if season.id in ids)
        return Seasons(ordered, " and ".join(one.said for one in several))


def _single(season: Season) -> Seasons:
    return Seasons((season.id,), season.label)


def _unknown(years: Years) -> UnknownSeason:
    said = f"{years.first}–{years.last % 100:02}" if years.kind is Spelling.SEASON else str(years.first)
    return UnknownSeason(said, years.first, years.last)
