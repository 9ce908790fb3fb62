"""Who won titles."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.answer import Answer, Block, Reply, disagreement, gathered, refuse
from bot.answering.wording import (
    class_name,
    classes,
    count,
    drivers,
    entrant,
    flag,
    labels,
    listed,
    title_line,
)
from bot.knowledge.base import Knowledge, SeasonTitle
from bot.knowledge.model import Country, Season
from bot.understanding.queries import Champions, ClassInSeasons, Focus


def champions(knowledge: Knowledge, query: Champions) -> Reply:
    """Answer `Champions`: by class, season and nation."""
    if not query.classes and query.seasons is None and query.nation is None:
        return _reigning(knowledge)
    missing = missing_titles(knowledge, query.classes, query.seasons.ids if query.seasons else None)
    found = _found(knowledge, query)
    if missing is not None and not found:
        return missing
    if query.nation:
        return _by_nation(knowledge, query, found)
    if query.focus in (Focus.FIRST, Focus.LAST) and query.seasons is None and len(query.classes) == 1:
        found = (found[0] if query.focus is Focus.FIRST else found[-1],)
        return _one(knowledge, found[0], query.focus)
    if len(found) == 1:
        return _one(knowledge, found[0], query.focus)
    return _several(knowledge, query, found, missing)


def missing_titles(knowledge: Knowledge, wanted: Sequence[str], seasons: Sequence[str] | None) -> Reply | None:
    """Return the refusal for a class that crowned nobody in any of `seasons`; None where each has a title somewhere."""
    for class_id in wanted:
        titles = knowledge.titles_of_class.get(class_id, ())
        if not titles:
            return _never_crowned(knowledge, class_id)
        if seasons is not None and not any(one.season.id in seasons for one in titles):
            return _not_that_season(knowledge, class_id, seasons)
    if seasons is not None and not any(knowledge.seasons[season].champions for season in seasons):
        announced = knowledge.seasons[seasons[-1]]
        return refuse(
            "not_run_yet",
            "champion",
            f"season {announced.id}",
            season=announced.label,
            current=knowledge.current.label,
        )
    return None


def _never_crowned(knowledge: Knowledge, class_id: str) -> Reply:
    one = knowledge.classes[class_id]
    return refuse("no_champion", f"class {one.name}", name=one.name, came=one.came)


def _not_that_season(knowledge: Knowledge, class_id: str, seasons: Sequence[str]) -> Reply:
    one = knowledge.classes[class_id]
    had = [f"{knowledge.seasons[s].label} had {classes(knowledge, _crowned(knowledge.seasons[s]))}" for s in seasons]
    titles = knowledge.titles_of_class[class_id]
    return refuse(
        "class_not_in_season",
        *(f"champion {season}" for season in seasons[:2]),
        f"champion {one.name}",
        name=one.name,
        seasons=labels(knowledge, seasons),
        had="; ".join(had),
        crowned=listed(title.season.label for title in titles),
    )


def _crowned(season: Season) -> tuple[str, ...]:
    return tuple(title.race_class for title in season.champions) or season.classes


def _found(knowledge: Knowledge, query: Champions) -> tuple[SeasonTitle, ...]:
    return tuple(
        one
        for one in knowledge.titles
        if (not query.classes or one.title.race_class in query.classes)
        and (query.seasons is None or one.season.id in query.seasons.ids)
        and (query.nation is None or query.nation in _nations(knowledge, query, one))
    )


def _nations(knowledge: Knowledge, query: Champions, one: SeasonTitle) -> set[str | None]:
    """Return the nations of a title: of its team where teams are asked for, else of its drivers."""
    if query.focus is Focus.TEAM:
        return {one.title.nation}
    return {knowledge.drivers[driver].nation for driver in one.title.drivers}


def _reigning(knowledge: Knowledge) -> Answer:
    season = knowledge.current
    titles = [one for one in knowledge.titles if one.season is season]
    return Answer(
        f"Reigning champions ({season.label})",
        (f"The reigning champions are those of {season.label}, in {count(len(titles), 'class', 'classes')}.",),
        tuple(Block(class_name(knowledge, one.title.race_class), (title_line(knowledge, one),)) for one in titles),
        sources=gathered(*(one.title.sources for one in titles)),
        next_questions=(f"season {season.id}", "record", f"champion {knowledge.held[-2].id}"),
    )


def _one(knowledge: Knowledge, one: SeasonTitle, focus: Focus) -> Answer:
    name = class_name(knowledge, one.title.race_class)
    crew = drivers(knowledge, one.title.drivers)
    team = entrant(knowledge, one)
    if focus is Focus.TEAM:
        lead = f"{team} won the {name} title of {one.season.label}, with {crew}."
    elif focus is Focus.FIRST:
        lead = f"The first {name} title, of {one.season.label}, went to {crew} with {team}."
    elif focus is Focus.LAST:
        lead = f"The most recent {name} title, of {one.season.label}, went to {crew} with {team}."
    else:
        lead = f"{crew} won the {name} title of {one.season.label} with {team}."
    lines = [lead]
    if focus is Focus.CAR:
        lines.append(_cars(knowledge, one))
    notes = [one.title.note] if one.title.note else []
    notes += _readings(knowledge, one)
    return Answer(
        f"{name} champions, {one.season.label}",
        tuple(lines),
        notes=tuple(notes),
        sources=one.title.sources,
        next_questions=_next(knowledge, one),
        race_class=one.title.race_class,
    )


def _cars(knowledge: Knowledge, one: SeasonTitle) -> str:
    cars = {
        won.win.car
        for won in knowledge.wins_of_team.get(one.title.team, ())
        if won.race.season is one.season and won.win.race_class == one.title.race_class and won.win.car
    }
    if not cars:
        return "The car is not recorded: the champions have no class win of that season on record."
    return f"Car of their class wins that season: {listed(sorted(cars))}."


def _readings(knowledge: Knowledge, one: SeasonTitle) -> list[str]:
    """Return where sources disagree on this very title: its team, its class, its drivers, or their nations."""
    found = [
        reading for reading in one.season.readings if not reading.rounds and one.title.race_class in reading.classes
    ]
    nation = [
        reading
        for reading in knowledge.teams[one.title.team].readings
        if "countr" in reading.about or "nation" in reading.about
    ]
    return [disagreement(reading) for reading in (*found, *nation)]


def _next(knowledge: Knowledge, one: SeasonTitle) -> tuple[str, ...]:
    name = class_name(knowledge, one.title.race_class)
    titles = knowledge.titles_of_class[one.title.race_class]
    later = titles[titles.index(one) + 1 :]
    step = f"champion {name} {later[0].season.id}" if later else f"champion {name}"
    return step, f"season {one.season.id}", f"driver {knowledge.drivers[one.title.drivers[0]].name}"


def _by_nation(knowledge: Knowledge, query: Champions, found: Sequence[SeasonTitle]) -> Reply:
    country = knowledge.countries[str(query.nation)]
    where = _scope(knowledge, query)
    whose = "team" if query.focus is Focus.TEAM else "driver"
    if not found:
        return refuse("no_nation_champion", "record nations", whose=whose, nation=country.name, scope=where)
    if query.focus is Focus.TEAM:
        return _teams_of_nation(knowledge, country, where, found)
    people = tuple(
        dict.fromkeys(d for one in found for d in one.title.drivers if knowledge.drivers[d].nation == query.nation)
    )
    shares = sum(knowledge.drivers[d].nation == query.nation for one in found for d in one.title.drivers)
    lead = (
        f"{flag(country)} {count(len(people), 'driver')} from {country.name} won {count(shares, 'driver title')}"
        f"{where}: {listed(knowledge.drivers[d].name for d in people)}."
    )
    if query.focus is Focus.FIRST:
        lead = f"The first of them came in {found[0].season.label}. " + lead
    return Answer(
        f"Champions from {country.name}{where}",
        (lead,),
        (Block("Titles", tuple(_full_line(knowledge, one) for one in found)),),
        sources=gathered(*(one.title.sources[:1] for one in found)),
        next_questions=("record nations", f"driver {knowledge.drivers[people[0]].name}"),
    )


def _teams_of_nation(knowledge: Knowledge, country: Country, where: str, found: Sequence[SeasonTitle]) -> Answer:
    teams = listed(dict.fromkeys(one.title.entrant for one in found))
    lead = f"Teams under the flag of {flag(country)} {country.name} won {count(len(found), 'title')}{where}: {teams}."
    return Answer(
        f"Champion teams from {country.name}{where}",
        (lead,),
        (Block("Titles", tuple(_full_line(knowledge, one) for one in found)),),
        sources=gathered(*(one.title.sources[:1] for one in found)),
        next_questions=("record nations", f"team {found[0].title.entrant}"),
    )


def _full_line(knowledge: Knowledge, one: SeasonTitle) -> str:
    return f"{one.season.label} {class_name(knowledge, one.title.race_class)}: {title_line(knowledge, one)}"


def _scope(knowledge: Knowledge, query: Champions) -> str:
    scope = f" in {classes(knowledge, query.classes)}" if query.classes else ""
    return scope + (f" ({query.seasons.said})" if query.seasons else "")


def _several(knowledge: Knowledge, query: Champions, found: Sequence[SeasonTitle], missing: Reply | None) -> Reply:
    if len(query.classes) == 1:
        return _class_by_season(knowledge, query, found)
    by_season: dict[str, list[SeasonTitle]] = {}
    for one in found:
        by_season.setdefault(one.season.label, []).append(one)
    said = query.seasons.said if query.seasons else "all seasons"
    what = f"{classes(knowledge, query.classes)} champions" if query.classes else "Champions"
    if len(by_season) == 1:
        made = tuple(Block(class_name(knowledge, one.title.race_class), (title_line(knowledge, one),)) for one in found)
        lead = f"{count(len(found), 'class', 'classes')} crowned champions in {found[0].season.label}."
        label = found[0].season.label
    else:
        made = tuple(
            Block(season, tuple(_class_line(knowledge, one) for one in titles)) for season, titles in by_season.items()
        )
        lead = f"{said[0].upper()}{said[1:]} takes in the seasons {listed(by_season)}."
        label = said
    return Answer(
        f"{what}, {label}",
        (lead,),
        made,
        sources=gathered(*(one.title.sources[:1] for one in found)),
        next_questions=_season_next(knowledge, query, found),
    )


def _class_line(knowledge: Knowledge, one: SeasonTitle) -> str:
    return f"{class_name(knowledge, one.title.race_class)}: {title_line(knowledge, one)}"


def _season_next(knowledge: Knowledge, query: Champions, found: Sequence[SeasonTitle]) -> tuple[str, ...]:
    seasons = list(dict.fromkeys(one.season.id for one in found))
    following = [season.id for season in knowledge.held if season.id > seasons[-1]][:1]
    return (f"season {seasons[0]}", *(f"champion {season}" for season in following), "record")


def _class_by_season(knowledge: Knowledge, query: Champions, found: Sequence[SeasonTitle]) -> Answer:
    name = class_name(knowledge, query.classes[0])
    people = {d for one in found for d in one.title.drivers}
    scope = f" ({query.seasons.said})" if query.seasons else ""
    lead = (
        f"{name} crowned champions in {count(len(found), 'season')}{scope}: "
        f"{count(len(people), 'driver')}, {count(len({one.title.team for one in found}), 'team')}."
    )
    return Answer(
        f"{name} champions{scope}",
        (lead,),
        (Block("By season", tuple(f"{one.season.label}: {title_line(knowledge, one)}" for one in found)),),
        sources=gathered(*(one.title.sources[:1] for one in found)),
        next_questions=(f"class {name}", f"record drivers {name}", f"champion {name} {found[-1].season.id}"),
        race_class=query.classes[0],
    )


def class_in_seasons(knowledge: Knowledge, query: ClassInSeasons) -> Reply:
    """Answer `ClassInSeasons`: whether a class ran."""
    one = knowledge.classes[query.race_class]
    ran = [s for s in query.seasons.ids if query.race_class in knowledge.seasons[s].classes]
    all_seasons = knowledge.seasons_of_class.get(query.race_class, ())
    if ran:
        lead = f"Yes: {one.name} was a class of {labels(knowledge, ran)}."
    else:
        had = "; ".join(
            f"{knowledge.seasons[s].label} had {classes(knowledge, knowledge.seasons[s].classes)}"
            for s in query.seasons.ids
        )
        lead = f"No: {one.name} was not a class of {labels(knowledge, query.seasons.ids)}. {had}."
    where = f"{one.name} ran in {listed(s.label for s in all_seasons)}." if all_seasons else one.came
    found = [t for t in knowledge.titles_of_class.get(query.race_class, ()) if t.season.id in ran]
    return Answer(
        f"{one.name} in {labels(knowledge, query.seasons.ids)}",
        (lead, where),
        (Block("Champions", tuple(f"{t.season.label}: {title_line(knowledge, t)}" for t in found)),) if found else (),
        sources=gathered(one.sources, *(t.title.sources[:1] for t in found)),
        next_questions=(f"class {one.name}", f"season {query.seasons.ids[0]}"),
        race_class=query.race_class,
    )
