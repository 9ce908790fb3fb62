"""Which part of an answer, and which record, was asked for."""

from __future__ import annotations

from enum import StrEnum


class Focus(StrEnum):
    """Which part of an answer was asked for."""

    ALL = "all"
    COUNT = "count"
    WHO = "who"
    TEAM = "team"
    CAR = "car"
    WHEN = "when"
    WHERE = "where"
    FIRST = "first"
    LAST = "last"
    CLASS = "class"
    WHETHER = "whether"
    WITH = "with"
    WINS = "wins"
    NATION = "nation"
    BORN = "born"
    NAMES = "names"
    LENGTH = "length"
    TURNS = "turns"
    FEWEST_TURNS = "fewest turns"
    DIRECTION = "direction"
    OPENED = "opened"
    DESIGNER = "designer"
    NATIVE = "native"
    INTRODUCED = "introduced"
    ENDED = "ended"
    REPLACED = "replaced"
    LONGEST = "longest"
    SHORTEST = "shortest"
    OVERALL = "overall"
    RULES = "rules"
    GRID = "grid"


class RecordKind(StrEnum):
    """The records that can be asked for."""

    ALL = "all"
    TITLES_BY_DRIVER = "titles by driver"
    TITLES_BY_TEAM = "titles by team"
    TITLES_BY_NATION = "titles by nation"
    TITLES_BY_CLASS = "titles by class"
    WINS_BY_DRIVER = "class wins by driver"
    WINS_BY_TEAM = "class wins by team"
    VISITS = "most visited circuit"
    GRID = "smallest grid"
    TWO_CLASSES = "titles in two classes"
    FIRSTS = "firsts"
    LASTS = "lasts"
    REPEATS = "more than one title"
    TEAM_REPEATS = "more than one title, teams"
    TOTALS = "totals"
    LONG_RACES = "longest and shortest race"
    LONG_SEASONS = "most races in a season"
    MANY_CLASSES = "most classes in a season"
