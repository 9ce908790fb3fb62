"""The questions we answer: a closed, written list.

Each query holds ids only; `bot.answering` has one handler for each. A `focus` says which part of the answer was asked
for, so that the reply can begin with it; the facts shown do not depend on it.
"""

from __future__ import annotations

from bot.understanding.queries.base import AT_LEAST_ONE, MORE_THAN_ONE, Bound, Query, Seasons
from bot.understanding.queries.charts import Chart, Charted
from bot.understanding.queries.courtesies import Courtesy, Help
from bot.understanding.queries.each import Each
from bot.understanding.queries.feats import Crews, InARow, MostInSeason, SameSeason, Sweep
from bot.understanding.queries.focus import By, Counted, End, Focus, RecordKind
from bot.understanding.queries.neighbours import RaceBeside, Side, TitleBeside
from bot.understanding.queries.races import Calendar, Cancelled, CircuitProfile, Circuits, EndRace, Like, Races
from bot.understanding.queries.rankings import Ranking, SeveralClasses
from bot.understanding.queries.series import (
    Classes,
    ClassInSeasons,
    ClassProfile,
    Compare,
    History,
    Record,
    SameThing,
    SeasonList,
    SeasonOverview,
    SeriesProfile,
)
from bot.understanding.queries.server import ServerFacts
from bot.understanding.queries.titles import (
    Champions,
    DriverAtTeam,
    DriverProfile,
    DriversTogether,
    Standings,
    TeamProfile,
)
from bot.understanding.queries.visits import Debuts, SeasonsWithout

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
    "Crews",
    "Debuts",
    "DriverAtTeam",
    "DriverProfile",
    "DriversTogether",
    "Each",
    "End",
    "EndRace",
    "Focus",
    "Help",
    "History",
    "InARow",
    "Like",
    "MostInSeason",
    "Query",
    "RaceBeside",
    "Races",
    "Ranking",
    "Record",
    "RecordKind",
    "SameSeason",
    "SameThing",
    "SeasonList",
    "SeasonOverview",
    "Seasons",
    "SeasonsWithout",
    "SeriesProfile",
    "ServerFacts",
    "SeveralClasses",
    "Side",
    "Standings",
    "Sweep",
    "TeamProfile",
    "TitleBeside",
]
