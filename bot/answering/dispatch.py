"""One handler for each query of the closed list."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.answering.answer import Reply
from bot.answering.calendar import calendar, cancelled
from bot.answering.champions import champions
from bot.answering.charts import chart
from bot.answering.circuit_list import circuits
from bot.answering.circuits import circuit_profile
from bot.answering.class_list import class_list
from bot.answering.classes import class_in_seasons, class_profile
from bot.answering.compare import compare
from bot.answering.crews import crews
from bot.answering.drivers import driver_profile
from bot.answering.each import each
from bot.answering.end_race import end_race
from bot.answering.guide import courtesy, guide
from bot.answering.history import history
from bot.answering.in_a_row import in_a_row
from bot.answering.neighbours import race_beside, title_beside
from bot.answering.one_season import most_in_season, same_season
from bot.answering.partnerships import driver_at_team, drivers_together
from bot.answering.races import races
from bot.answering.rankings import ranking
from bot.answering.records import record
from bot.answering.same_thing import same_thing
from bot.answering.season_list import season_list
from bot.answering.seasons import season_overview
from bot.answering.series import series_profile
from bot.answering.several_classes import several_classes
from bot.answering.standings import standings
from bot.answering.sweeps import sweep
from bot.answering.teams import team_profile
from bot.answering.visits import debuts, seasons_without
from bot.knowledge.base import Knowledge
from bot.understanding import queries
from bot.understanding.queries import Query

# Any: each handler takes its own kind of query, which a mapping by type cannot say.
HANDLERS: dict[type[Query], Callable[[Knowledge, Any], Reply]] = {
    queries.Champions: champions,
    queries.ClassInSeasons: class_in_seasons,
    queries.DriverProfile: driver_profile,
    queries.DriverAtTeam: driver_at_team,
    queries.DriversTogether: drivers_together,
    queries.Each: lambda knowledge, query: each(knowledge, query, answer),
    queries.TeamProfile: team_profile,
    queries.SeasonOverview: season_overview,
    queries.SeasonList: season_list,
    queries.Standings: standings,
    queries.Calendar: calendar,
    queries.Races: races,
    queries.EndRace: end_race,
    queries.Cancelled: cancelled,
    queries.CircuitProfile: circuit_profile,
    queries.Circuits: circuits,
    queries.ClassProfile: class_profile,
    queries.Classes: class_list,
    queries.History: history,
    queries.SeriesProfile: series_profile,
    queries.Record: record,
    queries.Ranking: ranking,
    queries.SeveralClasses: several_classes,
    queries.InARow: in_a_row,
    queries.Crews: crews,
    queries.SameSeason: same_season,
    queries.MostInSeason: most_in_season,
    queries.Sweep: sweep,
    queries.Debuts: debuts,
    queries.SeasonsWithout: seasons_without,
    queries.SameThing: same_thing,
    queries.Compare: compare,
    queries.Chart: chart,
    queries.TitleBeside: title_beside,
    queries.RaceBeside: race_beside,
    queries.Help: guide,
    queries.Courtesy: courtesy,
}


def answer(knowledge: Knowledge, query: Query) -> Reply:
    """Return the answer to `query`, or the reason why there is none."""
    return HANDLERS[type(query)](knowledge, query)
