"""One title: who won one class of one season."""

from __future__ import annotations

import re

from bot.answering import readings
from bot.answering.about import about_title
from bot.answering.answer import Answer, gathered
from bot.answering.naming import class_name, drivers, entrant, labels
from bot.answering.wording import count, listed
from bot.knowledge.base import Knowledge, SeasonTitle
from bot.knowledge.model import Reading
from bot.understanding.queries import Champions, Focus, Seasons

_ON_TITLE = re.compile(r"(?<!behind the )champions?\b|\bcrew\b|\border\b|\bspelling\b")
_WON = "{crew} won the {name} title of {season} with {team}."
_ONLY = "1 title of {name}, that of {season}: {count} and 1 team, {crew} with {team}."
_TELLINGS = {
    Focus.TEAM: "{team} won the {name} title of {season} with {crew}.",
    Focus.FIRST: "The first {name} title, that of {season}, went to {crew} with {team}.",
    Focus.LAST: "The most recent {name} title, that of {season}, went to {crew} with {team}.",
    Focus.COUNT: "{count} won the {name} title of {season}: {crew}, with {team}.",
}


def title_page(knowledge: Knowledge, one: SeasonTitle, query: Champions) -> Answer:
    """Return the page of one title, beginning with what was asked for."""
    name = class_name(knowledge, one.title.race_class)
    telling = _TELLINGS.get(query.focus, _WON)
    if query.focus is Focus.COUNT and (query.seasons is None or len(query.seasons.ids) > 1):
        telling = _ONLY
    lead = telling.format(
        crew=drivers(knowledge, one.title.drivers),
        count=count(len(one.title.drivers), "driver"),
        name=name,
        season=one.season.label,
        team=entrant(knowledge, one),
    )
    cars = [_cars(knowledge, one)] if query.focus is Focus.CAR else []
    on_title, on_team = _on_title(one), _on_team(knowledge, one)
    return Answer(
        f"{name} champions, {one.season.label}",
        (*cars, lead, *_year(knowledge, one, query.seasons)),
        notes=(
            *((one.title.note,) if one.title.note else ()),
            *readings.of_season(knowledge, one.season, on_title),
            *[
                readings.disagreement(knowledge, reading, readings.subject(reading, knowledge.teams[one.title.team]))
                for reading in on_team
            ],
            *_on_people(knowledge, one),
        ),
        sources=gathered(one.title.sources, readings.sources_of((*on_title, *on_team))),
        next_questions=_next(knowledge, one, query),
        race_class=one.title.race_class,
        about=about_title(one, team_first=query.focus is Focus.TEAM),
    )


def _cars(knowledge: Knowledge, one: SeasonTitle) -> str:
    cars = dict.fromkeys(
        won.win.car
        for won in knowledge.wins_of_team.get(one.title.team, ())
        if won.race.season is one.season
        and won.win.race_class == one.title.race_class
        and won.win.car
        and not set(one.title.drivers).isdisjoint(won.win.drivers)
    )
    if not cars:
        return "The car is not recorded: the champions have no class win of that season on record."
    return f"The champions won races that season with the {listed(cars)}."


def _year(knowledge: Knowledge, one: SeasonTitle, seasons: Seasons | None) -> tuple[str, ...]:
    """Say how a lone year was read, where no season has the year for its name."""
    if seasons is None or seasons.year is None or seasons.ids == (str(seasons.year),):
        return ()
    if len(seasons.ids) == 1:
        return (f"The season of {seasons.year} was {one.season.label}.",)
    name = class_name(knowledge, one.title.race_class)
    fell = f"{seasons.year} fell into two seasons, {labels(knowledge, seasons.ids)}"
    return (f"{fell}; only {one.season.label} had {name} champions.",)


def _on_title(one: SeasonTitle) -> tuple[Reading, ...]:
    """Return the readings on this very title: who won it, and how they are written."""
    return tuple(
        [
            reading
            for reading in one.season.readings
            if not reading.rounds and _ON_TITLE.search(reading.about) and one.title.race_class in reading.classes
        ]
    )


def _on_team(knowledge: Knowledge, one: SeasonTitle) -> tuple[Reading, ...]:
    return readings.on_home(knowledge.teams[one.title.team])


def _on_people(knowledge: Knowledge, one: SeasonTitle) -> tuple[str, ...]:
    found = (knowledge.drivers[driver] for driver in one.title.drivers)
    names = [one.name for one in found if readings.on_home(one)]
    return (f"Sources differ on the nationality of {listed(names)}.",) if names else ()


def _next(knowledge: Knowledge, one: SeasonTitle, query: Champions) -> tuple[str, ...]:
    name = class_name(knowledge, one.title.race_class)
    titles = knowledge.titles_of_class[one.title.race_class]
    later = next((other for other in titles if other.season.id > one.season.id), None)
    step = f"champion {name} {later.season.id}" if later else f"class {name}"
    season = f"season {one.season.id}"
    return step, season, f"driver {knowledge.drivers[one.title.drivers[0]].name}"
