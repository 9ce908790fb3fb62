"""`Where?` and `when?` right after how many races each of a crew won: those races once more."""

from __future__ import annotations

from bot.understanding.before import Before
from bot.understanding.fitting import Fitting
from bot.understanding.follow_up import FollowUp
from bot.understanding.queries import DriverProfile, Focus
from bot.understanding.slots import Choice
from bot.understanding.spans import cue_set
from bot.understanding.turns.relations import Relations

_OF_WINS = cue_set("where when which race about win circuit")
_WHICH = cue_set("where when which")


def aside(question: FollowUp, before: Before, _relations: Relations) -> Fitting:
    """Read what asks only where, when or which of the races that each of a crew won as those races."""
    now = question.now
    if before.aside is None or now.present or now.unknown or not now.cues & _WHICH or now.cues - _OF_WINS:
        return []
    of_wins = all(isinstance(one, DriverProfile) and one.focus is Focus.WINS for one in before.aside.queries)
    return [(Choice((), before.slots), before.aside)] if of_wins else []
