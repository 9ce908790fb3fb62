"""Whether two names are those of one driver or team."""

from __future__ import annotations

from collections.abc import Iterable

from bot.answering.answer import Answer, Reply, gathered
from bot.answering.lines import titles_said
from bot.answering.naming import driver, team
from bot.answering.wording import listed
from bot.knowledge.base import Knowledge
from bot.understanding.queries import SameThing
from bot.understanding.spans import Kind, Ref


def same_thing(knowledge: Knowledge, query: SameThing) -> Reply:
    """Answer `SameThing`: one under several names, or two with what each won."""
    both = list(dict.fromkeys((query.first, query.second)))
    entries = [(knowledge.drivers if one.kind is Kind.DRIVER else knowledge.teams)[one.id] for one in both]
    if len(both) == 1:
        lead = f"Those are names of one {query.first.kind}: {_names(knowledge, query.first)}."
    else:
        what = "people" if query.first.kind is Kind.DRIVER else "entries"
        lead = f"{listed([_shown(knowledge, one) for one in both])} are two {what} on record."
    return Answer(
        listed([one.name for one in entries]),
        (lead, *_belonging(knowledge, both), *[_won(knowledge, one) for one in both]),
        notes=tuple([note.text for one in entries for note in one.notes]),
        sources=gathered(*[one.sources for one in entries], *[note.sources for one in entries for note in one.notes]),
        next_questions=tuple([f"{ref.kind} {one.name}" for ref, one in zip(both, entries, strict=True)]),
        holds=len(both) == 1,
    )


def _shown(knowledge: Knowledge, one: Ref) -> str:
    return driver(knowledge, one.id) if one.kind is Kind.DRIVER else team(knowledge, one.id)


def _names(knowledge: Knowledge, one: Ref) -> str:
    if one.kind is Kind.DRIVER:
        person = knowledge.drivers[one.id]
        return listed(dict.fromkeys((person.name, *person.aliases)))
    entry = knowledge.teams[one.id]
    return listed(dict.fromkeys((entry.name, *[used.name for used in entry.names], *entry.aliases)))


def _belonging(knowledge: Knowledge, both: list[Ref]) -> tuple[str, ...]:
    """Say that two teams belong together, where they do, and which entries go with one."""
    if both[0].kind is Kind.DRIVER:
        return ()
    if len(both) == 1:
        apart = knowledge.teams[both[0].id].related
        return (f"An entry of its own, though it belongs there: {_listed(knowledge, apart)}.",) if apart else ()
    first, second = (knowledge.teams[one.id] for one in both)
    together = second.id in (first.run_by, *first.related) or first.id in (second.run_by, *second.related)
    return ("They belong together all the same.",) if together else ()


def _listed(knowledge: Knowledge, teams: Iterable[str]) -> str:
    return listed([team(knowledge, one) for one in teams])


def _won(knowledge: Knowledge, one: Ref) -> str:
    titles_of = knowledge.titles_of_driver if one.kind is Kind.DRIVER else knowledge.titles_of_team
    titles = titles_of.get(one.id, ())
    name = _shown(knowledge, one)
    return f"{name} won {titles_said(knowledge, titles)}." if titles else f"{name} has no title."
