"""What the history tells of a race beside its results: stoppages, penalties, close finishes, firsts."""

from __future__ import annotations

from collections.abc import Sequence

from bot.knowledge.base import Knowledge, Race
from bot.knowledge.model import HistoryEntry


def told_of(knowledge: Knowledge, race: Race, classes: Sequence[str]) -> list[HistoryEntry]:
    """Return the entries of that very day about that circuit, without those that are about other classes only."""
    day = race.round.date.isoformat()
    there = [entry for entry in knowledge.history_about.get(race.round.circuit, ()) if entry.date == day]
    return [entry for entry in there if _is_of(knowledge, entry, classes)]


def _is_of(knowledge: Knowledge, entry: HistoryEntry, classes: Sequence[str]) -> bool:
    raced = [one for one in entry.about if one in knowledge.classes]
    return not classes or not raced or not set(raced).isdisjoint(classes)
