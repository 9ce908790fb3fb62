"""Firsts and lasts, smallest and largest: races, grids, seasons."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.answering.about import about_race, about_season
from bot.answering.answer import Answer, Block, Refusal, Reply, blocks, gathered, refuse
from bot.answering.lines import class_line, crew_said, full_line
from bot.answering.naming import class_name, race_label
from bot.answering.scope import Scope
from bot.answering.wording import capital, count, listed
from bot.knowledge import records
from bot.knowledge.base import Knowledge, Race, SeasonTitle
from bot.knowledge.model import Season
from bot.understanding.queries import Focus, Record

_FEWEST = 5


def firsts(knowledge: Knowledge, query: Record) -> Reply:
    """Tell the first race, and the first champions and races of every class and circuit, within the scope."""
    scope = Scope.of(query)
    races = scope.races(knowledge.races)
    if not races:
        return _none(knowledge, scope, "races")
    race = races[0]
    crowned: dict[str, SeasonTitle] = {}
    for title in scope.titles_of(knowledge):
        crowned.setdefault(title.title.race_class, title)
    visits: dict[str, Race] = {}
    for visit in races:
        visits.setdefault(visit.round.circuit, visit)
    return Answer(
        capital(f"firsts{scope.said(knowledge)}"),
        (f"The first race{scope.said(knowledge)} was the {race_label(race)}, {_place(knowledge, race)}.",),
        blocks(
            (
                "First champions" if len(crowned) == 1 else "First champions of each class",
                [full_line(knowledge, one) for one in crowned.values()],
            ),
            ("First race at each circuit", [_at(knowledge, one, race_label(first)) for one, first in visits.items()]),
        ),
        sources=gathered(
            race.round.sources, knowledge.series.sources[:1], *[one.round.sources[:1] for one in visits.values()]
        ),
        next_questions=("record last", f"season {race.season.id}", "record"),
        about=about_race(race),
    )


def lasts(knowledge: Knowledge, query: Record) -> Reply:
    """Tell the most recent race, the latest champions, and the last race at every circuit, within the scope."""
    scope = Scope.of(query)
    races = scope.races(knowledge.races)
    if not races:
        return _none(knowledge, scope, "races")
    race = races[-1]
    visits = {one.round.circuit: one for one in races}
    crowned = scope.titles_of(knowledge)
    latest = [one for one in crowned if one.season is crowned[-1].season]
    which = "last" if scope.seasons else "most recent"
    return Answer(
        capital(f"{which}{scope.said(knowledge)}"),
        (
            f"The {which} race{scope.said(knowledge)} was the {race_label(race)}, {_place(knowledge, race)}.",
            *_winners(knowledge, query, race),
        ),
        blocks(
            (_champions_of(knowledge, latest), [class_line(knowledge, one) for one in latest]),
            ("Last race at each circuit", [_at(knowledge, one, race_label(last)) for one, last in visits.items()]),
        ),
        sources=gathered(
            race.round.sources, knowledge.series.sources[:1], *[one.round.sources[:1] for one in visits.values()]
        ),
        next_questions=("record first", f"season {race.season.id}", "champion"),
        about=about_race(race),
    )


def _none(knowledge: Knowledge, scope: Scope, what: str) -> Refusal:
    return refuse("no_record", "record", "calendar", what=what, scope=scope.said(knowledge))


def _winners(knowledge: Knowledge, query: Record, race: Race) -> tuple[str, ...]:
    """Say who won the race: overall, or each of the classes that were asked for."""
    won = [win for win in race.round.winners if (win.race_class in query.classes if query.classes else win.overall)]
    return tuple(
        [
            f"{crew_said(knowledge, win)} won "
            f"{f'{class_name(knowledge, win.race_class)} there' if query.classes else 'it overall'} for {win.entrant}."
            for win in won
            if win.drivers
        ]
    )


def _champions_of(knowledge: Knowledge, titles: Sequence[SeasonTitle]) -> str:
    season = titles[0].season if titles else knowledge.current
    return f"{'Reigning champions' if season is knowledge.current else 'Champions'}, {season.label}"


def _place(knowledge: Knowledge, race: Race) -> str:
    return f"at {knowledge.circuits[race.round.circuit].name}"


def _at(knowledge: Knowledge, circuit: str, told: str) -> str:
    return f"{knowledge.circuits[circuit].name}: {told}"


def grids(knowledge: Knowledge, query: Record) -> Reply:
    """Tell the smallest and the largest field that started a race; of all classes, as fields are recorded whole."""
    scope = Scope((), query.seasons)
    said = scope.said(knowledge)
    if query.classes:
        return refuse("no_grid_of_class", "record grid", name=listed([class_name(knowledge, c) for c in query.classes]))
    races = scope.races(knowledge.races)
    found = records.by_grid(races)
    if not found:
        return _none(knowledge, scope, "numbers of starters")
    small, large = found[0], found[-1]
    fullest = listed([race_label(race) for race in found if race.round.starters == large.round.starters])
    fewest = found[:_FEWEST]
    ends = (
        f"The smallest grid on record{said} was that of the {race_label(small)}: {small.round.starters} cars.",
        f"The largest grid on record{said} was that of the {fullest}: {large.round.starters} cars.",
    )
    asked = [large] if query.focus is Focus.LONGEST else [small]
    ended = [race for race in found if race.round.starters == asked[0].round.starters]
    return Answer(
        f"Smallest and largest grids{said}",
        ends[::-1] if query.focus is Focus.LONGEST else ends,
        (Block("Fewest starters", tuple([f"{race_label(race)}: {race.round.starters}" for race in fewest])),),
        notes=(f"The number of starters is on record for {len(found)} of {count(len(races), 'race')}.",),
        sources=gathered(*[race.round.sources[:1] for race in (*fewest, large)]),
        next_questions=("history field sizes", f"season {small.season.id}", "record"),
        about=about_race(ended[0]) if len(ended) == 1 else (),
    )


def long_races(knowledge: Knowledge, query: Record) -> Reply:
    """Tell which races were set for the most and the fewest hours, and which over a distance."""
    timed = [race for race in knowledge.races if race.round.hours]
    measured = [race for race in knowledge.races if race.round.distance_km and not race.round.hours]
    hours = sorted({race.round.hours or 0 for race in timed})
    if not hours:
        return refuse("no_record", "record", "calendar", what="hours of the races", scope="")

    def of(length: float) -> str:
        return listed([race_label(race) for race in timed if race.round.hours == length])

    end = hours[0] if query.focus is Focus.SHORTEST else hours[-1]
    ended = [race for race in timed if race.round.hours == end]
    ends = f"Longest: {hours[-1]:g} hours, the {of(hours[-1])}.", f"Shortest: {hours[0]:g} hours, the {of(hours[0])}."
    counted = [(length, sum(race.round.hours == length for race in timed)) for length in reversed(hours)]
    return Answer(
        "Race lengths",
        ends[::-1] if query.focus is Focus.SHORTEST else ends,
        (Block("By length", tuple([f"{length:g} hours: {count(races, 'race')}" for length, races in counted])),),
        notes=_by_distance(measured),
        sources=gathered(
            *[race.round.sources[:1] for race in timed if race.round.hours in (hours[0], hours[-1])],
            *[race.round.sources for race in measured],
        ),
        next_questions=("series race length", "record", "calendar"),
        about=about_race(ended[0]) if len(ended) == 1 else (),
    )


def _by_distance(measured: Sequence[Race]) -> tuple[str, ...]:
    """Say which races were run over which distance and not by the clock."""
    distances = dict.fromkeys(race.round.distance_km for race in measured)
    races = {
        distance: listed([race_label(one) for one in measured if one.round.distance_km == distance])
        for distance in distances
    }
    return tuple([f"Run over {distance:g} km: {told}." for distance, told in races.items()])


def long_seasons(knowledge: Knowledge, query: Record) -> Reply:
    """Tell which seasons had the most and the fewest rounds."""
    return _seasons_by(knowledge, query, lambda season: len(season.rounds), "round", "rounds")


def many_classes(knowledge: Knowledge, query: Record) -> Reply:
    """Tell which seasons had the most and the fewest classes."""
    return _seasons_by(knowledge, query, lambda season: len(season.classes), "class", "classes")


def _seasons_by(knowledge: Knowledge, query: Record, figure: Callable[[Season], int], one: str, many: str) -> Answer:
    held = knowledge.held
    top, low = max(map(figure, held)), min(map(figure, held))
    most = listed([season.label for season in held if figure(season) == top])
    fewest = listed([season.label for season in held if figure(season) == low])
    ended = [season for season in held if figure(season) == (low if query.focus is Focus.SHORTEST else top)]
    ends = f"Most {many}: {top}, in {most}.", f"Fewest {many}: {low}, in {fewest}."
    return Answer(
        f"{many.capitalize()} by season",
        ends[::-1] if query.focus is Focus.SHORTEST else ends,
        (Block("By season", tuple([f"{season.label}: {figure(season)}" for season in held])),),
        sources=gathered(*[season.sources[:1] for season in held]),
        next_questions=(f"season {held[-1].id}", "calendar", "record"),
        about=about_season(ended[0]) if len(ended) == 1 else (),
    )
