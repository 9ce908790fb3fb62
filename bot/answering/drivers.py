"""One driver: titles with team and co-champions, and race wins."""

from __future__ import annotations

from collections.abc import Callable

from bot.answering import readings
from bot.answering.answer import Answer, Reply, blocks, gathered, refuse
from bot.answering.doubts import all_disputed_said, doubts_said
from bot.answering.honours import Honours, holds, is_told_whole, nth_told, summary, told, wins_heading
from bot.answering.lines import title_of_driver, win_of_driver
from bot.answering.naming import class_name, driver, drivers, entrant, nation
from bot.answering.scope import Scope, not_run_yet, year_read
from bot.answering.wording import day, listed
from bot.knowledge.base import Knowledge, SeasonTitle
from bot.knowledge.doubts import doubts_of
from bot.knowledge.kept import kept
from bot.knowledge.model import Driver
from bot.understanding.queries import DriverProfile, Focus


def driver_profile(knowledge: Knowledge, query: DriverProfile) -> Reply:
    """Answer `DriverProfile`: titles, team and co-champions, race wins."""
    one = knowledge.drivers[query.driver]
    if query.focus is Focus.BORN and one.born is None:
        return refuse("no_birth", f"driver {one.name}", "record drivers", name=one.name)
    if query.seasons and not any(knowledge.seasons[season].rounds for season in query.seasons.ids):
        return not_run_yet(knowledge, query.seasons)
    honours = _honours(knowledge, one, Scope.of(query))
    shown = honours.titles or honours.all_titles
    whole = is_told_whole(honours, query.focus)
    return Answer(
        one.name,
        _lead(honours, one, query),
        blocks(
            ("Titles", [] if whole else [title_of_driver(knowledge, title, one.id) for title in shown]),
            (wins_heading(honours.wins), [win_of_driver(knowledge, won) for won in honours.wins]),
            ("Also written", _other_names(one)),
            ("Born", [f"{day(one.born.date)}, {one.born.place}"] if one.born else []),
        ),
        notes=(*_remarks(knowledge, one.id), *_doubts(honours, one, query.focus)),
        sources=gathered(
            *[title.title.sources[:1] for title in shown],
            one.sources[:1],
            *[won.win.sources[:1] for won in honours.wins],
            *[won.win.sources for won in honours.doubts.disputed],
            _sources_of_remarks(knowledge, one.id),
        ),
        next_questions=_next(honours, one),
        race_class=shown[-1].title.race_class if shown else None,
        holds=holds(honours, query.focus, query.bound),
    )


@kept(1024)
def _remarks(knowledge: Knowledge, driver_id: str) -> tuple[str, ...]:
    """Return what is noted on a driver, whatever was asked, and where sources disagree."""
    one = knowledge.drivers[driver_id]
    return (*[note.text for note in one.notes], *readings.of_entry(knowledge, one))


@kept(1024)
def _sources_of_remarks(knowledge: Knowledge, driver_id: str) -> tuple[str, ...]:
    one = knowledge.drivers[driver_id]
    return gathered(*[note.sources for note in one.notes], readings.sources_of(one.readings))


def _honours(knowledge: Knowledge, one: Driver, scope: Scope) -> Honours:
    titles = knowledge.titles_of_driver.get(one.id, ())
    shown = driver(knowledge, one.id) + (f" ({knowledge.countries[one.nation].name})" if one.nation else "")
    wins = scope.wins(knowledge.wins_of_driver.get(one.id, ()))
    doubts = doubts_of(knowledge, one.id).among(scope.has)
    return Honours(knowledge, one.name, shown, scope, titles, scope.titles(titles), wins, doubts)


def _doubts(honours: Honours, one: Driver, focus: Focus) -> tuple[str, ...]:
    """Say which wins may be theirs as well: those in dispute always, crews not all known where no win is told."""
    is_open = not honours.wins and (focus in (Focus.WINS, Focus.OVERALL) or (focus is Focus.WON and not honours.titles))
    return (doubts_said if is_open else all_disputed_said)(honours.knowledge, one.id, honours.doubts)


