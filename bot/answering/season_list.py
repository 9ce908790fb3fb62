"""The seasons of the series, or those of a class."""

from __future__ import annotations

from bot.answering.about import about_season
from bot.answering.answer import Answer, Block, Reply, gathered, refuse
from bot.answering.naming import classes, runs
from bot.answering.pictures.timeline import classes_picture
from bot.answering.wording import count, listed
from bot.knowledge.base import Knowledge, span_of
from bot.knowledge.model import Season
from bot.understanding.queries import Focus, SeasonList

_ENDS = {Focus.FIRST: 0, Focus.LAST: -1}


def season_list(knowledge: Knowledge, query: SeasonList) -> Reply:
    """Answer `SeasonList`: the seasons of the series or of a class."""
    held = [season for season in knowledge.held if not query.classes or set(query.classes) & set(season.classes)]
    named = classes(knowledge, query.classes)
    if not held:
        one = knowledge.classes[query.classes[0]]
        return refuse("no_season_of_class", f"class {one.name}", "classes", name=one.name, came=one.came)
    lead = f"{named} has run" if named else "The series has been run"
    return Answer(
        f"Seasons with {named}" if named else "Seasons",
        (*_end(query.focus, held, named), f"{lead} in {count(len(held), 'season')}: {runs(knowledge, held)}."),
        (Block("Seasons", tuple([_line(knowledge, season) for season in held])),),
        sources=gathered(*[season.sources[:1] for season in held]),
        next_questions=(f"season {held[-1].id}", f"season {held[0].id}", f"class {named}" if named else "classes"),
        race_class=query.classes[0] if query.classes else None,
        picture=classes_picture(knowledge, query.classes[0] if query.classes else None),
        about=about_season(held[_ENDS[query.focus]]) if query.focus in _ENDS else (),
    )


def _end(focus: Focus, held: list[Season], named: str) -> tuple[str, ...]:
    of_class = f" with {named}" if named else ""
    if focus is Focus.FIRST:
        return (f"The first season{of_class} was {held[0].label}.",)
    if focus is Focus.GAPS:
        return (_gaps(held),)
    return (f"The most recent season{of_class} is {held[-1].label}.",) if focus is Focus.LAST else ()


def _gaps(held: list[Season]) -> str:
    """Say in which years, from the first season to the last, there was none."""
    covered = {year for season in held for year in range(span_of(season)[0], span_of(season)[1] + 1)}
    missing = [str(year) for year in range(min(covered), max(covered) + 1) if year not in covered]
    if not missing:
        return "Every year since the first season had one."
    return f"No season is on record for {listed(missing)}."


def _line(knowledge: Knowledge, season: Season) -> str:
    return f"{season.label}: {count(len(season.rounds), 'round')}; {classes(knowledge, season.classes)}"
