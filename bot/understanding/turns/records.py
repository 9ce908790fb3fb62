"""`How many in total?`, `did they win it before?`, `any other titles?`: all that somebody has won."""

from __future__ import annotations

from bot.understanding.before import Before
from bot.understanding.fitting import Fitting
from bot.understanding.follow_up import FollowUp
from bot.understanding.pointing import Point
from bot.understanding.queries import DriverProfile, TeamProfile
from bot.understanding.slots import Slots
from bot.understanding.spans import cue_set
from bot.understanding.turns.asked import ask, ask_each, people_before, words_of
from bot.understanding.turns.others import OTHER
from bot.understanding.turns.relations import Relations

_MORE = OTHER | {"again", "ever"}
_OTHER_TIMES = frozenset({"before", "earlier", "previously", "already", "since", "afterwards", "after", "later"})
_TOLD = frozenset({"the", "same", "these", "those", "that", "this"})
_POLAR = frozenset({"did", "has", "have", "had", "do", "does", "was", "were", "is", "any", "anything", "ever", "what"})
_SUMS = frozenset({"total", "altogether", "career"})
# Who else, and not what else.
_SOMEBODY = frozenset(
    {"who", "anyone", "anybody", "someone", "somebody", "everyone", "champion", "champions", "winners"}
)
_SAID = cue_set(
    "win title ever whether whether-of-place with before after previous back more modal soft only count often which "
    "about since history season victories win-victories list former"
)
_TITLE = frozenset({"title"})
_COUNT = frozenset({"title", "count"})


def whole_record(question: FollowUp, before: Before, _relations: Relations) -> Fitting:
    """Read what asks for more than was told of somebody as all that they won: no Yes and no No is given."""
    now, words = question.now, words_of(question)
    if (
        now.present
        or not set(now.unknown) <= _MORE | _OTHER_TIMES
        or now.cues - _SAID - _of_classes(before) - _of_those(question)
        or words & _SOMEBODY
    ):
        return []
    if not (_is_summed(question, before) or _is_further(question)):
        return []
    who = _whom(question, before)
    if Point.PERSON in question.points and len(who.drivers) > 1:
        # Which of a crew he is has to be asked.
        return []
    cues = _COUNT if now.cues & {"count", "often"} else _TITLE
    if who.teams:
        return ask(Slots(teams=who.teams[:1], cues=cues)) if len(who.teams) == 1 else []
    return ask_each(who.drivers, cues) if who.drivers else []


def _of_classes(before: Before) -> frozenset[str]:
    """Return the cue of `any other class?`, where one class of somebody was spoken of."""
    return frozenset({"class"} if isinstance(before.query, DriverProfile | TeamProfile) else ())


def _of_those(question: FollowUp) -> frozenset[str]:
    """Return the cues of `did the drivers win again`: those that were told, and no others."""
    told = words_of(question) & _TOLD and question.now.cues & {"win", "title"}
    return frozenset({"driver", "team", "same"} if told else ())


def _is_summed(question: FollowUp, before: Before) -> bool:
    person = question.points or before.slots.drivers or before.slots.teams
    return bool(person and words_of(question) & _SUMS and question.now.cues & {"count", "often"})


def _is_further(question: FollowUp) -> bool:
    words = words_of(question)
    if (words & _MORE or "more" in words) and (words & _POLAR or question.points):
        return True
    return bool(words & _OTHER_TIMES and words & (_POLAR - {"any", "what"}) and "win" in question.now.cues)


def _whom(question: FollowUp, before: Before) -> Slots:
    people = people_before(before)
    words = words_of(question)
    by_person = Point.PERSON in question.points or ("of" in words and words & {"one", "any", "either", "both"})
    if by_person or words & {"driver", "drivers"}:
        people = [one for one in people if one.drivers]
    if "team" in words or "teams" in words:
        people = [one for one in people if one.teams]
    return people[0] if people else Slots()
