"""Counting titles, wins and races within the scope of a question, by whom or what they went to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.answering.answer import gathered
from bot.answering.naming import class_name, driver, nation, team
from bot.answering.scope import Scope
from bot.answering.wording import the
from bot.knowledge import records
from bot.knowledge.base import Knowledge, Race, RaceWin, SeasonTitle
from bot.knowledge.records import Rank
from bot.understanding.queries import By, Counted, Ranking

COMPUTED = "Computed from the titles and results on record."
_THINGS = {
    Counted.TITLES: ("title", "won"),
    Counted.CHAMPIONS: ("champion driver", "had"),
    Counted.WINS: ("class win", "taken"),
    Counted.OVERALL: ("overall win", "taken"),
    Counted.RACES: ("race", "held"),
    Counted.SEASONS: ("season", "been visited in"),
}


@dataclass(frozen=True, slots=True)
class Tally:
    """What was counted (`titles` or `wins`, by what is counted), and the ranking it comes to.

    `thing` is one of what is counted, `had` how it is had, `scope` the end of a sentence, `name` names a ranked id.
    `whole` is how many different things there are, where those are counted.
    """

    thing: str
    had: str
    scope: str
    name: Callable[[str], str]
    ranks: tuple[Rank, ...]
    sources: tuple[str, ...]
    titles: tuple[SeasonTitle, ...] = ()
    wins: tuple[RaceWin, ...] = ()
    whole: int = 0

    @property
    def things(self) -> str:
        """Several of what is counted."""
        return several(self.thing)


def several(thing: str) -> str:
    """Return the plural of what is counted: `titles`, `classes`, `countries`."""
    if thing.endswith("class"):
        return f"{thing}es"
    return f"{thing.removesuffix('y')}ies" if thing.endswith("country") else f"{thing}s"


def tally(knowledge: Knowledge, query: Ranking) -> Tally:
    """Count what `query` asks for within its scope."""
    if query.of is not None:
        return _spread(knowledge, query, query.of)
    thing, had = _THINGS[query.counted]
    titles: tuple[SeasonTitle, ...] = ()
    wins: tuple[RaceWin, ...] = ()
    if query.counted is Counted.TITLES:
        titles = Scope.of(query).titles_of(knowledge)
        ids = [one for title in titles for one in _of_title(knowledge, query, title)]
        sources = knowledge.series.sources[:1]
        thing = "driver title" if query.by is By.NATION else thing
        had = "had" if query.by is By.CLASS else had  # they are won in a class, not by it
    elif query.counted is Counted.CHAMPIONS:
        people = dict.fromkeys(d for one in Scope.of(query).titles_of(knowledge) for d in one.title.drivers)
        ids = list(_of_drivers(knowledge, query, tuple(people)))
        sources = knowledge.series.sources[:1]
    elif query.by is By.CLASS and query.counted is Counted.SEASONS:
        ids = [one for season in knowledge.held for one in season.classes]
        sources = knowledge.series.sources[:1]
        had = "run in"
    elif query.counted in (Counted.RACES, Counted.SEASONS):
        races = [race for race in knowledge.races if _is_held(knowledge, query, race)]
        ids = [_place(knowledge, query, race) for race in races]
        if query.counted is Counted.SEASONS:
            visits = zip(races, ids, strict=True)
            ids = [place for _, place in dict.fromkeys((race.season.id, place) for race, place in visits)]
        sources = _sources([race.season.sources for race in races])
    else:
        wins = tuple([won for won in Scope.of(query).wins(knowledge.wins) if _is_won(knowledge, query, won)])
        ids = [one for won in wins for one in _of_win(knowledge, query, won)]
        # A source for each win would fill the page: those of the seasons that were counted are cited.
        sources = _sources([won.race.season.sources for won in wins])
    ids = _without(knowledge, query, ids)
    scope, name = _scope(knowledge, query), _namer(knowledge, query.by)
    return Tally(thing, had, scope, name, records.ranked(ids), sources, titles, wins)


def _without(knowledge: Knowledge, query: Ranking, ids: Iterable[str]) -> list[str]:
    """Return `ids` but those of whoever has any of what they are said to lack, at any time and in any class."""
    if query.lacking is None:
        return list(ids)
    having = {rank.id for rank in tally(knowledge, Ranking(query.lacking, query.by)).ranks}
    return [one for one in ids if one not in having]


def _spread(knowledge: Knowledge, query: Ranking, of: By) -> Tally:
    """Count for each that is ranked how many different things of a kind its titles, wins or races are spread over."""
    titles = Scope.of(query).titles_of(knowledge) if query.counted is Counted.TITLES else ()
    wins = [won for won in Scope.of(query).wins(knowledge.wins) if _is_won(knowledge, query, won)]
    found: list[tuple[Iterable[str], Iterable[str]]]
    if query.counted is Counted.TITLES:
        found = [(_title_has(knowledge, query.by, one), _title_has(knowledge, of, one)) for one in titles]
    elif query.counted is Counted.RACES:
        races = [race for race in knowledge.races if _is_held(knowledge, query, race)]
        found = [(_race_has(knowledge, query.by, race), _race_has(knowledge, of, race)) for race in races]
    elif query.counted is Counted.SEASONS:
        both = [{By.SEASON: (season.id,), By.CLASS: tuple(season.classes)} for season in knowledge.held]
        found = [(has[query.by], has[of]) for has in both]
    else:
        found = [(_win_has(knowledge, query.by, won), _win_has(knowledge, of, won)) for won in wins]
    pairs = dict.fromkeys((one, other) for ones, others in found for one in ones for other in others)
    thing, had = _spread_said(query, of)
    return Tally(
        thing,
        had,
        _scope(knowledge, query),
        _namer(knowledge, query.by),
        records.ranked([one for one, _ in pairs]),
        knowledge.series.sources[:1] if titles else _sources([season.sources for season in knowledge.held]),
        whole=len({other for _, other in pairs}),
    )


_LACKED = {
    Counted.TITLES: "a title",
    Counted.WINS: "a class win on record",
    Counted.OVERALL: "an overall win on record",
}
_PEOPLE = (By.DRIVER, By.TEAM, By.NATION, By.MAKE)


def _spread_said(query: Ranking, of: By) -> tuple[str, str]:
    """Return what is counted, and how it is had: (`team`, `won titles for`), (`champion driver`, `had`)."""
    thing = str(of)
    if query.counted is Counted.SEASONS:
        return thing, "run in" if query.by is By.CLASS else "had"
    if query.counted is Counted.RACES:
        return thing, "had races at" if of is By.CIRCUIT else "had races in"
    if query.by in _PEOPLE:
        won = {Counted.TITLES: "titles", Counted.OVERALL: "races overall"}.get(query.counted, "races")
        how = {By.TEAM: "for", By.DRIVER: "with", By.CIRCUIT: "at", By.MAKE: "with"}.get(of, "in")
        return thing, f"won {won} {how}"
    kind = {Counted.TITLES: "champion", Counted.OVERALL: "overall-winning"}.get(query.counted, "winning")
    return f"{kind} {thing}", "had"


def _title_has(knowledge: Knowledge, by: By, one: SeasonTitle) -> Iterable[str]:
    """Return who or what a title went to, or was won in."""
    if by is By.SEASON:
        return (one.season.id,)
    return _of_title(knowledge, Ranking(by=by), one)


def _win_has(knowledge: Knowledge, by: By, won: RaceWin) -> Iterable[str]:
    """Return who or what a win went to, and where it was."""
    if by in (By.SEASON, By.CIRCUIT, By.COUNTRY):
        return _race_has(knowledge, by, won.race)
    return _of_win(knowledge, Ranking(Counted.WINS, by), won)


def _race_has(knowledge: Knowledge, by: By, race: Race) -> Iterable[str]:
    return (_place(knowledge, Ranking(Counted.RACES, by), race),)


def _sources(groups: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    return gathered(*[group[:2] for group in dict.fromkeys(groups)])


def _of_title(knowledge: Knowledge, query: Ranking, one: SeasonTitle) -> Iterable[str]:
    if not _is_of_nation(knowledge, query, one.title.nation, one.title.drivers):
        return ()
    if query.by is By.TEAM:
        return (one.title.team,)
    if query.by is By.CLASS:
        return (one.title.race_class,)
    return _of_drivers(knowledge, query, one.title.drivers)


def _of_win(knowledge: Knowledge, query: Ranking, won: RaceWin) -> Iterable[str]:
    if not _is_of_nation(knowledge, query, knowledge.teams[won.win.team].nation, won.win.drivers):
        return ()
    if query.by is By.TEAM:
        return (won.win.team,)
    if query.by is By.CLASS:
        return (won.win.race_class,)
    if query.by is By.CAR:
        return (won.win.car,) if won.win.car else ()
    if query.by is By.MAKE:
        return (knowledge.make_of[won.win.car],) if won.win.car else ()
    return _of_drivers(knowledge, query, won.win.drivers)


def _is_of_nation(knowledge: Knowledge, query: Ranking, team: str | None, drivers: Sequence[str]) -> bool:
    """Say whether a win is of the asked nation: that of the team where teams are ranked, else of one of the drivers."""
    if query.nation is None:
        return True
    nations = [team] if query.by is By.TEAM else [knowledge.drivers[one].nation for one in drivers]
    return query.nation in nations


def _of_drivers(knowledge: Knowledge, query: Ranking, drivers: Sequence[str]) -> Iterator[str]:
    for one in drivers:
        home = knowledge.drivers[one].nation
        if query.nation in (None, home):
            if query.by is not By.NATION:
                yield one
            elif home:
                yield home


def _is_won(knowledge: Knowledge, query: Ranking, won: RaceWin) -> bool:
    return (query.counted is not Counted.OVERALL or won.win.overall) and _is_there(knowledge, query, won.race)


def _is_there(knowledge: Knowledge, query: Ranking, race: Race) -> bool:
    circuit = race.round.circuit
    return query.circuit in (None, circuit) and query.country in (None, knowledge.circuits[circuit].country)


def _is_held(knowledge: Knowledge, query: Ranking, race: Race) -> bool:
    return (query.seasons is None or race.season.id in query.seasons.ids) and _is_there(knowledge, query, race)


def _place(knowledge: Knowledge, query: Ranking, race: Race) -> str:
    circuit = race.round.circuit
    if query.by is By.SEASON:
        return race.season.id
    return knowledge.circuits[circuit].country if query.by is By.COUNTRY else circuit


def _namer(knowledge: Knowledge, by: By) -> Callable[[str], str]:
    namers: dict[By, Callable[[str], str]] = {
        By.DRIVER: lambda one: driver(knowledge, one),
        By.TEAM: lambda one: team(knowledge, one),
        By.NATION: lambda one: nation(knowledge, one),
        By.CLASS: lambda one: class_name(knowledge, one),
        By.MAKE: lambda one: knowledge.vocabulary.makes[one][0],
        By.CAR: lambda one: one,
        By.CIRCUIT: lambda one: knowledge.circuits[one].name,
        By.COUNTRY: lambda one: nation(knowledge, one),
        By.SEASON: lambda one: knowledge.seasons[one].label,
    }
    return namers[by]


def numbered(by: By) -> tuple[str, str]:
    """Return what one and what several of the ranked are called: `driver` and `drivers`."""
    return str(by), {By.CLASS: "classes", By.COUNTRY: "countries"}.get(by, f"{by}s")


def rest_said(left: Sequence[Rank]) -> str:
    """Return `and 20 more with 2 or fewer`: what is left of a ranking after those that are shown."""
    most, least = left[0].figure, left[-1].figure
    return f"and {len(left)} more with {f'{most} each' if most == least else f'{most} or fewer'}"


def _scope(knowledge: Knowledge, query: Ranking) -> str:
    """Return the scope as the end of a sentence: ` at Fuji Speedway in LMP2 since 2019`."""
    place = f" at {knowledge.circuits[query.circuit].name}" if query.circuit else ""
    country = f" in {the(knowledge.countries[query.country])}" if query.country else ""
    whose = "teams" if query.by is By.TEAM else "drivers"
    people = f" among {whose} from {the(knowledge.countries[query.nation])}" if query.nation else ""
    without = f" without {_LACKED[query.lacking]}" if query.lacking else ""
    return f"{place}{country}{Scope.of(query).said(knowledge)}{people}{without}"
