"""Telling what is ranked from what is counted for it: in `drivers with titles for two teams` drivers, and teams."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understanding.queries import By, Counted
from bot.understanding.slots import Pair, Slots
from bot.understanding.spans import Span, cue_set

_QUANTITIES = cue_set("most fewest more atleast morethan over lessthan under exactly amount once only-once manyseasons")
_EVERY = cue_set("every all")
_SINGLE = ("different", "single", "a single")
# What may stand between a quantity and what is counted.
_BESIDES = cue_set("different distinct various separate the of number")
_ATTRIBUTES = cue_set("class title win overall race")
_THINGS = {
    "who": By.DRIVER,
    "driver": By.DRIVER,
    "team": By.TEAM,
    "class": By.CLASS,
    "season": By.SEASON,
    "circuit": By.CIRCUIT,
    "country": By.COUNTRY,
    "nation": By.COUNTRY,
    "car": By.MAKE,
    "makes": By.MAKE,
}
_PEOPLE = cue_set("champion champions champs champ winner winners")
_WINNERS = (By.DRIVER, By.TEAM)
# Kinds of questions of their own.
_OTHERWISE = cue_set("inarow sweep cleansweep crew identical beside first last compare introduced ended grid")
_DENYING = cue_set("never not")


# Which things are counted for which, and how that is asked already otherwise.
_COUNTED_FOR: dict[By, frozenset[By]] = {
    By.DRIVER: frozenset({By.TEAM, By.CIRCUIT, By.SEASON, By.CLASS, By.COUNTRY}),
    By.TEAM: frozenset({By.DRIVER, By.CIRCUIT, By.SEASON, By.CLASS, By.COUNTRY}),
    By.CLASS: frozenset({By.DRIVER, By.TEAM, By.SEASON, By.NATION, By.MAKE}),
    By.SEASON: frozenset({By.DRIVER, By.TEAM, By.CIRCUIT, By.COUNTRY, By.CLASS}),
    By.CIRCUIT: frozenset({By.DRIVER, By.TEAM, By.SEASON}),
    By.COUNTRY: frozenset({By.DRIVER, By.TEAM, By.CIRCUIT, By.CLASS, By.SEASON}),
    By.MAKE: frozenset({By.CLASS, By.CIRCUIT, By.SEASON, By.TEAM}),
}


def with_counted(spans: Sequence[Span], slots: Slots) -> Slots:
    """Return `slots` with what is counted for what, or with what is denied, where the order of the words tells it."""
    if not slots.cues.isdisjoint(_OTHERWISE):
        return slots
    lacking = _lacking(spans, slots)
    if lacking is not None:
        return slots._replace(lacking=lacking)
    pair = _pair(spans)
    if pair is None or pair.of not in _COUNTED_FOR.get(pair.by, ()) or _is_asked_already(pair, slots):
        return slots
    return slots._replace(pair=pair)


def _is_asked_already(pair: Pair, slots: Slots) -> bool:
    """Say whether there is a question of its own for it: titles in two classes, seasons with most classes."""
    timed = slots.seasons is not None and (pair.every or pair.of is By.SEASON)
    if timed or (By.COUNTRY in pair[:2] and "from" in slots.cues):
        return True
    if pair.of is By.DRIVER and pair.by in (By.CLASS, By.COUNTRY) and slots.cues.isdisjoint({"driver", "win"}):
        return "most" in slots.cues
    return not pair.every and _is_asked_otherwise(pair, slots)


def _is_asked_otherwise(pair: Pair, slots: Slots) -> bool:
    if pair.of is By.CLASS and pair.by in _WINNERS:
        return slots.cues.isdisjoint({"most", "fewest"})
    if {pair.by, pair.of} == {By.SEASON, By.CLASS}:
        asked = slots.cues & {"most", "fewest", "manyseasons"}
        return bool(asked) and (pair.by is By.SEASON or "fewest" not in asked)
    return pair.of is By.SEASON and pair.by in (By.CIRCUIT, By.COUNTRY)


def _pair(spans: Sequence[Span]) -> Pair | None:
    for place, span in enumerate(spans):
        every = span.said in _EVERY
        end, of = _head(spans, place) if every or _is_quantity(span) else (place, None)
        if of is None:
            continue
        rest = spans[:place] if every else [*spans[:place], *spans[end:]]
        others = list(dict.fromkeys(thing for thing in map(_thing, rest) if thing is not None and thing is not of))
        # A third thing would be left out of the answer.
        if len(others) != 1 or (every and not _may_be_every(spans, place)):
            return None
        return Pair(others[0], of, every)
    return None


def _may_be_every(spans: Sequence[Span], place: int) -> bool:
    """Say whether all of something are asked for; `who won each class` asks for a list."""
    before = spans[place - 1].said.split()[-1] if place else ""
    return before in ("in", "at", "for") and not any(span.said == "who" for span in spans[:place])


def _is_quantity(span: Span) -> bool:
    if span.said in _SINGLE:
        return True
    if span.cue is None:
        return not span.refs and span.years is None and span.said.isdecimal()
    return span.cue in _QUANTITIES or span.cue.startswith("only-once")


def _head(spans: Sequence[Span], place: int) -> tuple[int, By | None]:
    """Return what is counted behind the quantity at `place`, and where the words for it end."""
    if spans[place].cue == "manyseasons":
        return place + 1, By.SEASON
    end, last = place + 1, None
    for span in spans[place + 1 :]:
        named = bool(span.refs) and span.refs[0].kind == "class"
        parts = frozenset((span.cue or "").split("-")) & (_ATTRIBUTES | _THINGS.keys())
        beside = named or _is_quantity(span) or span.said in _BESIDES
        if span.cue == "same-season" or not (beside or parts):
            break
        end, last = end + 1, span
    return end, _thing(last, counted=True) if last is not None else None


def _thing(span: Span, *, counted: bool = False) -> By | None:
    said = span.said.rsplit(" ", maxsplit=1)[-1]
    if said in _PEOPLE and (counted or span.cue != "win"):
        return By.DRIVER
    parts = (span.cue or "").split("-")
    if parts[0] in ("race", "title", "win", "overall"):
        return By.DRIVER if said in _PEOPLE else None
    return next((_THINGS[part] for part in parts if part in _THINGS), None)


def _lacking(spans: Sequence[Span], slots: Slots) -> Counted | None:
    """Return what is denied: the title in `won races but no title`, the win in `champions without a race win`."""
    if "title" not in slots.cues:
        return None
    place = next((n for n, span in enumerate(spans) if span.cue in _DENYING), None)
    if place is None or slots.cues.isdisjoint({"win", "overall", "victories"}):
        return None
    before, after = (_parts(some) for some in (spans[:place], spans[place + 1 :]))
    denied = next((span for span in spans[place + 1 :] if _parts([span]) & {"title", "overall", "race"}), None)
    if denied is None:
        return None
    if "title" in _parts([denied]):
        return Counted.TITLES if before & {"race", "overall", "victories"} else None
    if "title" not in before:
        return None
    return Counted.OVERALL if "overall" in after else Counted.WINS


def _parts(spans: Sequence[Span]) -> frozenset[str]:
    return frozenset(part for span in spans for part in (span.cue or "").split("-"))
