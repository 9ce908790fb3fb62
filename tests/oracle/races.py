"""Questions on races: how many, who won, who won most, where and when."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from .asking import Question, called, dated_periods, put, seasons_named, where
from .facts import Facts, Race, Win, label
from .judging import Expected, Reach

_RACES = "races?|rounds?|times?|of them"


def day(race: Race) -> str:
    """Return the date of `race` as it is printed."""
    return f"{race.date.day} {race.date:%B} {race.date.year}"


def overall(race: Race) -> Win:
    """Return the win of the whole race."""
    return next(win for win in race.wins if win.overall)


def crew_of(wins: Iterable[Win], reach: Reach) -> Expected:
    """Expect the drivers of `wins`; those that only some sources name may be told as well."""
    ordered = list(wins)
    right = {driver for win in ordered for driver in win.drivers}
    return Expected({"drivers": right}, besides={driver for win in ordered for driver in win.disputed}, reach=reach)


def _races_at(facts: Facts, place: tuple[str, str], seasons: Sequence[str] | None = None) -> list[Race]:
    return [
        one for one in facts.races if facts.is_at(one.circuit, place) and (seasons is None or one.season in seasons)
    ]


def total_at_place(facts: Facts) -> Iterator[Question]:
    """How many races a circuit or country has held, ever or in a time."""
    for place in facts.places():
        for period in (None, *dated_periods(facts)):
            races = _races_at(facts, place, period.seasons if period else None)
            if races:
                yield from put(
                    """
                    How many races {where} {time}?
                    How many races have been held {where} {time}?
                    How many times has the series raced {where} {time}?
                    number of races {where} {time}
                    How often has the series raced {where} {time}?
                    """,
                    Expected(about={place[0]: [place[1]]}, figures=(len(races),), counted=_RACES),
                    where=where(facts, place),
                    time=period.said if period else "",
                )


def total_in_season(facts: Facts) -> Iterator[Question]:
    """How many races a season had; in a year that is no season they go by date."""
    for time in seasons_named(facts):
        if len(time.seasons) == 1:
            races = [one for one in facts.races if one.season in time.seasons]
        else:
            races = [one for one in facts.races if str(one.date.year) == time.said.removeprefix("in ")]
        yield from put(
            """
            How many races were there {time}?
            How many races {time}?
            number of races {time}
            """,
            Expected(figures=(len(races),), counted=_RACES),
            time=time.said,
        )


def most_wins(facts: Facts) -> Iterator[Question]:
    """Who has won most classes of races: in a class, at a place, in a time."""
    for race_class in (None, *facts.names["classes"]):
        yield from _most(
            facts,
            [one for one in facts.wins if race_class in (None, one.race_class)],
            f"in {facts.name('classes', race_class)}" if race_class else "",
            ("most race wins", "most class wins"),
        )


def most_overall_wins(facts: Facts) -> Iterator[Question]:
    """Who has won most races outright: at a place, in a time."""
    yield from _most(facts, [one for one in facts.wins if one.overall], "", ("most overall wins",))


def _most(facts: Facts, wins: Iterable[Win], cls: str, things: Iterable[str]) -> Iterator[Question]:
    ordered = list(wins)
    for place in (None, *facts.places()):
        at = [one for one in ordered if place is None or facts.is_at(one.circuit, place)]
        for period in (None, *dated_periods(facts)) if place is None or not cls else (None,):
            left = [one for one in at if period is None or one.season in period.seasons]
            for pool, who in (("drivers", "driver"), ("teams", "team")):
                best, figure = _best(left, pool)
                if figure > 1:
                    for thing in things:
                        yield from put(
                            """
                            Which {who} has the {thing} {cls} {where} {time}?
                            {who} with {thing} {cls} {where} {time}
                            {thing} by a {who} {cls} {where} {time}
                            Which {who} has won the {thing} {cls} {where} {time}?
                            What {who} took the {thing} {cls} {where} {time}?
                            """,
                            Expected({pool: best}, figures=(figure,), reach=Reach.LINE),
                            who=who,
                            thing=thing,
                            cls=cls,
                            where=where(facts, place) if place else "",
                            time=period.said if period else "",
                        )


def _best(wins: Iterable[Win], pool: str) -> tuple[list[str], int]:
    counted = Counter(one for win in wins for one in (win.drivers if pool == "drivers" else (win.team,)))
    most = max(counted.values(), default=0)
    return [one for one, number in counted.items() if number == most], most


def winner_at_circuit(facts: Facts) -> Iterator[Question]:
    """Who won a race, by its circuit and season; where a season had two there, the winners of both."""
    held = defaultdict(list)
    for race in facts.races:
        held[race.circuit, race.season].append(race)
    for (circuit, season), races in held.items():
        if len(races) == 1:
            yield from put(
                """
                Who won at {where} in {season}?
                Who won the race at {where} in {season}?
                {where} {season} winner
                winner of {where} {season}
                Who won the {season} race at {where}?
                who took victory at {where} in {season}
                """,
                crew_of(map(overall, races), Reach.LINE),
                where=called(facts, "circuits", circuit),
                season=season,
            )
        for race_class in facts.classes[season]:
            wins = [win for race in races for win in race.wins if win.race_class == race_class and win.drivers]
            if wins:
                yield from put(
                    """
                    Who won {cls} at {where} in {season}?
                    Which drivers won {cls} at {where} in {season}?
                    {cls} winner {where} {season}
                    Who won the {cls} class at {where} in {season}?
                    {where} {season} {cls} winner
                    """,
                    crew_of(wins, Reach.PAGE),
                    cls=facts.name("classes", race_class),
                    where=called(facts, "circuits", circuit),
                    season=season,
                )


def winner_of_round(facts: Facts) -> Iterator[Question]:
    """Who won a round overall, or in a class."""
    for race in facts.races:
        said = {"number": str(race.number), "season": label(race.season)}
        yield from put(
            """
            Who was the overall winner of round {number} of {season}?
            overall winner of round {number} of {season}
            Who won round {number} of {season}?
            winner of round {number} {season}
            Who won race {number} of {season}?
            """,
            crew_of([overall(race)], Reach.LINE),
            **said,
        )
        for win in race.wins:
            if win.drivers and not win.overall:
                yield from put(
                    "Who won {cls} in round {number} of {season}?\n{cls} winner of round {number} {season}",
                    crew_of([win], Reach.LINE),
                    cls=facts.name("classes", win.race_class),
                    **said,
                )


def place_and_day_of_round(facts: Facts) -> Iterator[Question]:
    """Where and when a round was held."""
    for race in facts.races:
        said = {"number": str(race.number), "season": label(race.season)}
        yield from put(
            """
            Where was round {number} of {season}?
            Which circuit held round {number} of {season}?
            At which track was round {number} of {season}?
            Where was round {number} held in {season}?
            """,
            Expected({"circuits": [race.circuit]}, about={"seasons": [race.season]}, reach=Reach.LINE),
            **said,
        )
        yield from put(
            """
            When was round {number} of {season}?
            What date was round {number} of {season}?
            on which day was round {number} of {season}
            date of round {number} {season}
            """,
            Expected(said=[day(race)], reach=Reach.LINE),
            **said,
        )


def cars_and_laps(facts: Facts) -> Iterator[Question]:
    """How many cars started a race and how many laps were run, where it is known."""
    for race in facts.races:
        said = {"number": str(race.number), "season": label(race.season)}
        if race.starters:
            yield from put(
                "How many cars started round {number} of {season}?\nHow many cars were in round {number} of {season}?",
                Expected(about={"seasons": [race.season]}, figures=(race.starters,), counted="cars", reach=Reach.LINE),
                **said,
            )
        if race.laps:
            yield from put(
                "How many laps in round {number} of {season}?\nHow many laps were run in round {number} of {season}?",
                Expected(figures=(race.laps,), counted="laps", reach=Reach.LINE),
                **said,
            )
