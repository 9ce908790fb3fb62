"""Shapes of questions on how many different things something is spread over, and on who lacks what others have."""

from __future__ import annotations

from bot.understanding.queries import MORE_THAN_ONE, Bound, By, Counted, Focus, Query, Ranking
from bot.understanding.shapes.shape import Shape, shape
from bot.understanding.slots import Pair, Slots

# Marks of what the order of the words tells, which no cue does.
SPREAD = "spread"
LACKING = "lacking"

_ONE = Bound(1, 1, exact=True)
_PLACES = (By.CIRCUIT, By.COUNTRY)
_ASKED = (
    "title win victories overall who driver team class season circuit country nation car race ran uses with count "
    "where when which from not most fewest more only once often same manyseasons record different soft list"
)
_SCOPE = "classes seasons amount bound number"


def spread(slots: Slots) -> Query:
    """For whom or what most different things are counted, or as many as a bound says."""
    by, of, every = slots.pair or Pair(By.DRIVER, By.TEAM)
    counted = _counted(slots, by, of)
    least = "fewest" in slots.cues
    bound = None if every else _bound(slots, by)
    if by is By.COUNTRY and counted is not Counted.RACES:
        by = By.TEAM_NATION if of is By.TEAM else By.NATION
    if (by, of) == (By.NATION, By.DRIVER) and counted is Counted.TITLES:
        return Ranking(Counted.CHAMPIONS, by, slots.classes, slots.seasons, bound=bound, least=least)
    return Ranking(counted, by, slots.classes, slots.seasons, bound=bound, least=least, of=of, every=every)


def lacking(slots: Slots) -> Query:
    """Who has titles and no wins, or wins and no title."""
    without = slots.lacking or Counted.TITLES
    counted = Counted.TITLES
    if without is Counted.TITLES:
        counted = Counted.OVERALL if "overall" in slots.cues else Counted.WINS
    by = By.TEAM if "team" in slots.cues else By.DRIVER
    focus = Focus.LIST if without is Counted.WINS and "most" not in slots.cues else Focus.ALL
    return Ranking(counted, by, slots.classes, slots.seasons, focus=focus, lacking=without)


def _bound(slots: Slots, by: By) -> Bound | None:
    if slots.cues & {"most", "fewest", "manyseasons"}:
        return None
    if slots.bound:
        return slots.bound
    said = slots.amount or slots.number
    if said:
        exact = "only" in slots.cues or by in (By.SEASON, By.CLASS, By.COUNTRY, By.CIRCUIT)
        return Bound(said, said if exact else None, exact=True)
    return _ONE if slots.cues & {"only", "once", "same"} else MORE_THAN_ONE


def _counted(slots: Slots, by: By, of: By) -> Counted:
    """Return which titles, wins or races are looked at."""
    if {by, of} == {By.CLASS, By.SEASON}:
        return Counted.SEASONS
    if {by, of} <= {By.SEASON, *_PLACES}:
        return Counted.RACES
    if "overall" in slots.cues:
        return Counted.OVERALL
    placed = by is By.CIRCUIT or of in (*_PLACES, By.MAKE) or by is By.MAKE
    raced = slots.cues & {"race", "victories"} and "title" not in slots.cues
    return Counted.WINS if placed or raced or _winners(slots, by) else Counted.TITLES


def _winners(slots: Slots, by: By) -> bool:
    """Say whether winners are asked for, which a season has in its races."""
    return by is By.SEASON and "win" in slots.cues and "title" not in slots.cues


SPREADS: tuple[Shape, ...] = (
    shape(spread, may=_SCOPE, cues=(SPREAD,), also=_ASKED),
    shape(lacking, may="classes seasons", cues=(LACKING,), also=_ASKED + " never compare modal"),
)
