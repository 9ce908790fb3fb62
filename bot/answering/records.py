"""Records: most, first, last, smallest. All computed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.answering.answer import Answer, Block, Reply, gathered, refuse
from bot.answering.wording import (
    class_name,
    classes,
    count,
    day,
    driver,
    drivers,
    entrant,
    flag,
    listed,
    race_label,
)
from bot.knowledge import records
from bot.knowledge.base import Knowledge, RaceWin, SeasonTitle
from bot.knowledge.records import Rank
from bot.understanding.queries import Record, RecordKind

_SHOWN = 10


def record(knowledge: Knowledge, query: Record) -> Reply:
    """Answer `Record`."""
    return _KINDS[query.kind](knowledge, query)


def _titles(knowledge: Knowledge, query: Record) -> tuple[SeasonTitle, ...]:
    return tuple(
        one
        for one in knowledge.titles
        if (not query.classes or one.title.race_class in query.classes)
        and (query.seasons is None or one.season.id in query.seasons.ids)
    )


def _wins(knowledge: Knowledge, query: Record) -> tuple[RaceWin, ...]:
    return tuple(
        won
        for won in knowledge.wins
        if (not query.classes or won.win.race_class in query.classes)
        and (query.seasons is None or won.race.season.id in query.seasons.ids)
    )


def _scope(knowledge: Knowledge, query: Record) -> str:
    scope = f" in {classes(knowledge, query.classes)}" if query.classes else ""
    scope += f" ({query.seasons.said})" if query.seasons else ""
    return scope + (f", drivers from {knowledge.countries[query.nation].name}" if query.nation else "")


def _ranking(
    knowledge: Knowledge, query: Record, ranks: Sequence[Rank], name: Callable[[str], str], what: str, title: str
) -> Reply:
    scope = _scope(knowledge, query)
    if not ranks:
        return refuse("no_record", "record", what=title[0].lower() + title[1:], scope=scope)
    best = [rank for rank in ranks if rank.place == 1]
    if best[0].figure == 1 and len(best) > _SHOWN:
        lead = f"Nobody has more than one: {count(len(best), 'name')} with {count(1, what)} each{scope}."
    elif len(best) == 1:
        lead = f"Most{scope}: {name(best[0].id)}, with {count(best[0].figure, what)}."
    else:
        lead = f"Most{scope}, {count(best[0].figure, what)} each: {listed(name(rank.id) for rank in best)}."
    limit = max(_SHOWN, len(best))
    lines = [f"{rank.place}. {name(rank.id)}: {rank.figure}" for rank in ranks[:limit]]
    last = ranks[min(limit, len(ranks)) - 1]
    more = [rank for rank in ranks[limit:]]
    if more:
        lines.append(
            f"… and {len(more)} more with {last.figure if more[0].figure == last.figure else more[0].figure} or fewer"
        )
    return Answer(
        f"{title}{scope}",
        (lead,),
        (Block("Ranking", tuple(lines)),),
        notes=("Computed from the titles and results on record.",),
        sources=("series-article",) if "title" in what else _win_sources(knowledge, query),
        next_questions=("record", "record teams", "record nations"),
        race_class=query.classes[0] if len(query.classes) == 1 else None,
    )


def _win_sources(knowledge: Knowledge, query: Record) -> tuple[str, ...]:
    return gathered(*(won.win.sources[:1] for won in _wins(knowledge, query)))


def _by_driver(knowledge: Knowledge, query: Record) -> Reply:
    ranks = records.titles_by_driver(_titles(knowledge, query))
    if query.nation:
        ranks = records.ranked(
            d
            for one in _titles(knowledge, query)
            for d in one.title.drivers
            if knowledge.drivers[d].nation == query.nation
        )
    return _ranking(knowledge, query, ranks, lambda one: driver(knowledge, one), "title", "Most titles by driver")


def _by_team(knowledge: Knowledge, query: Record) -> Reply:
    ranks = records.titles_by_team(_titles(knowledge, query))
    return _ranking(knowledge, query, ranks, lambda one: _team(knowledge, one), "title", "Most titles by team")


def _team(knowledge: Knowledge, team: str) -> str:
    one = knowledge.teams[team]
    return f"{flag(knowledge.countries[one.nation])} {one.name}" if one.nation else one.name


def _nation(knowledge: Knowledge, nation: str) -> str:
    return f"{flag(knowledge.countries[nation])} {knowledge.countries[nation].name}"


def _by_nation(knowledge: Knowledge, query: Record) -> Reply:
    titles = _titles(knowledge, query)
    answer = _ranking(
        knowledge,
        query,
        records.titles_by_nation(knowledge, titles),
        lambda one: _nation(knowledge, one),
        "driver title",
        "Most titles by nation",
    )
    if not isinstance(answer, Answer):
        return answer
    teams = records.team_titles_by_nation(titles)[:_SHOWN]
    lines = tuple(f"{rank.place}. {_nation(knowledge, rank.id)}: {rank.figure}" for rank in teams)
    return Answer(
        answer.title,
        answer.lead,
        (Block("Driver titles", answer.blocks[0].lines), Block("Team titles", lines)),
        ("Each driver of a champion crew counts one driver title.",),
        answer.sources,
        answer.next_questions,
    )


def _by_class(knowledge: Knowledge, query: Record) -> Reply:
    ranks = records.titles_by_class(_titles(knowledge, query))
    return _ranking(knowledge, query, ranks, lambda one: class_name(knowledge, one), "title", "Most titles by class")


def _wins_by_driver(knowledge: Knowledge, query: Record) -> Reply:
    ranks = records.wins_by_driver(_wins(knowledge, query))
    return _ranking(
        knowledge, query, ranks, lambda one: driver(knowledge, one), "class win", "Most class wins by driver"
    )


def _wins_by_team(knowledge: Knowledge, query: Record) -> Reply:
    ranks = records.wins_by_team(_wins(knowledge, query))
    return _ranking(knowledge, query, ranks, lambda one: _team(knowledge, one), "class win", "Most class wins by team")


def _visits(knowledge: Knowledge, query: Record) -> Reply:
    races = [r for r in knowledge.races if query.seasons is None or r.season.id in query.seasons.ids]
    ranks = records.visits(races)
    return _ranking(knowledge, query, ranks, lambda one: knowledge.circuits[one].name, "race", "Most visited circuit")


def _grid(knowledge: Knowledge, query: Record) -> Reply:
    found = records.by_grid(knowledge.races)
    small, large = found[0], found[-1]
    return Answer(
        "Smallest and largest grids",
        (
            f"Smallest on record: {small.round.starters} cars, {race_label(small)}.",
            f"Largest on record: {large.round.starters} cars, {race_label(large)}.",
        ),
        (Block("Fewest starters", tuple(f"{race.round.starters}: {race_label(race)}" for race in found[:5])),),
        notes=(f"The number of starters is on record for {len(found)} of {len(knowledge.races)} races.",),
        sources=gathered(*(race.round.sources[:1] for race in (*found[:5], large))),
        next_questions=("history field sizes", f"season {small.season.id}", "record"),
    )


def _two_classes(knowledge: Knowledge, query: Record) -> Reply:
    within = query.classes
    found = records.in_two_classes(knowledge, within)
    what = f"both {classes(knowledge, within)}" if len(within) > 1 else "two classes or more"
    if not found:
        return Answer(
            f"Titles in {what}",
            (f"No driver has won titles in {what}.",),
            sources=("series-article",),
            next_questions=("record titles in two classes",),
        )
    lines = tuple(
        f"{driver(knowledge, one)}: {listed(_short(knowledge, title) for title in titles)}" for one, titles in found
    )
    return Answer(
        f"Titles in {what}",
        (
            f"{count(len(found), 'driver')} won titles in {what}: {listed(knowledge.drivers[one].name for one, _ in found)}.",
        ),
        (Block("Drivers", lines),),
        sources=("series-article",),
        next_questions=(f"driver {knowledge.drivers[found[0][0]].name}", "record drivers", "record"),
    )


def _short(knowledge: Knowledge, one: SeasonTitle) -> str:
    return f"{class_name(knowledge, one.title.race_class)} in {one.season.label}"


def _repeats(knowledge: Knowledge, query: Record) -> Reply:
    titles = _titles(knowledge, query)
    ranks = [rank for rank in records.titles_by_driver(titles) if rank.figure > 1]
    if query.nation:
        ranks = [rank for rank in ranks if knowledge.drivers[rank.id].nation == query.nation]
    scope = _scope(knowledge, query)
    if not ranks:
        return refuse("no_record", "record", what="a driver with more than one title", scope=scope)
    lines = []
    for rank in ranks:
        own = [one for one in titles if rank.id in one.title.drivers]
        lines.append(f"{driver(knowledge, rank.id)}: {rank.figure} ({listed(_short(knowledge, one) for one in own)})")
    return Answer(
        f"Drivers with more than one title{scope}",
        (f"{count(len(ranks), 'driver')} have won more than one title{scope}.",),
        (Block("Drivers", tuple(lines)),),
        sources=("series-article",),
        next_questions=("record titles in two classes", "record teams", "record"),
    )


def _team_repeats(knowledge: Knowledge, query: Record) -> Reply:
    titles = _titles(knowledge, query)
    ranks = [rank for rank in records.titles_by_team(titles) if rank.figure > 1]
    scope = _scope(knowledge, query)
    if not ranks:
        return refuse("no_record", "record", what="a team with more than one title", scope=scope)
    lines = []
    for rank in ranks:
        own = [one for one in titles if one.title.team == rank.id]
        lines.append(f"{_team(knowledge, rank.id)}: {rank.figure} ({listed(_short(knowledge, one) for one in own)})")
    return Answer(
        f"Teams with more than one title{scope}",
        (f"{count(len(ranks), 'team')} have won more than one title{scope}.",),
        (Block("Teams", tuple(lines)),),
        sources=("series-article",),
        next_questions=("record teams", "record drivers", "record"),
    )


def _seasons_by(knowledge: Knowledge, query: Record) -> Reply:
    races = query.kind is RecordKind.LONG_SEASONS
    what = "round" if races else "class"
    many = "rounds" if races else "classes"
    figures = [(len(season.rounds if races else season.classes), season) for season in knowledge.held]
    top, low = max(figure for figure, _ in figures), min(figure for figure, _ in figures)
    most = listed(season.label for figure, season in figures if figure == top)
    fewest = listed(season.label for figure, season in figures if figure == low)
    return Answer(
        f"{many.capitalize()} by season",
        (f"Most: {count(top, what, many)}, in {most}.", f"Fewest: {count(low, what, many)}, in {fewest}."),
        (Block("By season", tuple(f"{season.label}: {figure}" for figure, season in figures)),),
        sources=gathered(*(season.sources[:1] for _, season in figures)),
        next_questions=(f"season {figures[-1][1].id}", "calendar", "record"),
    )


def _firsts(knowledge: Knowledge, query: Record) -> Reply:
    race, season = knowledge.races[0], knowledge.held[0]
    return Answer(
        "Firsts",
        (f"The first race was {race_label(race)}, at {knowledge.circuits[race.round.circuit].name}.",),
        (
            Block(
                "First champions",
                tuple(_title_line(knowledge, one) for one in knowledge.titles if one.season is season),
            ),
            Block(
                "First champions of each class",
                tuple(_title_line(knowledge, t[0]) for t in knowledge.titles_of_class.values()),
            ),
            Block("First race at each circuit", tuple(race_label(r[0]) for r in knowledge.races_at.values())),
        ),
        sources=gathered(race.round.sources, ("series-article",)),
        next_questions=("record last", f"season {season.id}", "record"),
    )


def _lasts(knowledge: Knowledge, query: Record) -> Reply:
    race, season = knowledge.races[-1], knowledge.current
    won = next((win for win in race.round.winners if win.overall), None)
    by = f" {drivers(knowledge, won.drivers)} won it for {won.entrant}." if won else ""
    return Answer(
        "Most recent",
        (
            f"The most recent race on record was {race_label(race)}, at {knowledge.circuits[race.round.circuit].name}.{by}",
        ),
        (
            Block(
                "Reigning champions",
                tuple(_title_line(knowledge, one) for one in knowledge.titles if one.season is season),
            ),
            Block("Last race at each circuit", tuple(race_label(r[-1]) for r in knowledge.races_at.values())),
        ),
        sources=gathered(race.round.sources, ("series-article",)),
        next_questions=("record first", f"season {season.id}", "champion"),
    )


def _title_line(knowledge: Knowledge, one: SeasonTitle) -> str:
    name = class_name(knowledge, one.title.race_class)
    return f"{one.season.label} {name}: {drivers(knowledge, one.title.drivers)} – {entrant(knowledge, one)}"


def _all(knowledge: Knowledge, query: Record) -> Reply:
    def top(ranks: Sequence[Rank], name: Callable[[str], str]) -> str:
        best = [rank for rank in ranks if rank.place == 1]
        return f"{listed(name(rank.id) for rank in best)} ({best[0].figure})"

    titles = knowledge.titles
    small = records.by_grid(knowledge.races)[0]
    first, last = knowledge.races[0], knowledge.races[-1]
    lines = (
        f"Most titles, driver: {top(records.titles_by_driver(titles), lambda one: driver(knowledge, one))}",
        f"Most titles, team: {top(records.titles_by_team(titles), lambda one: _team(knowledge, one))}",
        f"Most driver titles, nation: {top(records.titles_by_nation(knowledge, titles), lambda one: _nation(knowledge, one))}",
        f"Most titles, class: {top(records.titles_by_class(titles), lambda one: class_name(knowledge, one))}",
        f"Most class wins, driver: {top(records.wins_by_driver(knowledge.wins), lambda one: driver(knowledge, one))}",
        f"Most class wins, team: {top(records.wins_by_team(knowledge.wins), lambda one: _team(knowledge, one))}",
        f"Most visited circuit: {top(records.visits(knowledge.races), lambda one: knowledge.circuits[one].name)}",
        f"Smallest grid on record: {small.round.starters} cars, {race_label(small)}",
        f"Drivers with titles in two classes: {len(records.in_two_classes(knowledge))}",
        f"First race: {day(first.round.date)}, {first.round.name}",
        f"Most recent race: {day(last.round.date)}, {last.round.name}",
    )
    totals = (
        f"{len(knowledge.held)} seasons, {len(knowledge.races)} races at {len(knowledge.races_at)} circuits, "
        f"{len(titles)} class titles won by {len(knowledge.titles_of_driver)} drivers and {len(knowledge.titles_of_team)} teams."
    )
    return Answer(
        "Records",
        (totals,),
        (Block("Records", lines),),
        notes=("Computed from the titles and results on record.",),
        sources=("series-article",),
        next_questions=("record drivers", "record teams", "record titles in two classes"),
    )


_KINDS: dict[RecordKind, Callable[[Knowledge, Record], Reply]] = {
    RecordKind.ALL: _all,
    RecordKind.TITLES_BY_DRIVER: _by_driver,
    RecordKind.TITLES_BY_TEAM: _by_team,
    RecordKind.TITLES_BY_NATION: _by_nation,
    RecordKind.TITLES_BY_CLASS: _by_class,
    RecordKind.WINS_BY_DRIVER: _wins_by_driver,
    RecordKind.WINS_BY_TEAM: _wins_by_team,
    RecordKind.VISITS: _visits,
    RecordKind.GRID: _grid,
    RecordKind.TWO_CLASSES: _two_classes,
    RecordKind.REPEATS: _repeats,
    RecordKind.TEAM_REPEATS: _team_repeats,
    RecordKind.TOTALS: _all,
    RecordKind.LONG_SEASONS: _seasons_by,
    RecordKind.MANY_CLASSES: _seasons_by,
    RecordKind.FIRSTS: _firsts,
    RecordKind.LASTS: _lasts,
}
