"""The questions we answer: a closed, written list.

Each query holds ids only; `bot.answering` has one handler for each. A `focus` says which part of the answer was asked
for, so that the reply can begin with it; the facts shown do not depend on it.
"""

from __future__ import annotations

from bot.understanding.queries.base import AT_LEAST_ONE, MORE_THAN_ONE, Bound, Query, Seasons
from bot.understanding.queries.charts import Chart, Charted
from bot.understanding.queries.courtesies import Courtesy, Help
from bot.understanding.queries.each import Each
from bot.understanding.queries.focus import By, Counted, End, Focus, RecordKind
from bot.understanding.queries.neighbours import RaceBeside, Side, TitleBeside
from bot.understanding.queries.races import Calendar, Cancelled, CircuitProfile, Circuits, EndRace, Races
from bot.understanding.queries.rankings import Ranking, SeveralClasses
from bot.understanding.queries.series import (
    Classes,
    ClassInSeasons,
    ClassProfile,
    Compare,
    History,
    Record,
    SeasonList,
    SeasonOverview,
    SeriesProfile,
)
from bot.understanding.queries.titles import (
    Champions,
    DriverAtTeam,
    DriverProfile,
    DriversTogether,
    Standings,
    TeamProfile,
)

__all__ = [
    "AT_LEAST_ONE",
    "MORE_THAN_ONE",
    "Bound",
    "By",
    "Calendar",
    "Cancelled",
    "Champions",
    "Chart",
    "Charted",
    "CircuitProfile",
    "Circuits",
    "ClassInSeasons",
    "ClassProfile",
    "Classes",
    "Compare",
    "Counted",
    "Courtesy",
    "DriverAtTeam",
    "DriverProfile",
    "DriversTogether",
    "Each",
    "End",
    "EndRace",
    "Focus",
    "Help",
    "History",
    "Query",
    "RaceBeside",
    "Races",
    "Ranking",
    "Record",
    "RecordKind",
    "SeasonList",
    "SeasonOverview",
    "Seasons",
    "SeriesProfile",
    "SeveralClasses",
    "Side",
    "Standings",
    "TeamProfile",
    "TitleBeside",
]
