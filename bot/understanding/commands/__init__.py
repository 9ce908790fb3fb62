"""The commands people can give."""

from bot.understanding.commands.command import Command
from bot.understanding.commands.table import COMMANDS

__all__ = ["COMMANDS", "Command"]
