"""Who won titles: the reigning champions, those of a class, of a season, of both, of a nation."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.about import about_season
from bot.answering.answer import Answer, Block, Refusal, Reply, gathered, refuse
from bot.answering.champions_by_origin import champions_by_origin
from bot.answering.lines import class_line, season_line, title_line
from bot.answering.naming import class_name, classes, labels
from bot.answering.scope import Scope, is_counted, not_run_yet, year_read
from bot.answering.title import title_page
from bot.answering.wording import count, listed
from bot.knowledge.base import Knowledge, SeasonTitle
from bot.knowledge.model import Season
from bot.understanding.queries import Champions, Focus

_ENDS = {Focus.FIRST: 0, Focus.LAST: -1}


def champions(knowledge: Knowledge, query: Champions) -> Reply:
    """Answer `Champions`: by class, season and nation."""
    scope = Scope.of(query)
    if not scope.is_narrow and not _is_of_origin(query) and query.focus is not Focus.LIST:
        return _reigning(knowledge)
    found = scope.titles_of(knowledge)
    if not found:
        return _none(knowledge, scope)
    if _is_of_origin(query):
        return champions_by_origin(knowledge, query, found)
    if query.focus in _ENDS and query.seasons is None and len(query.classes) == 1:
        found = (found[_ENDS[query.focus]],)
    if len(found) == 1:
        return title_page(knowledge, found[0], query)
    return _by_season(knowledge, query, found) if len(query.classes) == 1 else _by_class(knowledge, query, found)


def _is_of_origin(query: Champions) -> bool:
    return query.nation is not None or query.region is not None


def _reigning(knowledge: Knowledge) -> Answer:
    season = knowledge.current
    titles = knowledge.titles_of_season.get(season.id, ())
    earlier = [f"champion {one.id}" for one in knowledge.held if one.id < season.id][-1:]
    return Answer(
        f"Reigning champions ({season.label})",
        (f"The reigning champions are those of {season.label}, in {count(len(titles), 'class', 'classes')}.",),
        _class_blocks(knowledge, titles, team_first=False),
        sources=gathered(*[one.title.sources for one in titles]),
        next_questions=(f"season {season.id}", *earlier, "record"),
        about=about_season(season),
    )


def _class_blocks(knowledge: Knowledge, titles: Sequence[SeasonTitle], *, team_first: bool) -> tuple[Block, ...]:
    return tuple(
        [
            Block(class_name(knowledge, one.title.race_class), (title_line(knowledge, one, team_first=team_first),))
            for one in titles
        ]
    )


def _none(knowledge: Knowledge, scope: Scope) -> Refusal:
    """Return the reason why nobody won a title within `scope`."""
    if not scope.classes:
        return not_run_yet(knowledge, scope.seasons)
    never = [one for one in scope.classes if one not in knowledge.titles_of_class]
    if never:
        one = knowledge.classes[never[0]]
        return refuse("no_champion", f"class {one.name}", "classes", name=one.name, came=one.came)
    if scope.seasons and not any(knowledge.seasons[season].rounds for season in scope.seasons.ids):
        return not_run_yet(knowledge, scope.seasons)
    return _not_that_season(knowledge, scope)


def _not_that_season(knowledge: Knowledge, scope: Scope) -> Refusal:
    asked = scope.seasons.ids if scope.seasons else ()
    had = [
        f"{season.label} {'had' if season.rounds else 'is announced with'} {classes(knowledge, _crowned(season))}"
        for season in map(knowledge.seasons.get, asked)
        if season
    ]
    crowned = dict.fromkeys(t.season.label for one in scope.classes for t in knowledge.titles_of_class[one])
    name = listed([class_name(knowledge, one) for one in scope.classes], "or")
    return refuse(
        "class_not_in_season",
        *(f"champion {season}" for season in asked[:2] if knowledge.seasons[season].champions),
        f"champion {class_name(knowledge, scope.classes[0])}",
        name=name,
        seasons=labels(knowledge, asked),
        had="; ".join(had),
        crowned=listed(crowned),
    )


def _crowned(season: Season) -> tuple[str, ...]:
    return tuple(title.race_class for title in season.champions) or season.classes


def _by_class(knowledge: Knowledge, query: Champions, found: Sequence[SeasonTitle]) -> Answer:
    """Return all champions of one season, or of several one after the other."""
    team_first = query.focus is Focus.TEAM
    chosen = {one.season.id: one.season for one in found}
    if len(chosen) == 1:
        (season,) = chosen.values()
        lead = f"{count(len(found), 'class', 'classes')} crowned champions in {season.label}."
        made, said = _class_blocks(knowledge, found, team_first=team_first), season.label
    else:
        said = query.seasons.said if query.seasons else "all seasons"
        titles, seasons = count(len(found), "title"), count(len(chosen), "season")
        teams = count(len({one.title.team for one in found}), "team")
        lead = f"{titles} in {seasons}, won by {count(_people(found), 'driver')} and {teams}."
        made = tuple(
            Block(
                season.label,
                tuple(class_line(knowledge, one, team_first=team_first) for one in found if one.season is season),
            )
            for season in chosen.values()
        )
    what = f"{classes(knowledge, query.classes)} champions" if query.classes else "Champions"
    return Answer(
        f"{what}, {said}",
        (*year_read(knowledge, query.seasons), lead),
        made,
        sources=gathered(*[one.title.sources[:1] for one in found]),
        next_questions=_after(knowledge, list(chosen)),
    )


def _people(found: Sequence[SeasonTitle]) -> int:
    return len({driver for one in found for driver in one.title.drivers})


def _after(knowledge: Knowledge, seasons: Sequence[str]) -> tuple[str, ...]:
    following = knowledge.season_after(seasons[-1])
    step = f"champion {following.id}" if following else "record"
    return step, f"season {seasons[0]}", f"calendar {seasons[-1]}"


def _by_season(knowledge: Knowledge, query: Champions, found: Sequence[SeasonTitle]) -> Answer:
    """Return the champions of one class, season by season."""
    name = class_name(knowledge, query.classes[0])
    fell = year_read(knowledge, query.seasons)
    time = "" if fell else Scope(seasons=query.seasons).said(knowledge)
    if query.seasons and is_counted(query.seasons):
        crowned, time = str(len(found)), f" of {query.seasons.said}"
    else:
        crowned = count(len(found), "season")
    people, teams = count(_people(found), "driver"), count(len({one.title.team for one in found}), "team")
    lead = f"{name} champions were crowned in {crowned}{time}: {people} and {teams} in all."
    team_first = query.focus is Focus.TEAM
    return Answer(
        f"{name} champions{f', {query.seasons.said}' if query.seasons else ''}",
        (*fell, lead),
        (Block("By season", tuple([season_line(knowledge, one, team_first=team_first) for one in found])),),
        sources=gathered(*[one.title.sources[:1] for one in found]),
        next_questions=(f"class {name}", f"record drivers {name}", f"champion {name} {found[-1].season.id}"),
        race_class=query.classes[0],
    )
