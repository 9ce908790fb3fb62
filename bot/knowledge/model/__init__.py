"""What a knowledge folder may hold: one frozen model for each kind of entry.

The models are the data dictionary. The loader checks every file against them, the JSON Schema for editors
is generated from them, and the rest of the bot reads the very same objects. Nothing derived is stored here:
counts, firsts and records are worked out in `bot.knowledge.records`.
"""

from __future__ import annotations

from bot.knowledge.model.base import Entry, Note, OtherReading, Reading, Source
from bot.knowledge.model.prose import CueGroup, HistoryEntry, HistoryTopic, Series, SeriesFact, Vocabulary
from bot.knowledge.model.seasons import Cancelled, ClassWin, Placing, Round, Season, Standing, Title
from bot.knowledge.model.things import (
    Birth,
    Circuit,
    Country,
    Driver,
    FormerName,
    Layout,
    NativeName,
    RaceClass,
    Team,
    TeamName,
)

__all__ = [
    "Birth",
    "Cancelled",
    "Circuit",
    "ClassWin",
    "Country",
    "CueGroup",
    "Driver",
    "Entry",
    "FormerName",
    "HistoryEntry",
    "HistoryTopic",
    "Layout",
    "NativeName",
    "Note",
    "OtherReading",
    "Placing",
    "RaceClass",
    "Reading",
    "Round",
    "Season",
    "Series",
    "SeriesFact",
    "Source",
    "Standing",
    "Team",
    "TeamName",
    "Title",
    "Vocabulary",
]
