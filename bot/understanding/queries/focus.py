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
    CAR_TITLES = "car titles"
    WHEN = "when"
    WHERE = "where"
    FIRST = "first"
    LAST = "last"
    ENDS = "first and last"
    CLASS = "class"
    WITH = "with"
    WINS = "wins"
    WON = "won"
    NATION = "nation"
    BORN = "born"
    NAMES = "names"
    LENGTH = "length"
    LAPS = "laps"
    LIST = "list"
    TURNS = "turns"
    FEWEST_TURNS = "fewest turns"
    DIRECTION = "direction"
    OPENED = "opened"
    NEWEST = "newest"
    DESIGNER = "designer"
    NATIVE = "native"
    INTRODUCED = "introduced"
    ENDED = "ended"
    REPLACED = "replaced"
    SUCCESSOR = "successor"
    LONGEST = "longest"
    SHORTEST = "shortest"
    OVERALL = "overall"
    RULES = "rules"
    GRID = "grid"
    FOUNDED = "founded"
    RUN_BY = "run by"
    SHARE = "share"
    GAPS = "years without a season"


class End(StrEnum):
    """Which one of several in a row."""

    FIRST = "first"
    LAST = "last"


class RecordKind(StrEnum):
    """The records that rank nothing."""

    ALL = "all"
    GRID = "smallest grid"
    FIRSTS = "firsts"
    LASTS = "lasts"
    TOTALS = "totals"
    LONG_RACES = "longest and shortest race"
    LONG_SEASONS = "most races in a season"
    MANY_CLASSES = "most classes in a season"


class Counted(StrEnum):
    """What a ranking counts."""

    TITLES = "titles"
    CHAMPIONS = "champion drivers"
    WINS = "class wins"
    OVERALL = "overall wins"
    RACES = "races"
    SEASONS = "seasons"


class By(StrEnum):
    """What a ranking ranks."""

    DRIVER = "driver"
    TEAM = "team"
    NATION = "nation"
    TEAM_NATION = "nation of teams"
    CLASS = "class"
    MAKE = "make"
    CAR = "car"
    CIRCUIT = "circuit"
    COUNTRY = "country"
    SEASON = "season"
