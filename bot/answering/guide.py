"""Help, greetings and thanks."""

from __future__ import annotations

from bot.answering.answer import Answer, Block, Reply
from bot.knowledge.base import Knowledge
from bot.understanding.administration import GROUPS, ORDERS
from bot.understanding.commands import COMMANDS
from bot.understanding.queries import Courtesy, Help

_EXAMPLES = ("champion LMP3 2022", "who won GT in 2015-16?", "how many titles has David Cheng won?")


def guide(knowledge: Knowledge, query: Help) -> Reply:
    """Answer `Help`: all commands, or one with its examples, or a group of orders."""
    if query.command in GROUPS:
        return _group(query.command)
    command = next((command for command in COMMANDS if command.name == query.command), None)
    if command:
        return Answer(
            f"Help: {command.name}",
            (command.usage, command.about),
            next_questions=command.examples[:3],
            is_help=True,
        )
    first, last = knowledge.held[0].label, knowledge.held[-1].label
    return Answer(
        "What you can ask",
        (
            f"I know the {knowledge.series.name} from {first} to {last}: ask in plain English or with a command.",
            "Slips of the pen, short names and half a question are fine.",
        ),
        (
            Block("Commands", tuple([f"{one.usage} – {_in_short(one.about)}" for one in COMMANDS])),
            Block("In Discord servers", tuple([_in_server(group) for group in GROUPS])),
        ),
        next_questions=_EXAMPLES,
        is_help=True,
    )


def _group(group: str) -> Answer:
    return Answer(
        f"Help: {group}",
        (f"{GROUPS[group]} It works in Discord servers.",),
        (Block("Orders", tuple([f"{one.usage} – {_in_short(one.about)}" for one in ORDERS if one.group == group])),),
        next_questions=("help",),
        is_help=True,
    )


def _in_server(group: str) -> str:
    names = " / ".join(one.name for one in ORDERS if one.group == group)
    return f"{group} {names} – {_in_short(GROUPS[group])}"


def _in_short(about: str) -> str:
    """Return the first sentence of what a command does."""
    return about.split(". ")[0].rstrip(".")


def courtesy(knowledge: Knowledge, query: Courtesy) -> Reply:
    """Answer `Courtesy` in kind, with something to ask."""
    if query.kind == "thanks":
        return Answer("You are welcome", ("Ask on whenever you like.",), next_questions=_EXAMPLES, is_help=True)
    lead = f"Ask me about the {knowledge.series.name}."
    return Answer("Hello", (lead,), next_questions=_EXAMPLES, is_help=True)
