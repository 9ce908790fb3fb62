"""`Why?` and `since when?`: what only an entry may tell, on what was just spoken of."""

from __future__ import annotations

from bot.understanding.before import Before
from bot.understanding.fitting import Fitting
from bot.understanding.follow_up import FollowUp
from bot.understanding.queries import ClassProfile, Focus, History, SeriesProfile
from bot.understanding.slots import Choice
from bot.understanding.spans import Span, cue_set

# With these a question asks; what it asks about are the other words.
_ASKING = cue_set("who which when where how count often list about ever since why soft modal faint next not former")
_SINCE = cue_set("since when which about introduced who before")


def asks_why(question: FollowUp) -> bool:
    """Say whether a question is a bare `why?`."""
    return question.now.cues >= {"why"} and not (
        question.now.cues - _ASKING or question.now.present or question.now.unknown
    )


def told_since(question: FollowUp, before: Before) -> Fitting:
    """Return what was told once more, where a bare `since when?`, or `who before?`, asks for its beginning."""
    now, query = question.now, before.query
    begins = "since" in now.cues or now.cues >= {"who", "before"}
    if not begins or now.cues - _SINCE or now.present or now.unknown:
        return []
    told = isinstance(query, SeriesProfile | History) or (isinstance(query, ClassProfile) and query.focus is Focus.CAR)
    return [(Choice((), before.slots), query)] if told and query else []


def spoken_of(before: Before) -> tuple[Span, ...]:
    """Return the words that said what was spoken of; none where only names and times were said."""
    if isinstance(before.query, ClassProfile) and before.query.focus is Focus.SUCCESSOR:
        # Why another class took its place is why it ended.
        return (Span(0, 0, "end", cue="ended"),)
    said = tuple([span for span in before.spans if not span.is_skip and span.cue not in _ASKING])
    return said if any(not span.refs and span.years is None for span in said) else ()
