"""Shapes of questions on classes, seasons and the series as a whole."""

from __future__ import annotations

from bot.understanding.numbers import ORDINALS
from bot.understanding.queries import (
    Classes,
    ClassProfile,
    Courtesy,
    Focus,
    Help,
    History,
    Query,
    Record,
    RecordKind,
    SeasonList,
    SeasonOverview,
    Seasons,
    SeriesProfile,
    Standings,
)
from bot.understanding.shapes.shape import Shape, first, focus_of, named, shape
from bot.understanding.slots import Slots

_CLASS_FOCUS = {
    "count": Focus.COUNT,
    "successor": Focus.SUCCESSOR,
    "after": Focus.SUCCESSOR,
    "replaced": Focus.REPLACED,
    "became": Focus.SUCCESSOR,
    "before": Focus.REPLACED,
    "ended": Focus.ENDED,
    "history": Focus.ENDED,
    "introduced": Focus.INTRODUCED,
    "since": Focus.INTRODUCED,
    "first": Focus.FIRST,
    "last": Focus.LAST,
    "when": Focus.WHEN,
    "season": Focus.WHEN,
    "length": Focus.WHEN,
    "car": Focus.CAR,
}
_ORDER_FOCUS = {"count": Focus.COUNT, "first": Focus.FIRST, "last": Focus.LAST}
_CLASSES_FOCUS = {"newest": Focus.NEWEST, "oldest": Focus.OPENED, **_ORDER_FOCUS}
_SEASON_FOCUS = {
    "grid": Focus.GRID,
    "rules": Focus.RULES,
    "introduced": Focus.RULES,
    "ended": Focus.RULES,
    "replaced": Focus.RULES,
    "class": Focus.CLASS,
}


def race_class(slots: Slots) -> Query:
    """One class."""
    return ClassProfile(slots.classes[0], focus_of(slots, _CLASS_FOCUS))


def classes(slots: Slots) -> Query:
    """Classes, of a season or all."""
    gone = slots.seasons is None and not slots.cues.isdisjoint({"former", "ended"})
    return Classes(slots.seasons, Focus.ENDED if gone else focus_of(slots, _CLASSES_FOCUS))


def season(slots: Slots) -> Query:
    """Seasons whole."""
    focus = focus_of(slots, _SEASON_FOCUS)
    return SeasonOverview(slots.seasons or Seasons((), ""), focus)


def seasons(slots: Slots) -> Query:
    """All seasons, or those of a class."""
    return SeasonList(slots.classes, focus_of(slots, _ORDER_FOCUS))


def standings(slots: Slots) -> Query:
    """Points and places."""
    place = next((place for cue, place in ORDINALS.items() if cue in slots.cues), None)
    return Standings(slots.seasons, slots.classes, place, named(slots))


def history(slots: Slots) -> Query:
    """A topic or a time."""
    return History(first(slots.topics), slots.seasons)


COURTESIES: tuple[Shape, ...] = (
    shape(lambda slots: Courtesy("thanks"), cues=("thanks",), also="hello"),
    shape(lambda slots: Courtesy("hello"), cues=("hello",)),
    shape(lambda slots: Help(), cues=("help",), also="hello how"),
)

CLASSES: tuple[Shape, ...] = (
    shape(
        race_class,
        needs="classes",
        also="introduced ended replaced became car class season when first last count how length race never history "
        "after before successor predecessor since from only exactly",
    ),
    shape(race_class, needs="classes seasons", cues=("history became", "after before"), also="class when ended"),
    shape(season, needs="seasons", cues=("introduced ended replaced", "class"), also="when"),
    shape(classes, may="seasons", cues=("class",), also="race count season introduced current"),
    shape(classes, cues=("class", "newest oldest"), also="season race ran introduced current when"),
    shape(classes, cues=("class",), also="former ended count ran race uses season"),
)

SEASONS: tuple[Shape, ...] = (
    *(
        shape(
            standings,
            needs=f"{who} seasons",
            may="classes",
            cues=("standings",),
            also="count title team driver who win with",
        )
        for who in ("drivers", "teams")
    ),
    shape(
        standings,
        may="seasons classes",
        cues=("standings second third fourth fifth sixth",),
        also="title team driver season win who current last count with",
    ),
    shape(lambda slots: Record(RecordKind.TOTALS), cues=("count", "race"), also="title driver team season"),
    shape(season, needs="seasons", also="result season class race rules grid car current introduced ended"),
    shape(seasons, may="classes", cues=("season",), also="count race first last when introduced class"),
    shape(history, needs="topics", may="seasons", also="history how when rules season race introduced"),
    shape(history, may="seasons", cues=("history",), also="season race"),
    shape(lambda slots: SeriesProfile(), cues=("about",)),
)
