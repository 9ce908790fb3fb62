"""What is told of one race beside the question: the wins that were asked for, remarks, disagreements, the history."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.answering import readings
from bot.answering.answer import gathered
from bot.answering.naming import class_name
from bot.answering.race_scope import wanted
from bot.answering.told import told_of
from bot.answering.wording import listed, sentence
from bot.knowledge.base import Knowledge, Race
from bot.knowledge.model import ClassWin, HistoryEntry, Reading
from bot.understanding.queries import Races


@dataclass(frozen=True)
class RaceFacts:
    """One race as `query` asks for it: the wins, where sources disagree, and what the history tells."""

    knowledge: Knowledge
    query: Races
    race: Race

    @cached_property
    def wins(self) -> list[ClassWin]:
        """The wins that were asked for."""
        return wanted(self.knowledge, self.query, self.race)

    @cached_property
    def told(self) -> list[HistoryEntry]:
        """What the history tells of that very day, within the classes that were asked for."""
        return told_of(self.knowledge, self.race, self.query.classes)

    @cached_property
    def overall(self) -> ClassWin | None:
        """The overall win, whatever was asked for; None where it is not on record."""
        return next((win for win in self.race.round.winners if win.overall), None)

    @cached_property
    def disputed(self) -> list[Reading]:
        """Where sources disagree on the race, within the classes that were asked for."""
        asked = set(self.query.classes)
        return [
            reading
            for reading in self.race.season.readings
            if self.race.round.round in reading.rounds
            and (not asked or not reading.classes or asked & set(reading.classes))
        ]

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources of all of it."""
        return gathered(
            self.race.round.sources,
            *[win.sources for win in self.wins],
            self.overall.sources if self.overall and not self.query.classes else (),
            *[entry.sources for entry in self.told],
            readings.sources_of([*self.disputed, *self._of_told]),
        )

    def notes(self, *, among_others: bool) -> tuple[str, ...]:
        """Return remarks and disagreements; `among_others` says of which race each remark is."""
        named = f"{self.race.round.name}: " if among_others else ""
        remark = self.race.round.note
        return (
            *((f"{named}{sentence(remark)}",) if remark else ()),
            *[f"{named}{_note(self.knowledge, win)}" for win in self.wins if win.note],
            *readings.of_season(self.knowledge, self.race.season, self.disputed),
            *readings.of_whole(self.knowledge, self._of_told),
        )

    @cached_property
    def _of_told(self) -> list[Reading]:
        return [reading for entry in self.told for reading in entry.readings]


def _note(knowledge: Knowledge, win: ClassWin) -> str:
    return f"{class_name(knowledge, win.race_class)}: {sentence(win.note or '')}"


def what_won(knowledge: Knowledge, wins: Sequence[ClassWin]) -> str:
    """Return what was won: `overall, in LMP2,`, `LMP3 and GT`, or of both kinds `LMP2, 1 of 2 times overall,`."""
    names = listed([class_name(knowledge, one) for one in dict.fromkeys(win.race_class for win in wins)])
    overall = sum(win.overall for win in wins)
    if overall == len(wins):
        return f"overall, in {names},"
    return f"{names}, {overall} of {len(wins)} times overall," if overall else names
