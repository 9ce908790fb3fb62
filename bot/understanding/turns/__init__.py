"""Turns of a talk: questions that are no whole question, yet say plainly what they want of what was told.

`The second one`, `which of them is German?`, `anyone else from there?`. Each turn takes its own kind and leaves the
others alone; what no turn takes is completed word by word.
"""

from __future__ import annotations

from bot.understanding.before import Before
from bot.understanding.fitting import Fitting
from bot.understanding.follow_up import FollowUp
from bot.understanding.turns.asides import aside
from bot.understanding.turns.chains import chained
from bot.understanding.turns.compared import compared
from bot.understanding.turns.members import asks_member, member
from bot.understanding.turns.nths import nth_title
from bot.understanding.turns.others import OTHER, others
from bot.understanding.turns.partners import partner
from bot.understanding.turns.places import place
from bot.understanding.turns.reasons import asks_why, told_since
from bot.understanding.turns.records import whole_record
from bot.understanding.turns.relations import Relations
from bot.understanding.turns.rounds import nth_race
from bot.understanding.turns.shifts import shift_of, shifted, unsame
from bot.understanding.turns.swaps import swapped

_TURNS = (aside, compared, place, nth_title, nth_race, member, partner, whole_record, others, chained)


def turn(question: FollowUp, before: Before, relations: Relations) -> Fitting:
    """Return what a question comes to that is a turn of the talk, or nothing."""
    if before.lost:
        return []
    return next((found for one in _TURNS if (found := one(question, before, relations))), [])


__all__ = [
    "OTHER",
    "Relations",
    "asks_member",
    "asks_why",
    "shift_of",
    "shifted",
    "swapped",
    "told_since",
    "turn",
    "unsame",
]
