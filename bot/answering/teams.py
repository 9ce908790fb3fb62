"""One team: what it won, with whom, and under which names."""

from __future__ import annotations

from collections.abc import Callable

from bot.answering import readings
from bot.answering.answer import Answer, Reply, blocks, gathered, refuse
from bot.answering.honours import Honours, holds, is_told_whole, nth_told, summary, told, wins_heading
from bot.answering.lines import title_of_team, titles_said, win_of_team
from bot.answering.naming import class_name, drivers, entrant, labels, nation, team
from bot.answering.scope import Scope, not_run_yet, year_read
from bot.answering.wording import count, listed, within
from bot.knowledge.base import Knowledge, SeasonTitle
from bot.knowledge.model import Team, TeamName
from bot.understanding.queries import Focus, TeamProfile


def team_profile(knowledge: Knowledge, query: TeamProfile) -> Reply:
    """Answer `TeamProfile`: titles, drivers, names, class wins."""
    one = knowledge.teams[query.team]
    if query.seasons and not any(knowledge.seasons[season].rounds for season in query.seasons.ids):
        return not_run_yet(knowledge, query.seasons)
    if query.focus is Focus.FOUNDED and one.founded is None:
        return refuse("no_founding", f"team {one.name}", "record teams", name=one.name)
    honours = _honours(knowledge, one, Scope.of(query))
    shown = honours.titles or honours.all_titles
    whole = is_told_whole(honours, query.focus)
    return Answer(
        one.name,
        _lead(honours, one, query),
        blocks(
            ("Titles", [] if whole else [title_of_team(knowledge, title) for title in shown]),
            ("Names", [] if query.focus is Focus.NAMES else _names(knowledge, one)),
            ("Belongs with", _related(knowledge, one)),
            (wins_heading(honours.wins), [win_of_team(knowledge, won) for won in honours.wins]),
        ),
        notes=(*_notes(one, query.focus), *readings.of_entry(knowledge, one)),
        sources=gathered(
            *[title.title.sources[:1] for title in shown],
            one.sources,
            *[used.sources[:1] for used in one.names],
            *[won.win.sources[:1] for won in honours.wins],
            *[note.sources for note in one.notes],
            one.founded.sources if one.founded else (),
            readings.sources_of(one.readings),
        ),
        next_questions=_next(honours),
        race_class=shown[-1].title.race_class if shown else None,
        holds=holds(honours, query.focus, query.bound),
    )


def _notes(one: Team, focus: Focus) -> list[str]:
    founded = [one.founded.text] if one.founded and focus is not Focus.FOUNDED else []
    return founded + [note.text for note in one.notes]


def _honours(knowledge: Knowledge, one: Team, scope: Scope) -> Honours:
    titles = knowledge.titles_of_team.get(one.id, ())
    wins = scope.wins(knowledge.wins_of_team.get(one.id, ()))
    return Honours(knowledge, one.name, team(knowledge, one.id), scope, titles, scope.titles(titles), wins)


def _lead(honours: Honours, one: Team, query: TeamProfile) -> tuple[str, ...]:
    def how(title: SeasonTitle) -> str:
        return _how(honours, title)

    own = _TELLINGS.get(query.focus)
    focused = own(honours, one) if own else told(honours, query.focus, how)
    if query.nth:
        focused = nth_told(honours, query.nth, how)
    beside = _beside(honours, one)
    year = year_read(honours.knowledge, query.seasons)
    if beside:
        return tuple([line for line in (beside, focused, *year) if line])
    lines = (focused, summary(honours, query.focus, how), _ran(honours, one), *year)
    return tuple([line for line in lines if line])


def _ran(honours: Honours, one: Team) -> str:
    """Tell the titles of the entries that the team ran for others, and what they add up to."""
    knowledge = honours.knowledge
    run = {
        other: honours.scope.titles(knowledge.titles_of_team.get(other, ()))
        for other in knowledge.teams_run_by.get(one.id, ())
    }
    told = [f"{knowledge.teams[other].name} ({titles_said(knowledge, won)})" for other, won in run.items() if won]
    if not told:
        return ""
    total = len(honours.titles) + sum(map(len, run.values()))
    return f"It also ran the cars of {listed(told)}: {count(total, 'title')} in all{honours.scope_said}."


def _beside(honours: Honours, one: Team) -> str:
    """Return what a team that belongs with `one` won in the asked time, where `one` itself won nothing."""
    if honours.titles or honours.wins or not honours.scope.is_narrow:
        return ""
    for other in _belonging(honours.knowledge, one):
        titles = honours.scope.titles(honours.knowledge.titles_of_team.get(other, ()))
        if titles:
            name = class_name(honours.knowledge, titles[0].title.race_class)
            who = drivers(honours.knowledge, titles[0].title.drivers)
            return (
                f"{team(honours.knowledge, other)}, which belongs with {one.name}, won the {name} title of "
                f"{titles[0].season.label} with {who}; {one.name} itself won none{honours.scope_said}."
            )
    return ""


