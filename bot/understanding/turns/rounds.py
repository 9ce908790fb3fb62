"""`The second race`, `and the first one`: one of the races that were told."""

from __future__ import annotations

from msgspec.structs import replace

from bot.understanding.before import Before
from bot.understanding.conversation import STEPS
from bot.understanding.fitting import Fitting
from bot.understanding.follow_up import FollowUp
from bot.understanding.numbers import ORDINALS
from bot.understanding.queries import Calendar, Races, SeasonOverview
from bot.understanding.slots import Slots
from bot.understanding.spans import cue_set
from bot.understanding.turns.asked import ask
from bot.understanding.turns.places import ordinal_of
from bot.understanding.turns.relations import Relations

_OF_RACE = cue_set("race who win which about when where overall car team driver class first last laps grid how modal")
_ENDS = frozenset({"first", "last"})
_ORDINALS = frozenset(ORDINALS)
_KEPT = cue_set("who win where when car laps grid overall duration")


def nth_race(question: FollowUp, before: Before, relations: Relations) -> Fitting:
    """Read `the second race` after the races at a place as the second of them; that of a whole race has no class.

    Of the races of one season at a place the number says which; of those of many seasons it is counted.
    """
    now, query = question.now, before.query
    number = ordinal_of(now) or now.number
    # Who was second in a race is another question.
    placing = "who" in now.cues and now.cues.isdisjoint({"win", "race"}) and not now.cues.isdisjoint(_ORDINALS)
    if (
        placing
        or now.present - {"number", "classes"}
        or now.unknown
        or (now.cues - _OF_RACE - _ORDINALS).difference(STEPS)
    ):
        return []
    if isinstance(query, Calendar) or (isinstance(query, SeasonOverview) and "race" in before.slots.cues):
        return _of_season(now, before, number) if now.cues & {"win", "race"} or not now.cues - _ORDINALS else []
    if not isinstance(query, Races) or not (query.circuit or query.country or query.number):
        return []
    if query.circuit and query.number and not now.cues.isdisjoint(STEPS):
        return _beside(now, before, query, relations)
    if number is not None:
        return _chosen(question, before, query, number, relations)
    return _end(question, before) if query.number and query.seasons and now.cues & _ENDS else []


def _of_season(now: Slots, before: Before, number: int | None) -> Fitting:
    if number is None:
        return []
    cues = _cues(now, before) | {"race"}
    return ask(Slots(seasons=before.slots.seasons, number=number, classes=now.classes, cues=cues))


def _chosen(question: FollowUp, before: Before, query: Races, number: int, relations: Relations) -> Fitting:
    now, asked = question.now, before.slots
    classes = now.classes or (() if "overall" in now.cues else asked.classes)
    cues = _cues(now, before) - _ENDS | {"race"}
    if query.number is None and (query.seasons is None or len(query.seasons.ids) > 1):
        race = relations.nth_race(query, number)
        return ask(race._replace(classes=classes, cues=cues)) if race else []
    return ask(asked._replace(number=number, amount=None, classes=classes, unknown=(), cues=cues))


def _beside(now: Slots, before: Before, query: Races, relations: Relations) -> Fitting:
    """Read `the one after that`, after a race told by its number at a place, as the next round of the season."""
    race = relations.nth_race(replace(query, number=None), query.number or 0)
    if race is None or race.number is None:
        return []
    step = next(step for cue, step in STEPS.items() if cue in now.cues)
    cues = _cues(now._replace(cues=now.cues.difference(STEPS)), before) | {"race"}
    return ask(race._replace(number=race.number + step, classes=now.classes or before.slots.classes, cues=cues))


def _end(question: FollowUp, before: Before) -> Fitting:
    """Read `and the first one` after one race of a season as the first of them."""
    now = question.now
    kept = before.slots._replace(number=None, amount=None, unknown=(), classes=now.classes or before.slots.classes)
    return ask(kept._replace(cues=now.cues - {"modal"} | {"race"}))


def _cues(now: Slots, before: Before) -> frozenset[str]:
    """Return what is asked of the race: where nothing is, what was asked of the one before."""
    asks = now.cues - _ORDINALS - {"modal"}
    return asks if asks - {"which", "about"} else asks | (before.slots.cues & _KEPT)
