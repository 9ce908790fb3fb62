"""Ways to complete what a question leaves open: from what was told before, or from what was asked before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from bot.understanding.before import KINDS, Before
from bot.understanding.conversation import OPEN_CUES, STEPS
from bot.understanding.numbers import ORDINALS
from bot.understanding.pointing import Point
from bot.understanding.polarity import OF_PLACE, WHETHER
from bot.understanding.queries import Champions, Compare, Counted, Ranking, Record
from bot.understanding.slots import NAMED, Slots, holding
from bot.understanding.spans import cue_set

# Completes the slots of a question; several, where the same is asked of each of a crew; none, where it does not serve.
Way = Callable[[Slots], tuple[Slots, ...]]

_THINGS = cue_set("team driver country circuit")
_ASKED = _THINGS | {"class", "season"}
_BETWEEN = frozenset({"from"})
_ENDS = cue_set("most fewest longest shortest oldest newest first last")
# What a question on something else drops first of what was said before.
_LETTING_GO = ((), ("number",), ("classes",), ("seasons", "several"), ("classes", "seasons", "several", "number"))
_IN_VAIN = (("seasons", "several"), ("classes", "seasons", "several", "number"))
_FRAME = (*NAMED, "seasons", "number")
_IDENTITY = ("seasons", "classes", "drivers", "teams", "circuits", "races")
_TIMES = cue_set("when first last often count")
COMPARING = cue_set("compare more")
# With these one of two is asked for, where nothing else is named.
ENDS_OF_TWO = cue_set("longest shortest oldest newest")
_OF_CIRCUITS = cue_set("turns direction opened designer")
# What nobody asks of a crew: their car is that of the title.
_OF_TITLES = cue_set("car")
_AGAIN = cue_set("count who when")
_PEOPLE = ("drivers", "teams")
_WINS = (Counted.WINS, Counted.OVERALL)


def ways(before: Before, now: Slots, points: Mapping[Point, str], *, again: bool) -> Iterator[Way]:
    """Yield the ways to complete `now`, the likeliest first; with `again` also the question before once more.

    A question that names something changes the question before; one that names nothing asks about what was told.
    """
    yield from _expected(before, now)
    if points.keys() & {Point.PERSON, Point.PEOPLE, Point.TEAM} and not now.cues & _OF_TITLES:
        yield from [partial(_told, one) for one in _people(before, now, points)]
    of_nation = isinstance(before.query, Champions) and before.query.nation
    if (again or of_nation) and now.cues & (_ENDS | {"count"}) and not before.in_vain:
        yield partial(_reworded, before)
    asked: list[Way] = list(_all_asked(before, now))
    if (
        _is_ranked(before)
        and now.cues - OPEN_CUES in ({"overall"}, {"count"})
        and (now.present or "overall" in now.cues)
    ):
        yield partial(_counted, before)
    if _is_ranked(before) and now.cues - OPEN_CUES <= _THINGS:
        # "Record teams", "and drivers?": another ranking.
        yield from asked
        return
    salient = _by_salience(before, now)
    told: list[Way] = [partial(_told, one) for one in salient if not _is_people(one)]
    # "And in LMP3?" after one race asks about that very race.
    in_class = now.present == {"classes"} and any(one.number for one in before.about)
    yield from asked + told if _names(now) and not in_class else told + asked
    if not now.present:
        yield from [partial(_told, one) for one in salient if _is_people(one)]
    if again:
        yield partial(_reworded, before)
    if now.present and now.cues - OPEN_CUES == {"count"}:
        # "How many Chinese?"
        yield partial(_counted, before)


def _expected(before: Before, now: Slots) -> Iterator[Way]:
    """Yield what comes before all else: two that are compared."""
    if isinstance(before.query, Compare) and not now.present:
        yield partial(_again, before)
    if not now.cues.isdisjoint(COMPARING | ENDS_OF_TWO) and before.both is not None:
        yield partial(_told, before.both)
    if now.cues & COMPARING or ("with" in now.cues and now.drivers):
        yield partial(_beside, before)


def _is_ranked(before: Before) -> bool:
    return isinstance(before.query, Ranking | Record)


def _names(now: Slots) -> bool:
    return bool(now.present) or not now.cues.isdisjoint(ORDINALS)


def _dropped(before: Before, now: Slots) -> Sequence[tuple[str, ...]]:
    """Nothing was found for a time: what asks on with no word on the time lets it go."""
    if before.slots.number and not _names(now):
        # What nothing is named for is about that very race.
        return ((), ("classes",))
    return _IN_VAIN if before.in_vain and not _names(now) and now.cues & _TIMES else _LETTING_GO


def _all_asked(before: Before, now: Slots) -> Iterator[Way]:
    if now.cues & _ASKED and not now.present and not _is_ranked(before):
        # "Which country?" asks for something else; "record teams", "and drivers?" for the same of others.
        yield from [partial(_asked, before, dropped, said=True) for dropped in _dropped(before, now)]
    yield from [partial(_asked, before, dropped) for dropped in _dropped(before, now)]
    if now.seasons and before.slots.cues & _ENDS:
        slots = before.slots
        yield partial(_asked, before._replace(slots=slots._replace(cues=slots.cues - _ENDS)), ())


def _is_people(frame: Slots) -> bool:
    return bool(frame.drivers or frame.teams)


def _people(before: Before, now: Slots, points: Mapping[Point, str]) -> list[Slots]:
    """Return whom `they` may be: who was told, or asked about."""
    known = [*before.about, before.slots]
    # How many he won, right after a ranking by wins, are wins.
    wins = isinstance(before.query, Ranking) and before.query.counted in _WINS and now.cues >= {"count", "win"}
    cues = frozenset({"race"} if wins else ())
    # "How many did they win that season": what they did then.
    then = before.season if Point.TIME in points else None
    found = [
        holding(kind, ids)._replace(cues=cues, seasons=then)
        for one in known
        for kind in _PEOPLE
        if (ids := getattr(one, kind))
    ]
    # "Who drove for them" asks about the team.
    on_team = Point.TEAM in points or (points.get(Point.PEOPLE) == "them" and now.cues >= {"who", "drove"})
    return sorted(found, key=lambda one: not one.teams) if on_team else found


def _by_salience(before: Before, now: Slots) -> list[Slots]:
    on_circuit = not now.cues.isdisjoint(_OF_CIRCUITS) or now.cues >= {"length", "circuit"}
    if not on_circuit:
        return list(before.about)
    place = before.slots.circuits or tuple([one.partition(":")[0] for one in before.slots.races])
    known = [*before.about, Slots(circuits=place)]
    return [Slots(circuits=one.circuits) for one in known if one.circuits]


def _told(frame: Slots, now: Slots) -> tuple[Slots, ...]:
    """Complete `now` from what was told, unless it names another of the same kind."""
    if any(getattr(now, name) and getattr(frame, name) for name in _IDENTITY):
        return ()
    if "count" in now.cues and frame.number:
        # One race is not counted.
        return ()
    if "title" in now.cues and frame.number and "race" in frame.cues:
        # Who won the title is no question on the race.
        frame = frame._replace(number=None, cues=frame.cues - {"race"})
    now = _numbered(frame, now)
    filled = {name: getattr(now, name) or getattr(frame, name) for name in _FRAME}
    whole = now._replace(cues=now.cues | frame.cues, **filled)
    if len(frame.drivers) > 1 and now.cues.isdisjoint(COMPARING):
        return tuple([whole._replace(drivers=(one,)) for one in frame.drivers])
    return (whole,)


def _asked(before: Before, dropped: Sequence[str], now: Slots, *, said: bool = False) -> tuple[Slots, ...]:
    """Complete `now` from the question before.

    A name of one kind replaces the name of that kind; cues replace the cues before, where any are said that mean
    something.
    """
    asked = before.slots
    if now.circuits or now.races:
        asked = asked._replace(circuits=(), races=())
    if "title" in now.cues and asked.number:
        asked = asked._replace(number=None, circuits=(), races=(), cues=asked.cues - {"race"})
    now = _numbered(asked, now)
    if now.cues & {"first", "last"}:
        asked = asked._replace(number=None)
    if now.classes:
        asked = asked._replace(cues=asked.cues - {"overall"})
    changes: dict[str, object] = {
        name: getattr(asked, name) for name in (*NAMED, "number") if name not in dropped and not getattr(now, name)
    }
    if now.seasons is None and "seasons" not in dropped:
        changes |= {"seasons": asked.seasons, "several": asked.several}
    number = changes.get("number") or now.number
    cues = (now.cues if said else _cues_after(asked, now)) | ({"race"} if number else frozenset())
    return (now._replace(cues=cues, **changes),)  # type: ignore[arg-type]


def _beside(before: Before, now: Slots) -> tuple[Slots, ...]:
    """Put what was asked about beside what is named now: `compare him with Paul di Resta`."""
    for kind in KINDS:
        named = getattr(now, kind)
        other = tuple([one for one in getattr(before.slots, kind) if one not in named])
        if len(named) == len(other) == 1:
            return (now._replace(**{kind: other + named}),)
    return ()


def _counted(before: Before, now: Slots) -> tuple[Slots, ...]:
    """Ask the question before of what is named now, and count it or tell it otherwise."""
    return _asked(before, (), now._replace(cues=before.slots.cues - {WHETHER, OF_PLACE} | now.cues), said=True)


def _again(before: Before, now: Slots) -> tuple[Slots, ...]:
    return () if now.unknown else (before.slots._replace(cues=before.slots.cues | now.cues),)


def _reworded(before: Before, now: Slots) -> tuple[Slots, ...]:
    """Ask the question before once more: `how many`, `and the longest?`."""
    asked = before.slots
    if "count" in now.cues and now.cues & {"class", "season"} - asked.cues:
        return ()
    if not now.cues - OPEN_CUES or now.cues - OPEN_CUES - _ENDS - _AGAIN or now.present or now.unknown:
        return ()
    cues = asked.cues - _ENDS - {"count"} if now.cues & _ENDS else asked.cues
    said = now.cues
    if isinstance(before.query, Champions) and before.query.nation and now.cues & _ENDS:
        # The first of a nation, whenever that was, is the first champion and not the first race there.
        cues, said = cues | {"title"}, said - {"when"}
    return (asked._replace(cues=cues - {WHETHER, OF_PLACE} | said),)


def _cues_after(asked: Slots, now: Slots) -> frozenset[str]:
    said = now.cues.difference(STEPS) if now.seasons else now.cues
    meant = said - OPEN_CUES
    if meant <= _THINGS | _BETWEEN:
        # "record teams", "and drivers?": only the kind of thing changes.
        return asked.cues - (_THINGS if meant & _THINGS else set()) | meant | (said & OPEN_CUES)
    return said


def _numbered(frame: Slots, now: Slots) -> Slots:
    """Read `and the third?` after a round as the third round, `and the next one?` as the round after."""
    if frame.number is None or now.number is not None:
        return now
    if "who" in now.cues and now.cues.isdisjoint({"win", "race"}):
        # Who was second in a race is another question.
        return now
    said = next((cue for cue in ORDINALS if cue in now.cues and now.cues.isdisjoint(ENDS_OF_TWO)), None)
    if said:
        return now._replace(number=ORDINALS[said], cues=now.cues - {said})
    step = next((cue for cue in STEPS if cue in now.cues), None)
    if step and "season" not in now.cues:
        return now._replace(number=frame.number + STEPS[step], cues=now.cues - {step})
    return now
