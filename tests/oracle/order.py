"""Questions on what came first, last, before and after, and on who drove with whom."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from .asking import Question, put, seasons_named, where
from .facts import Facts, Race, Title, Win, label
from .judging import Expected, Reach
from .races import crew_of, day, overall


def first_and_last_race(facts: Facts) -> Iterator[Question]:
    """The first and most recent race at a circuit or in a country."""
    for place in facts.places():
        for end, race in _ends([one for one in facts.races if facts.is_at(one.circuit, place)]):
            yield from put(
                """
                {end} race {where}
                When was the {end} race {where}?
                What was the {end} race {where}?
                date of the {end} race {where}
                """,
                Expected(said=[day(race)], reach=Reach.LINE),
                end=end,
                where=where(facts, place),
            )


def first_and_last_winner(facts: Facts) -> Iterator[Question]:
    """Who won the first and the most recent race at a circuit or in a country."""
    for place in facts.places():
        for end, race in _ends([one for one in facts.races if facts.is_at(one.circuit, place)]):
            yield from put(
                """
                Who won the {end} race {where}?
                {end} winner {where}
                Who was the {end} winner {where}?
                Who was the {end} driver to win {where}?
                """,
                crew_of([overall(race)], Reach.LEAD),
                end=end,
                where=where(facts, place),
            )


def first_and_last_of_season(facts: Facts) -> Iterator[Question]:
    """Which race opened and closed a season, and who won it."""
    for season in facts.seasons:
        races = [one for one in facts.races if one.season == season]
        if "-" not in season and races != [one for one in facts.races if str(one.date.year) == season]:
            continue  # A lone year goes by date where races are asked for, and here that makes a difference.
        for end, race in _ends(races):
            expected = replace(crew_of([overall(race)], Reach.LEAD), said=[day(race)])
            yield from put(
                "Who won the {end} race of {season}?\n{end} race of {season}", expected, end=end, season=label(season)
            )


def _ends(races: Sequence[Race]) -> Iterator[tuple[str, Race]]:
    yield "first", races[0]
    yield from (("last", races[-1]), ("most recent", races[-1]))


def season_beside(facts: Facts) -> Iterator[Question]:
    """The season before or after another."""
    for before, after in pairwise(facts.seasons):
        for word, right, said in (("after", after, before), ("before", before, after)):
            for form in dict.fromkeys((said, label(said))):
                yield from put(
                    """
                    Which season came {word} {season}?
                    What was the season {word} {season}?
                    What season came right {word} {season}?
                    season {word} {season}
                    the season right {word} {season}
                    """,
                    Expected({"seasons": [right]}, besides=[said], reach=Reach.LINE),
                    word=word,
                    season=form,
                )


def champion_beside_season(facts: Facts) -> Iterator[Question]:
    """The champion of a class in the season before or after another."""
    for before, after in pairwise(facts.seasons):
        for race_class in facts.names["classes"]:
            for word, right, said in (("after", after, before), ("before", before, after)):
                for title in facts.titles_in(race_class, [right]):
                    yield from put(
                        """
                        Who won {cls} the season {word} {season}?
                        Who won {cls} in the season {word} {season}?
                        {cls} champions of the season {word} {season}
                        """,
                        _told(title),
                        cls=facts.name("classes", race_class),
                        word=word,
                        season=label(said),
                    )


def champion_beside_team(facts: Facts) -> Iterator[Question]:
    """The champion of a class before or after a team that won it once."""
    for race_class, name in facts.names["classes"].items():
        titles = facts.titles_in(race_class)
        once = {team for team, number in Counter(one.team for one in titles).items() if number == 1}
        for before, after in pairwise(titles):
            for word, right, said in (("after", after, before), ("before", before, after)):
                if said.team in once and right.team != said.team:
                    yield from put(
                        """
                        Who won {cls} {word} {team}?
                        {cls} champion {word} {team}
                        Who was {cls} champion right {word} {team}?
                        """,
                        _told(right, besides=(said.team, *said.drivers)),
                        cls=name[0],
                        word=word,
                        team=facts.name("teams", said.team),
                    )


def _told(title: Title, besides: Sequence[str] = ()) -> Expected:
    return Expected({"drivers": title.drivers, "teams": [title.team]}, besides=besides)


def classes_of_season(facts: Facts) -> Iterator[Question]:
    """Which classes ran in a season, or in the seasons that share a year."""
    for time in seasons_named(facts):
        if len(time.seasons) == 1:
            yield from put(
                """
                Which classes ran {time}?
                Which classes were there {time}?
                What classes raced {time}?
                classes {time}
                list the classes {time}
                """,
                Expected({"classes": facts.classes[time.seasons[0]]}, reach=Reach.LINE),
                time=time.said,
            )


def life_of_class(facts: Facts) -> Iterator[Question]:
    """When a class began, when it ended, what took its place."""
    for race_class, name in facts.names["classes"].items():
        seasons = facts.seasons_of(race_class)
        if seasons:
            yield from put(
                """
                When did {cls} start?
                first season of {cls}
                When was {cls} introduced?
                Since when has {cls} existed?
                """,
                Expected({"seasons": seasons[:1]}, reach=Reach.LINE),
                cls=name[0],
            )
        if seasons and seasons[-1] != facts.seasons[-1]:
            yield from put(
                """
                When did {cls} end?
                last season of {cls}
                When was {cls} dropped?
                What was the last season of {cls}?
                """,
                Expected({"seasons": seasons[-1:]}, reach=Reach.LINE),
                cls=name[0],
            )
        for old in facts.replaced[race_class]:
            yield from put(
                "What replaced {old}?\nWhich class replaced {old}?\nWhat was {old} replaced by?",
                Expected({"classes": [race_class]}, besides=[old], reach=Reach.LINE),
                old=facts.name("classes", old),
            )


def first_and_last_champion(facts: Facts) -> Iterator[Question]:
    """The first and the most recent champion of a class."""
    for race_class, name in facts.names["classes"].items():
        titles = facts.titles_in(race_class)
        for end, title in (("first", titles[:1]), ("last", titles[-1:]), ("most recent", titles[-1:])):
            for one in title:
                yield from put(
                    """
                    Who was the {end} {cls} champion?
                    {end} champion of {cls}
                    Which team was the {end} champion of {cls}?
                    Who won the {end} {cls} title?
                    """,
                    _told(one),
                    end=end,
                    cls=name[0],
                )


def companions(facts: Facts) -> Iterator[Question]:
    """Who shared a title or a class win with a driver, ever or in one season."""
    shared: dict[str, dict[str | None, set[str]]] = defaultdict(lambda: defaultdict(set))
    crews: list[Title | Win] = [*facts.titles, *facts.wins]
    for one in crews:
        for driver in one.drivers:
            for season in (None, one.season):
                shared[driver][season] |= set(one.drivers) - {driver}
    for driver, by_season in shared.items():
        for season, others in by_season.items():
            if others:
                yield from put(
                    """
                    Who drove with {who} {time}?
                    Who were the co-drivers of {who} {time}?
                    {who} teammates {time}
                    Who won with {who} {time}?
                    Who did {who} drive with {time}?
                    who shared a car with {who} {time}
                    Who was {who}'s team mate {time}?
                    """,
                    Expected({"drivers": others}, besides=[driver]),
                    who=facts.name("drivers", driver),
                    time=f"in {season}" if season else "",
                )
