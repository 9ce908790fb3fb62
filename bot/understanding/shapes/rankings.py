"""Shapes of questions on records: who has most, who has at least so many, what came first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.understanding.numbers import ORDINALS
from bot.understanding.queries import (
    MORE_THAN_ONE,
    Bound,
    By,
    Counted,
    Focus,
    Query,
    Races,
    Ranking,
    Record,
    RecordKind,
    SeveralClasses,
)
from bot.understanding.shapes.shape import Shape, bound_of, end_of, first, focus_of, place_of, shape
from bot.understanding.slots import Slots

# What is ranked, by the first of these cues that is said.
_BY = {
    "team": By.TEAM,
    "car": By.MAKE,
    "nation": By.NATION,
    "country": By.NATION,
    "class": By.CLASS,
}
ONCE = Bound(1, 1, exact=True)
_SUBJECTS = "title win driver who team country nation class overall"
_ASKED = (
    f"{_SUBJECTS} count season often current with soft record most race never only became drove {' '.join(ORDINALS)}"
)
_TIMES = "classes seasons"
_LEAST = {"fewest": Focus.SHORTEST, "shortest": Focus.SHORTEST}
_TWO_ENDED = (RecordKind.LONG_RACES, RecordKind.LONG_SEASONS, RecordKind.MANY_CLASSES)
_PLACES = ("circuits", "races", "places")
_RACE_FOCUS = {
    "laps": Focus.LAPS,
    "duration": Focus.LENGTH,
    "grid": Focus.GRID,
    "first": Focus.FIRST,
    "last": Focus.LAST,
}


def ranking(slots: Slots) -> Ranking:
    """Who has most titles or wins, or as many as a bound says."""
    place = place_of(first(slots.circuits, slots.races))
    top = slots.amount if "most" in slots.cues else None
    bound = bound_of(slots) if top is None else None
    # "Which class has most champion drivers" does not count classes.
    by = By.DRIVER if slots.cues >= {"driver", "class"} else _by(slots)
    counted = _counted(slots, by)
    return Ranking(
        counted,
        by,
        slots.classes,
        slots.seasons,
        first(slots.countries),
        place,
        first(slots.places),
        bound=bound,
        top=top,
        place=next((place for cue, place in ORDINALS.items() if cue in slots.cues), None),
    )


def leading(slots: Slots) -> Query:
    """Whether a driver or a team has most titles or wins."""
    by = By.DRIVER if slots.drivers else By.TEAM
    query = ranking(slots._replace(cues=slots.cues - {"driver", "team"}))
    return replace(query, by=by, claimed=first(slots.drivers, slots.teams))


def having(slots: Slots) -> Query:
    """Which nations have titles at all, or how many."""
    query = ranking(slots._replace(cues=slots.cues - {"driver"}))
    return replace(query, focus=Focus.COUNT if "count" in slots.cues else Focus.LIST)


def nations(slots: Slots) -> Query:
    """Where most champions come from."""
    counted = Counted.CHAMPIONS if "driver" in slots.cues else Counted.TITLES
    return Ranking(counted, By.NATION, slots.classes, slots.seasons)


def _by(slots: Slots) -> By:
    # "Which nation do most champion teams come from" asks for the nation.
    if slots.cues >= {"team"} and slots.cues & {"nation", "country"}:
        return By.NATION
    return next((by for cue, by in _BY.items() if cue in slots.cues), By.DRIVER)


def _counted(slots: Slots, by: By) -> Counted:
    if "overall" in slots.cues:
        return Counted.OVERALL
    placed = any(getattr(slots, slot) for slot in _PLACES)
    raced = slots.cues & {"race", "victories"} and "title" not in slots.cues
    if by is By.NATION and "driver" in slots.cues:
        return Counted.CHAMPIONS
    return Counted.WINS if placed or raced or by is By.MAKE else Counted.TITLES


def visits(slots: Slots) -> Ranking:
    """Which circuit or country has held most races, or as many as a bound says."""
    by = By.COUNTRY if "country" in slots.cues else By.CIRCUIT
    bound = slots.bound or (ONCE if "only" in slots.cues else MORE_THAN_ONE if "more" in slots.cues else None)
    counted = Counted.SEASONS if slots.cues & {"season", "same", "often"} else Counted.RACES
    where = first(slots.places, slots.countries)
    return Ranking(counted, by, seasons=slots.seasons, country=where, bound=bound, top=slots.amount)


def least_visited(slots: Slots) -> Query:
    """Which circuit has been visited least."""
    query = visits(slots)
    return replace(query, bound=None, least=True, by=By.CIRCUIT)


def seasons_of_class(slots: Slots) -> Query:
    """Which class ran in most seasons."""
    return Ranking(Counted.SEASONS, By.CLASS)


def many_rounds(slots: Slots) -> Query:
    """Which seasons had as many rounds as a bound says."""
    return Ranking(Counted.RACES, By.SEASON, bound=slots.bound or Bound(slots.amount, slots.amount, exact=True))


def record(kind: RecordKind) -> Callable[[Slots], Query]:
    """Return the builder of one kind of record."""

    def build(slots: Slots) -> Query:
        focus = focus_of(slots, _LEAST) if kind in _TWO_ENDED else Focus.ALL
        if kind is RecordKind.GRID and "fewest" not in slots.cues:
            focus = focus_of(slots, {"most": Focus.LONGEST})
        return Record(kind, slots.classes, slots.seasons, focus)

    return build


def in_classes(slots: Slots) -> Query:
    """Who has titles in several classes: those named, or at least so many."""
    by = By.TEAM if "team" in slots.cues else By.DRIVER
    return SeveralClasses(by, slots.classes, slots.amount or 2, at_once="same" in slots.cues)


def the_race(slots: Slots) -> Query:
    """The first race of all, or the most recent."""
    focus = focus_of(slots, _RACE_FOCUS)
    return Races(focus=focus, end=end_of(slots), limit=slots.amount)


_HELD = "title win driver team who count never with season same only ever"
_IN_CLASSES: tuple[Shape, ...] = (
    shape(in_classes, needs="classes", cues=("both",), also=_HELD + " more", pair="classes"),
    shape(in_classes, needs="classes", cues=("title win",), also=_HELD, pair="classes"),
    shape(in_classes, cues=("both more", "class"), also=_HELD),
    shape(in_classes, needs="amount", cues=("class", "title win driver team"), also=_HELD),
    shape(in_classes, needs="amount", cues=("same", "title win", "season"), also=_HELD),
    shape(in_classes, cues=("same", "title win", "season", "more"), also=_HELD),
)
_SEASONS: tuple[Shape, ...] = (
    shape(record(RecordKind.LONG_RACES), cues=("longest shortest", "race"), also="which when record"),
    shape(record(RecordKind.LONG_SEASONS), cues=("most fewest", "race", "season when"), also="record count with same"),
    shape(record(RecordKind.LONG_SEASONS), cues=("longest shortest", "season"), also="record with"),
    shape(seasons_of_class, cues=("manyseasons", "class"), also="with ran race season"),
    shape(record(RecordKind.MANY_CLASSES), cues=("most fewest", "class", "season when"), also="record count with same"),
    *(
        shape(many_rounds, needs=many, cues=("season", "race"), also="with count when which")
        for many in ("bound", "amount")
    ),
)
_VISITS: tuple[Shape, ...] = (
    shape(visits, may="seasons", cues=("most often", "circuit where"), also="race record with uses"),
    shape(visits, may="seasons", cues=("most", "circuit where", "season"), also="race record with uses often"),
    shape(visits, may="seasons amount", cues=("most", "race", "circuit country"), also="where often with record uses"),
    shape(visits, may="seasons", cues=("most", "race"), also="circuit country where often with record"),
    shape(
        visits,
        may="places countries bound",
        cues=("only more", "circuit", "race uses often"),
        also="season same with ever soft",
    ),
    shape(
        least_visited,
        may="bound places countries",
        cues=("fewest", "race uses often circuit"),
        also="circuit race season uses often with only ever where which",
    ),
    shape(visits, needs="bound", may="places countries", cues=("circuit", "race"), also="often season with ever uses"),
)
_RANKINGS: tuple[Shape, ...] = (
    *(
        shape(
            ranking,
            needs=where,
            may=f"{_TIMES} countries amount bound",
            cues=("most record more", "win race car overall"),
            also=_ASKED,
        )
        for where in _PLACES
    ),
    *(
        shape(ranking, needs=f"{where} bound", may=f"{_TIMES} countries", cues=("win",), also=_ASKED)
        for where in _PLACES
    ),
    *(
        shape(leading, needs=who, may=_TIMES, cues=("most", "whether", "title win driver team"), also=_ASKED + " ever")
        for who in ("drivers", "teams")
    ),
    shape(ranking, may=f"{_TIMES} countries amount", cues=("most record", _SUBJECTS + " car"), also=_ASKED),
    shape(ranking, needs="countries", may=f"{_TIMES} amount", cues=("most",), also=_ASKED),
    shape(nations, may=_TIMES, cues=("most", "title driver", "where from nation"), also="who country with race"),
    shape(ranking, may=f"{_TIMES} countries", cues=("more", "title win driver team"), also=_ASKED + " first"),
    shape(ranking, needs="bound", may=f"{_TIMES} countries", cues=("title win",), also=_ASKED),
    shape(ranking, needs="amount", may=f"{_TIMES} countries", cues=("title",), also=_ASKED),
    shape(
        ranking,
        needs="amount",
        may=f"{_TIMES} countries",
        cues=("win", "who driver team often with"),
        also=_ASKED,
    ),
    shape(
        having,
        may=_TIMES,
        cues=("country nation", "title driver team win"),
        also="count who with never list from soft uses",
    ),
    shape(having, cues=("country", "nation"), also="count list"),
)

RECORDS: tuple[Shape, ...] = (
    *_IN_CLASSES,
    *_SEASONS,
    *_VISITS,
    shape(record(RecordKind.GRID), cues=("fewest most", "grid"), also="race season record when where with car"),
    shape(record(RecordKind.GRID), cues=("fewest most", "car", "race"), also="season record when where with"),
    *_RANKINGS,
    shape(record(RecordKind.TOTALS), cues=("count", "title driver team"), also="title win driver team who with became"),
    shape(
        the_race,
        may="amount",
        cues=("first last", "race"),
        also="win who when where title overall car introduced laps duration grid driver team",
    ),
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
