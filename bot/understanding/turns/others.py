"""`Who else?`, `and the other classes?`, `anyone else from there?`: what was left out of the answer before."""

from __future__ import annotations

from msgspec.structs import replace

from bot.understanding.before import Before
from bot.understanding.fitting import Fitting
from bot.understanding.follow_up import FollowUp
from bot.understanding.pointing import Point
from bot.understanding.queries import Champions, Classes, ClassProfile, Races, Ranking
from bot.understanding.slots import Choice, Slots
from bot.understanding.spans import cue_set
from bot.understanding.turns.asked import ask, people_before, words_of
from bot.understanding.turns.relations import Relations

OTHER = frozenset({"other", "others", "else", "rest", "remaining", "another"})
_COUNTRYMEN = frozenset({"compatriot", "compatriots", "countryman", "countrymen", "countrywoman", "countrywomen"})
_OF_NATION = cue_set(
    "from whether-of-place country nation modal same title driver team win who which about with more ever whether "
    "former"
)
_ALIKE = frozenset({"same", "his", "her", "their", "that"})
_OF_REST = cue_set("with who win title season class which about list driver team faint how modal whether same race")
_PEOPLE = {Point.PERSON, Point.PEOPLE, Point.TEAM}
_LOOSE = OTHER | _COUNTRYMEN


def others(question: FollowUp, before: Before, relations: Relations) -> Fitting:
    """Read what asks for the others: of a nation, of a season, of a ranking."""
    now = question.now
    if not set(now.unknown) <= _LOOSE:
        return []
    if now.present == {"countries"} and words_of(question) & (_LOOSE | {"more"}) and not now.cues - _OF_NATION:
        return _of_nation(question, now.countries[0], before)
    if now.present - {"classes", "seasons"}:
        return []
    countrymen = _from_there(question, before, relations)
    return countrymen or ([] if now.present else _rest(question, before))


def _from_there(question: FollowUp, before: Before, relations: Relations) -> Fitting:
    now, words = question.now, words_of(question)
    alike = words & _ALIKE or Point.PLACE in question.points
    from_there = alike and now.cues & {"from", "country", "nation"} and words & (OTHER | {"more", "anyone", "anybody"})
    if not (words & _COUNTRYMEN or from_there) or now.cues - _OF_NATION:
        return []
    nation = _nation_before(before, relations)
    return _of_nation(question, nation, before) if nation else []


def _of_nation(question: FollowUp, nation: str, before: Before) -> Fitting:
    now = question.now
    teams = now.cues & {"team"} or (before.slots.teams and not now.cues & {"driver", "who"})
    asked = Slots(countries=(nation,), classes=now.classes, seasons=now.seasons)
    return ask(asked._replace(cues=frozenset({"title", "team"} if teams else {"title"})))


def _nation_before(before: Before, relations: Relations) -> str | None:
    if isinstance(before.query, Champions) and before.query.nation:
        return before.query.nation
    people = people_before(before)
    return relations.shared_nation(people[0].drivers, people[0].teams) if people else None


def _rest(question: FollowUp, before: Before) -> Fitting:
    """Read `who else?`: after a ranking the next place, after one title the titles of that season."""
    now, query, slots = question.now, before.query, before.slots
    if not words_of(question) & OTHER or now.cues - _OF_REST or question.points.keys() & _PEOPLE:
        return []
    if isinstance(query, Ranking) and query.bound is None and now.cues <= {"with", "who"}:
        return [(Choice((), slots), replace(query, place=(query.place or 1) + 1))]
    if isinstance(query, ClassProfile | Classes) and "class" in now.cues:
        return ask(Slots(cues=frozenset({"class"})))
    if isinstance(query, Champions) and query.nation:
        return ask(slots._replace(cues=slots.cues - {"whether", "count"} | {"title"}))
    title = isinstance(query, Champions) and query.seasons
    if title or (slots.classes and isinstance(query, Races)):
        return ask(slots._replace(classes=(), cues=slots.cues - {"with", "overall"} | {"who", "win"}))
    return []
