"""What a driver or a team won, in sentences: shared by the pages of both."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from bot.answering.doubts import missing_said
from bot.answering.naming import class_name, classes
from bot.answering.scope import Scope
from bot.answering.wording import NTH, count, listed
from bot.knowledge.base import Knowledge, Race, RaceWin, SeasonTitle
from bot.knowledge.doubts import NO_DOUBTS, Doubts, winners_missing
from bot.understanding.queries import AT_LEAST_ONE, Bound, Focus

_BOTH = 2


class Honours(NamedTuple):
    """Titles and class wins of one driver or team: all titles, and both within the scope of the question."""

    knowledge: Knowledge
    name: str
    shown: str
    scope: Scope
    all_titles: Sequence[SeasonTitle]
    titles: Sequence[SeasonTitle]
    wins: Sequence[RaceWin]
    doubts: Doubts = NO_DOUBTS

    @property
    def missing(self) -> list[tuple[Race, str]]:
        """The races with no winner on record in a class and season of which they won the title."""
        known = winners_missing(self.knowledge)
        won = {(one.season.id, one.title.race_class) for one in self.titles}
        return [(race, one) for race, classes in known.items() for one in classes if (race.season.id, one) in won]

    @property
    def scope_said(self) -> str:
        """The scope as the end of a sentence."""
        return self.scope.said(self.knowledge)


def holds(honours: Honours, focus: Focus, bound: Bound | None) -> bool | None:
    """Say whether there are such titles, or wins where they are asked for; None where something else was asked."""
    if focus in (Focus.WINS, Focus.OVERALL):
        return _enough_wins(honours, bound or AT_LEAST_ONE, overall=focus is Focus.OVERALL)
    if focus is Focus.WON and not honours.titles:
        return _enough_wins(honours, bound or AT_LEAST_ONE, overall=False)
    if focus not in (Focus.ALL, Focus.WON):
        return None
    won = {one.title.race_class for one in honours.titles}
    if not won.issuperset(honours.scope.classes):
        return False
    enough = (bound or AT_LEAST_ONE).holds(len(honours.titles))
    if focus is Focus.WON and not enough and _enough_wins(honours, bound or AT_LEAST_ONE, overall=False) is not False:
        # So many wins there are, though not so many titles: both are told, and neither Yes nor No is.
        return None
    return enough


def _enough_wins(honours: Honours, bound: Bound, *, overall: bool) -> bool | None:
    """Say whether there are so many wins; None where that hangs on wins in doubt."""
    wins = sum([won.win.overall or not overall for won in honours.wins])
    doubts = honours.doubts.among(lambda won: won.win.overall or not overall)
    # Crews that are not wholly known are in doubt for everybody: they only keep from saying that there is no win.
    more = len(doubts.disputed) if wins else len(doubts) + (0 if overall else len(honours.missing))
    possible = range(wins, wins + more + 1)
    verdicts = {bound.holds(number) for number in possible}
    return verdicts.pop() if len(verdicts) == 1 else None


def is_told_whole(honours: Honours, focus: Focus) -> bool:
    """Say whether the summary tells the only title whole, so that no list of titles is needed."""
    return len(honours.titles) == 1 and focus is not Focus.COUNT


def summary(honours: Honours, focus: Focus, how: Callable[[SeasonTitle], str]) -> str:
    """Return the sentence that sums up titles.

    A single title is told whole; `how` says with whom it was won.
    """
    if not honours.titles:
        return _nothing_or_wins(honours) if focus is Focus.WON else _without_title(honours)
    if is_told_whole(honours, focus):
        (one,) = honours.titles
        name = class_name(honours.knowledge, one.title.race_class)
        return f"{honours.shown} won the {name} title of {one.season.label} {how(one)}."
    won = "won" if honours.scope.seasons else "has won"
    counted = count(len(honours.titles), "title")
    return f"{honours.shown} {won} {counted}{honours.scope_said}{_spread(honours)}."


def _without_title(honours: Honours) -> str:
    whole = "has no title of the Asian Le Mans Series"
    none = f"won no title{honours.scope_said}" if honours.scope.is_narrow else whole
    wins = f", but {wins_said(honours.wins)}" if honours.wins else ""
    return f"{honours.shown} {none}{wins}."


def _nothing_or_wins(honours: Honours) -> str:
    """Return the sentence for wins without a title, or for neither, where it is wins as well that are asked for."""
    if not honours.wins:
        return f"No title and no class win of {honours.name}{honours.scope_said} is on record."
    none = "won no title then" if honours.scope.seasons else "has won no title"
    return f"{honours.shown} took {wins_said(honours.wins, honours.scope_said)}, but {none}."


def _spread(honours: Honours) -> str:
    """Return how titles are spread over classes, where the scope does not say it already."""
    by_class: dict[str, int] = {}
    for one in honours.titles:
        by_class[one.title.race_class] = by_class.get(one.title.race_class, 0) + 1
    if len(by_class) > 1:
        return f": {listed([f'{won} in {class_name(honours.knowledge, one)}' for one, won in by_class.items()])}"
    if len(honours.scope.classes) == 1 or len(honours.titles) == 1:
        return ""
    every = "both" if len(honours.titles) == _BOTH else "all"
    return f", {every} in {class_name(honours.knowledge, *by_class)}"


def wins_said(wins: Sequence[RaceWin], scope: str = "") -> str:
    """Return `8 class wins in races, 6 of them overall`, with the scope behind the races."""
    overall = sum([won.win.overall for won in wins])
    said = f"{count(len(wins), 'class win')} in races{scope}"
    if overall == len(wins):
        every = {1: "which was the overall win too", _BOTH: "both overall"}.get(overall, "all overall")
        return f"{said}, {every}"
    return f"{said}, {overall} of them overall" if overall else said


def wins_heading(wins: Sequence[RaceWin]) -> str:
    """Return the heading over class wins, with how many there are."""
    return f"Class wins on record ({len(wins)})" if len(wins) > 1 else "Class win on record"


def told(honours: Honours, focus: Focus, how: Callable[[SeasonTitle], str]) -> str:
    """Return the sentence for what can be asked of drivers and teams alike; nothing where the summary says it all."""
    if focus in _ENDS:
        return _picked(honours, *_ENDS[focus], how) if len(honours.titles) > 1 else ""
    telling = _TELLINGS.get(focus)
    return telling(honours) if telling else ""


_ENDS = {Focus.FIRST: (0, "first"), Focus.LAST: (-1, "most recent")}


def nth_told(honours: Honours, nth: int, how: Callable[[SeasonTitle], str]) -> str:
    """Return the sentence for the title of that number, or that there is none."""
    if nth > len(honours.titles):
        return f"{honours.name} has no {NTH[nth]} title{honours.scope_said}."
    return _picked(honours, nth - 1, NTH[nth], how)


def _picked(honours: Honours, place: int, which: str, how: Callable[[SeasonTitle], str]) -> str:
    one = honours.titles[place]
    name = class_name(honours.knowledge, one.title.race_class)
    return f"The {which} title was {name} in {one.season.label}, {how(one)}."


def _when(honours: Honours) -> str:
    seasons = dict.fromkeys(one.season.label for one in honours.titles)
    return f"{honours.name} won titles in {listed(seasons)}." if len(seasons) > 1 else ""


def _wins(honours: Honours) -> str:
    if not honours.wins:
        missed = f" {missing_said(honours.knowledge, honours.missing)}" if honours.missing else ""
        return f"No class win of {honours.name}{honours.scope_said} is on record.{missed}"
    return f"{honours.name} has {wins_said(honours.wins)}{honours.scope_said}." if honours.titles else ""


def _overall(honours: Honours) -> str:
    wins = sum(won.win.overall for won in honours.wins)
    if not wins:
        return f"No overall win of {honours.name}{honours.scope_said} is on record."
    return f"{honours.name} has {count(wins, 'overall win')} in races{honours.scope_said}."


def _cars(honours: Honours) -> str:
    cars = dict.fromkeys(won.win.car for won in honours.wins if won.win.car)
    if not cars:
        return f"Which cars {honours.name} won with is not recorded."
    return f"The class wins on record came in these cars: {listed(cars)}."


def _classes(honours: Honours) -> str:
    won = dict.fromkeys(one.title.race_class for one in honours.titles)
    raced = dict.fromkeys(one.win.race_class for one in honours.wins if one.win.race_class not in won)
    if not raced:
        return ""
    also = " too" if won else ""
    return f"{honours.name} has won races in {classes(honours.knowledge, raced)}{also}."


def _share(honours: Honours) -> str:
    total = len(honours.scope.titles_of(honours.knowledge))
    return f"{honours.name} has {len(honours.titles)} of the {count(total, 'title')}{honours.scope_said}."


_TELLINGS: dict[Focus, Callable[[Honours], str]] = {
    Focus.SHARE: _share,
    Focus.WHEN: _when,
    Focus.WINS: _wins,
    Focus.OVERALL: _overall,
    Focus.CAR: _cars,
    Focus.CLASS: _classes,
}
