"""What reading needs, whether of a command or of a free question, and how a reading is settled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.knowledge.base import Knowledge
from bot.text.tokens import Line
from bot.understanding.fitting import Fitting
from bot.understanding.listener import Listener
from bot.understanding.local.names import LocalNames
from bot.understanding.naming import Naming
from bot.understanding.outcomes import Reading, Unclear, Understood, Unsure
from bot.understanding.polarity import WHETHER
from bot.understanding.prose import ProseReader
from bot.understanding.queries import DriverProfile, Focus, Query, Seasons, TeamProfile
from bot.understanding.slots import SLOT_OF, Choice
from bot.understanding.spans import Span
from bot.understanding.tagger import Tagger
from bot.understanding.time import SeasonReader, UnknownSeason
from bot.understanding.turns import Relations
from bot.understanding.vocabulary import CueWords


@dataclass(frozen=True, slots=True)
class Means:
    """The parts that all readers of one knowledge base, and of one server, share."""

    knowledge: Knowledge
    prose: ProseReader
    tagger: Tagger
    times: SeasonReader
    naming: Naming
    listener: Listener

    @classmethod
    def of(cls, knowledge: Knowledge) -> Means:
        """Build them all."""
        cues = CueWords(knowledge)
        prose, times, naming = ProseReader(knowledge, cues), SeasonReader(knowledge), Naming(knowledge)
        listener = Listener(times, naming, Relations(knowledge))
        return cls(knowledge, prose, Tagger(knowledge, cues, prose.holds), times, naming, listener)

    def knowing(self, names: LocalNames) -> Means:
        """Return the same with the names of a server beside those of the series."""
        naming = self.naming.knowing(names.topics)
        return replace(self, tagger=self.tagger.knowing(names), naming=naming, listener=self.listener.calling(naming))

    def settled(self, line: Line, spans: Sequence[Span], understood: Fitting, lead: str = "") -> Reading:
        """Return the one query all choices agree on, or ask which was meant; `lead` goes before what can be asked."""
        understood = self._fulfilled(understood)
        if len(understood) == 1 or len({query for _, query in understood}) == 1:
            choice, query = understood[0]
            guessed = tuple([(span.said, ref) for span, ref in choice.picked if span.slips])
            others = tuple([ref for span, _ in choice.picked for ref in span.others if not span.full])
            return Understood(query, choice.slots, guessed, others, polar=WHETHER in choice.slots.cues)
        said = ", ".join(span.said for span in spans if len(span.refs) > 1)
        choices = (lead + self._spelled_out(line, choice) for choice, _ in understood)
        awaits = next((SLOT_OF[span.refs[0].kind] for span in spans if len(span.refs) > 1), "")
        return Unsure(said, tuple(dict.fromkeys(choices)), awaits)

    def _fulfilled(self, understood: Fitting) -> Fitting:
        """Return of namesakes the only one who won what is spoken of: `which Bell won GT` means Rob Bell.

        Where none of them won the title, whoever won a race is meant.
        """
        queries = [query for _, query in understood]
        if len(queries) == 1 or not all(_is_scoped(query) for query in queries):
            return understood
        for wins in (self._titles, self._class_wins):
            won = [one for one in understood if wins(one[1])]
            if won:
                return won if len(won) == 1 else understood
        return understood

    def _titles(self, query: Query) -> bool:
        match query:
            case DriverProfile(focus=focus) | TeamProfile(focus=focus) if focus is Focus.WINS:
                return False
            case DriverProfile(driver=driver, classes=classes, seasons=seasons):
                titles = self.knowledge.titles_of_driver.get(driver, ())
            case TeamProfile(team=team, classes=classes, seasons=seasons):
                titles = self.knowledge.titles_of_team.get(team, ())
            case _:
                return False
        return any(_is_within(one.title.race_class, one.season.id, classes, seasons) for one in titles)

    def _class_wins(self, query: Query) -> bool:
        match query:
            case DriverProfile(driver=driver, classes=classes, seasons=seasons):
                wins = self.knowledge.wins_of_driver.get(driver, ())
            case TeamProfile(team=team, classes=classes, seasons=seasons):
                wins = self.knowledge.wins_of_team.get(team, ())
            case _:
                return False
        return any(_is_within(one.win.race_class, one.race.season.id, classes, seasons) for one in wins)

    def _spelled_out(self, line: Line, choice: Choice) -> str:
        """Return the question with every ambiguous name written in full."""
        parts = []
        position = line.tokens[0].start
        for span, ref in choice.picked:
            if len(span.refs) > 1:
                first, last = line.tokens[span.start], line.tokens[span.end - 1]
                parts += [line.text[position : first.start], self.naming.name(ref)]
                position = last.end
        return "".join((*parts, line.text[position:])).strip()


def _is_scoped(query: Query) -> bool:
    return isinstance(query, DriverProfile | TeamProfile) and bool(query.classes or query.seasons)


def _is_within(race_class: str, season: str, classes: Sequence[str], seasons: Seasons | None) -> bool:
    return (not classes or race_class in classes) and (seasons is None or season in seasons.ids)


def no_such_season(unknown: UnknownSeason) -> Unclear:
    """Say that there was no such season, and which are near."""
    return Unclear(unknown.code, unknown.said, "season", unknown.nearest)
