"""The one door to a server's facts: every rule is kept here, whoever comes in and by whichever way.

Who may do what is for the caller to decide. `server` is a Discord server's id, `editor` and `member` a Discord user's.
Every method may raise `StorageAwayError`; those that change something also `RefusedError` and `ConflictError`.
"""

from __future__ import annotations

from bot.server_facts.facts import Facts
from bot.server_facts.importing import Plan
from bot.server_facts.keeping import Subjects, Trial
from bot.server_facts.moving import Moving
from bot.server_facts.naming import Names
from bot.server_facts.suggesting import Suggestions

__all__ = ["Book", "Plan", "Subjects", "Trial"]


class Book(Facts, Names, Suggestions, Moving):
    """The facts, names, settings and suggestions of all servers.

    `Book(store, library, subjects, trial)`: `subjects` says of which subjects there can be facts, `trial` which names
    would take an answer away that members get today. Without them everything is allowed.
    """