def _lead(honours: Honours, one: Driver, query: DriverProfile) -> tuple[str, ...]:
    def how(title: SeasonTitle) -> str:
        return _how(honours, title, one)

    own = _TELLINGS.get(query.focus)
    focused = own(honours, one) if own else told(honours, query.focus, how)
    if query.nth:
        focused = nth_told(honours, query.nth, how)
    summed = summary(honours, query.focus, how)
    lines = (focused, summed, *year_read(honours.knowledge, query.seasons))
    return tuple([line for line in lines if line])


def _how(honours: Honours, title: SeasonTitle, one: Driver) -> str:
    partners = [driver(honours.knowledge, other) for other in title.title.drivers if other != one.id]
    shared = f"beside {listed(partners)}" if partners else "as sole champion"
    return f"with {entrant(honours.knowledge, title)}, {shared}"


def _teams(honours: Honours, one: Driver) -> str:
    if len(honours.titles) == 1:
        return ""
    if honours.titles:
        teams: dict[str, list[str]] = {}
        for title in honours.titles:
            teams.setdefault(entrant(honours.knowledge, title), []).append(title.season.label)
        said = [f"{name} in {listed(dict.fromkeys(seasons))}" for name, seasons in teams.items()]
        return f"{one.name} was champion with {listed(said)}."
    teams_of_wins = dict.fromkeys(won.win.entrant for won in honours.wins)
    return f"{one.name} won races with {listed(teams_of_wins)}." if teams_of_wins else ""


def _partners(honours: Honours, one: Driver) -> str:
    champions = dict.fromkeys(d for title in honours.titles for d in title.title.drivers if d != one.id)
    winners = dict.fromkeys(d for won in honours.wins for d in won.win.drivers if d != one.id and d not in champions)
    if not champions and not winners:
        return f"No co-driver of {one.name}{honours.scope_said} is on record."
    told_whole = len(honours.titles) == 1
    with_many = f"{len(champions)} co-drivers: " if len(champions) > 1 else ""
    said = (
        [f"won titles with {with_many}{drivers(honours.knowledge, champions)}"] if champions and not told_whole else []
    )
    also = " too" if champions else ""
    said += [f"won races with {drivers(honours.knowledge, winners)}{also}"] if winners else []
    return f"{one.name} {'; '.join(said)}." if said else ""


def _nation(honours: Honours, one: Driver) -> str:
    if one.nation is None:
        return f"The nation of {one.name} is not recorded."
    return f"{one.name} races for {nation(honours.knowledge, one.nation)}."


def _names(honours: Honours, one: Driver) -> str:
    names = _other_names(one)
    return f"Also written {names[0]}." if names else f"No other name of {one.name} is on record."


def _other_names(one: Driver) -> list[str]:
    names = [native.text for native in one.native] + list(one.aliases)
    return [", ".join(names)] if names else []


def _born(honours: Honours, one: Driver) -> str:
    return f"{one.name} was born on {day(one.born.date)} in {one.born.place}." if one.born else ""


_TELLINGS: dict[Focus, Callable[[Honours, Driver], str]] = {
    Focus.TEAM: _teams,
    Focus.WITH: _partners,
    Focus.NATION: _nation,
    Focus.NAMES: _names,
    Focus.BORN: _born,
}


def _next(honours: Honours, one: Driver) -> tuple[str, ...]:
    knowledge = honours.knowledge
    if not honours.all_titles:
        return (*_of_wins(honours), "record drivers")
    last = honours.all_titles[-1]
    partner = next((d for d in last.title.drivers if d != one.id), None)
    return (
        f"champion {class_name(knowledge, last.title.race_class)} {last.season.id}",
        f"team {last.title.entrant}",
        f"driver {knowledge.drivers[partner].name}" if partner else "record drivers",
    )


def _of_wins(honours: Honours) -> tuple[str, ...]:
    if not honours.wins:
        return ("record",)
    won = honours.wins[-1]
    # Under the name of the entry another team may have raced, too.
    return f"team {honours.knowledge.teams[won.win.team].name}", f"season {won.race.season.id}"
