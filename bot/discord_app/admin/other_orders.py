"""Carrying out the orders on names, settings, questions in vain, suggestions and people."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from hashlib import blake2b

from bot.assistant import administration
from bot.discord_app import embeds, texts
from bot.discord_app.admin.buttons import Decide, Missed
from bot.discord_app.admin.replies import ForEditors, Reply, Turning, told
from bot.discord_app.admin.wording import (
    Called,
    called_by,
    guessed,
    name_line,
    settings_lines,
    source_lines,
    suggestion_lines,
)
from bot.discord_app.admin.works import Orderer, Works, about_of
from bot.errors import BotError
from bot.presentation.pages import Section
from bot.server_facts.changes import Suggestion
from bot.server_facts.model import ServerSettings

NO_NAMES = "There are no names here yet. Whoever may can add one: name add <name> = <subject>"
NO_MISSES = "Nothing that two different members asked in vain. Questions are kept for 30 days."
MISSES_OFF = "Questions asked in vain are not kept here. To keep them: settings misses on"
MARK_LONG = 8
# Below a message are five rows at most.
MOST_ROWS = 4

Change = Callable[[ServerSettings], ServerSettings]


async def add_name(works: Works, by: Orderer, order: administration.AddName) -> Reply:
    """Give something another name."""
    name = await works.book.add_name(by.server, by.person, order.name, order.subject.subject)
    return told("Name added", f"“{name.name}” is {order.subject.name} here from now on.", notes=guessed(order.subject))


async def remove_name(works: Works, by: Orderer, order: administration.RemoveName) -> Reply:
    """Take a name away."""
    name = await works.book.remove_name(by.server, by.person, order.name)
    called = called_by(works.assistant(by))
    return told(
        "Name removed", f"“{name.name}” is no longer {called(name.subject)}.", notes=("To have it back: fact undo",)
    )


async def list_names(works: Works, by: Orderer, order: administration.ListNames) -> Reply:
    """List all names."""
    names = await works.book.names(by.server)
    called = called_by(works.assistant(by))
    reply = told("Names of this server", *([name_line(name, called) for name in names] or [NO_NAMES]))
    return replace(reply, turning=Turning("name list", by.person))


async def show_settings(works: Works, by: Orderer, order: administration.ShowSettings) -> Reply:
    """Show what was chosen."""
    return _settings(works, await works.book.settings(by.server))


def _settings(works: Works, settings: ServerSettings) -> Reply:
    usual = works.servers.usual_prefix
    return replace(told("Settings of this server", *settings_lines(settings, usual)), private=True)


Setting = (
    administration.SetPrefix
    | administration.SetChannels
    | administration.SetEditors
    | administration.SetReview
    | administration.SetMisses
)


async def choose(works: Works, by: Orderer, order: Setting) -> Reply:
    """Choose one of the settings."""
    change = _chosen(by, order)
    return _settings(works, await works.book.change_settings(by.server, by.person, change))


def _chosen(by: Orderer, order: Setting) -> Change:
    match order:
        case administration.SetPrefix(prefix=prefix):
            return partial(replace, prefix=prefix)
        case administration.SetChannels(channels=channels):
            if any(by.guild.get_channel_or_thread(one) is None for one in channels):
                raise BotError(texts.NO_SUCH_CHANNEL)
            return partial(replace, channels=channels)
        case administration.SetEditors(role=role):
            _check_role(by, role)
            return partial(replace, editors=role)
        case administration.SetReview(on=on):
            return partial(replace, review=on)
        case administration.SetMisses(on=on):
            return partial(replace, keeps_misses=on)


def _check_role(by: Orderer, role: int | None) -> None:
    if role == by.server:
        raise BotError(texts.NOT_EVERYONE)
    if role is not None and by.guild.get_role(role) is None:
        raise BotError(texts.NO_SUCH_ROLE)


async def suggest(works: Works, by: Orderer, order: administration.SuggestFact) -> Reply:
    """Keep what a member proposes, with buttons for the editors."""
    made = await works.book.suggest(by.server, by.person, about_of(order.about), order.text, order.source)
    lines = suggestion_lines(made, called_by(works.assistant(by)))
    reply = ForEditors(told(f"Suggestion {made.number}", *lines, notes=guessed(order.about)).page)
    return reply.below(Decide.of("yes", made.number), Decide.of("no", made.number))


async def show_suggestions(works: Works, by: Orderer, order: administration.ShowSuggestions) -> Reply:
    """Show the oldest proposals, as many as are read at once, with buttons for each."""
    waiting = await works.book.suggestions(by.server)
    called = called_by(works.assistant(by))
    # Nobody should decide on what they do not see: there are no more than one leaf shows, but for one that is too long.
    for count in range(min(MOST_ROWS, len(waiting)), 0, -1):
        reply = _waiting(waiting[:count], len(waiting) - count, called)
        if count == 1 or embeds.leaf_count(reply.page) == 1:
            return reply
    return told("Suggestions", "Nobody waits for a decision.")


def _waiting(shown: Sequence[Suggestion], more: int, called: Called) -> Reply:
    sections = [Section(f"Suggestion {one.number}", suggestion_lines(one, called)) for one in shown]
    notes = (f"{more} more {'wait' if more > 1 else 'waits'} behind {'these' if len(shown) > 1 else 'this'}.",)
    reply = told("Suggestions", sections=sections, notes=notes if more else ())
    for one in shown:
        reply = reply.below(*(Decide.of(word, one.number, numbered=True) for word in ("yes", "no")))
    return reply


async def accept(works: Works, by: Orderer, number: int) -> Reply:
    """Make a suggestion a fact."""
    fact = await works.book.accept(by.server, by.person, number)
    called = called_by(works.assistant(by))
    title = f"Suggestion {number} accepted: fact {fact.number} on {called(fact.subject)}"
    return told(title, fact.text, *source_lines(fact.source))


async def reject(works: Works, by: Orderer, number: int) -> Reply:
    """Drop a suggestion."""
    gone = await works.book.reject(by.server, by.person, number)
    return told(f"Suggestion {number} rejected", *suggestion_lines(gone, called_by(works.assistant(by))))


async def show_misses(works: Works, by: Orderer, order: administration.ShowMisses) -> Reply:
    """Show what was asked in vain, with menus that open the form of what would answer it."""
    if not (await works.book.settings(by.server)).keeps_misses:
        return replace(told("Asked in vain", MISSES_OFF), private=True)
    misses = await works.servers.misses.of(by.server)
    lines = [f"{miss.text} ({miss.askers} members, last on {miss.last:%Y-%m-%d})" for miss in misses]
    reply = replace(
        told("Asked in vain", *(lines or [NO_MISSES])), private=True, turning=Turning("fact misses", by.person)
    )
    if not misses:
        return reply
    questions = [(mark_of(miss.text), miss.text) for miss in misses]
    reply = reply.below(Missed.of("fact add", texts.ADD_FOR, questions))
    return reply.below(Missed.of("name add", texts.NAME_FOR, questions))


def mark_of(question: str) -> str:
    """Return what stands for a question where there is no room for it whole."""
    return blake2b(question.encode("utf-8", "surrogatepass"), digest_size=MARK_LONG).hexdigest()


async def missed(works: Works, by: Orderer, mark: str) -> str:
    """Return the question that `mark` stands for in this server, "" where it is there no more."""
    misses = await works.servers.misses.of(by.server) if mark else ()
    return next((miss.text for miss in misses if mark_of(miss.text) == mark), "")


async def forget_me(works: Works, by: Orderer, order: administration.ForgetMe) -> Reply:
    """Take the orderer's id out of everything."""
    places = await works.servers.retention.forget(by.person, by.server)
    said = f"Your id was taken out of {places} places; what you wrote stays, without an author."
    return replace(told("Forgotten", said if places else "Your id is kept nowhere here."), private=True)
