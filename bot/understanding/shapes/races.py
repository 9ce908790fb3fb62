"""Shapes of questions on races, circuits and calendars."""

from __future__ import annotations

from bot.understanding.shapes.held import calendar, cancelled, circuit, circuits, duration, races, so_many, turning
from bot.understanding.shapes.shape import Shape, shape
from bot.understanding.shapes.titles import compare
from bot.understanding.spans import Kind

_AT = "seasons classes number hours month day"
_RACE_CUES = (
    "win title who when where count often first last car overall race season team driver circuit never only class more "
    "how current country since grid introduced length calendar result laps uses both duration length longest drove"
)
_NO_TEAM = _RACE_CUES.replace("team ", "")
_OF_FEW = _RACE_CUES.replace("count often ", "")
_CIRCUIT_CUES = (
    "where length turns direction opened designer native names count often first last when race country circuit season "
    "how more only never current who calendar before after ended introduced since uses drove history with which"
)

RACES: tuple[Shape, ...] = (
    shape(races, needs="seasons", may="classes", cues=("race", "win", "list"), also="who which"),
    shape(
        compare(Kind.CIRCUIT, "circuits"),
        needs="circuits",
        cues=("compare more most length turns longest shortest often both older",),
        also="circuit race who count length turns opened oldest newest with between first introduced calendar",
        pair="circuits",
    ),
    shape(
        cancelled,
        may="seasons circuits races",
        cues=("cancelled",),
        also="race season why when count circuit",
    ),
    # So many are the first or the last of them; without either, nobody says which.
    *(
        shape(
            races,
            needs=f"{of} amount",
            may=f"{_AT}{where}",
            cues=("first last",),
            also=_OF_FEW,
        )
        for of, where in (
            *((when, " circuits races places countries") for when in ("day", "month", "hours")),
            ("races", ""),
            ("circuits", ""),
        )
    ),
    *(
        shape(races, needs=when, may=f"{_AT} circuits races places countries", also=_RACE_CUES)
        for when in ("day", "month")
    ),
    shape(
        races,
        needs="hours",
        may=f"{_AT} circuits races places countries",
        cues=("win title who when where count laps grid car overall only first last never",),
        also=_RACE_CUES,
    ),
    *(
        shape(races, needs=f"hours {where}", may="seasons classes", also=_RACE_CUES)
        for where in ("circuits", "places", "countries")
    ),
    shape(races, needs="races", may=_AT, also=_RACE_CUES),
    shape(
        circuit,
        needs="circuits",
        may="seasons",
        cues=("length turns direction opened designer",),
        also="where circuit how current who when which country uses compare",
    ),
    shape(
        races,
        needs="circuits",
        may=_AT,
        cues=("win title overall who car",),
        also=_RACE_CUES,
    ),
    shape(races, needs="circuits month", may="seasons classes", also=_RACE_CUES),
    *(
        shape(races, needs=f"{where} seasons", may="classes number month hours", also=f"{_RACE_CUES} history")
        for where in ("circuits", "races")
    ),
    shape(races, needs="circuits classes", may="seasons number month hours", also=_RACE_CUES),
    shape(races, needs="circuits number", may="seasons classes month hours", also=_RACE_CUES),
    shape(races, needs="seasons number", may="classes month", cues=("race",), also=_RACE_CUES),
    *(
        shape(
            circuits,
            needs=where,
            may="seasons",
            cues=("circuit",),
            also="race count country season where ever current uses calendar",
        )
        for where in ("places", "countries")
    ),
    shape(duration, needs="circuits", cues=("length", "race"), may="seasons number", also="each duration how"),
    shape(races, needs="circuits", cues=("duration laps",), may="seasons classes month number hours", also=_RACE_CUES),
    shape(circuits, needs="places", cues=("where", "race"), also="uses current calendar circuit"),
    shape(races, needs="places", may="seasons classes month hours", cues=("race win overall car",), also=_RACE_CUES),
    shape(races, needs="countries", may="seasons classes month hours", cues=("race",), also=_RACE_CUES),
    shape(races, needs="places", cues=("when",), also="uses season"),
    *(
        shape(races, needs=where, may="classes", cues=("first last", "when"), also=also)
        # "When did a Chinese team last win" asks of teams, not of races there.
        for where, also in (("places", _RACE_CUES), ("countries", _NO_TEAM))
    ),
    shape(
        races,
        needs="seasons",
        may="classes month",
        cues=("first last", "race"),
        also="laps duration grid win who title overall car season when driver team",
    ),
    shape(races, needs="classes", cues=("first last", "race"), also="win who when where ever driver team car"),
    shape(races, needs="seasons", may="classes", cues=("race", "duration length"), also="how count each"),
    shape(races, needs="classes", may="seasons", cues=("overall",), also="win who ever race never season when"),
    shape(races, needs="classes seasons", cues=("race",), also=_RACE_CUES.replace("class ", "")),
    shape(circuit, needs="circuits", also=_CIRCUIT_CUES),
    shape(
        circuits,
        may="seasons",
        cues=("circuit",),
        also="race count most fewest length longest shortest turns country where season current with designer who "
        "oldest newest calendar uses ever direction ran",
    ),
    shape(circuits, needs="seasons", cues=("country",), also="race count circuit where season current calendar uses"),
    *(
        shape(turning, needs=where, cues=("introduced ended",), also="when race calendar season first last")
        for where in ("places", "countries")
    ),
    shape(
        circuits, may="countries places", cues=("circuit", "former"), also="race count country where not uses calendar"
    ),
    shape(circuits, needs="bound", may="countries places", cues=("circuit",), also="length with"),
    *(
        shape(
            circuits,
            needs=where,
            cues=("longest shortest oldest newest most fewest", "circuit turns length"),
            also="length with race ever where country",
        )
        for where in ("places", "countries")
    ),
    shape(
        circuits,
        needs="circuits",
        cues=("longest shortest oldest newest most fewest", "circuit turns"),
        also="length with",
    ),
    shape(circuits, cues=("most fewest longest shortest", "turns"), also="circuit with race"),
    shape(circuits, cues=("longest shortest", "length"), also="with ever where country current calendar uses"),
    shape(circuits, may="seasons", cues=("where", "race"), also="season count circuit current country"),
    shape(circuits, may="seasons", cues=("country", "race"), also="season count circuit current where"),
    *(
        shape(
            so_many,
            needs=f"{of} seasons amount",
            cues=("race",),
            also="list where when season circuit result history",
        )
        for of in ("races", "circuits")
    ),
)

# A nation alone: what the series has there.
PLACES: tuple[Shape, ...] = (shape(circuits, needs="countries"), shape(circuits, needs="places"))

CALENDARS: tuple[Shape, ...] = (
    shape(calendar, may="seasons", cues=("calendar",), also="race season when count where circuit current"),
    shape(
        calendar,
        needs="seasons",
        cues=("race where when count first last",),
        also="season circuit often current introduced ended",
    ),
    shape(
        calendar,
        needs="seasons",
        cues=("introduced ended seasonstart seasonend", "where when circuit country race"),
        also="season current calendar",
    ),
    shape(
        calendar,
        may="seasons",
        cues=("seasonstart seasonend",),
        also="where when circuit country race season current calendar",
    ),
)
