"""Questions that want Yes or No."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from .asking import Question, called, put
from .facts import Facts, label
from .judging import Expected

_WON = r"\bwon\b.*\btitles?\b"
_RACED = r"\b(?:held|hosted|raced|had|visited)\b.*\b(?:races?|times?)\b"


def driver_won_class(facts: Facts) -> Iterator[Question]:
    """Whether a driver won a class in a season."""
    for driver in {one for title in facts.titles for one in title.drivers}:
        own = [one for one in facts.titles if driver in one.drivers]
        for title in own:
            for season in (title.season, facts.seasons[facts.seasons.index(title.season) - 3]):
                won = facts.titles_in(title.race_class, [season])
                yes = any(driver in one.drivers for one in won)
                yield from put(
                    """
                    Did {who} win {cls} in {season}?
                    Was {who} {cls} champion in {season}?
                    Did {who} win the {cls} title in {season}?
                    Was {who} the {season} {cls} champion?
                    Is it true that {who} won {cls} in {season}?
                    """,
                    Expected(about={"drivers": [driver]}, yes=yes, affirmed=_WON),
                    who=facts.name("drivers", driver),
                    cls=facts.name("classes", title.race_class),
                    season=label(season),
                )


def driver_won_twice(facts: Facts) -> Iterator[Question]:
    """Whether a champion has won more than one title."""
    counted = Counter(driver for one in facts.titles for driver in one.drivers)
    for driver, number in counted.items():
        yield from put(
            """
            Has {who} won more than one title?
            Did {who} win more than one title?
            Has {who} won more than 1 championship?
            Is {who} a multiple champion?
            Has {who} been champion more than once?
            """,
            Expected(
                about={"drivers": [driver]},
                yes=number > 1,
                affirmed=_WON,
                figures=(number,) if number > 1 else (),
            ),
            who=facts.name("drivers", driver),
        )


def team_won_class(facts: Facts) -> Iterator[Question]:
    """Whether a team ever won a class."""
    crowned = [one for one in facts.names["classes"] if facts.titles_in(one)]
    for team in {one.team for one in facts.titles}:
        for race_class in crowned:
            yes = any(one.team == team for one in facts.titles_in(race_class))
            yield from put(
                """
                Did {who} ever win {cls}?
                Has {who} won {cls}?
                Has {who} ever won the {cls} title?
                Have {who} ever been {cls} champions?
                """,
                Expected(about={"teams": [team], "classes": [race_class]}, yes=yes, affirmed=_WON),
                who=facts.name("teams", team),
                cls=facts.name("classes", race_class),
            )


def class_ran(facts: Facts) -> Iterator[Question]:
    """Whether a class was run in a season."""
    for race_class, name in facts.names["classes"].items():
        for season in facts.seasons:
            yield from put(
                """
                Did {cls} run in {season}?
                Was there a {cls} class in {season}?
                Did {cls} exist in {season}?
                Was {cls} a class in {season}?
                Was {cls} part of {season}?
                """,
                Expected(
                    about={"classes": [race_class], "seasons": [season]},
                    yes=race_class in facts.classes[season],
                    affirmed=r"\bran\b|\bwas a class\b",
                ),
                cls=name[0],
                season=label(season),
            )


def raced_in_country(facts: Facts) -> Iterator[Question]:
    """Whether the series has raced in a country."""
    visited = {one.country for one in facts.circuits.values()}
    for country in facts.names["countries"]:
        yield from put(
            """
            Has the series raced in {country}?
            Has the series ever raced in {country}?
            Did the series ever race in {country}?
            Has there been a race in {country}?
            Has the series been to {country}?
            Was there ever a race in {country}?
            """,
            Expected(about={"countries": [country]}, yes=country in visited, affirmed=_RACED),
            country=called(facts, "countries", country),
        )


def raced_at_circuit(facts: Facts) -> Iterator[Question]:
    """Whether the series raced at a circuit in a season."""
    held = {(one.circuit, one.season) for one in facts.races}
    dated = {(one.circuit, str(one.date.year)) for one in facts.races}
    for circuit in facts.circuits:
        for season in facts.seasons:
            if "-" not in season and ((circuit, season) in held) != ((circuit, season) in dated):
                continue  # Whether a season or a year is meant makes a difference here.
            yield from put(
                """
                Did the series race at {circuit} in {season}?
                Was there a race at {circuit} in {season}?
                Did they race at {circuit} in {season}?
                Was {circuit} on the calendar in {season}?
                """,
                Expected(
                    about={"circuits": [circuit], "seasons": [season]},
                    yes=(circuit, season) in held,
                    affirmed=r"\braces?\b",
                ),
                circuit=called(facts, "circuits", circuit),
                season=label(season),
            )


def won_together(facts: Facts) -> Iterator[Question]:
    """Whether two drivers won a title, or a race, together."""
    crews = {frozenset(pair) for one in facts.titles for pair in combinations(one.drivers, 2)}
    raced = {frozenset(pair) for one in facts.wins for pair in combinations(one.drivers, 2)}
    champions = list(dict.fromkeys(driver for one in facts.titles for driver in one.drivers))
    strangers = {frozenset(pair) for pair in zip(champions, champions[9:], strict=False)} - crews - raced
    for pairs, titles, races in ((crews, True, True), (raced - crews, False, True), (strangers, False, False)):
        for pair in sorted(sorted(one) for one in pairs):
            said = {"first": facts.name("drivers", pair[0]), "second": facts.name("drivers", pair[1])}
            yield from put(
                "Did {first} and {second} win a title together?\nHave {first} and {second} been champions together?",
                Expected(about={"drivers": pair}, yes=titles, affirmed=_WON),
                **said,
            )
            if frozenset(pair) in raced or not races:
                yield from put(
                    "Did {first} and {second} win together?\nHave {first} and {second} won a race together?",
                    Expected(about={"drivers": pair}, yes=races, affirmed=r"\bwins?\b|\bwon\b"),
                    **said,
                )
