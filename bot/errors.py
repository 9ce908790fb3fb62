"""Errors a person can put right. Whatever else is raised is a fault of the program."""

from __future__ import annotations


class BotError(Exception):
    """Something a person can put right; its text may be shown to them."""


class StartupError(BotError):
    """The bot cannot start as it was set up; the text says what to change, one sentence a line."""
