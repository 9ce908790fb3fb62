"""The same question on each of several, one below the other."""

from __future__ import annotations

from collections.abc import Callable

from bot.answering.answer import Answer, Reply, gathered
from bot.answering.wording import listed
from bot.knowledge.base import Knowledge
from bot.understanding.queries import Each, Query


def each(knowledge: Knowledge, query: Each, answer: Callable[[Knowledge, Query], Reply]) -> Reply:
    """Answer `Each`: what each answer begins with; where one of them has none, its reason."""
    replies = [answer(knowledge, one) for one in query.queries]
    told = [one for one in replies if isinstance(one, Answer)]
    if len(told) < len(replies):
        return next(one for one in replies if not isinstance(one, Answer))
    held = {one.holds for one in told}
    return Answer(
        listed([one.title for one in told]),
        tuple([" ".join(one.lead) for one in told]),
        notes=tuple(dict.fromkeys([note for one in told for note in one.notes])),
        sources=gathered(*[one.sources for one in told]),
        next_questions=tuple([f"driver {one.title}" for one in told]),
        race_class=told[0].race_class,
        holds=held.pop() if len(held) == 1 else None,
    )
