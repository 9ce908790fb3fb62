"""`And after that?`: the class that came after the one which was told to come after."""

from __future__ import annotations

from itertools import pairwise

from bot.understanding.before import Before
from bot.understanding.fitting import Fitting
from bot.understanding.follow_up import FollowUp
from bot.understanding.pointing import Point
from bot.understanding.queries import ClassProfile, Focus, Query
from bot.understanding.slots import Slots
from bot.understanding.spans import cue_set
from bot.understanding.turns.asked import ask
from bot.understanding.turns.relations import Relations

_AFTER = cue_set("after successor replaced became next beside")
_BEFORE = cue_set("before predecessor previous")
_ASKING = cue_set("which about introduced class season")
_ENDING = cue_set("when ended")
_OF_SUCCESSOR = cue_set("when who which win title first last about count often season")
_THAT = frozenset({"that", "this"})
_CLASS = frozenset({"class", "category", "division"})


def _comes_after_class(question: FollowUp, before: Before) -> bool:
    """Say whether what came after "that class" is asked: it is a class, not the season after."""
    said = [span.said for span in question.spans]
    pointed = any(one in _THAT and other in _CLASS for one, other in pairwise(said))
    after = any(span.cue in ("after", "next") for span in question.spans)
    return pointed and after and len(before.slots.classes) == 1 and not question.now.unknown


def _is_of_successor(question: FollowUp, query: Query | None) -> bool:
    """Say whether `it`, right after what took the place of a class, is that class: `when was that?`, `who won it?`."""
    now = question.now
    told = isinstance(query, ClassProfile) and query.focus is Focus.SUCCESSOR
    return told and Point.THING in question.points and not (now.present or now.unknown or now.cues - _OF_SUCCESSOR)


def chained(question: FollowUp, before: Before, relations: Relations) -> Fitting:
    """Read a step from class to class; of its end and of what came next one page tells."""
    now, query = question.now, before.query
    if _comes_after_class(question, before):
        return ask(Slots(classes=before.slots.classes, cues=frozenset({"successor"})))
    if _is_of_successor(question, query):
        told = relations.after(before.slots.classes[0]) if len(before.slots.classes) == 1 else ()
        return ask(Slots(classes=told, cues=now.cues)) if len(told) == 1 else []
    cues = frozenset(part for span in question.spans for part in (span.cue or "").split("-")) - {"", "skip"}
    dated = any(span.years for span in question.spans)
    if not isinstance(query, ClassProfile) or now.present - {"seasons"} or dated or now.unknown:
        return []
    if "ended" in cues and cues & _AFTER and not cues - _AFTER - _ASKING - _ENDING:
        return ask(Slots(classes=(query.race_class,), cues=frozenset({"ended"})))
    forth = query.focus is Focus.SUCCESSOR and cues & _AFTER and not cues & _BEFORE
    back = query.focus is Focus.REPLACED and cues & _BEFORE and not cues & _AFTER
    if not (forth or back) or cues - _AFTER - _BEFORE - _ASKING:
        return []
    told = (relations.after if forth else relations.before)(query.race_class)
    return ask(Slots(classes=told, cues=frozenset({"successor" if forth else "before"}))) if len(told) == 1 else []
