"""`When did they first race there?`: what is asked of two that were compared."""

from __future__ import annotations

from bot.understanding.before import Before
from bot.understanding.fitting import Fitting
from bot.understanding.follow_up import FollowUp
from bot.understanding.queries import Compare, Ranking, Seasons
from bot.understanding.slots import Choice, Slots
from bot.understanding.spans import cue_set
from bot.understanding.turns.asked import ask, words_of
from bot.understanding.turns.relations import Relations

_BEGINNING = cue_set("since first introduced")
_MORE = cue_set("who which most fewest more compare")
_OF_SEASONS = cue_set("class race circuit country season longest shortest length")
_TOGETHER = cue_set("with ever race win title whether count often modal when where")
_ASKING = cue_set("when which about race calendar circuit season")


def compared(question: FollowUp, before: Before, _relations: Relations) -> Fitting:
    """Read what is asked of two that were compared.

    `Who has the most?` compares them once more. When a race was first held `there` is asked of both circuits: which
    of them came first says when each did.
    """
    now, circuits = question.now, before.slots.circuits
    if _by_how_much(question) and isinstance(before.query, Compare | Ranking):
        return [(Choice((), before.slots), before.query)]
    if not isinstance(before.query, Compare) or now.present or now.unknown:
        return []
    if before.slots.drivers and "with" in now.cues and not now.cues - _TOGETHER:
        return ask(Slots(drivers=before.slots.drivers, cues=frozenset({"with"})))
    of_seasons = isinstance(before.query.first, Seasons) and now.cues & _MORE and not now.cues - _MORE - _OF_SEASONS
    if of_seasons or (now.cues & {"most", "fewest"} and now.cues <= _MORE):
        return [(Choice((), before.slots), before.query)]
    if not circuits or not now.cues & _BEGINNING or now.cues - _BEGINNING - _ASKING:
        return []
    return ask(Slots(circuits=circuits, cues=frozenset({"compare", "first"})))


def _by_how_much(question: FollowUp) -> bool:
    return question.now.cues == {"count"} and words_of(question) >= {"by", "how", "much"}
