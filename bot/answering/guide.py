"""Help, greetings and thanks."""

from __future__ import annotations

from bot.answering.answer import Answer, Block, Reply
from bot.knowledge.base import Knowledge
from bot.understanding.commands import COMMANDS
from bot.understanding.queries import Courtesy, Help

_EXAMPLES = ("champion LMP3 2022", "who won GT in 2015-16?", "circuit Sepang", "how many titles has David Cheng won?")


def guide(knowledge: Knowledge, query: Help) -> Reply:
    """Answer `Help`: all commands, or one with its examples."""
    chosen = [command for command in COMMANDS if query.command in (None, command.name)]
    if query.command:
        command = chosen[0]
        return Answer(
            f"Help: {command.name}",
            (command.usage, command.about),
            (Block("Examples", command.examples),),
            next_questions=command.examples[:3],
            is_help=True,
        )
    return Answer(
        "What you can ask",
        (
            f"I know the {knowledge.series.name} from {knowledge.held[0].label} to {knowledge.held[-1].label}. "
            "Ask in plain English or with a command; misspelt and half said is fine.",
        ),
        (Block("Commands", tuple(f"{command.usage} – {command.about}" for command in chosen)),),
        next_questions=_EXAMPLES,
        is_help=True,
    )


def courtesy(knowledge: Knowledge, query: Courtesy) -> Reply:
    """Answer `Courtesy` in kind, with something to ask."""
    said = "You are welcome." if query.kind == "thanks" else f"Hello! Ask me about the {knowledge.series.name}."
    title = "You are welcome" if query.kind == "thanks" else "Hello"
    return Answer(title, (said,), next_questions=_EXAMPLES[:3], is_help=True)
