"""What a turn is built with: the words of a question, and the questions it comes to."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understanding.before import Before
from bot.understanding.fitting import Fitting, fitting
from bot.understanding.follow_up import FollowUp
from bot.understanding.queries import Each, Query
from bot.understanding.slots import Choice, Slots

_MOST_AT_ONCE = 5


def words_of(question: FollowUp) -> frozenset[str]:
    """Return the words of a question, as they were typed."""
    return frozenset(token.text for token in question.line.tokens)


def ask(slots: Slots) -> Fitting:
    """Return what `slots` come to as a question."""
    return fitting([Choice((), slots)])


def ask_each(drivers: Sequence[str], cues: frozenset[str]) -> Fitting:
    """Ask the same of each of `drivers`; nothing where they are too many to be told at once."""
    if len(drivers) == 1:
        return ask(Slots(drivers=tuple(drivers), cues=cues))
    found = [ask(Slots(drivers=(one,), cues=cues)) for one in drivers]
    if not all(found) or not 1 < len(drivers) <= _MOST_AT_ONCE:
        return []
    queries: tuple[Query, ...] = tuple(one[0][1] for one in found)
    return [(Choice((), Slots(cues=cues)), Each(queries))]


def people_before(before: Before) -> list[Slots]:
    """Return the drivers and the teams that were spoken of, those told last first."""
    frames = [*before.about, before.slots]
    drivers = [Slots(drivers=one.drivers) for one in frames if one.drivers]
    teams = [Slots(teams=one.teams) for one in frames if one.teams]
    team_first = bool(before.slots.teams) or any(one.teams for one in before.about[:2])
    return [*teams, *drivers] if team_first else [*drivers, *teams]
