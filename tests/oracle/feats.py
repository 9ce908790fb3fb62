"""Questions on feats: titles in a row, champions alone, two at once, all races of a season."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from .asking import Question, put
from .facts import Facts, label
from .judging import Expected, Reach

_WHO = {"drivers": "driver", "teams": "team"}


def _places(facts: Facts, pool: str) -> dict[tuple[str, str], list[int]]:
    """Return the places, in the row of seasons, of the titles of each driver or team in each class."""
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for title in facts.titles:
        for one in title.drivers if pool == "drivers" else (title.team,):
            places[one, title.race_class].append(facts.seasons.index(title.season))
    return places


def _in_a_row(places: list[int], number: int = 2) -> bool:
    return any(all(first + step in places for step in range(number)) for first in places)


def defended(facts: Facts) -> Iterator[Question]:
    """Whether a driver or team has won a class in two seasons in a row, where it has a title in it."""
    for pool in _WHO:
        for (one, race_class), places in _places(facts, pool).items():
            yield from put(
                """
                Did {who} win {cls} twice in a row?
                Has {who} defended the {cls} title?
                Has {who} won {cls} two years running?
                Has {who} won back-to-back {cls} titles?
                """,
                Expected(about={pool: [one]}, yes=_in_a_row(places)),
                who=facts.name(pool, one),
                cls=facts.name("classes", race_class),
            )


def who_defended(facts: Facts) -> Iterator[Question]:
    """Who has won a class in two seasons in a row."""
    for race_class in facts.names["classes"]:
        if not facts.titles_in(race_class):
            continue
        for pool, who in _WHO.items():
            right = {one for (one, cls), row in _places(facts, pool).items() if cls == race_class and _in_a_row(row)}
            yield from put(
                "{who}s who defended the {cls} title\n{who}s with back to back {cls} titles",
                Expected({pool: right}, reach=Reach.PAGE) if right else Expected(empty=True),
                who=who,
                cls=facts.name("classes", race_class),
            )


def champions_alone(facts: Facts) -> Iterator[Question]:
    """Who won a title with no co-driver, in a class or a season."""
    for race_class in (None, *facts.names["classes"]):
        titles = facts.titles_in(race_class)
        alone = {one.drivers[0] for one in titles if len(one.drivers) == 1}
        if titles:
            yield from put(
                """
                Who won a title alone {cls}?
                sole champions {cls}
                Which drivers won a title on their own {cls}?
                champions without a co-driver {cls}
                """,
                Expected({"drivers": alone}) if alone else Expected(empty=True),
                cls=f"in {facts.name('classes', race_class)}" if race_class else "",
            )


def champions_at_once(facts: Facts) -> Iterator[Question]:
    """Whether two drivers, or two teams, were champions in the same season."""
    for pool in _WHO:
        seasons: dict[str, set[str]] = defaultdict(set)
        for title in facts.titles:
            for one in title.drivers if pool == "drivers" else (title.team,):
                seasons[one].add(title.season)
        for first, second in combinations(seasons, 2):
            yield from put(
                """
                Were {first} and {second} champions in the same season?
                Was {first} champion in the same year as {second}?
                Did {first} and {second} win titles in the same year?
                """,
                Expected(about={pool: [first, second]}, yes=bool(seasons[first] & seasons[second])),
                first=facts.name(pool, first),
                second=facts.name(pool, second),
            )


def swept(facts: Facts) -> Iterator[Question]:
    """Whether a champion team won its class in every race of that season."""
    for title in facts.titles:
        races = [one for one in facts.races if one.season == title.season]
        won = [one for one in races if any(w.race_class == title.race_class and w.team == title.team for w in one.wins)]
        if won:
            yield from put(
                """
                Did {who} win every race in {cls} in {season}?
                Did {who} win all races in {cls} in {season}?
                """,
                Expected(about={"teams": [title.team]}, yes=len(won) == len(races)),
                who=facts.name("teams", title.team),
                cls=facts.name("classes", title.race_class),
                season=label(title.season),
            )
