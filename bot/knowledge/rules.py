"""What must hold inside a season, a topic and the series, and among words, beyond the form of each value."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator

from bot.knowledge.draft import Draft, Placed
from bot.knowledge.model import HistoryTopic, Season
from bot.knowledge.problems import Complaint, Key, quoted
from bot.knowledge.wordlists import check_words

Wrong = Iterator[tuple[Key, str]]

_SEASON_ID = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?")


def check_rules(draft: Draft) -> Iterator[Complaint]:
    """Yield every rule an entry of `draft` breaks."""
    yield from check_words(draft)
    makes = [names[0] for placed in draft.vocabulary for names in placed.entry.makes.values()]
    for season in draft.seasons:
        for check in _SEASON_CHECKS if not season.mended else _SEASON_CHECKS[1:]:
            yield from (Complaint(season.file, key, text) for key, text in check(season.entry))
        if draft.vocabulary:
            yield from (Complaint(season.file, key, text) for key, text in _cars(season.entry, tuple(makes)))
    for topic in draft.history:
        yield from (Complaint(topic.file, key, text) for key, text in _topic(topic.entry))
    for circuit in draft.circuits:
        if not is_when(circuit.entry.opened):
            yield Complaint(circuit.file, ("opened",), _no_such_day(circuit.entry.opened))
    for series in draft.series:
        facts = [fact.id for fact in series.entry.facts]
        yield from (Complaint(series.file, ("facts", *key), text) for key, text in _repeated(facts))
        yield from _current(series.file, series.entry.current, draft.seasons)


def _current(file: str, current: str, seasons: Iterable[Placed[Season]]) -> Iterator[Complaint]:
    season = next((placed.entry for placed in seasons if placed.entry.id == current), None)
    # One with rounds is marked wrongly, which is said where it stands.
    if season is not None and season.status == "announced" and not season.rounds:
        text = f"{quoted(current)} is only announced; the current season is one that was held"
        yield Complaint(file, ("current",), text)


def is_when(text: str) -> bool:
    """Say whether a year, month or day of the right form exists."""
    try:
        datetime.date.fromisoformat((text + "-01-01")[: len("2013-05-31")])
    except ValueError:
        return False
    return True


def years_of(season: str) -> tuple[int, ...] | None:
    """Return the calendar years of a season id, or None where the id names no season."""
    match = _SEASON_ID.fullmatch(season)
    if match is None:
        return None
    first = int(match[1])
    if match[2] is None:
        return (first,)
    return (first, first + 1) if (first + 1) % 100 == int(match[2]) else None


def _label(season: Season) -> Wrong:
    if years_of(season.id) is None:
        yield ("id",), f"{quoted(season.id)} is not a season such as 2009 or 2015-16"
    elif season.label != season.id.replace("-", "–"):
        yield ("label",), f"the label must be {quoted(season.id.replace('-', '–'))}, with an en dash"


def _status(season: Season) -> Wrong:
    if season.status == "held" and not (season.champions and season.rounds):
        yield ("status",), "a season that was held needs champions and rounds"
    if season.status == "announced" and (season.champions or season.rounds):
        yield ("status",), "a season that is only announced has no champions and no rounds"


def _numbers(season: Season) -> Wrong:
    for index, race in enumerate(season.rounds):
        if race.round != index + 1:
            yield ("rounds", index, "round"), f"this must be round {index + 1}; rounds are numbered without gaps"


def _dates(season: Season) -> Wrong:
    years = years_of(season.id)
    for index, race in enumerate(season.rounds):
        key = ("rounds", index, "date")
        if years and race.date.year not in years:
            yield key, f"{race.date} lies outside the season {season.label}"
        elif index and race.date < season.rounds[index - 1].date:
            yield key, f"{race.date} is before the round above, {season.rounds[index - 1].date}"


def _classes(season: Season) -> Wrong:
    named: list[tuple[Key, str]] = [
        (("champions", index), title.race_class) for index, title in enumerate(season.champions)
    ]
    for index, race in enumerate(season.rounds):
        named += [(("rounds", index, "winners", at), win.race_class) for at, win in enumerate(race.winners)]
    named += [(("standings", index), standing.race_class) for index, standing in enumerate(season.standings)]
    for key, race_class in named:
        if race_class not in season.classes:
            text = f"{quoted(race_class)} is not a class of this season; its classes are: {', '.join(season.classes)}"
            yield (*key, "class"), text


def _readings(season: Season) -> Wrong:
    numbers = [race.round for race in season.rounds]
    for index, reading in enumerate(season.readings):
        for at, race_class in enumerate(reading.classes):
            if race_class not in season.classes:
                yield ("readings", index, "classes", at), f"{quoted(race_class)} is not a class of this season"
        for at, number in enumerate(reading.rounds):
            if number not in numbers:
                yield ("readings", index, "rounds", at), f"this season has no round {number}"


def _titles(season: Season) -> Wrong:
    seen: set[str] = set()
    for index, title in enumerate(season.champions):
        if title.race_class in seen:
            yield ("champions", index, "class"), f"the class {quoted(title.race_class)} has champions already"
        seen.add(title.race_class)


def _overall(season: Season) -> Wrong:
    for index, race in enumerate(season.rounds):
        marked = [at for at, win in enumerate(race.winners) if win.overall]
        for at in marked[1:]:
            yield ("rounds", index, "winners", at, "overall"), "this round has an overall winner already"


def _cars(season: Season, makes: tuple[str, ...]) -> Wrong:
    for index, race in enumerate(season.rounds):
        for at, win in enumerate(race.winners):
            if win.car and not win.car.startswith(makes):
                text = f"{quoted(win.car)} begins with no make that vocabulary.yml names"
                yield ("rounds", index, "winners", at, "car"), text


# The first needs all of the season: champions that were left out are not champions that are missing.
_SEASON_CHECKS = (_status, _label, _numbers, _dates, _classes, _readings, _titles, _overall)


def _topic(topic: HistoryTopic) -> Wrong:
    for index, entry in enumerate(topic.entries):
        key: Key = ("entries", index)
        days = {name: day for name, day in (("date", entry.date), ("until", entry.until)) if day is not None}
        wrong = [name for name, day in days.items() if not is_when(day)]
        yield from (((*key, name), _no_such_day(days[name])) for name in wrong)
        if not wrong and entry.until is not None and _is_before(entry.until, entry.date):
            yield (*key, "until"), f"{entry.until} is before the date, {entry.date}"
    yield from ((("entries", *key), text) for key, text in _repeated(entry.id for entry in topic.entries))


def _is_before(one: str, other: str) -> bool:
    # A month and a day inside it are not before each other: only what both say is compared.
    shared = min(len(one), len(other))
    return one[:shared] < other[:shared]


def _repeated(ids: Iterable[str]) -> Wrong:
    seen: set[str] = set()
    for index, one in enumerate(ids):
        if one in seen:
            yield (index, "id"), f"the id {quoted(one)} is taken already"
        seen.add(one)


def _no_such_day(text: str) -> str:
    return f"{quoted(text)} is not in the calendar"
