"""What a ranking leaves open: nations in dispute or not on record, crews that are not certain."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering import readings
from bot.answering.tally import Tally
from bot.answering.wording import count, listed
from bot.knowledge.base import Knowledge, RaceWin
from bot.knowledge.model import Driver, Team
from bot.understanding.queries import Bound, By, Ranking


def remarks(knowledge: Knowledge, query: Ranking, counted: Tally) -> tuple[str, ...]:
    """Return what has to be known beside the figures."""
    return (
        *_disputed_homes(knowledge, query, counted),
        *_unknown_homes(knowledge, query, counted),
        *_uncertain_crews(query, counted),
    )


def _disputed_homes(knowledge: Knowledge, query: Ranking, counted: Tally) -> tuple[str, ...]:
    """Say of whom the sources differ on the nation they are counted for."""
    entries: Sequence[Driver | Team] = ()
    if query.by is By.NATION:
        entries = [knowledge.drivers[one] for one in _who(counted, By.DRIVER)]
    elif query.by is By.TEAM_NATION:
        entries = [knowledge.teams[one] for one in _who(counted, By.TEAM)]
    names = listed([one.name for one in entries if readings.on_home(one)])
    return (f"Sources differ on the nation of {names}.",) if names else ()


def _unknown_homes(knowledge: Knowledge, query: Ranking, counted: Tally) -> tuple[str, ...]:
    """Say how many are left out as their nation is not on record: that of champions always is."""
    if query.nation is None and query.by not in (By.NATION, By.TEAM_NATION):
        return ()
    by = By.TEAM if query.by in (By.TEAM, By.TEAM_NATION) else By.DRIVER
    known = _who(counted, by)
    people = knowledge.teams if by is By.TEAM else knowledge.drivers
    unknown = sum([people[one].nation is None for one in known])
    if not unknown:
        return ()
    return (f"The nation of {unknown} of {count(len(known), str(by))} is not on record, and they are not counted.",)


def is_sure(query: Ranking, counted: Tally, bound: Bound) -> bool:
    """Say whether nobody could be within `bound` who is not, were the wins theirs whose drivers are not certain."""
    most = counted.ranks[0].figure if counted.ranks else 0
    return not any(bound.holds(figure) for figure in range(most + 1, most + sum(_uncertain(query, counted)) + 1))


def _uncertain(query: Ranking, counted: Tally) -> tuple[int, int]:
    """Return of how many wins a driver is in dispute, and of how many the crew is not all known; of drivers alone."""
    wins = [one.whole.win for one in counted.occasions if isinstance(one.whole, RaceWin) and query.by is By.DRIVER]
    disputed = sum([bool(win.disputed) for win in wins])
    return disputed, sum([not win.complete or not (win.drivers or win.disputed) for win in wins])


def _uncertain_crews(query: Ranking, counted: Tally) -> tuple[str, ...]:
    """Say of how many wins not all drivers are counted, where drivers are ranked by wins."""
    disputed, unknown = _uncertain(query, counted)
    told = [f"sources differ on a driver of {count(disputed, 'win')}"] if disputed else []
    told += [f"the crews of {count(unknown, 'win')} are not wholly known"] if unknown else []
    return (f"{listed(told).capitalize()}: those drivers are not counted for them.",) if told else ()


def _who(counted: Tally, by: By) -> list[str]:
    return list(dict.fromkeys(one for occasion in counted.occasions for one in occasion.has(by)))
