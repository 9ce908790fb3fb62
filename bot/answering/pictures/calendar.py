"""The rounds of a season, or of a few."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.answer import gathered
from bot.answering.pictures.picture import Calendar, Picture, PictureKind, Round
from bot.answering.pictures.words import alt_text, finding, source_line
from bot.answering.wording import day
from bot.knowledge import model
from bot.knowledge.base import Knowledge
from bot.knowledge.kept import kept
from bot.knowledge.model import Season

# Two seasons of the longest kind; more rows than this are too small to read on a phone.
MOST_ROUNDS = 12
_NO_CLASS = "#3f5a73"


@kept(256)
def calendar_picture(knowledge: Knowledge, seasons: tuple[str, ...], lead: str) -> Picture | None:
    """Return the rounds of `seasons`, or None where there are none or too many; `lead` is the finding in words."""
    run = [knowledge.seasons[one] for one in seasons if knowledge.seasons[one].rounds]
    rounds = tuple([_round(knowledge, season, one) for season in run for one in season.rounds])
    if not 0 < len(rounds) <= MOST_ROUNDS:
        return None
    return Picture(
        PictureKind.CALENDAR,
        "-".join([season.id for season in run]),
        finding(lead),
        Calendar(rounds),
        source_line(knowledge, gathered(*[one.sources[:1] for season in run for one in season.rounds])),
        alt_text(_form(run), lead, [_told(one) for one in rounds]),
    )


def _form(run: Sequence[Season]) -> str:
    return f"Calendar of {' and '.join([season.label for season in run])}"


def _round(knowledge: Knowledge, season: Season, one: model.Round) -> Round:
    circuit = knowledge.circuits[one.circuit]
    won = one.overall
    race_class = knowledge.classes[won.race_class] if won else None
    return Round(
        season.label,
        one.round,
        day(one.date),
        one.name,
        circuit.name,
        circuit.country.upper(),
        won.entrant if won else "",
        race_class.name if race_class else "",
        race_class.colour if race_class else _NO_CLASS,
    )


def _told(one: Round) -> str:
    won = f", won by {one.winner}" if one.winner else ""
    return f"{one.number}. {one.date}, {one.name}, {one.circuit}{won}"
