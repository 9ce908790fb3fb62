"""Firsts and lasts, smallest and largest: races, grids, seasons."""

from __future__ import annotations

from collections.abc import Callable

from bot.answering.about import about_race, about_season
from bot.answering.answer import Answer, Block, Reply, gathered, refuse
from bot.answering.lines import class_line, full_line
from bot.answering.naming import drivers, race_label
from bot.answering.wording import count, listed
from bot.knowledge import records
from bot.knowledge.base import Knowledge
from bot.knowledge.model import Season
from bot.understanding.queries import Focus, Record

_FEWEST = 5


def firsts(knowledge: Knowledge, query: Record) -> Reply:
    """Tell the first race, and the first champions and races of every class and circuit."""
    race, season = knowledge.races[0], knowledge.held[0]
    classes = [titles[0] for titles in knowledge.titles_of_class.values()]
    visits = [races[0] for races in knowledge.races_at.values()]
    return Answer(
        "Firsts",
        (f"The first race was the {race_label(race)}, at {knowledge.circuits[race.round.circuit].name}.",),
        (
            Block("First champions of each class", tuple([full_line(knowledge, one) for one in classes])),
            Block(
                "First race at each circuit",
                tuple([_at(knowledge, one.round.circuit, race_label(one)) for one in visits]),
            ),
        ),
        sources=gathered(race.round.sources, knowledge.series.sources[:1], *[one.round.sources[:1] for one in visits]),
        next_questions=("record last", f"season {season.id}", "record"),
        about=about_race(race),
    )


def lasts(knowledge: Knowledge, query: Record) -> Reply:
    """Tell the most recent race, the reigning champions, and the last race at every circuit."""
    race, season = knowledge.races[-1], knowledge.current
    won = race.round.overall
    by = (f"{drivers(knowledge, won.drivers)} won it overall for {won.entrant}.",) if won and won.drivers else ()
    visits = [races[-1] for races in knowledge.races_at.values()]
    reigning = [class_line(knowledge, one) for one in knowledge.titles_of_season.get(season.id, ())]
    return Answer(
        "Most recent",
        (f"The most recent race was the {race_label(race)}, at {knowledge.circuits[race.round.circuit].name}.", *by),
        (
            Block(f"Reigning champions, {season.label}", tuple(reigning)),
            Block(
                "Last race at each circuit",
                tuple([_at(knowledge, one.round.circuit, race_label(one)) for one in visits]),
            ),
        ),
        sources=gathered(race.round.sources, knowledge.series.sources[:1], *[one.round.sources[:1] for one in visits]),
        next_questions=("record first", f"season {season.id}", "champion"),
        about=about_race(race),
    )


def _at(knowledge: Knowledge, circuit: str, told: str) -> str:
    return f"{knowledge.circuits[circuit].name}: {told}"


def grids(knowledge: Knowledge, query: Record) -> Reply:
    """Tell the smallest and the largest field that started a race."""
    found = records.by_grid(knowledge.races)
    if not found:
        return refuse("no_record", "record", what="starting grids", scope="")
    small, large = found[0], found[-1]
    fullest = listed([race_label(race) for race in found if race.round.starters == large.round.starters])
    fewest = found[:_FEWEST]
    ends = (
        f"The smallest grid on record was that of the {race_label(small)}: {small.round.starters} cars.",
        f"The largest grid on record was that of the {fullest}: {large.round.starters} cars.",
    )
    asked = [large] if query.focus is Focus.LONGEST else [small]
    ended = [race for race in found if race.round.starters == asked[0].round.starters]
    return Answer(
        "Smallest and largest grids",
        ends[::-1] if query.focus is Focus.LONGEST else ends,
        (Block("Fewest starters", tuple([f"{race_label(race)}: {race.round.starters}" for race in fewest])),),
        notes=(f"The number of starters is on record for {len(found)} of {len(knowledge.races)} races.",),
        sources=gathered(*[race.round.sources[:1] for race in (*fewest, large)]),
        next_questions=("history field sizes", f"season {small.season.id}", "record"),
        about=about_race(ended[0]) if len(ended) == 1 else (),
    )


def long_races(knowledge: Knowledge, query: Record) -> Reply:
    """Tell which races were set for the most and the fewest hours; the 500 km races of 2009 had none."""
    timed = [race for race in knowledge.races if race.round.hours]
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
        notes=("The two races of 2009 were run over 500 km.",),
        sources=gathered(*[race.round.sources[:1] for race in timed if race.round.hours in (hours[0], hours[-1])]),
        next_questions=("series race length", "record", "calendar"),
        about=about_race(ended[0]) if len(ended) == 1 else (),
    )


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
