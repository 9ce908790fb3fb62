"""Where sources disagree, in one sentence that names its subject and who says otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.answering.answer import gathered
from bot.answering.wording import inside, sentence
from bot.knowledge.base import Knowledge
from bot.knowledge.model import Circuit, Driver, OtherReading, RaceClass, Reading, Season, Team
from bot.text.fold import words

_SHOWN_SOURCES = 2
# "whether it ran", "Nielsen Racing's results": no article in front of these.
_NO_ARTICLE = re.compile(r"(?:whether|how|what|when|which|who)\b|[A-Z][^']*'s ")
_MIRROR = re.compile(r", encyclopaedia mirror.*$")
_HOME = frozenset({"nationality", "country"})
_ON_STANDINGS = re.compile(r"\b(?:points|places?|behind|order|champions?)\b")
_WEIGHTY = re.compile(r"\b(?:champions?|winners?|crew|dates?|order)\b")


def of_entry(knowledge: Knowledge, entry: Driver | Team | Circuit | RaceClass) -> tuple[str, ...]:
    """Return the disagreements on a driver, team, circuit or class, all of them."""
    return tuple([disagreement(knowledge, reading, subject(reading, entry)) for reading in entry.readings])


def of_season(knowledge: Knowledge, season: Season, readings: Iterable[Reading]) -> tuple[str, ...]:
    """Return disagreements on a season or its races."""
    return tuple([disagreement(knowledge, reading, _in_season(reading, season)) for reading in readings])


def of_whole(knowledge: Knowledge, readings: Iterable[Reading]) -> tuple[str, ...]:
    """Return disagreements that name their subject by themselves: of the history and of the series."""
    return tuple([disagreement(knowledge, reading, _with_article(reading.about)) for reading in readings])


def on_home(entry: Driver | Team) -> tuple[Reading, ...]:
    """Return the disagreements on the nation of a driver or team."""
    return tuple([reading for reading in entry.readings if reading.about in _HOME])


def homes_elsewhere(knowledge: Knowledge, entry: Driver | Team) -> frozenset[str]:
    """Return the nations that the other readings name for a driver or team."""
    if not entry.readings:
        return frozenset()
    said = [f" {' '.join(words(other.says))} " for one in on_home(entry) for other in one.others]
    return frozenset(
        nation.id
        for nation in knowledge.countries.values()
        if any(f" {' '.join(words(name))} " in one for one in said for name in (nation.name, nation.adjective))
    )


def of_season_whole(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """Return what a season's own page tells: all that is of no race, and of its races what touches who won or when."""
    return tuple([reading for reading in readings if not reading.rounds or _WEIGHTY.search(reading.about)])


def of_standings(readings: Iterable[Reading], classes: Iterable[str]) -> tuple[Reading, ...]:
    """Return the readings of a season that touch points and places in `classes`."""
    asked = set(classes)
    return tuple(
        [
            reading
            for reading in readings
            if not reading.rounds and _ON_STANDINGS.search(reading.about) and asked & set(reading.classes)
        ]
    )


def weighty(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """Return the readings that touch champions, winners or dates."""
    return tuple([reading for reading in readings if _WEIGHTY.search(reading.about)])


def sources_of(readings: Iterable[Reading]) -> tuple[str, ...]:
    """Return the sources of `readings`, those of the other readings included."""
    return gathered(*((*reading.sources, *_others(reading)) for reading in readings))


def disagreement(knowledge: Knowledge, reading: Reading, about: str) -> str:
    """Say on what sources disagree, our reading first, each of the others with its sources."""
    others = "; ".join([_other(knowledge, other) for other in reading.others])
    comment = f" {sentence(reading.comment)}" if reading.comment else ""
    return f"Sources differ on {about}: here {inside(reading.says)}; elsewhere {others}.{comment}"


def subject(reading: Reading, entry: Driver | Team | Circuit | RaceClass) -> str:
    """Return what a disagreement on `entry` is about, with its name: `the nation of CD Sport`."""
    about = "nation" if reading.about == "country" else reading.about
    if isinstance(entry, RaceClass):
        if "the class" in about:
            return about.replace("the class", entry.name)
        if entry.name in about:
            return _with_article(about)
        return f"{entry.name}, {_with_article(about)}" if " in " in about else f"{_with_article(about)} in {entry.name}"
    return f"the {about} of {entry.name}"


def _with_article(about: str) -> str:
    return about if _NO_ARTICLE.match(about) else f"the {about}"


def _in_season(reading: Reading, season: Season) -> str:
    named = season.label in reading.about
    return _with_article(reading.about) if named else f"{_with_article(reading.about)} in {season.label}"


def _other(knowledge: Knowledge, other: OtherReading) -> str:
    titles = dict.fromkeys([_MIRROR.sub("", knowledge.sources[one].title) for one in other.sources])
    return f"{inside(other.says)} ({_shortly(list(titles))})"


def _shortly(titles: Sequence[str]) -> str:
    more = ["others"] if len(titles) > _SHOWN_SOURCES else []
    return ", ".join([*titles[:_SHOWN_SOURCES], *more])


def _others(reading: Reading) -> tuple[str, ...]:
    return gathered(*(other.sources for other in reading.others))
