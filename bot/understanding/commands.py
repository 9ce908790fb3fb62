"""The commands: one declaration each, from which reading, help and (in Discord) both forms of a command come."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.understanding.queries import (
    Calendar,
    Circuits,
    Classes,
    ClassInSeasons,
    Compare,
    Focus,
    Help,
    History,
    Query,
    Record,
    RecordKind,
    SeasonList,
    SeasonOverview,
    SeriesProfile,
)
from bot.understanding.shapes import NEUTRAL, races, series, titles
from bot.understanding.slots import Slots
from bot.understanding.spans import Kind, Ref


@dataclass(frozen=True, slots=True)
class Command:
    """One command.

    `kinds` are the kinds of names its arguments may be, empty for any; `asks_for` is the kind an unknown name is taken
    for. `may` are the slots and `also` the cues it can use: with any other the line is read as a free question.
    `build` makes the query of what was said, or returns None where that does not do.
    """

    name: str
    usage: str
    about: str
    examples: tuple[str, ...]
    build: Callable[[Slots], Query | None]
    aliases: tuple[str, ...] = ()
    kinds: frozenset[Kind] = frozenset()
    asks_for: str = "word"
    may: frozenset[str] = frozenset()
    also: frozenset[str] = frozenset()

    def read(self, slots: Slots) -> Query | None:
        """Return the query of `slots`, or None where they do not do, or hold more than the command can use."""
        accounted = slots.present <= self.may and slots.cues <= self.also | NEUTRAL
        return self.build(slots) if accounted else None


def _champion(slots: Slots) -> Query | None:
    if slots.drivers:
        return titles.driver(slots)
    if slots.teams:
        return titles.team(slots)
    if slots.circuits or slots.races:
        return races.races(slots)
    return titles.champions(slots)


def _season(slots: Slots) -> Query | None:
    if slots.seasons and slots.classes:
        return None
    if not slots.seasons and slots.cues & {"first", "last"}:
        return None
    return SeasonOverview(slots.seasons) if slots.seasons else SeasonList(slots.classes)


def _calendar(slots: Slots) -> Query | None:
    if slots.circuits or slots.races or slots.countries or slots.number is not None:
        return races.races(slots)
    return Calendar(slots.seasons)


def _race(slots: Slots) -> Query | None:
    named = slots.circuits or slots.races or slots.countries
    return races.races(slots) if named or slots.number is not None or slots.seasons else None


def _circuit(slots: Slots) -> Query | None:
    if len(slots.circuits) == 2 and not slots.seasons:  # noqa: PLR2004 -- two are compared
        return Compare(Ref(Kind.CIRCUIT, slots.circuits[0]), Ref(Kind.CIRCUIT, slots.circuits[1]))
    if slots.circuits or slots.races:
        return races.races(slots) if slots.seasons or slots.classes else races.circuit(slots)
    return Circuits(slots.countries[0] if slots.countries else None, slots.seasons)


def _circuits(slots: Slots) -> Query | None:
    if slots.circuits or slots.races:
        return _circuit(slots)
    focus = Focus.WHEN if "current" in slots.cues else Focus.ALL
    return Circuits(slots.countries[0] if slots.countries else None, slots.seasons, focus)


def _driver(slots: Slots) -> Query | None:
    return titles.driver(slots) if len(slots.drivers) == 1 else None


def _team(slots: Slots) -> Query | None:
    return titles.team(slots) if len(slots.teams) == 1 else None


def _class(slots: Slots) -> Query | None:
    if len(slots.classes) > 1:
        return None
    if slots.classes and slots.seasons:
        return ClassInSeasons(slots.classes[0], slots.seasons)
    if slots.classes:
        return series.race_class(slots)
    return Classes(slots.seasons)


def _history(slots: Slots) -> Query | None:
    if slots.topics or slots.seasons or not slots.present:
        return History(slots.topics[0] if slots.topics else None, slots.seasons)
    return None


_RECORDS = (
    ("grid", RecordKind.GRID),
    ("both", RecordKind.TWO_CLASSES),
    ("more", RecordKind.REPEATS),
    ("circuit", RecordKind.VISITS),
    ("country", RecordKind.TITLES_BY_NATION),
    ("race", RecordKind.WINS_BY_DRIVER),
    ("win", RecordKind.WINS_BY_DRIVER),
    ("team", RecordKind.TITLES_BY_TEAM),
    ("driver", RecordKind.TITLES_BY_DRIVER),
    ("class", RecordKind.TITLES_BY_CLASS),
    ("first", RecordKind.FIRSTS),
    ("last", RecordKind.LASTS),
    ("title", RecordKind.TITLES_BY_DRIVER),
    ("most", RecordKind.TITLES_BY_DRIVER),
)


def _record(slots: Slots) -> Query | None:
    kind = next((kind for cue, kind in _RECORDS if cue in slots.cues), RecordKind.ALL)
    if kind is RecordKind.WINS_BY_DRIVER and "team" in slots.cues:
        kind = RecordKind.WINS_BY_TEAM
    if kind is RecordKind.ALL and (slots.classes or slots.seasons or slots.countries):
        kind = RecordKind.TITLES_BY_DRIVER
    nation = slots.countries[0] if slots.countries else None
    return Record(kind, slots.classes, slots.seasons, nation)


def _compare(slots: Slots) -> Query | None:
    for kind, names in (
        (Kind.DRIVER, slots.drivers),
        (Kind.TEAM, slots.teams),
        (Kind.CIRCUIT, tuple(dict.fromkeys((*slots.circuits, *slots.races)))),
        (Kind.CLASS, slots.classes),
    ):
        if len(names) == 2:  # noqa: PLR2004 -- two are compared
            return Compare(Ref(kind, names[0]), Ref(kind, names[1]))
    if len(slots.several) == 2:  # noqa: PLR2004
        return Compare(slots.several[0], slots.several[1])
    return None


COMMANDS: tuple[Command, ...] = (
    Command(
        "champion",
        "champion [class] [season]",
        "Who won: drivers and team. Class alone: every season. Season alone: every class. Neither: the reigning champions.",
        ("champion LMP3 2022", "champion GT", "champion 2016-17", "champion"),
        _champion,
        ("champions", "champ", "champs", "winner", "winners", "title", "titles"),
        may=frozenset(["classes", "seasons", "countries", "drivers", "teams", "circuits", "races"]),
        also=frozenset(
            [
                "title",
                "win",
                "who",
                "driver",
                "team",
                "season",
                "class",
                "overall",
                "when",
                "first",
                "last",
                "current",
                "only",
                "car",
                "count",
            ]
        ),
    ),
    Command(
        "season",
        "season <season>",
        "One season: classes, champions, calendar with winners, what changed in the rules.",
        ("season 2019-20", "season current"),
        _season,
        ("seasons",),
        asks_for="season",
        may=frozenset(["seasons", "classes"]),
        also=frozenset(["season", "race", "class"]),
    ),
    Command(
        "calendar",
        "calendar [season]",
        "Rounds with date, circuit, race and winners.",
        ("calendar 2025-26", "calendar"),
        _calendar,
        ("schedule", "rounds", "dates"),
        may=frozenset(["seasons", "circuits", "races", "countries", "number", "classes"]),
        also=frozenset(["calendar", "race", "season", "circuit", "when", "where"]),
    ),
    Command(
        "race",
        "race <name or round> [season]",
        "One race: where, seasons held, winners by class.",
        ("race Fuji 2016", "race round 2 2021", "race 4 Hours of The Bend"),
        _race,
        ("races", "round", "result", "results"),
        frozenset({Kind.CIRCUIT, Kind.RACE, Kind.COUNTRY, Kind.CLASS}),
        "race",
        may=frozenset(["circuits", "races", "countries", "number", "seasons", "classes"]),
        also=frozenset(
            [
                "race",
                "win",
                "title",
                "who",
                "when",
                "where",
                "first",
                "last",
                "car",
                "overall",
                "season",
                "circuit",
                "calendar",
                "standings",
            ]
        ),
    ),
    Command(
        "circuit",
        "circuit <name>",
        "Place, country, length, turns, seasons visited, first and last race, races held.",
        ("circuit Sepang", "circuit Yas"),
        _circuit,
        ("track", "venue"),
        frozenset({Kind.CIRCUIT, Kind.RACE, Kind.COUNTRY}),
        "circuit",
        may=frozenset(["circuits", "races", "countries", "seasons", "classes"]),
        also=frozenset(
            [
                "circuit",
                "race",
                "where",
                "length",
                "turns",
                "direction",
                "opened",
                "designer",
                "native",
                "names",
                "count",
                "often",
                "first",
                "last",
                "when",
                "country",
                "season",
            ]
        ),
    ),
    Command(
        "circuits",
        "circuits [country / season / current]",
        "All circuits, or those of a country or season.",
        ("circuits", "circuits Japan", "circuits 2019-20", "circuits current"),
        _circuits,
        ("tracks", "venues"),
        frozenset({Kind.CIRCUIT, Kind.RACE, Kind.COUNTRY}),
        "circuit",
        may=frozenset(["circuits", "races", "countries", "seasons", "classes"]),
        also=frozenset(["circuit", "race", "where", "current", "country", "season", "count"]),
    ),
    Command(
        "driver",
        "driver <name>",
        "Titles by season and class, team and co-champions, race wins we know of.",
        ("driver Malthe Jakobsen", "driver cheng"),
        _driver,
        ("drivers", "pilot"),
        frozenset({Kind.DRIVER, Kind.CLASS}),
        "driver",
        may=frozenset(["drivers", "classes", "seasons"]),
        also=frozenset(
            [
                "driver",
                "title",
                "win",
                "when",
                "count",
                "often",
                "team",
                "class",
                "season",
                "with",
                "drove",
                "nation",
                "from",
                "born",
                "race",
                "names",
            ]
        ),
    ),
    Command(
        "team",
        "team <name>",
        "Titles by season and class, drivers, earlier and later names.",
        ("team OAK Racing", "team CLX"),
        _team,
        ("teams", "entrant"),
        frozenset({Kind.TEAM, Kind.CLASS}),
        "team",
        may=frozenset(["teams", "classes", "seasons"]),
        also=frozenset(
            [
                "team",
                "title",
                "win",
                "who",
                "when",
                "count",
                "often",
                "driver",
                "class",
                "season",
                "with",
                "drove",
                "nation",
                "from",
                "race",
                "names",
            ]
        ),
    ),
    Command(
        "class",
        "class <name>",
        "What it is, cars, first and last season, champions, what it replaced and what replaced it.",
        ("class LMP2 Am", "class GT Cup"),
        _class,
        ("category",),
        asks_for="class",
        may=frozenset(["classes", "seasons"]),
        also=frozenset(["class", "car", "season", "introduced", "ended", "replaced", "when"]),
    ),
    Command(
        "classes",
        "classes [season]",
        "All classes, or those of a season.",
        ("classes 2018-19", "classes"),
        _class,
        ("categories",),
        asks_for="class",
        may=frozenset(["classes", "seasons"]),
        also=frozenset(["class", "season", "race"]),
    ),
    Command(
        "history",
        "history [year or topic]",
        "What happened, as short dated entries.",
        ("history", "history 2013", "history hypercar"),
        _history,
        ("timeline",),
        frozenset({Kind.TOPIC, Kind.CLASS}),
        "topic",
        may=frozenset(["topics", "seasons"]),
        also=frozenset(["history", "season", "race"]),
    ),
    Command(
        "record",
        "record [what]",
        "Most titles by driver, team, nation, class; firsts and lasts; most visited circuit; smallest grid.",
        ("record", "record teams", "record most visited circuit", "record titles in two classes"),
        _record,
        ("records", "stats", "statistics", "most"),
        may=frozenset(["classes", "seasons", "countries"]),
        also=frozenset(
            [
                "record",
                "title",
                "win",
                "most",
                "first",
                "last",
                "grid",
                "both",
                "more",
                "circuit",
                "country",
                "race",
                "team",
                "driver",
                "class",
                "fewest",
                "who",
            ]
        ),
    ),
    Command(
        "compare",
        "compare <a> <b>",
        "Two drivers, teams, circuits, classes or seasons side by side.",
        ("compare David Cheng and Malthe Jakobsen", "compare Fuji Sepang", "compare 2021 2022"),
        _compare,
        ("vs", "versus"),
        may=frozenset(["drivers", "teams", "circuits", "races", "classes", "seasons"]),
        also=frozenset(["compare", "season", "race", "circuit", "driver", "team", "class"]),
    ),
    Command(
        "series",
        "series",
        "Organiser, region, tyres, chassis, engines, entry rules, invitations to Le Mans, related series.",
        ("series", "series tyres"),
        lambda slots: SeriesProfile(),
        ("about", "info"),
        may=frozenset([]),
        also=frozenset([]),
    ),
    Command(
        "ask",
        "ask <anything>",
        "A free question in plain English.",
        ("ask who won GT in 2015-16", "ask when did they last race in Japan"),
        lambda slots: None,
        (),
    ),
    Command(
        "help",
        "help [command]",
        "What can be asked, with examples that work.",
        ("help", "help champion"),
        lambda slots: Help() if not slots.present else None,
        ("commands",),
    ),
)
