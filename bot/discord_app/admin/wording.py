"""Facts, names, settings and their history in words, as lines of a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bot.assistant import Assistant, administration
from bot.discord_app.escaping import channel, member, role
from bot.presentation.local import told as told_fact
from bot.server_facts.changes import Change, NewTopic, Step, Suggestion
from bot.server_facts.model import Fact, Nickname, ServerSettings, Subject, Topic

MOST_STEPS = 5
NOBODY = "someone"
BUT = {
    "add": "added",
    "edit": "edited",
    "remove": "removed",
    "add name": "added a name",
    "remove name": "removed a name",
    "settings": "changed the settings",
    "import": "imported a file",
    "undo": "took a change back",
}


Called = Callable[[Subject | NewTopic], str]


def called_by(assistant: Assistant) -> Called:
    """Return what tells names of subjects as `assistant` knows them."""
    return lambda subject: subject.name if isinstance(subject, NewTopic) else assistant.name_of(subject)


def fact_line(fact: Fact) -> str:
    """Return a fact as one line, with its author as Discord shows members."""
    return told_fact(fact, member)


def suggestion_lines(suggestion: Suggestion, called: Called) -> tuple[str, ...]:
    """Return what a member proposed."""
    by = member(suggestion.author) if suggestion.author is not None else NOBODY
    proposes = f"{by} proposes on {called(suggestion.about)}:"
    return (proposes, suggestion.text, *source_lines(suggestion.source))


def source_lines(source: str) -> tuple[str, ...]:
    """Return where something is from, as lines; none where that was not said."""
    return (f"Source: {source}",) if source else ()


def change_lines(change: Change, called: Called) -> tuple[str, ...]:
    """Return one change of the history: who did what and when, then each thing it changed."""
    by = member(change.author) if change.author is not None else NOBODY
    back = ", since taken back" if change.undone else ""
    head = f"{change.at:%Y-%m-%d %H:%M} UTC: {by} {BUT[change.action.value]}{back}"
    steps = [f"  {line}" for step in change.steps[:MOST_STEPS] if (line := step_line(step, called))]
    more = len(change.steps[MOST_STEPS:]) + change.left_out
    return (head, *steps, *([f"  and {more} more"] if more > 0 else []))


def step_line(step: Step, called: Called) -> str:
    """Return what became of one thing; topics come and go with their facts, which say enough."""
    before, after = step.before, step.after
    match after or before:
        case Fact(number=number, subject=subject):
            return f"fact {number} on {called(subject)}: {_text(before)} → {_text(after)}"
        case Nickname(name=name, subject=subject):
            return f"“{name}” for {called(subject)}: {'removed' if after is None else 'added'}"
        case ServerSettings() as settings:
            was = before if isinstance(before, ServerSettings) else ServerSettings()
            pairs = zip(settings_lines(settings), settings_lines(was), strict=True)
            return "; ".join(new for new, old in pairs if new != old)
        case Topic() | None:
            return ""


def _text(thing: object) -> str:
    return f"“{' '.join(thing.text.split())}”" if isinstance(thing, Fact) else "nothing"


def settings_lines(settings: ServerSettings, usual: str = "") -> tuple[str, ...]:
    """Return what a server's managers chose, one line each; `usual` is the operator's prefix."""
    channels = ", ".join(channel(one) for one in sorted(settings.channels))
    return (
        f"prefix: {settings.prefix or usual or 'the usual one'}",
        f"channels: {channels or 'all'}",
        f"editors: {role(settings.editors) if settings.editors else 'only those who manage the server'}",
        f"review: {_switch(settings.review)}",
        f"misses: {_switch(settings.keeps_misses)}",
    )


def _switch(on: bool) -> str:
    return "on" if on else "off"


def name_line(name: Nickname, called: Called) -> str:
    """Return a nickname and what it stands for."""
    return f"“{name.name}” is {called(name.subject)}"


def guessed(*abouts: administration.About | None) -> tuple[str, ...]:
    """Return a note for each name that a slip had to be read over for."""
    known: Iterable[administration.Known] = (one for one in abouts if isinstance(one, administration.Known))
    return tuple(f"Read as {one.name}." for one in known if one.guessed)
