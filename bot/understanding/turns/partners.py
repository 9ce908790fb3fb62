"""`And his co-driver's titles?`: the same of those who were champions beside somebody."""

from __future__ import annotations

from bot.understanding.before import Before
from bot.understanding.fitting import Fitting
from bot.understanding.follow_up import FollowUp
from bot.understanding.queries import DriverProfile, Focus
from bot.understanding.spans import cue_set
from bot.understanding.turns.asked import ask_each, words_of
from bot.understanding.turns.relations import Relations

_OF_THEM = cue_set("with win title count often win which about from nation born")
_JOINING = frozenset({"with", "along", "beside", "besides", "alongside", "who", "together"})
_ASKED = frozenset({"title", "nation", "from", "born", "count", "often"})
_THAT_ONE = frozenset({"that", "one"})


def partner(question: FollowUp, before: Before, relations: Relations) -> Fitting:
    """Read what is asked of a driver's co-drivers as asked of each of them."""
    now, drivers, words = question.now, before.slots.drivers, words_of(question)
    told = isinstance(before.query, DriverProfile) and before.query.focus is Focus.WITH and words >= _THAT_ONE
    asked = _ASKED | {"win"} if told else _ASKED
    called = told or [span for span in question.spans if span.cue == "with" and not _JOINING & set(span.said.split())]
    if len(drivers) != 1 or not called or now.present or now.unknown or now.cues - _OF_THEM or not now.cues & asked:
        return []
    partners = relations.partners_of(drivers[0], before.slots.classes, before.slots.seasons)
    return ask_each(partners, now.cues - {"with", "which", "about"}) if partners else []
