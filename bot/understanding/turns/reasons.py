"""`Why?` and `since when?`: what only an entry may tell, on what was just spoken of."""

from __future__ import annotations

from bot.understanding.before import ASKING, Before
from bot.understanding.fitting import Fitting
from bot.understanding.follow_up import FollowUp
from bot.understanding.queries import ClassProfile, Focus, History, SeriesProfile
from bot.understanding.slots import Choice
from bot.understanding.spans import cue_set
from bot.understanding.turns.asked import words_of

_BY_WHOM = frozenset({"by", "whom"})
_SINCE = cue_set("since when which about introduced who before")


def asks_why(question: FollowUp) -> bool:
    """Say whether a question is a bare `why?`."""
    return question.now.cues >= {"why"} and not (
        question.now.cues - ASKING or question.now.present or question.now.unknown
    )


def told_since(question: FollowUp, before: Before) -> Fitting:
    """Return what was told once more, where a bare `since when?`, or `who before?`, asks for its beginning; of an entry
    also `when?` and `by whom?`.
    """
    now, query = question.now, before.query
    begins = "since" in now.cues or now.cues >= {"who", "before"}
    # An entry tells its day, and who did it where that is known.
    of_entry = isinstance(query, History) and (now.cues >= {"when"} or words_of(question) >= _BY_WHOM)
    if not (begins or of_entry) or now.cues - _SINCE or now.present or now.unknown:
        return []
    told = isinstance(query, SeriesProfile | History) or (isinstance(query, ClassProfile) and query.focus is Focus.CAR)
    return [(Choice((), before.slots), query)] if told and query else []
