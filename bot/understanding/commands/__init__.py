"""The commands people can give."""

from bot.understanding.commands.command import Command, Offer, Option
from bot.understanding.commands.table import ANSWER_THIS, COMMANDS

__all__ = ["ANSWER_THIS", "COMMANDS", "Command", "Offer", "Option"]
