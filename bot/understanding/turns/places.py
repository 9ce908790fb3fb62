"""`Who is second?`, `and with three?`, `how many?`: what else a ranking tells that was told."""

from __future__ import annotations

from msgspec.structs import replace

from bot.understanding.before import Before
from bot.understanding.fitting import Fitting
from bot.understanding.follow_up import FollowUp
from bot.understanding.numbers import ORDINALS
from bot.understanding.queries import Bound, Ranking
from bot.understanding.slots import Choice, Slots
from bot.understanding.spans import cue_set
from bot.understanding.turns.relations import Relations

_RUNNER_UP = 2
_PLACING = cue_set("who which about standings team driver class country circuit next after modal")
_BOUNDING = cue_set("who which about team driver title win more count list also")
_ON = frozenset({"next", "after"})
_ORDINALS = frozenset(ORDINALS)


def place(question: FollowUp, before: Before, _relations: Relations) -> Fitting:
    """Read what asks for more of a ranking as that ranking once more."""
    query = before.query
    if not isinstance(query, Ranking) or question.now.unknown:
        return []
    found = _bounded(question.now, query) if query.bound else _placed(question, query) or _figure(question, query)
    return [(Choice((), before.slots), found)] if found else []


def _placed(question: FollowUp, query: Ranking) -> Ranking | None:
    """Return the ranking with the place that is asked for, or with the next."""
    now = question.now
    said = ordinal_of(now) or (_RUNNER_UP if "standings" in now.cues else None)
    if any(span.cue in _ON for span in question.spans):
        said, now = (query.place or 1) + 1, now._replace(seasons=None)
    if said is None or now.present or now.cues - _PLACING - _ORDINALS:
        return None
    return replace(query, place=said)


def _bounded(now: Slots, query: Ranking) -> Ranking | None:
    bound = now.bound or (Bound(low=now.amount or now.number, exact=True) if now.amount or now.number else None)
    if bound is None or now.present - {"number", "amount", "bound"} or now.cues - _BOUNDING:
        return None
    return replace(query, bound=bound)


def _figure(question: FollowUp, query: Ranking) -> Ranking | None:
    """Return the ranking itself where only `how many` is asked, of nobody else: it tells the figures."""
    now = question.now
    asked = {"count"} | ({query.counted.value.split()[-1].rstrip("s"), "which"} if query.counted else set())
    return query if "count" in now.cues and now.cues <= asked and not now.present and not question.points else None


def ordinal_of(now: Slots) -> int | None:
    """Return the place that an ordinal says, or None."""
    return next((place for cue, place in ORDINALS.items() if cue in now.cues), None)
