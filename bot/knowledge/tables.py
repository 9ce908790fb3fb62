"""The tables of a knowledge folder without problems: what everything else is worked out from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.knowledge.model import (
    Circuit,
    Country,
    Driver,
    HistoryTopic,
    RaceClass,
    Season,
    Series,
    Source,
    Team,
    Vocabulary,
)


@dataclass(frozen=True, slots=True)
class Tables:
    """Every entry of a folder without problems, by id and read-only.

    List files keep their order; seasons and circuits are in order of their ids, topics in order of their files.
    Every id an entry refers to is there. `cues` are those of all groups, each with the words and phrases that mean it.
    """

    series: Series
    vocabulary: Vocabulary
    cues: Mapping[str, tuple[str, ...]]
    sources: Mapping[str, Source]
    countries: Mapping[str, Country]
    drivers: Mapping[str, Driver]
    teams: Mapping[str, Team]
    classes: Mapping[str, RaceClass]
    circuits: Mapping[str, Circuit]
    seasons: Mapping[str, Season]
    history: tuple[HistoryTopic, ...]
