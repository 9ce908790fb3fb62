"""Questions on who has titles: nations, how many each, both of two, which of two."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from itertools import combinations, product

from .asking import Question, called, put, seasons_named
from .facts import Facts, Title
from .judging import Expected, Reach
from .titles import holders, scopes

_MANY = 30
_COUNTS: dict[str, Callable[[int, int], bool]] = {
    "more than {}": lambda number, bound: number > bound,
    "exactly {}": lambda number, bound: number == bound,
    "at least {}": lambda number, bound: number >= bound,
}
_BOUNDS = {1: "one", 2: "two", 3: "three"}
_WHO_HAS = {
    "drivers": """
        Which drivers have {many} {titles} {cls}?
        drivers with {many} {titles} {cls}
        Which drivers have won {spelt} {titles} {cls}?
        Who has {many} {titles} {cls}?
        who has won {spelt} {titles} {cls}
        Name the drivers with {spelt} {titles} {cls}
        Who won {many} {titles} {cls}?
    """,
    "teams": """
        Which teams have {many} {titles} {cls}?
        teams with {many} {titles} {cls}
        Which teams have won {spelt} {titles} {cls}?
    """,
}


def champions_of_nation(facts: Facts) -> Iterator[Question]:
    """The drivers of a nation with a title, in a class, in a time."""
    for race_class, time, titles in _limited(facts):
        own = defaultdict(set)
        for one in titles:
            for driver in one.drivers:
                own[facts.nation_of[driver]].add(driver)
        for nation, drivers in own.items():
            yield from put(
                """
                Which {adjective} drivers have won a title {cls} {time}?
                {adjective} champions {cls} {time}
                champions from {country} {cls} {time}
                Who are the champions from {country} {cls} {time}?
                list all {adjective} champions {cls} {time}
                Which drivers from {country} won titles {cls} {time}?
                """,
                Expected({"drivers": drivers}),
                **_said(facts, nation, race_class, time),
            )


def teams_of_nation(facts: Facts) -> Iterator[Question]:
    """The teams that won a title under a nation's flag."""
    for race_class, time, titles in _limited(facts):
        own = defaultdict(set)
        for one in titles:
            own[one.nation].add(one.team)
        for nation, teams in own.items():
            yield from put(
                """
                Which {adjective} teams have won a title {cls} {time}?
                {adjective} teams with titles {cls} {time}
                champion teams from {country} {cls} {time}
                Which teams from {country} have won {cls} {time}?
                """,
                Expected({"teams": teams}),
                **_said(facts, nation, race_class, time),
            )


def any_champion(facts: Facts) -> Iterator[Question]:
    """Whether a nation has a champion at all."""
    won = set(holders(facts, facts.titles, "countries"))
    for nation in facts.names["countries"]:
        drivers = {d for one in facts.titles for d in one.drivers if facts.nation_of[d] == nation}
        expected = Expected({"drivers": drivers}) if nation in won else Expected(empty=True)
        yield from put(
            """
            Is there any {adjective} champion?
            Are there any champions from {country}?
            Has a driver from {country} ever won a title?
            Has any {adjective} driver won a title?
            any champions from {country}
            Have there been {adjective} champions?
            Has {country} ever had a champion?
            """,
            expected,
            **_said(facts, nation, "", ""),
        )


def _limited(facts: Facts) -> Iterator[tuple[str, str, list[Title]]]:
    yield from scopes(facts)
    for race_class in (None, *facts.names["classes"]):
        for time in seasons_named(facts):
            titles = facts.titles_in(race_class, time.seasons)
            if titles:
                yield f"in {facts.name('classes', race_class)}" if race_class else "", time.said, titles


def _said(facts: Facts, nation: str, race_class: str, time: str) -> dict[str, str]:
    country = called(facts, "countries", nation)
    return {"adjective": facts.adjectives[nation], "country": country, "cls": race_class, "time": time}


def so_many_titles(facts: Facts) -> Iterator[Question]:
    """Who has more than, exactly or at least so many titles, where somebody has."""
    yield from (one for one in _so_many(facts) if not one.expected.empty)


