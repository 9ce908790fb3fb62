"""The same question on each of several, one below the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bot.answering.answer import Answer, Reply, blocks, gathered
from bot.answering.wording import listed
from bot.knowledge.base import Knowledge
from bot.understanding.queries import DriverProfile, Each, Focus, Query
from bot.understanding.slots import Slots


def each(knowledge: Knowledge, query: Each, answer: Callable[[Knowledge, Query], Reply]) -> Reply:
    """Answer `Each`: what each answer begins with; where one of them has none, its reason."""
    replies = [answer(knowledge, one) for one in query.queries]
    told = [one for one in replies if isinstance(one, Answer)]
    if len(told) < len(replies):
        return next(one for one in replies if not isinstance(one, Answer))
    held = {one.holds for one in told}
    drivers = tuple([one.driver for one in query.queries if isinstance(one, DriverProfile)])
    names = [knowledge.drivers[one].name for one in drivers]
    followed = [question for one in told for question in one.next_questions]
    return Answer(
        listed(dict.fromkeys([one.title for one in told])),
        tuple(dict.fromkeys([" ".join(one.lead) for one in told])),
        blocks(*zip(names, map(_races, told), strict=True)) if all(map(_is_on_wins, query.queries)) else (),
        notes=tuple(dict.fromkeys([note for one in told for note in one.notes])),
        sources=gathered(*[one.sources for one in told]),
        next_questions=tuple([f"driver {name}" for name in names] or dict.fromkeys(followed)),
        race_class=told[0].race_class,
        holds=held.pop() if len(held) == 1 else None,
        about=(Slots(drivers=drivers),) if drivers else told[0].about,
    )


def _is_on_wins(query: Query) -> bool:
    return isinstance(query, DriverProfile) and query.focus is Focus.WINS


def _races(answer: Answer) -> Iterator[str]:
    """Yield the lines of the last block of an answer on wins: the races."""
    yield from answer.blocks[-1].lines if answer.blocks else ()
