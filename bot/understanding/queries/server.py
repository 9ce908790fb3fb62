"""Questions that only what a server's members wrote can answer."""

from __future__ import annotations

from bot.server_facts.model import Subject
from bot.understanding.queries.base import Query


class ServerFacts(Query, frozen=True):
    """What this server wrote on `subjects`: all of it, or the facts whose numbers are `found`, best first."""

    subjects: tuple[Subject, ...]
    found: tuple[int, ...] = ()
