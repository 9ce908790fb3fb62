"""`Which of them is German?`, `and the Austrian?`: one of the crew that was told, by nation."""

from __future__ import annotations

from bot.understanding.before import Before
from bot.understanding.fitting import Fitting
from bot.understanding.follow_up import FollowUp
from bot.understanding.pointing import Point
from bot.understanding.slots import Slots
from bot.understanding.spans import cue_set
from bot.understanding.turns.asked import ask, ask_each, people_before, words_of
from bot.understanding.turns.others import OTHER
from bot.understanding.turns.relations import Relations

_ASKING = cue_set("which who about from nation country driver team whether list only with")
_NATION = frozenset({"nation"})
_THE_ONE = frozenset(
    {"the", "one", "ones", "any", "anyone", "anybody", "them", "they", "those", "these", "who", "all", "both"}
)
# "The German guy": what a person is called says nothing more.
_CALLED = frozenset(
    {"either", "guy", "guys", "dude", "bloke", "chap", "lad", "fella", "fellow", "lady", "woman", "man"}
)
_OF_ALL = cue_set("nation country list which about")
_EVERY = frozenset({"all", "both"})


def member(question: FollowUp, before: Before, relations: Relations) -> Fitting:
    """Read a nationality right after a crew as that member of it; where nobody is, tell where each is from.

    `Is it German?` after a team is asked of the team; bare `nationalities?` are those of the crew.
    """
    now, words = question.now, words_of(question)
    if words & OTHER or not set(now.unknown) <= _CALLED or now.present - {"countries"}:
        return []
    crew = relations.crew_of(before)
    if not now.present:
        told = len(crew) > 1 and now.cues & _NATION and not now.cues - _OF_ALL and not question.points
        return ask_each(crew, _NATION) if told else []
    if "it" in words and not now.cues - _ASKING:
        people = people_before(before)
        return ask(Slots(teams=people[0].teams, cues=_NATION)) if people and people[0].teams else []
    bare = len(words) == 1 and question.line.text.rstrip().endswith("?")
    if not crew or not (words & _THE_ONE or now.unknown or bare or Point.PERSON in question.points):
        return []
    found = [one for one in crew if relations.nation_of(one) in now.countries]
    if now.cues - _ASKING:
        one = now.unknown or "one" in words or Point.PERSON in question.points
        return ask(Slots(drivers=tuple(found), cues=now.cues)) if one and len(found) == 1 else []
    return ask_each(crew if words & _EVERY else found or crew, _NATION)


def asks_member(question: FollowUp) -> bool:
    """Say whether one of those that were told is asked for by nation: it is never a place."""
    words = words_of(question)
    return question.now.present == {"countries"} and "of" in words and bool(words & {"them", "those", "these"})
