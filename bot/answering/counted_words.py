"""What is counted, for whom and within what, in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.answering.naming import class_name, driver, nation, team
from bot.answering.scope import Scope
from bot.answering.wording import the
from bot.knowledge.base import Knowledge
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
_LACKED = {
    Counted.TITLES: "a title",
    Counted.WINS: "a class win on record",
    Counted.OVERALL: "an overall win on record",
}
_PEOPLE = (By.DRIVER, By.TEAM, By.NATION, By.TEAM_NATION, By.MAKE)
_NUMBERED = {
    By.CLASS: ("class", "classes"),
    By.COUNTRY: ("country", "countries"),
    By.TEAM_NATION: ("nation", "nations"),
}


def counted_said(query: Ranking) -> tuple[str, str]:
    """Return one of what is counted, and how it is had: (`title`, `won`), (`team`, `won titles for`)."""
    if query.of is not None:
        return _spread_said(query, query.of)
    thing, had = _THINGS[query.counted]
    if query.counted is Counted.TITLES:
        whose = {By.NATION: "driver ", By.TEAM_NATION: "team "}.get(query.by, "")
        return f"{whose}{thing}", "had" if query.by is By.CLASS else had  # they are won in a class, not by it
    if query.by is By.TEAM_NATION:
        return f"{thing} by teams", had
    return thing, "run in" if query.by is By.CLASS and query.counted is Counted.SEASONS else had


def _spread_said(query: Ranking, of: By) -> tuple[str, str]:
    """Return what is counted, and how it is had: (`team`, `won titles for`), (`champion driver`, `had`)."""
    thing = numbered(of)[0]
    if query.counted is Counted.SEASONS:
        return thing, "run in" if query.by is By.CLASS else "had"
    if query.counted is Counted.RACES:
        return thing, "had races at" if of is By.CIRCUIT else "had races in"
    if query.by in _PEOPLE and not (query.by is By.TEAM_NATION and of is By.TEAM):
        won = {Counted.TITLES: "titles", Counted.OVERALL: "races overall"}.get(query.counted, "races")
        how = {By.TEAM: "for", By.DRIVER: "with", By.CIRCUIT: "at", By.MAKE: "with"}.get(of, "in")
        return thing, f"won {won} {how}"
    kind = {Counted.TITLES: "champion", Counted.OVERALL: "overall-winning"}.get(query.counted, "winning")
    return f"{kind} {thing}", "had"


def several(thing: str) -> str:
    """Return the plural of what is counted: `titles`, `classes`, `countries`, `class wins by teams`."""
    one, by, whom = thing.partition(" by ")
    if one.endswith("class"):
        return f"{one}es{by}{whom}"
    return f"{one.removesuffix('y')}ies{by}{whom}" if one.endswith("country") else f"{one}s{by}{whom}"


def numbered(by: By) -> tuple[str, str]:
    """Return what one and what several of the ranked are called: `driver` and `drivers`."""
    return _NUMBERED.get(by, (str(by), f"{by}s"))


def rest_said(left: Sequence[Rank]) -> str:
    """Return `and 20 more with 2 or fewer`: what is left of a ranking after those that are shown."""
    most, least = left[0].figure, left[-1].figure
    return f"and {len(left)} more with {f'{most} each' if most == least else f'{most} or fewer'}"


def scope_said(knowledge: Knowledge, query: Ranking) -> str:
    """Return the scope as the end of a sentence: ` at Fuji Speedway in LMP2 since 2019`."""
    place = f" at {knowledge.circuits[query.circuit].name}" if query.circuit else ""
    country = f" in {the(knowledge.countries[query.country])}" if query.country else ""
    whose = "teams" if query.by is By.TEAM else "drivers"
    people = f" among {whose} from {the(knowledge.countries[query.nation])}" if query.nation else ""
    without = f" without {_LACKED[query.lacking]}" if query.lacking else ""
    return f"{place}{country}{Scope.of(query).said(knowledge)}{people}{without}"


def namer(knowledge: Knowledge, by: By) -> Callable[[str], str]:
    """Return what gives an id of the ranked its name."""
    namers: dict[By, Callable[[str], str]] = {
        By.DRIVER: lambda one: driver(knowledge, one),
        By.TEAM: lambda one: team(knowledge, one),
        By.NATION: lambda one: nation(knowledge, one),
        By.TEAM_NATION: lambda one: nation(knowledge, one),
        By.CLASS: lambda one: class_name(knowledge, one),
        By.MAKE: lambda one: knowledge.vocabulary.makes[one][0],
        By.CAR: lambda one: one,
        By.CIRCUIT: lambda one: knowledge.circuits[one].name,
        By.COUNTRY: lambda one: nation(knowledge, one),
        By.SEASON: lambda one: knowledge.seasons[one].label,
    }
    return namers[by]
