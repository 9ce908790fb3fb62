"""Carrying out the orders on facts."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from bot.assistant import LooksLike, administration
from bot.discord_app.admin.buttons import Cancel, Save
from bot.discord_app.admin.replies import Reply, Turning, told
from bot.discord_app.admin.wording import MOST_STEPS, called_by, change_lines, fact_line, guessed, source_lines
from bot.discord_app.admin.works import Draft, Orderer, Works, about_of
from bot.discord_app.escaping import sendable
from bot.discord_app.ranks import Rank
from bot.presentation.pages import Section
from bot.server_facts.changes import LookAlikes
from bot.server_facts.model import Fact, Subject
from bot.server_facts.problems import ConflictError
from bot.server_facts.rules import fact_of

NOTHING_YET = "There are no facts here yet. Whoever may can add one: fact add <subject>: <text>"
NOTHING_FOUND = "There is none."
NO_CHANGE = "There is no change, or it is too long ago to be kept."


async def pointed_out(works: Works, by: Orderer, draft: Draft) -> Reply | None:
    """Return what is there already and looks like what an order would save, None where that is nothing."""
    order = draft.order
    lines: tuple[str, ...] = ()
    match order:
        case administration.AddFact(about=about, text=text) | administration.SuggestFact(about=about, text=text):
            lines = await _like(works, by, about, text)
        case administration.EditFact(number=number, text=text):
            fact = fact_of(await works.book.notes(by.server), number)
            draft = replace(draft, revision=fact.revision)
            found = await works.book.look_alikes(by.server, fact.subject, text)
            others = tuple(one for one in found.facts if one.number != number)
            lines = _look_alikes(LookAlikes(others))
        case administration.AddName(name=name, subject=known):
            lines = (*_near(known), *await _like_name(works, by, name, known.subject))
    if not lines:
        return None
    mark = works.keep(draft)
    asks = told("Is it there already?", *lines, notes=(f"To be saved: {_wanted(order)}",))
    return asks.below(Save.of(by.person, mark), Cancel.of(by.person))


async def _like(works: Works, by: Orderer, about: administration.About, text: str) -> tuple[str, ...]:
    found = await works.book.look_alikes(by.server, about_of(about), text)
    lines = (*_near(about), *_look_alikes(found))
    if not found and isinstance(about, administration.NewTopic):
        lines = await _like_name(works, by, about.name, None)
    return lines


def _near(about: administration.About) -> tuple[str, ...]:
    near = isinstance(about, administration.Known) and about.guessed
    return (f"Nothing is called quite like this; it was read as {about.name}.",) if near else ()


async def _like_name(works: Works, by: Orderer, name: str, subject: Subject | None) -> tuple[str, ...]:
    notes = await works.book.notes(by.server)
    trial = await asyncio.to_thread(works.assistant(by).trial, notes, name, subject)
    return (trial.sentence,) if isinstance(trial, LooksLike) else ()


def _look_alikes(found: LookAlikes) -> tuple[str, ...]:
    topics = (f"There is already the topic “{topic.name}”." for topic in found.topics)
    return (*topics, *(f"There is already: {fact_line(fact)}" for fact in found.facts))


def _wanted(order: administration.Order) -> str:
    match order:
        case (
            administration.AddFact(text=text)
            | administration.SuggestFact(text=text)
            | administration.EditFact(text=text)
        ):
            return text
        case administration.AddName(name=name, subject=known):
            return f"“{name}” for {known.name}"
    return ""


async def add(works: Works, by: Orderer, order: administration.AddFact) -> Reply:
    """Save a new fact."""
    fact = await works.book.add(by.server, by.person, about_of(order.about), order.text, order.source)
    return saved(f"Fact {fact.number} added: {order.about.name}", fact, guessed(order.about))


async def edit(works: Works, by: Orderer, order: administration.EditFact, revision: int | None = None) -> Reply:
    """Give a fact new words; without a `revision`, those it has now are meant."""
    if revision is None:
        revision = fact_of(await works.book.notes(by.server), order.number).revision
    try:
        fact = await works.book.edit(
            by.server, by.person, order.number, order.text, order.source, expected_revision=revision
        )
    except ConflictError as first:
        return _second(first, order)
    return saved(f"Fact {fact.number} changed", fact)


def _second(first: ConflictError, order: administration.EditFact) -> Reply:
    """Tell the second of two editors, with the words of both: neither are lost."""
    stands = (Section("As it stands now", (first.stands.text,)),) if first.stands is not None else ()
    yours = Section("What you wrote, and is not saved", (order.text,))
    return replace(told("Somebody else was first", str(first), sections=(*stands, yours)), private=True)


def saved(title: str, fact: Fact, notes: tuple[str, ...] = ()) -> Reply:
    """Tell a fact as it was saved."""
    return told(title, fact.text, *source_lines(fact.source), notes=notes)


async def remove(works: Works, by: Orderer, order: administration.RemoveFact) -> Reply:
    """Remove a fact."""
    fact = await works.book.remove(by.server, by.person, order.number)
    return saved(f"Fact {fact.number} removed", fact, (f"To have it back: fact undo {fact.number}",))


async def undo(works: Works, by: Orderer, order: administration.UndoFact) -> Reply:
    """Take a change back."""
    manages = by.rank >= Rank.MANAGER
    change = await works.book.undo(by.server, by.person, order.number, settings=manages)
    return told("Taken back", *change_lines(change, called_by(works.assistant(by)))[1:])


async def show(works: Works, by: Orderer, order: administration.ShowFact) -> Reply:
    """Show a fact as it was typed."""
    fact = await works.book.show(by.server, order.number)
    called = called_by(works.assistant(by))
    return saved(f"Fact {fact.number} on {called(fact.subject)}", fact, (fact_line(replace(fact, text="", source="")),))


async def list_all(works: Works, by: Orderer, order: administration.ListFacts) -> Reply:
    """List facts by their subjects."""
    found = await works.book.about(by.server, order.about.subject if order.about is not None else None)
    called = called_by(works.assistant(by))
    sections = [Section(called(subject), tuple(map(fact_line, facts))) for subject, facts in found.items()]
    title = f"Facts on {order.about.name}" if order.about is not None else "Facts of this server"
    empty = () if sections else (NOTHING_YET if order.about is None else NOTHING_FOUND,)
    reply = told(title, *empty, sections=sections, notes=guessed(order.about))
    return replace(reply, turning=Turning(line_of(order), by.person))


async def search(works: Works, by: Orderer, order: administration.SearchFacts) -> Reply:
    """Find facts by their words."""
    found = await works.book.search(by.server, order.words)
    called = called_by(works.assistant(by))
    lines = [f"{called(fact.subject)}: {fact_line(fact)}" for fact in found]
    reply = told(f"Facts with “{order.words}”", *(lines or [NOTHING_FOUND]))
    return replace(reply, turning=Turning(line_of(order), by.person))


async def history(works: Works, by: Orderer, order: administration.FactHistory) -> Reply:
    """Tell who changed what."""
    changes = await works.book.history(by.server, order.number, steps=MOST_STEPS)
    called = called_by(works.assistant(by))
    lines = [line for change in changes for line in change_lines(change, called)]
    title = "What was changed last" if order.number is None else f"History of fact {order.number}"
    reply = told(title, *(lines or [NO_CHANGE]))
    return replace(reply, private=True, turning=Turning(line_of(order), by.person))


def line_of(order: administration.Order) -> str:
    """Return the line that asks to be shown the same, "" for orders that change something."""
    match order:
        case administration.ListFacts(about=about):
            said = about.name if about is not None else ""
        case administration.SearchFacts(words=words):
            said = words
        case administration.FactHistory(number=number):
            said = "" if number is None else str(number)
        case administration.ListNames() | administration.ShowMisses() | administration.ExportFacts():
            said = ""
        case _:
            return ""
    return sendable(f"{administration.form_of(order).title} {said}".strip())
