"""Questions on the champions of a time: since, before, between, in a year, the last few."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .asking import Question, periods, put, seasons_named
from .facts import Facts, Title
from .judging import Expected, Reach


def champions_in_time(facts: Facts) -> Iterator[Question]:
    """The champions of a class in a time."""
    for race_class, name in facts.names["classes"].items():
        for period in periods(facts):
            titles = facts.titles_in(race_class, period.seasons)
            if titles:
                yield from put(
                    """
                    {cls} champions {period}
                    Who won {cls} {period}?
                    champions of {cls} {period}
                    List the {cls} champions {period}
                    who were the {cls} champions {period}
                    every {cls} champion {period}
                    """,
                    told_whole(titles),
                    cls=name[0],
                    period=period.said,
                )


def champions_in_year(facts: Facts) -> Iterator[Question]:
    """The champions of a class in a season, or in a year that two seasons share."""
    for race_class, name in facts.names["classes"].items():
        for time in seasons_named(facts):
            titles = facts.titles_in(race_class, time.seasons)
            if len(titles) == len(time.seasons):
                yield from put(
                    "Who won {cls} {time}?\n{cls} champions {time}", told_whole(titles), cls=name[0], time=time.said
                )


def last_champions(facts: Facts) -> Iterator[Question]:
    """The last few champions, of a class or of all."""
    for race_class, name in facts.names["classes"].items():
        titles = facts.titles_in(race_class)
        for number in range(2, min(6, len(titles) + 1)):
            yield from put(
                """
                Who were the last {number} champions of {cls}?
                last {number} {cls} champions
                the last {number} winners of {cls}
                """,
                told_whole(titles[-number:]),
                number=str(number),
                cls=name[0],
            )
    for number in range(2, 6):
        yield from put(
            """
            Who won the last {number} seasons?
            champions of the last {number} seasons
            champions in the last {number} years
            """,
            told_whole(facts.titles_in(seasons=facts.seasons[-number:])),
            number=str(number),
        )


def last_seasons_of_class(facts: Facts) -> Iterator[Question]:
    """The champions of a class in the last few seasons."""
    for race_class, name in facts.names["classes"].items():
        for number in range(2, 6):
            titles = facts.titles_in(race_class, facts.seasons[-number:])
            if len(titles) == number:
                yield from put(
                    """
                    Who won {cls} in the last {number} seasons?
                    {cls} champions of the last {number} seasons
                    """,
                    told_whole(titles),
                    number=str(number),
                    cls=name[0],
                )


def told_whole(titles: Iterable[Title]) -> Expected:
    """Expect exactly the drivers, teams and seasons of `titles`, wherever on the page they stand."""
    ordered = list(titles)
    return Expected(
        {
            "drivers": {driver for one in ordered for driver in one.drivers},
            "teams": {one.team for one in ordered},
        },
        reach=Reach.PAGE,
    )
