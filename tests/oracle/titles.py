"""Questions on titles: how many there are of, and who has most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from .asking import Period, Question, called, periods, put, seasons_named
from .facts import Facts, Title
from .judging import Expected, Reach

_ALWAYS = Period("", ())
_TITLES = "titles?|times?|championships?"
_WHO = {"drivers": "driver", "teams": "team", "countries": "nation"}


def holders(facts: Facts, titles: Iterable[Title], pool: str) -> Iterator[str]:
    """Yield who of `pool` won `titles`; a nation wins with each of its drivers."""
    for one in titles:
        if pool == "teams":
            yield one.team
        else:
            yield from one.drivers if pool == "drivers" else (facts.nation_of[driver] for driver in one.drivers)


def scopes(facts: Facts) -> Iterator[tuple[str, str, list[Title]]]:
    """Yield a class or none, with a period or none, as they are said, and the titles that leaves."""
    classes = [None, *facts.names["classes"]]
    for race_class in classes:
        for period in (_ALWAYS, *periods(facts)):
            titles = facts.titles_in(race_class, period.seasons or None)
            if titles:
                yield f"in {facts.name('classes', race_class)}" if race_class else "", period.said, titles


def total_of_driver(facts: Facts) -> Iterator[Question]:
    """How many titles a driver has, none included."""
    counted = Counter(holders(facts, facts.titles, "drivers"))
    for driver in facts.names["drivers"]:
        expected = Expected(
            about={"drivers": [driver]},
            figures=(counted[driver],) if counted[driver] else (),
            counted=_TITLES,
            empty=not counted[driver],
        )
        yield from put(
            """
            How many titles has {who} won?
            How many championships does {who} have?
            how many times has {who} been champion?
            number of titles of {who}
            how often has {who} been champion
            How many titles did {who} win?
            """,
            expected,
            who=facts.name("drivers", driver),
        )


def total_of_team(facts: Facts) -> Iterator[Question]:
    """How many titles a team has."""
    for team, number in Counter(holders(facts, facts.titles, "teams")).items():
        yield from put(
            """
            How many titles has {who} won?
            How many titles does {who} have?
            How many championships did {who} win?
            """,
            Expected(about={"teams": [team]}, figures=(number,), counted=_TITLES),
            who=facts.name("teams", team),
        )


def total_of_class(facts: Facts) -> Iterator[Question]:
    """How many titles and seasons a class has, and how many have won it."""
    for race_class, name in facts.names["classes"].items():
        titles = facts.titles_in(race_class)
        about = {"classes": [race_class]}
        if not titles:
            continue
        yield from put(
            """
            How many titles in {what}?
            How many {what} titles have been awarded?
            """,
            Expected(about=about, figures=(len(titles),), counted="titles?|seasons?|times?|champions?"),
            what=name[0],
        )
        yield from put(
            """
            How many seasons did {what} run?
            For how many seasons has {what} been a class?
            """,
            Expected(about=about, figures=(len(facts.seasons_of(race_class)),), counted="seasons?"),
            what=name[0],
        )


def total_of_champions(facts: Facts) -> Iterator[Question]:
    """How many different drivers and teams have won a class, or anything, in a time."""
    for race_class, period, titles in scopes(facts):
        for pool in ("drivers", "teams"):
            yield from put(
                """
                How many different {who} have won a title {cls} {period}?
                How many different champion {who} {cls} {period}?
                """,
                Expected(figures=(len(set(holders(facts, titles, pool))),), counted=f"{pool}?"),
                who=pool,
                cls=race_class,
                period=period,
            )


def total_of_season(facts: Facts) -> Iterator[Question]:
    """How many titles and classes a season had."""
    for time in seasons_named(facts):
        titles = facts.titles_in(seasons=time.seasons)
        about = {"seasons": time.seasons}
        yield from put(
            "How many titles were won {time}?\nhow many titles {time}",
            Expected(about=about, figures=(len(titles),), counted="titles?|classes crowned"),
            time=time.said,
        )
        if len(time.seasons) == 1:
            classes = facts.classes[time.seasons[0]]
            expected = Expected(about=about, figures=(len(classes),), counted="classes")
            yield from put("How many classes were there {time}?", expected, time=time.said)


def total_of_nation(facts: Facts) -> Iterator[Question]:
    """How many driver titles a nation has; each driver of a crew counts one."""
    for race_class, period, titles in scopes(facts):
        for nation, number in Counter(holders(facts, titles, "countries")).items():
            yield from put(
                """
                How many titles did {adjective} drivers win {cls} {period}?
                How many titles have drivers from {country} won {cls} {period}?
                """,
                Expected(about={"countries": [nation]}, figures=(number,), counted="titles?|times?|drivers?"),
                adjective=facts.adjectives[nation],
                country=called(facts, "countries", nation),
                cls=race_class,
                period=period,
            )


def most_titles(facts: Facts) -> Iterator[Question]:
    """Who has most titles, in a class, in a time; equals are all named."""
    phrasings = """
        Which {who} has the most titles {cls} {period}?
        {who} with the most titles {cls} {period}
        Most titles by a {who} {cls} {period}
        What {who} has won the most titles {cls} {period}?
        What is the most successful {who} {cls} {period}?
        Which {who} has been champion most often {cls} {period}?
    """
    for race_class, period, titles in scopes(facts):
        for pool, who in _WHO.items():
            counted = Counter(holders(facts, titles, pool))
            most = max(counted.values())
            best = [one for one, number in counted.items() if number == most]
            expected = Expected({pool: best}, figures=(most,), reach=Reach.LIST)
            yield from put(phrasings, expected, who=who, cls=race_class, period=period)
