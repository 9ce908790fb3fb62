"""Questions on what circuits are like, on seasons that left them out, and on parts of the world."""

from __future__ import annotations

from collections.abc import Iterator

from .asking import Question, called, put
from .facts import Facts
from .judging import Expected, Reach

_BOUNDS = range(12, 22)


def turns_of_circuit(facts: Facts) -> Iterator[Question]:
    """Whether a circuit has so many turns, where all its laps agree on that."""
    for one in facts.circuits.values():
        for bound in _BOUNDS:
            for said, verdicts in (
                (f"more than {bound}", {lap.turns > bound for lap in one.laps}),
                (f"{bound}", {lap.turns == bound for lap in one.laps}),
            ):
                if len(verdicts) == 1:
                    yield from put(
                        "Does {circuit} have {many} turns?\nHas {circuit} {many} corners?",
                        Expected(about={"circuits": [one.id]}, yes=verdicts.pop()),
                        circuit=called(facts, "circuits", one.id),
                        many=said,
                    )


def circuits_with_turns(facts: Facts) -> Iterator[Question]:
    """Which circuits have more than so many turns."""
    for bound in (*_BOUNDS, 30, 40):
        right = {one.id for one in facts.circuits.values() if one.laps[-1].turns > bound}
        yield from put(
            "Which circuits have more than {bound} turns?\ntracks with more than {bound} corners",
            Expected({"circuits": right}) if right else Expected(empty=True),
            bound=str(bound),
        )


def country_of_circuit(facts: Facts) -> Iterator[Question]:
    """Whether a circuit lies in a country."""
    countries = {one.country for one in facts.circuits.values()}
    for one in facts.circuits.values():
        for country in sorted(countries):
            yield from put(
                "Is {circuit} in {country}?",
                Expected(about={"circuits": [one.id], "countries": [one.country]}, yes=country == one.country),
                circuit=called(facts, "circuits", one.id),
                country=called(facts, "countries", country),
            )


def seasons_without(facts: Facts) -> Iterator[Question]:
    """How many seasons had no race at a circuit or in a country."""
    for place in facts.places():
        there = {one.season for one in facts.races if facts.is_at(one.circuit, place)}
        missed = [one for one in facts.seasons if one not in there]
        where = f"{'at' if place[0] == 'circuits' else 'in'} {called(facts, *place)}"
        yield from put(
            "Which seasons had no race {where}?\nHow many seasons had no race {where}?\nseasons without a race {where}",
            Expected(figures=[len(missed)], counted="seasons?", reach=Reach.LINE),
            where=where,
        )


def nth_title(facts: Facts) -> Iterator[Question]:
    """The second or third title of a driver."""
    for driver, name in facts.names["drivers"].items():
        own = [one for one in facts.titles if driver in one.drivers]
        for place, said in ((1, "second"), (2, "third")):
            if len(own) > place:
                title = own[place]
                yield from put(
                    "{said} title of {who}\nWhen did {who} win the {said} title?",
                    Expected(
                        {"seasons": [title.season], "classes": [title.race_class]},
                        about={"teams": [title.team]},
                        reach=Reach.LINE,
                    ),
                    said=said,
                    who=name[0],
                )
