"""Shapes of questions on records, classes, seasons and the series as a whole."""

from __future__ import annotations

from collections.abc import Callable

from bot.understanding.queries import (
    Classes,
    ClassProfile,
    Courtesy,
    Focus,
    Help,
    History,
    Query,
    Races,
    Record,
    RecordKind,
    SeasonList,
    SeasonOverview,
    Seasons,
    SeriesProfile,
    Standings,
)
from bot.understanding.shapes.shape import Shape, first, focus_of, shape
from bot.understanding.slots import Slots

_CLASS_FOCUS = {
    "count": Focus.COUNT,
    "replaced": Focus.REPLACED,
    "became": Focus.REPLACED,
    "ended": Focus.ENDED,
    "history": Focus.ENDED,
    "introduced": Focus.INTRODUCED,
    "first": Focus.FIRST,
    "last": Focus.LAST,
    "car": Focus.CAR,
    "when": Focus.WHEN,
    "season": Focus.WHEN,
}
_ORDER_FOCUS = {"count": Focus.COUNT, "first": Focus.FIRST, "last": Focus.LAST}
_SEASON_FOCUS = {
    "grid": Focus.GRID,
    "rules": Focus.RULES,
    "introduced": Focus.RULES,
    "ended": Focus.RULES,
    "replaced": Focus.RULES,
    "class": Focus.CLASS,
}
_RANKED = "title win driver who count season class team with current often amount"


def race_class(slots: Slots) -> Query:
    """One class."""
    return ClassProfile(slots.classes[0], focus_of(slots, _CLASS_FOCUS))


def classes(slots: Slots) -> Query:
    """Classes, of a season or all."""
    return Classes(slots.seasons, focus_of(slots, _ORDER_FOCUS))


def record(kind: RecordKind) -> Callable[[Slots], Query]:
    """Return the builder of one kind of record."""

    def build(slots: Slots) -> Query:
        return Record(kind, slots.classes, slots.seasons, first(slots.countries))

    return build


def season(slots: Slots) -> Query:
    """Seasons whole."""
    focus = focus_of(slots, _SEASON_FOCUS)
    return SeasonOverview(slots.seasons or Seasons((), ""), focus)


def seasons(slots: Slots) -> Query:
    """All seasons, or those of a class."""
    return SeasonList(slots.classes, focus_of(slots, _ORDER_FOCUS))


def standings(slots: Slots) -> Query:
    """Points and places."""
    return Standings(slots.seasons, slots.classes)


def history(slots: Slots) -> Query:
    """A topic or a time."""
    return History(first(slots.topics), slots.seasons)


def the_race(slots: Slots) -> Query:
    """The first race of all, or the most recent."""
    return Races(focus=Focus.FIRST if "first" in slots.cues else Focus.LAST, limit=slots.number)


COURTESIES: tuple[Shape, ...] = (
    shape(lambda slots: Courtesy("thanks"), cues=("thanks",), also="hello"),
    shape(lambda slots: Courtesy("hello"), cues=("hello",)),
    shape(lambda slots: Help(), cues=("help",), also="hello how"),
)

RECORDS: tuple[Shape, ...] = (
    shape(
        record(RecordKind.TWO_CLASSES),
        needs="classes",
        may="seasons",
        cues=("both",),
        also=_RANKED + " never",
        pair="classes",
    ),
    shape(
        record(RecordKind.TWO_CLASSES),
        needs="classes",
        cues=("title win",),
        also="who driver never with",
        pair="classes",
    ),
    shape(
        record(RecordKind.TWO_CLASSES),
        may="seasons",
        cues=("both more amount", "class"),
        also="title win driver who count never with",
    ),
    shape(record(RecordKind.LONG_RACES), cues=("longest shortest", "race"), also="which when record"),
    shape(record(RecordKind.LONG_SEASONS), cues=("most fewest", "race", "season when"), also="record count with"),
    shape(record(RecordKind.MANY_CLASSES), cues=("most fewest", "class", "season when"), also="record count with"),
    shape(
        record(RecordKind.TEAM_REPEATS), may="classes seasons", cues=("more", "team"), also="title win count never with"
    ),
    shape(record(RecordKind.REPEATS), may="classes seasons countries", cues=("more",), also=_RANKED + " first never"),
    shape(
        record(RecordKind.VISITS), may="seasons", cues=("most often", "circuit where"), also="race record season with"
    ),
    shape(record(RecordKind.VISITS), cues=("most", "race"), also="circuit country where often with"),
    shape(record(RecordKind.GRID), cues=("fewest most", "grid car"), also="race season record when where with"),
    shape(
        record(RecordKind.WINS_BY_TEAM),
        may="classes seasons",
        cues=("most record", "win", "race", "team"),
        also="who with",
    ),
    shape(
        record(RecordKind.WINS_BY_DRIVER),
        may="classes seasons",
        cues=("most record", "win", "race"),
        also="who driver with",
    ),
    shape(record(RecordKind.TITLES_BY_NATION), may="classes seasons", cues=("most record", "country"), also=_RANKED),
    shape(
        record(RecordKind.TITLES_BY_NATION),
        may="classes seasons",
        cues=("country", "title driver team"),
        also="count win who with",
    ),
    shape(
        record(RecordKind.TITLES_BY_TEAM),
        may="classes seasons",
        cues=("most record", "team"),
        also="title win who count with",
    ),
    shape(
        record(RecordKind.TITLES_BY_DRIVER),
        may="classes seasons countries",
        cues=("most record", "title win driver who"),
        also="often title win driver who count with",
    ),
    shape(
        record(RecordKind.TITLES_BY_CLASS),
        may="seasons",
        cues=("most record", "class"),
        also="title win who count season with",
    ),
    shape(record(RecordKind.TOTALS), cues=("count", "title driver team"), also="title win driver team who with"),
    shape(the_race, may="number", cues=("first last", "race"), also="win who when where title overall car introduced"),
    shape(
        record(RecordKind.FIRSTS),
        cues=("first", "race title win"),
        also="when where who driver season record circuit with",
    ),
    shape(record(RecordKind.FIRSTS), cues=("introduced",), also="when first season race where with"),
    shape(
        record(RecordKind.LASTS),
        cues=("last", "race title win"),
        also="when where who driver season record circuit with",
    ),
    shape(record(RecordKind.ALL), cues=("record",)),
)

CLASSES: tuple[Shape, ...] = (
    shape(
        race_class,
        needs="classes",
        also="introduced ended replaced became car class season when first last count how length race never history",
    ),
    shape(season, needs="seasons", cues=("introduced ended replaced", "class"), also="when"),
    shape(classes, may="seasons", cues=("class",), also="race count season introduced current"),
)

SEASONS: tuple[Shape, ...] = (
    shape(
        standings,
        may="seasons classes",
        cues=("standings second third fourth fifth sixth",),
        also="title team driver season win who current last",
    ),
    shape(record(RecordKind.TOTALS), cues=("count", "race"), also="title driver team season"),
    shape(season, needs="seasons", also="result season class race rules grid car current introduced ended"),
    shape(seasons, may="classes", cues=("season",), also="count race first last when introduced class"),
    shape(history, needs="topics", may="seasons", also="history how when rules season race introduced"),
    shape(history, may="seasons", cues=("history",), also="season race"),
    shape(lambda slots: SeriesProfile(), cues=("about",)),
)
