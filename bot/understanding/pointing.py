"""Which words of a question point back, and at what: `he`, `they`, `there`, `that`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from itertools import pairwise

from bot.understanding.slots import Slots
from bot.understanding.spans import Span, cue_set


class Point(StrEnum):
    """What a word points at."""

    PERSON = "person"
    PEOPLE = "people"
    PLACE = "place"
    TEAM = "team"
    TIME = "time"
    THING = "thing"


_WORDS = {
    Point.PERSON: cue_set("he she him her his hers") | {"that guy", "this guy", "that man", "this man"},
    Point.PEOPLE: cue_set("they them their theirs") | {"those guys", "these guys", "the guys"},
    Point.PLACE: cue_set("there"),
    Point.TIME: cue_set("then"),
    Point.THING: cue_set("it its that this those these else same"),
}
_POINT_OF = {word: point for point, words in _WORDS.items() for word in words}
POINTING = frozenset(_POINT_OF)
# "Are there", "there was" and their like point at nothing.
_BEING = cue_set("still is are was were isnt arent wasnt werent be been has have had will must")
# "The team that won": a noun in front makes it no pointing word.
_NOUNS = cue_set("driver team car class circuit season race country nation")
_ASKING = cue_set("who which when where how count often about")
_SUPERLATIVES = cue_set("most fewest longest shortest oldest newest second third standings")
_PEOPLE = ("drivers", "teams")
_PLACES = ("circuits", "races", "places", "countries")
# "That driver" and "this circuit" point as "he" and "there" do.
_THAT = cue_set("that this those these")
_OF_NOUN = {"driver": Point.PEOPLE, "team": Point.TEAM, "circuit": Point.PLACE, "season": Point.TIME}
_NAMED_HERE = {
    Point.TEAM: _PEOPLE,
    Point.PERSON: _PEOPLE,
    Point.PEOPLE: _PEOPLE,
    Point.PLACE: _PLACES,
    Point.TIME: ("seasons",),
    Point.THING: (*_PEOPLE, *_PLACES, "topics"),
}


def pointing(spans: Sequence[Span], now: Slots) -> Mapping[Point, str]:
    """Return what `spans` point at, each with the word that does; a name in the question itself may be just that."""
    found: dict[Point, str] = {}
    if now.cues >= {"team", "from"} and not _names(now, _PEOPLE):
        found[Point.TEAM] = "team"
    if now.cues >= {"team"} and now.cues & {"nation", "country"} and _names_the_team(spans):
        found[Point.TEAM] = "team"
    for place, span in enumerate(spans):
        point = _POINT_OF.get(span.said)
        if point is None or _is_idle(spans, place):
            continue
        noun = spans[place + 1].cue if place + 1 < len(spans) and span.said in _THAT else None
        point = _OF_NOUN.get(noun or "", point)
        # "When did they race in Japan" and "where did they race" ask about the series.
        where = _names(now, _PLACES) or now.cues >= {"where", "race"}
        series = point is Point.PEOPLE and where and now.cues.isdisjoint({"win", "title"})
        if not series and not _names(now, _NAMED_HERE[point]):
            found.setdefault(point, span.said)
    return found


def _names_the_team(spans: Sequence[Span]) -> bool:
    """Say whether "the team" is spoken of, as one that was named before."""
    return any(one.said.split()[-1] == "the" and other.said == "team" for one, other in pairwise(spans))


def unresolved(points: Mapping[Point, str], slots: Slots) -> str:
    """Return the word that points at nothing in `slots`, where nothing else could be meant, or nothing."""
    if not points:
        return ""
    held = {
        Point.PLACE: _names(slots, _PLACES) or bool(slots.number and slots.seasons),
        Point.TIME: slots.seasons is not None,
        Point.PERSON: bool(slots.drivers),
    }
    return next((said for point, said in points.items() if not held.get(point, True)), "")


def _names(slots: Slots, names: Sequence[str]) -> bool:
    return any(getattr(slots, name) for name in names)


def _is_idle(spans: Sequence[Span], place: int) -> bool:
    said = spans[place].said
    before = spans[place - 1] if place else None
    after = spans[place + 1] if place + 1 < len(spans) else None
    if said == "there":
        return bool((before and before.said.split()[-1] in _BEING) or (after and after.said in _BEING))
    if said == "then":
        # "Who has most then?" asks for no time.
        opens = all(span.said == "and" for span in spans[:place])
        # "Race wins then?" asks for what was left out, and for no time.
        named = after is None and all(span.cue not in _ASKING for span in spans[:place])
        return opens or named or (after is None and any(span.cue in _SUPERLATIVES for span in spans))
    return said == "that" and before is not None and before.cue in _NOUNS