def nobody_so_many(facts: Facts) -> Iterator[Question]:
    """Numbers of titles that nobody has."""
    yield from (one for one in _so_many(facts) if one.expected.empty)


def _so_many(facts: Facts) -> Iterator[Question]:
    for race_class in (None, *facts.names["classes"]):
        titles = facts.titles_in(race_class)
        where = f"in {facts.name('classes', race_class)}" if race_class else ""
        for pool in ("drivers", "teams") if titles else ():
            counted = Counter(holders(facts, titles, pool))
            for (said, fits), (bound, spelt) in product(_COUNTS.items(), _BOUNDS.items()):
                right = {one for one, number in counted.items() if fits(number, bound)}
                yield from put(
                    _WHO_HAS[pool],
                    _all_of(pool, right),
                    many=said.format(bound),
                    spelt=said.format(spelt),
                    titles="title" if bound == 1 else "titles",
                    cls=where,
                )


def _all_of(pool: str, right: set[str]) -> Expected:
    """Expect all names of `right`, or their number where they are too many to be told."""
    if len(right) > _MANY:
        return Expected(figures=[len(right)], counted=f"{pool}?")
    return Expected({pool: right}, reach=Reach.LIST) if right else Expected(empty=True)


def won_both(facts: Facts) -> Iterator[Question]:
    """Who won both of two classes, where somebody did."""
    yield from (one for one in _pairs_of_classes(facts) if not one.expected.empty)


def nobody_won_both(facts: Facts) -> Iterator[Question]:
    """Two classes that nobody won both of."""
    yield from (one for one in _pairs_of_classes(facts) if one.expected.empty)


def _pairs_of_classes(facts: Facts) -> Iterator[Question]:
    crowned = [one for one in facts.names["classes"] if facts.titles_in(one)]
    for first, second in combinations(crowned, 2):
        for pool, who in (("drivers", "driver"), ("teams", "team")):
            right = set(holders(facts, facts.titles_in(first), pool)) & set(
                holders(facts, facts.titles_in(second), pool)
            )
            expected = _all_of(pool, right)
            for one, other in ((first, second), (second, first)):
                yield from put(
                    """
                    Which {who} won both {first} and {second}?
                    Which {who}s have won {first} and {second}?
                    {who}s with titles in {first} and {second}
                    Who won both {first} and {second}?
                    Has any {who} won both {first} and {second}?
                    Which {who}s have titles in both {first} and {second}?
                    which {who} was champion in {first} and in {second}
                    """.replace("Who won both", "Who won both" if pool == "drivers" else "What team won both"),
                    expected,
                    who=who,
                    first=facts.name("classes", one),
                    second=facts.name("classes", other),
                )


def more_titles(facts: Facts) -> Iterator[Question]:
    """Which of two drivers has more titles."""
    yield from _compared(facts, "drivers", "{first} or {second}: who has more titles?")


def team_with_more_titles(facts: Facts) -> Iterator[Question]:
    """Which of two teams has more titles."""
    yield from _compared(facts, "teams", "Which team has more titles, {first} or {second}?")


def nation_with_more_titles(facts: Facts) -> Iterator[Question]:
    """Which of two nations has more driver titles."""
    yield from _compared(facts, "countries", "Which country has more titles, {first} or {second}?")


def _compared(facts: Facts, pool: str, own: str) -> Iterator[Question]:
    counted = Counter(holders(facts, facts.titles, pool))
    several = [one for one, number in counted.items() if number > 1]
    for first in several:
        for second in counted:
            if counted[first] > counted[second]:
                expected = Expected(
                    about={pool: (first, second)},
                    figures=(counted[first], counted[second]),
                    ahead=(pool, first, second),
                    reach=Reach.LINE,
                )
                names = (called(facts, pool, first), called(facts, pool, second))
                for one, other in (names, names[::-1]):
                    yield from put(
                        f"""
                        Who has more titles, {{first}} or {{second}}?
                        Does {{first}} or {{second}} have more titles?
                        Who has won more titles, {{first}} or {{second}}?
                        more titles: {{first}} or {{second}}
                        {own}
                        """,
                        expected,
                        first=one,
                        second=other,
                    )
