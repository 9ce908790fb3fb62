"""`Which of them is German?`, `and the Austrian?`: one of the crew that was told, by nation."""

from __future__ import annotations

from bot.understanding.conversation import Before
from bot.understanding.fitting import Fitting
from bot.understanding.follow_up import FollowUp
from bot.understanding.pointing import Point
from bot.understanding.spans import cue_set
from bot.understanding.turns.asked import ask_each, words_of
from bot.understanding.turns.others import OTHER
from bot.understanding.turns.relations import Relations

_ASKING = cue_set("which who about from nation country driver whether list only with")
_NATION = frozenset({"nation"})
_THE_ONE = frozenset(
    {"the", "one", "ones", "any", "anyone", "anybody", "them", "they", "those", "these", "who", "all", "both"}
)
# "The German guy": what a person is called says nothing more.
_CALLED = frozenset({"guy", "guys", "dude", "bloke", "chap", "lad", "fella", "fellow", "lady", "woman", "man"})
_EVERY = frozenset({"all", "both"})


def member(question: FollowUp, before: Before, relations: Relations) -> Fitting:
    """Read a nationality right after a crew as that member of it; where nobody is, tell where each is from."""
    now, words = question.now, words_of(question)
    if now.present != {"countries"} or not set(now.unknown) <= _CALLED or now.cues - _ASKING:
        return []
    if words & OTHER:
        return []
    crew = relations.crew_of(before)
    if not crew or not (words & _THE_ONE or now.unknown or Point.PERSON in question.points):
        return []
    found = [one for one in crew if relations.nation_of(one) in now.countries]
    return ask_each(crew if words & _EVERY else found or crew, _NATION)