def _belonging(knowledge: Knowledge, one: Team) -> tuple[str, ...]:
    run_by = (one.run_by,) if one.run_by else ()
    return tuple(dict.fromkeys((*run_by, *one.related, *knowledge.teams_run_by.get(one.id, ()))))


def _how(honours: Honours, title: SeasonTitle) -> str:
    name = "" if title.title.entrant == honours.name else f"as {entrant(honours.knowledge, title)}, "
    return f"{name}with {drivers(honours.knowledge, title.title.drivers)}"


def _people(honours: Honours, one: Team) -> str:
    knowledge = honours.knowledge
    champions = dict.fromkeys(d for title in honours.titles for d in title.title.drivers)
    winners = dict.fromkeys(d for won in honours.wins for d in won.win.drivers if d not in champions)
    several = len(honours.titles) > 1
    said = [f"Champions with {one.name}: {drivers(knowledge, champions)}."] if several else []
    said += [f"Race winners{' too' if champions else ''}: {drivers(knowledge, winners)}."] if winners else []
    return (
        " ".join(said) if champions or winners else f"No winning driver of {one.name}{honours.scope_said} is on record."
    )


def _raced_as(honours: Honours, one: Team) -> str:
    names = _names(honours.knowledge, one)
    return f"Names of {one.name}: {'; '.join(names)}." if names else f"No other name of {one.name} is on record."


def _nation(honours: Honours, one: Team) -> str:
    raced: dict[str, list[str]] = {}
    for title in honours.all_titles:
        raced.setdefault(title.title.nation, []).append(title.season.label)
    if not raced and one.nation is None:
        return f"The nation of {one.name} is not recorded."
    if len(raced) <= 1:
        return f"{one.name} races for {nation(honours.knowledge, *(raced or [str(one.nation)]))}."
    said = [f"{nation(honours.knowledge, flown)} in {listed(seasons)}" for flown, seasons in raced.items()]
    return f"{one.name} raced for {listed(said)}."


def _founded(honours: Honours, one: Team) -> str:
    return f"{one.name}: {one.founded.text}" if one.founded else ""


def _run_by(honours: Honours, one: Team) -> str:
    teams = honours.knowledge.teams
    if one.run_by:
        return f"{team(honours.knowledge, one.run_by)} ran the cars of {one.name}."
    if one.related:
        return f"{one.name} belongs with {listed([teams[other].name for other in one.related])}."
    # A note may tell who was behind it.
    return "" if one.notes else f"No other team behind {one.name} is on record."


_TELLINGS: dict[Focus, Callable[[Honours, Team], str]] = {
    Focus.FOUNDED: _founded,
    Focus.RUN_BY: _run_by,
    Focus.WHO: _people,
    Focus.NAMES: _raced_as,
    Focus.NATION: _nation,
}


def _names(knowledge: Knowledge, one: Team) -> list[str]:
    return [_name(knowledge, used) for used in one.names] + [native.text for native in one.native]


def _name(knowledge: Knowledge, used: TeamName) -> str:
    when = [labels(knowledge, used.seasons)] if used.seasons else []
    remarks = when + ([within(used.note)] if used.note else [])
    return f"{used.name} ({'; '.join(remarks)})" if remarks else used.name


def _related(knowledge: Knowledge, one: Team) -> list[str]:
    lines = (
        [f"{knowledge.teams[one.run_by].name}, which ran its cars{_won(knowledge, one.run_by)}"] if one.run_by else []
    )
    others = dict.fromkeys((*one.related, *knowledge.teams_run_by.get(one.id, ())))
    return lines + [f"{knowledge.teams[id].name}{_won(knowledge, id)}" for id in others if id != one.run_by]


def _won(knowledge: Knowledge, other: str) -> str:
    titles = knowledge.titles_of_team.get(other)
    return f" (won {titles_said(knowledge, titles)})" if titles else ""


def _next(honours: Honours) -> tuple[str, ...]:
    knowledge = honours.knowledge
    if honours.all_titles:
        last = honours.all_titles[-1]
        return (
            f"champion {class_name(knowledge, last.title.race_class)} {last.season.id}",
            f"driver {knowledge.drivers[last.title.drivers[0]].name}",
            "record teams",
        )
    won = honours.wins[-1:]
    people = [f"driver {knowledge.drivers[one.win.drivers[0]].name}" for one in won if one.win.drivers]
    return (*people, *[f"season {one.race.season.id}" for one in won], "record teams")
