"""Shapes: which slots and cues make which query.

A shape fits when every slot it needs is filled, no other slot is, each of its cue groups is said, and no cue is left
that it does not know: every word is accounted for. Shapes stand in order; the first that fits gives the reading.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.understanding.queries import (
    Calendar,
    Cancelled,
    Champions,
    CircuitProfile,
    Circuits,
    Classes,
    ClassInSeasons,
    ClassProfile,
    Compare,
    Courtesy,
    DriverAtTeam,
    DriverProfile,
    DriversTogether,
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
    TeamProfile,
)
from bot.understanding.slots import Slots
from bot.understanding.spans import Kind, Ref

NEUTRAL = frozenset({"which", "list", "about", "ever"})


@dataclass(frozen=True, slots=True)
class Shape:
    """Slots and cues that make a query. `cues` are groups of which one each must be said; `may` and `also` may be."""

    build: Callable[[Slots], Query]
    needs: frozenset[str] = frozenset()
    may: frozenset[str] = frozenset()
    cues: tuple[frozenset[str], ...] = ()
    also: frozenset[str] = frozenset()
    many: str | None = None

    def fits(self, slots: Slots) -> bool:
        """Say whether every word of `slots` is accounted for by this shape."""
        present = slots.present
        if not self.needs <= present or present - self.needs - self.may:
            return False
        if self.many is None and any(len(getattr(slots, name)) > 1 for name in _SINGLE & present):
            return False
        if self.many is not None and len(getattr(slots, self.many)) != _PAIR:
            return False
        known = NEUTRAL.union(self.also, *self.cues)
        return slots.cues <= known and all(group & slots.cues for group in self.cues)


_PAIR = 2
_SINGLE = frozenset({"drivers", "teams", "circuits", "races", "countries", "topics"})


def _shape(
    build: Callable[[Slots], Query],
    needs: str = "",
    may: str = "",
    cues: tuple[str, ...] = (),
    also: str = "",
    many: str | None = None,
) -> Shape:
    groups = tuple(frozenset(group.split()) for group in cues)
    return Shape(build, frozenset(needs.split()), frozenset(may.split()), groups, frozenset(also.split()), many)


def _focus(slots: Slots, *pairs: tuple[str, Focus]) -> Focus:
    """Return the focus of the first cue said, in the order given."""
    return next((focus for cue, focus in pairs if cue in slots.cues), Focus.ALL)


_TITLE_FOCUS = (
    ("count", Focus.COUNT),
    ("often", Focus.COUNT),
    ("first", Focus.FIRST),
    ("last", Focus.LAST),
    ("team", Focus.TEAM),
    ("car", Focus.CAR),
    ("when", Focus.WHEN),
)


def champions(slots: Slots) -> Query:
    """Titles by class, season and nation."""
    nation = slots.countries[0] if slots.countries else None
    focus = _focus(slots, *_TITLE_FOCUS)
    return Champions(slots.classes, slots.seasons, nation, focus)


def driver(slots: Slots) -> Query:
    """One driver."""
    focus = _focus(
        slots,
        ("with", Focus.WITH),
        ("born", Focus.BORN),
        ("nation", Focus.NATION),
        ("from", Focus.NATION),
        ("country", Focus.NATION),
        ("race", Focus.WINS),
        *_TITLE_FOCUS,
        ("drove", Focus.TEAM),
        ("class", Focus.CLASS),
        ("where", Focus.WINS),
        ("ever", Focus.WHETHER),
    )
    return DriverProfile(slots.drivers[0], slots.classes, slots.seasons, focus)


def team(slots: Slots) -> Query:
    """One team."""
    focus = _focus(
        slots,
        ("names", Focus.NAMES),
        ("replaced", Focus.NAMES),
        ("nation", Focus.NATION),
        ("from", Focus.NATION),
        ("country", Focus.NATION),
        ("where", Focus.NATION),
        ("race", Focus.WINS),
        ("driver", Focus.WHO),
        ("drove", Focus.WHO),
        ("who", Focus.WHO),
        *_TITLE_FOCUS[:4],
        ("when", Focus.WHEN),
        ("class", Focus.CLASS),
        ("ever", Focus.WHETHER),
    )
    return TeamProfile(slots.teams[0], slots.classes, slots.seasons, focus)


def races(slots: Slots) -> Query:
    """Races by circuit, country, round and season."""
    circuit = (slots.races or slots.circuits or (None,))[0]
    focus = _focus(
        slots,
        ("count", Focus.COUNT),
        ("often", Focus.COUNT),
        ("first", Focus.FIRST),
        ("last", Focus.LAST),
        ("car", Focus.CAR),
        ("overall", Focus.OVERALL),
        ("win", Focus.WHO),
        ("title", Focus.WHO),
        ("who", Focus.WHO),
        ("when", Focus.WHEN),
        ("where", Focus.WHERE),
        ("circuit", Focus.WHERE),
        ("ever", Focus.WHETHER),
    )
    country = slots.countries[0] if slots.countries else None
    number = slots.number
    return Races(circuit, country, number, slots.seasons, slots.classes, focus)


def circuit(slots: Slots) -> Query:
    """One circuit."""
    focus = _focus(
        slots,
        ("turns", Focus.TURNS),
        ("length", Focus.LENGTH),
        ("direction", Focus.DIRECTION),
        ("opened", Focus.OPENED),
        ("designer", Focus.DESIGNER),
        ("native", Focus.NATIVE),
        ("names", Focus.NAMES),
        ("count", Focus.COUNT),
        ("often", Focus.COUNT),
        ("first", Focus.FIRST),
        ("last", Focus.LAST),
        ("where", Focus.WHERE),
        ("country", Focus.WHERE),
        ("when", Focus.WHEN),
    )
    return CircuitProfile((slots.circuits or slots.races)[0], focus)


def circuits(slots: Slots) -> Query:
    """Circuits by country or season."""
    focus = _focus(
        slots,
        ("count", Focus.COUNT),
        ("longest", Focus.LONGEST),
        ("shortest", Focus.SHORTEST),
        ("most", Focus.LONGEST),
        ("fewest", Focus.SHORTEST),
    )
    return Circuits(slots.countries[0] if slots.countries else None, slots.seasons, focus)


def race_class(slots: Slots) -> Query:
    """One class."""
    focus = _focus(
        slots,
        ("replaced", Focus.REPLACED),
        ("ended", Focus.ENDED),
        ("introduced", Focus.INTRODUCED),
        ("first", Focus.FIRST),
        ("last", Focus.LAST),
        ("count", Focus.COUNT),
        ("car", Focus.CAR),
        ("when", Focus.WHEN),
        ("season", Focus.WHEN),
    )
    return ClassProfile(slots.classes[0], focus)


def compare(kind: Kind, slot: str) -> Callable[[Slots], Query]:
    """Return the builder that compares the two things in `slot`."""

    def build(slots: Slots) -> Query:
        first, second = getattr(slots, slot)
        return Compare(Ref(kind, first), Ref(kind, second))

    return build


def _compare_seasons(slots: Slots) -> Query:
    first, second = slots.several
    return Compare(first, second)


def record(kind: RecordKind) -> Callable[[Slots], Query]:
    """Return the builder of one kind of record."""

    def build(slots: Slots) -> Query:
        nation = slots.countries[0] if slots.countries else None
        return Record(kind, slots.classes, slots.seasons, nation)

    return build


def _season_focus(slots: Slots) -> Query:
    focus = _focus(slots, ("grid", Focus.GRID), ("rules", Focus.RULES), ("class", Focus.CLASS))
    return SeasonOverview(slots.seasons or Seasons((), ""), focus)


_DRIVER_CUES = (
    "title win who which when count often team class season driver with drove nation from born country first last only "
    "record race names car where never more champion overall circuit how"
)
_TEAM_CUES = (
    "title win who which when count often team class season driver with drove nation from country first last only record "
    "race names car where never more replaced overall circuit how"
)
_RACE_CUES = "win title who when where count often first last car overall race season team driver circuit never only class more how"

SHAPES: tuple[Shape, ...] = (
    _shape(lambda s: Courtesy("thanks"), cues=("thanks",), also="hello"),
    _shape(lambda s: Courtesy("hello"), cues=("hello",), also="how"),
    _shape(lambda s: Help(), cues=("help",), also="hello how"),
    # comparisons
    _shape(compare(Kind.DRIVER, "drivers"), "drivers", "", ("compare more most",), "title win who driver season both", "drivers"),
    _shape(compare(Kind.TEAM, "teams"), "teams", "", ("compare more most",), "title win who team season both", "teams"),
    _shape(
        compare(Kind.CIRCUIT, "circuits"),
        "circuits",
        "",
        ("compare more most length turns longest shortest often both",),
        "circuit race who count length turns",
        "circuits",
    ),
    _shape(compare(Kind.CLASS, "classes"), "classes", "", ("compare",), "class season car", "classes"),
    _shape(_compare_seasons, "seasons", "", ("compare",), "season race class", "several"),
    # drivers
    _shape(
        lambda s: DriverAtTeam(s.drivers[0], s.teams[0], _focus(s, *_TITLE_FOCUS, ("with", Focus.WITH), ("ever", Focus.WHETHER))),
        "drivers teams",
        "",
        (),
        _DRIVER_CUES,
    ),
    _shape(lambda s: DriversTogether(s.drivers), "drivers", "", (), "title win with both drove when who team count often race season driver", "drivers"),
    _shape(lambda s: Races(s.circuits[0], driver=s.drivers[0], classes=s.classes, seasons=s.seasons), "drivers circuits", "classes seasons", (), _DRIVER_CUES),
    _shape(driver, "drivers", "classes seasons", (), _DRIVER_CUES),
    # teams
    _shape(lambda s: Races(s.circuits[0], team=s.teams[0], classes=s.classes, seasons=s.seasons), "teams circuits", "classes seasons", (), _TEAM_CUES),
    _shape(team, "teams", "classes seasons", (), _TEAM_CUES),
    # races
    _shape(lambda s: Cancelled(s.seasons, (s.circuits or s.races or (None,))[0]), "", "seasons circuits races countries", ("cancelled",), "race season which why when count circuit"),
    _shape(races, "races", "seasons classes number", (), _RACE_CUES),
    _shape(races, "circuits", "seasons classes number", ("win title overall who car",), _RACE_CUES),
    _shape(races, "circuits seasons", "classes number", (), _RACE_CUES),
    _shape(races, "circuits classes", "seasons number", (), _RACE_CUES),
    _shape(races, "circuits number", "seasons classes", (), _RACE_CUES),
    _shape(races, "seasons number", "classes", ("race",), _RACE_CUES),
    _shape(races, "countries", "seasons classes", ("race",), _RACE_CUES + " country since"),
    # circuits
    _shape(circuit, "circuits", "", (), "where length turns direction opened designer native names count often first last when race country circuit season how long more only"),
    _shape(circuits, "", "countries seasons", ("circuit",), "race count most fewest length longest shortest country where season current visits"),
    # records
    _shape(record(RecordKind.TWO_CLASSES), "", "classes seasons", ("both more",), "title win driver who class anyone count"),
    _shape(record(RecordKind.REPEATS), "", "classes seasons countries", ("more",), "title win driver who team season count"),
    _shape(record(RecordKind.VISITS), "", "seasons", ("most often", "circuit where"), "race visit record season circuit"),
    _shape(record(RecordKind.VISITS), "", "", ("most", "race"), "circuit country where often which held"),
    _shape(record(RecordKind.GRID), "", "", ("fewest most", "grid car"), "race season record when where ever"),
    _shape(record(RecordKind.WINS_BY_TEAM), "", "classes seasons", ("most record", "win", "race", "team"), "who"),
    _shape(record(RecordKind.WINS_BY_DRIVER), "", "classes seasons", ("most record", "win", "race"), "who driver"),
    _shape(record(RecordKind.TITLES_BY_NATION), "", "classes seasons", ("most record", "country"), "title win driver who team count"),
    _shape(record(RecordKind.TITLES_BY_TEAM), "", "classes seasons countries", ("most record", "team"), "title win who count"),
    _shape(record(RecordKind.TITLES_BY_CLASS), "", "seasons", ("most record", "class"), "title win who count season"),
    _shape(record(RecordKind.TITLES_BY_DRIVER), "", "classes seasons countries", ("most record", "title win driver who"), "driver title win who count"),
    _shape(record(RecordKind.FIRSTS), "", "", ("first", "race title win"), "when where who driver season record series held"),
    _shape(record(RecordKind.LASTS), "", "", ("last", "race title win"), "when where who driver season record series held"),
    _shape(record(RecordKind.ALL), "", "", ("record",)),
    # titles
    _shape(races, "classes seasons", "", ("race",), _RACE_CUES),
    _shape(lambda s: ClassInSeasons(s.classes[0], s.seasons or Seasons((), "")), "classes seasons", "", ("introduced ended class race",), "when ever never"),
    _shape(champions, "classes seasons", "countries", (), "title win who driver team season overall when class only count car"),
    _shape(champions, "countries", "classes seasons", ("title win",), "who driver team season when class only count often first last country from never more list"),
    _shape(champions, "classes", "", ("title win who",), "driver team season when class first last count list"),
    _shape(champions, "seasons", "", ("title win",), "who driver team season class overall"),
    _shape(champions, "", "", ("title",), "who driver team current list season"),
    _shape(champions, "seasons", "", ("who",), "driver"),
    # classes
    _shape(race_class, "classes", "", (), "introduced ended replaced car class season when first last count why how ever long length"),
    _shape(lambda s: Classes(s.seasons, _focus(s, ("count", Focus.COUNT))), "", "seasons", ("class",), "race count season introduced current"),
    # seasons
    _shape(lambda s: Standings(s.seasons, s.classes), "", "seasons classes", ("standings",), "title team driver season final win who"),
    _shape(lambda s: Calendar(s.seasons, _focus(s, ("count", Focus.COUNT), ("when", Focus.WHEN), ("where", Focus.WHERE))), "", "seasons", ("calendar",), "race season when count where circuit"),
    _shape(lambda s: Calendar(s.seasons, _focus(s, ("count", Focus.COUNT), ("first", Focus.FIRST), ("last", Focus.LAST), ("where", Focus.WHERE))), "seasons", "", ("race where when count",), "race season when count where circuit first last often"),
    _shape(_season_focus, "seasons", "", (), "season class race rules grid history car"),
    _shape(lambda s: SeasonList(s.classes, _focus(s, ("count", Focus.COUNT), ("first", Focus.FIRST), ("last", Focus.LAST))), "", "classes", ("season",), "count race first last when ever introduced class held"),
    # history and the series
    _shape(lambda s: History(s.topics[0], s.seasons), "topics", "seasons", (), "history why how when rules season race introduced"),
    _shape(lambda s: History(None, s.seasons), "", "seasons", ("history",), "season race"),
    _shape(lambda s: SeriesProfile(), "", "", ("about",)),
)
