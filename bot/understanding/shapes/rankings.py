"""Shapes of questions on records: who has most, who has at least so many, what came first."""

from __future__ import annotations

from bot.understanding.numbers import ORDINALS
from bot.understanding.queries import RecordKind
from bot.understanding.shapes.ranked import (
    having,
    in_classes,
    leading,
    leading_nation,
    leading_place,
    least_visited,
    many_rounds,
    nations,
    overall_winners,
    ranking,
    record,
    seasons_of_class,
    the_race,
    visits,
)
from bot.understanding.shapes.shape import Shape, shape

_SUBJECTS = "title win driver who team country nation class overall"
_ASKED = (
    f"{_SUBJECTS} count season often current with soft record most race never only became drove {' '.join(ORDINALS)}"
)
_ASKED_OF_RACES = _ASKED.replace("title ", "")
_TIMES = "classes seasons"
_PLACES = ("circuits", "races", "places")
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
        shape(many_rounds, needs=many, cues=("season", "race"), also="with count when which often")
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
# Neither who won is asked with these, nor where: a place or a nation is said to be foremost.
_HOSTED = "season often ever with uses circuit country record"
_LEADING: tuple[Shape, ...] = (
    *(
        shape(leading, needs=who, may=_TIMES, cues=("most", "whether", won), also=_ASKED + " ever")
        for who, won in (
            ("drivers", "title win driver team"),
            ("teams", "title win driver team"),
            ("makes", "win race overall"),
        )
    ),
    *(
        shape(leading_place, needs=where, may="seasons", cues=("most", "whether", "race"), also=_HOSTED)
        for where in ("circuits", "countries", "places")
    ),
    shape(
        leading_nation,
        needs="countries",
        may=_TIMES,
        cues=("most", "whether", "title win driver"),
        also="title win driver race overall with record ever nation",
    ),
)
_RANKINGS: tuple[Shape, ...] = (
    *_LEADING,
    *(
        shape(
            ranking,
            needs=where,
            may=f"{_TIMES} countries bound{many}",
            cues=(end, "win race car overall"),
            also=_ASKED,
        )
        for where in _PLACES
        for end, many in (("most record", " amount"), ("more", ""))
    ),
    # "Who won the two races" asks for the winners of both.
    *(
        shape(
            ranking,
            needs=f"{where} amount",
            may=f"{_TIMES} countries",
            cues=("win", "driver team count often"),
            also=_ASKED,
        )
        for where in _PLACES
    ),
    *(
        shape(ranking, needs=where, may=_TIMES, cues=("brand", "win"), also=f"{_ASKED_OF_RACES} race car")
        for where in ("", *_PLACES)
    ),
    *(
        shape(ranking, needs=f"{where} bound", may=f"{_TIMES} countries", cues=("win",), also=_ASKED)
        for where in _PLACES
    ),
    shape(ranking, may=f"{_TIMES} countries amount", cues=("most record", _SUBJECTS + " car"), also=_ASKED),
    shape(ranking, needs="countries", may=f"{_TIMES} amount", cues=("most",), also=_ASKED),
    shape(nations, may=_TIMES, cues=("most", "title driver", "where from nation"), also="who country with race"),
    shape(ranking, may=f"{_TIMES} countries", cues=("more", "title win driver team"), also=_ASKED + " first"),
    shape(overall_winners, needs="seasons", cues=("count", "win", "overall"), also="who driver team race"),
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
    shape(
        record(RecordKind.TOTALS),
        cues=("count", "title driver team"),
        also="title win driver team who with became",
        never="crew",
    ),
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
