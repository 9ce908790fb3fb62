"""Who and what belongs to those that were spoken of: nations, crews, co-drivers, the classes before and after."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.knowledge.base import Knowledge, SeasonTitle
from bot.understanding.before import Before
from bot.understanding.queries import Calendar, DriverProfile, History, Races, SeasonOverview, Seasons, TeamProfile
from bot.understanding.relative import one_season
from bot.understanding.slots import Slots


class Relations:
    """Knows how those that were spoken of belong together."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    def nation_of(self, driver: str) -> str | None:
        """Return the country of a driver, where it is known."""
        return self._knowledge.drivers[driver].nation

    def shared_nation(self, drivers: Iterable[str], teams: Iterable[str]) -> str | None:
        """Return the one country all of them are from, or None."""
        nations = {self.nation_of(one) for one in drivers} or {self._knowledge.teams[one].nation for one in teams}
        return nations.pop() if len(nations) == 1 else None

    def crew_of(self, before: Before) -> tuple[str, ...]:
        """Return the crew that was told last, or that of the team which was told."""
        crew = next((one.drivers for one in (*before.about, before.slots) if len(one.drivers) > 1), before.crew)
        teams = before.slots.teams
        if crew or len(teams) != 1:
            return crew
        titles = _within(self._knowledge.titles_of_team.get(teams[0], ()), before.slots.classes, before.slots.seasons)
        return tuple(dict.fromkeys(driver for one in titles for driver in one.title.drivers))

    def partners_of(self, driver: str, classes: Sequence[str], seasons: Seasons | None) -> tuple[str, ...]:
        """Return those who were champions beside `driver`."""
        titles = _within(self._knowledge.titles_of_driver.get(driver, ()), classes, seasons)
        return tuple(dict.fromkeys(one for title in titles for one in title.title.drivers if one != driver))

    def titles_won(self, query: DriverProfile | TeamProfile) -> int:
        """Return how many titles the driver or team of a question has won, in its classes."""
        of_driver = isinstance(query, DriverProfile)
        won = self._knowledge.titles_of_driver if of_driver else self._knowledge.titles_of_team
        who = query.driver if isinstance(query, DriverProfile) else query.team
        return len(_within(won.get(who, ()), query.classes, None))

    def nth_race(self, query: Races, number: int) -> Slots | None:
        """Return the nth of the races at the place of a question, as its season and round."""
        held = [
            race
            for race in self._knowledge.races
            if (query.circuit or race.round.circuit) == race.round.circuit
            and query.country in (None, self._knowledge.circuits[race.round.circuit].country)
            and (query.seasons is None or race.season.id in query.seasons.ids)
            and (query.seasons is None or query.seasons.year in (None, race.round.date.year))
        ]
        if not 0 < number <= len(held):
            return None
        race = held[number - 1]
        return Slots(seasons=one_season(race.season), number=race.round.round)

    def within_talk(self, before: Before) -> Before:
        """Return `before` with the season whose page was asked for right before a race in it, as that of the race."""
        page = before.previous
        if page is None or not isinstance(page.query, SeasonOverview | Calendar) or before.slots.seasons is not None:
            return before
        talked, place = page.slots.seasons, before.slots.circuits
        if talked is None or len(talked.ids) != 1 or len(place) != 1:
            return before
        season = self._knowledge.seasons[talked.ids[0]]
        held = any(one.circuit == place[0] for one in season.rounds)
        told = all(one.seasons is None or one.seasons.ids == talked.ids for one in before.about)
        if not (held and told and isinstance(before.query, Races | History)):
            return before
        return before._replace(slots=before.slots._replace(seasons=talked))

    def after(self, race_class: str) -> tuple[str, ...]:
        """Return the classes that took the place of one."""
        return self._knowledge.replacements_of.get(race_class, ())

    def before(self, race_class: str) -> tuple[str, ...]:
        """Return the classes that one took the place of."""
        return self._knowledge.classes[race_class].replaced


def _within(titles: Sequence[SeasonTitle], classes: Sequence[str], seasons: Seasons | None) -> Sequence[SeasonTitle]:
    return [
        one
        for one in titles
        if (not classes or one.title.race_class in classes) and (seasons is None or one.season.id in seasons.ids)
    ]
