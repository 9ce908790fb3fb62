"""Who and what belongs to those that were spoken of: nations, crews, co-drivers, the classes before and after."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.knowledge.base import Knowledge, SeasonTitle
from bot.understanding.conversation import Before
from bot.understanding.queries import Seasons


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
