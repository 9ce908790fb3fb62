"""Questions on what is longest, shortest, most and fewest: of circuits and of seasons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

from .asking import Question, called, dated_periods, put
from .facts import Facts, Lap
from .judging import Expected, Reach

_Measure = Callable[[Lap], float]
_Extreme = tuple[str, Callable[[Iterable[float]], float], _Measure]
_EXTREMES: tuple[_Extreme, ...] = (
    ("longest lap", max, lambda one: one.length),
    ("shortest lap", min, lambda one: one.length),
    ("most turns", max, lambda one: one.turns),
    ("fewest turns", min, lambda one: one.turns),
)
_SHORTER = {"longest lap": "longest", "shortest lap": "shortest"}
_COMPARED: tuple[tuple[_Measure, str, str], ...] = (
    (lambda one: one.length, "longer", "Which is longer, {first} or {second}?\nIs {first} or {second} longer?"),
    (lambda one: one.turns, "turns|corners", "Which has more turns, {first} or {second}?"),
)


def extreme_circuit(facts: Facts) -> Iterator[Question]:
    """The longest and shortest lap, most and fewest turns, anywhere or in a country."""
    for country in (None, *dict.fromkeys(one.country for one in facts.circuits.values())):
        among = [one for one in facts.circuits.values() if country in (None, one.country)]
        for said, pick, measure in _EXTREMES:
            value = pick(measure(one.laps[-1]) for one in among)
            right = [one.id for one in among if measure(one.laps[-1]) == value]
            if pick(measure(lap) for one in among for lap in one.laps) != value:
                continue  # A layout that is gone would change the answer, so that it depends on what is meant.
            figure = {"figures": (value,)} if isinstance(value, int) else {"said": (f"{value:g} km",)}
            yield from put(
                """
                Which is the circuit with the {said} {where}?
                Which circuit has the {said} {where}?
                circuit with {said} {where}
                What circuit {where} has the {said}?
                """,
                Expected({"circuits": right}, reach=Reach.LINE, **figure),
                said=said,
                where=f"in {called(facts, 'countries', country)}" if country else "",
            )
            if said in _SHORTER:
                yield from put(
                    """
                    What is the {said} circuit {where}?
                    {said} track {where}
                    Which circuit {where} is the {said}?
                    """,
                    Expected({"circuits": right}, reach=Reach.LINE, **figure),
                    said=_SHORTER[said],
                    where=f"in {called(facts, 'countries', country)}" if country else "",
                )


def longer_circuit(facts: Facts) -> Iterator[Question]:
    """Which of two circuits is longer, or has more turns."""
    for first, second in combinations(facts.circuits.values(), 2):
        for measure, said, phrasings in _COMPARED:
            more, less = sorted((first, second), key=lambda one: measure(one.laps[-1]), reverse=True)
            if min(map(measure, more.laps)) > max(map(measure, less.laps)):
                expected = Expected(
                    about={"circuits": (more.id, less.id)},
                    said=[said],
                    ahead=("circuits", more.id, less.id),
                    reach=Reach.LINE,
                )
                for one, other in ((first, second), (second, first)):
                    yield from put(
                        phrasings,
                        expected,
                        first=called(facts, "circuits", one.id),
                        second=called(facts, "circuits", other.id),
                    )


def extreme_season(facts: Facts) -> Iterator[Question]:
    """The season with most or fewest races, or classes."""
    races = Counter(one.season for one in facts.races)
    classes = {season: len(ran) for season, ran in facts.classes.items()}
    for thing, counted in (("races", races), ("rounds", races), ("classes", classes)):
        for said, figure in (("most", max(counted.values())), ("fewest", min(counted.values()))):
            right = [season for season, number in counted.items() if number == figure]
            yield from put(
                """
                Which season had the {said} {thing}?
                season with the {said} {thing}
                What season had the {said} {thing}?
                {said} {thing} in a season
                """,
                Expected({"seasons": right}, figures=(figure,), reach=Reach.LINE),
                said=said,
                thing=thing,
            )


def most_visited(facts: Facts) -> Iterator[Question]:
    """The circuit and the country with most races, ever or in a time."""
    for period in (None, *dated_periods(facts)):
        races = [one for one in facts.races if period is None or one.season in period.seasons]
        for pool, who in (("circuits", "circuit"), ("countries", "country")):
            counted = Counter(one.circuit if pool == "circuits" else facts.country_of(one.circuit) for one in races)
            most = max(counted.values())
            yield from put(
                """
                Which {who} has held the most races {time}?
                {who} with the most races {time}
                What {who} has hosted the most races {time}?
                """,
                Expected({pool: [one for one, number in counted.items() if number == most]}, figures=(most,)),
                who=who,
                time=period.said if period else "",
            )
