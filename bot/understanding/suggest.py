"""Completing a half-typed line with what the options of its command may be."""

from __future__ import annotations

from collections.abc import Iterator

from bot.text.fold import fold, words
from bot.understanding.commands import COMMANDS, Command, Option
from bot.understanding.offers import Offers

# No two names are longer together: what is, is a free question, which nobody can complete.
_MOST_WORDS = 16
_CALLED = {word: command for command in COMMANDS for word in (command.name, *command.aliases)}


def completed(text: str, offers: Offers, prefix: str, limit: int) -> tuple[str, ...]:
    """Return up to `limit` whole lines that the half-typed `text` may become, likeliest first; each is understood."""
    lead = text[: len(text) - len(text.removeprefix(prefix).lstrip())]
    word, space, rest = text[len(lead) :].partition(" ")
    called = fold(word)
    if not space:
        return tuple(f"{lead}{one.name}" for one in COMMANDS if one.name.startswith(called))[:limit]
    command = _CALLED.get(called)
    if command is None or len(rest.split()) > _MOST_WORDS:
        return ()
    return tuple(dict.fromkeys(f"{lead}{word} {line}" for line in _arguments(command, rest, offers, limit)))[:limit]


def _arguments(command: Command, said: str, offers: Offers, limit: int) -> Iterator[str]:
    """Yield `said` with a name in place of all of it, then with one in place of the least that a menu finds."""
    yield from _with_names(command, "", said, offers, limit)
    parts = said.split(" ")
    for cut in range(len(parts) - 1, 0, -1):
        found = tuple(_with_names(command, " ".join(parts[:cut]), " ".join(parts[cut:]), offers, limit))
        if found:
            yield from found
            return


def _with_names(command: Command, head: str, typed: str, offers: Offers, limit: int) -> Iterator[str]:
    for option in _open(command, head, offers):
        for name in offers.matching(option.offer, typed, limit):
            # A blank behind a name asks for what may stand there.
            if not typed.endswith(" ") or words(name) != words(typed):
                yield f"{head} {name}".lstrip()


def _open(command: Command, head: str, offers: Offers) -> tuple[Option, ...]:
    """Return the options that can stand behind `head`; none where it is not an argument itself."""
    if not head:
        return command.options
    leads = {option.lead for option in command.options if option.lead}
    *before, last = head.split(" ")
    name = " ".join(before) if last in leads else head
    for number, option in enumerate(command.options):
        if offers.matching(option.offer, name, limit=1):
            return (*command.options[:number], *command.options[number + 1 :])
    return ()
