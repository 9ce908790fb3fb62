"""The reader: from a question to one query, or several, or a reason why not."""

from __future__ import annotations

from collections.abc import Sequence

from bot.knowledge.base import Knowledge
from bot.text.similarity import SlipIndex, nearest
from bot.text.tokens import Line, tokenize
from bot.understanding.commands import COMMANDS, Command
from bot.understanding.outcomes import Read, Reading, Unclear, Understood, Unsure
from bot.understanding.queries import Help, History, Query, SeriesProfile
from bot.understanding.retrieval import ProseIndex
from bot.understanding.shapes import NEUTRAL, SHAPES
from bot.understanding.slots import Choice, Slots, merged, readings
from bot.understanding.spans import SKIP, Kind, Ref, Span
from bot.understanding.tagger import Tagger
from bot.understanding.time import SeasonReader, Time, UnknownSeason

LONGEST_QUESTION = 400
_YEAR_DIGITS = 4
# Cues that ask rather than mean: an entry need not hold them to answer.
_LIGHT = frozenset(
    [
        "who",
        "which",
        "when",
        "where",
        "why",
        "how",
        "count",
        "list",
        "about",
        "ever",
        "history",
        "season",
        "race",
        "first",
        "last",
        "only",
        "more",
        "with",
        "driver",
        "team",
        "current",
        "introduced",
        "ended",
        "rules",
        "country",
        "circuit",
        "most",
        "car",
        "calendar",
        "after",
        "before",
        "since",
        "from",
        "native",
        "names",
        "drove",
        "never",
        "class",
        "overall",
        "opened",
        "compare",
        "both",
        "next",
        "previous",
        "records",
        "uses",
    ]
)
_REASONS = frozenset({"why", "how"})


class Reader:
    """Reads questions against one knowledge base. Pure: the same question always gets the same reading."""

    def __init__(self, knowledge: Knowledge, prefix: str = "!") -> None:
        self._knowledge = knowledge
        self._prefix = prefix
        self.tagger = Tagger(knowledge)
        self._times = SeasonReader(knowledge)
        self._prose = ProseIndex(knowledge, (phrase for phrase in knowledge.vocabulary.skip))
        self._commands = {word: command for command in COMMANDS for word in (command.name, *command.aliases)}
        self._command_slips = SlipIndex(self._commands)

    def read(self, question: str, before: Slots | None = None) -> Read:
        """Return the reading of `question`; `before` are the slots of the question it may ask on from."""
        if len(question) > LONGEST_QUESTION:
            return Read(Unclear("too_long"), ())
        stripped = question.strip()
        prefixed = stripped.startswith((self._prefix, "/"))
        line = tokenize(stripped.removeprefix(self._prefix).removeprefix("/"))
        if not line.tokens:
            return Read(Unclear("empty"), ())
        named = self._command_named(line.tokens[0].text, prefixed=prefixed)
        as_command = self._read_command(line, named) if named is not None else None
        if as_command is not None and isinstance(as_command.reading, Understood | Unsure):
            return as_command
        free = self._read_free(line, before)
        if isinstance(free.reading, Understood | Unsure):
            return free
        if as_command is not None and (prefixed or not isinstance(free.reading, Unclear)):
            return as_command
        if prefixed and named is None:
            return Read(self._unknown_command(line), free.spans)
        return as_command or free

    def _command_named(self, word: str, *, prefixed: bool) -> Command | None:
        command = self._commands.get(word)
        if command is not None:
            return command if prefixed or word == command.name else None
        slips = self._command_slips.near(word) if word not in self.tagger.cues or prefixed else ()
        found = {self._commands[slip.known].name for slip in slips if slip.slips == slips[0].slips}
        # "circuts" is as near to circuit as to circuits: either command answers for both.
        if len({name.removesuffix("es").removesuffix("s") for name in found}) == 1:
            return self._commands[min(found, key=len)]
        return None

    def _unknown_command(self, line: Line) -> Reading:
        said = line.tokens[0].text
        names = nearest(said, (command.name for command in COMMANDS))
        rest = line.text[line.tokens[0].end :]
        if names and len(line.tokens) > 1:
            return Unsure(said, tuple(f"{name}{rest}" for name in names))
        return Unclear("unknown_command", said, nearest=names)

    def _read_command(self, line: Line, command: Command) -> Read:
        arguments = Line(line.text, line.tokens[1:])
        if command.name == "ask":
            return self._read_free(arguments, None) if arguments.tokens else Read(Unclear("empty"), ())
        if command.name == "help":
            return self._help(arguments)
        spans = self.tagger.tag(arguments, command.kinds or None)
        read = self._read(arguments, spans, command)
        if command.name in ("history", "series") and not isinstance(read.reading, Understood):
            prose = self._read_prose(self.tagger.tag(arguments), command.name)
            return Read(prose, spans, command=command.name) if prose is not None else read
        return read

    def _help(self, arguments: Line) -> Read:
        if not arguments.tokens:
            return Read(Understood(Help(), Slots()), ())
        command = self._command_named(arguments.tokens[0].text, prefixed=True)
        if command is None:
            return Read(Unclear("unknown_command", arguments.tokens[0].text), ())
        return Read(Understood(Help(command.name), Slots()), (), command="help")

    def _read(self, line: Line, spans: tuple[Span, ...], command: Command) -> Read:
        time = self._times.read(spans)
        if time.unknown is not None:
            if command.name != "history":
                return Read(Unclear("unknown_season", time.unknown.said), spans, command=command.name)
            time = Time(time.unknown.as_year(), used=time.used)
        understood: list[tuple[Choice, Query]] = []
        slots = Slots()
        for choice in readings(spans, time, kinds=command.kinds or None):
            slots = choice.slots
            if slots.unknown:
                return Read(self._unclear(slots.unknown[0], command), spans, slots, command.name)
            query = command.read(slots)
            if query is not None:
                understood.append((choice, query))
        if not understood:
            missing = Unclear("needs", kind=command.name)
            return Read(missing, spans, slots, command.name)
        return Read(
            self._settled(line, spans, understood, command.name + " "), spans, understood[0][0].slots, command.name
        )

    def _unclear(self, said: str, command: Command) -> Unclear:
        return self.unknown_name(said, command.asks_for or "word")

    def unknown_name(self, said: str, kind: str) -> Unclear:
        """Say that `said` is nothing known, with the names of `kind` that look most like it."""
        labels = self.labels(kind)
        return Unclear("unknown_name", said, kind, nearest(said, labels) if labels else ())

    def labels(self, kind: str) -> tuple[str, ...]:
        """Return the names of all things of `kind`, for hints."""
        knowledge = self._knowledge
        tables = {
            "driver": (driver.name for driver in knowledge.champion_drivers()),
            "team": (knowledge.teams[team].name for team in knowledge.titles_of_team),
            "circuit": (circuit.name for circuit in knowledge.circuits.values()),
            "race": (circuit.race for circuit in knowledge.circuits.values()),
            "class": (race_class.name for race_class in knowledge.classes.values()),
            "topic": (topic.title for topic in knowledge.topics),
        }
        return tuple(tables.get(kind, ()))

    def _read_free(self, line: Line, before: Slots | None) -> Read:
        spans = self.tagger.tag(line)
        if any(span.cue == "history" for span in spans):
            spans = self.tagger.tag(line, frozenset(Kind))
        time = self._times.read(spans)
        if time.unknown is not None:
            return Read(self._read_past(spans, time.unknown), spans)
        choices = list(readings(spans, time))
        fitting = self._fitting(choices)
        if before is not None and (not fitting or _asks_on(line, spans)):
            joined = [Choice(choice.picked, merged(before, choice.slots)) for choice in choices]
            fitting = self._fitting(joined) or fitting
        why = any(span.cue in _REASONS for span in spans)
        if why or not fitting:
            prose = self._read_prose(spans, "")
            if prose is not None:
                return Read(prose, spans, choices[0].slots)
        if fitting:
            return Read(self._settled(line, spans, fitting, ""), spans, fitting[0][0].slots)
        return Read(self._refused(spans, choices), spans, choices[0].slots)

    def _read_past(self, spans: Sequence[Span], unknown: UnknownSeason) -> Reading:
        """Read a question on a time without a season: only the history can answer it."""
        cues = {span.cue for span in spans}
        if not cues & {"title", "win"}:
            meant = [span for span in spans if not span.is_skip and span.cue not in NEUTRAL and span.years is None]
            if all(span.cue == "history" for span in meant):
                return Understood(History(None, unknown.as_year()), Slots())
            prose = self._read_prose(spans, "")
            if prose is not None:
                return prose
        return Unclear("unknown_season", unknown.said)

    def _fitting(self, choices: Sequence[Choice]) -> list[tuple[Choice, Query]]:
        """Return each choice with the query of the first shape that fits it, the best shapes only."""
        ranked: list[tuple[int, Choice, Query]] = []
        for choice in choices:
            if choice.slots.unknown:
                continue
            for rank, shape in enumerate(SHAPES):
                if shape.fits(choice.slots):
                    ranked.append((rank, choice, shape.build(choice.slots)))
                    break
        return [(choice, query) for _, choice, query in ranked]

    def _settled(
        self, line: Line, spans: Sequence[Span], understood: Sequence[tuple[Choice, Query]], lead: str
    ) -> Reading:
        if len({query for _, query in understood}) == 1:
            choice, query = understood[0]
            guessed = tuple((span.said, ref) for span, ref in choice.picked if span.slips)
            others = tuple(ref for span, _ in choice.picked for ref in span.others if not span.full)
            return Understood(query, choice.slots, guessed, others)
        said = ", ".join(span.said for span in spans if len(span.refs) > 1)
        return Unsure(said, tuple(lead + self._spelled_out(line, choice) for choice, _ in understood))

    def _spelled_out(self, line: Line, choice: Choice) -> str:
        """Return the question with every ambiguous name written in full."""
        parts = []
        position = line.tokens[0].start
        for span, ref in choice.picked:
            if len(span.refs) > 1:
                first, last = line.tokens[span.start], line.tokens[span.end - 1]
                parts += [line.text[position : first.start], self.name_of(ref)]
                position = last.end
        return "".join((*parts, line.text[position:])).strip()

    def name_of(self, ref: Ref) -> str:
        """Return the full name of `ref`."""
        knowledge = self._knowledge
        names = {
            Kind.DRIVER: lambda: knowledge.drivers[ref.id].name,
            Kind.TEAM: lambda: knowledge.teams[ref.id].name,
            Kind.CIRCUIT: lambda: knowledge.circuits[ref.id].name,
            Kind.RACE: lambda: knowledge.circuits[ref.id].race,
            Kind.CLASS: lambda: knowledge.classes[ref.id].name,
            Kind.COUNTRY: lambda: knowledge.countries[ref.id].name,
            Kind.TOPIC: lambda: next(topic.title for topic in knowledge.topics if topic.id == ref.id),
        }
        return names[ref.kind]()

    def _read_prose(self, spans: Sequence[Span], command: str) -> Understood | None:
        heavy: list[str] = []
        light: list[str] = []
        for span in spans:
            if span.cue == SKIP:
                continue
            bucket = light if span.cue in _LIGHT else heavy
            if span.years is not None:
                bucket += {str(span.years.first), str(span.years.last)}
            else:
                bucket += span.said.split()
        if not heavy and command:
            heavy, light = light, []
        if any(word.isdigit() and len(word) < _YEAR_DIGITS for word in heavy):
            return None
        found = self._prose.find(heavy, light)
        slots = Slots()
        if found.history and command != "series":
            return Understood(History(entries=found.history), slots)
        return Understood(SeriesProfile(found.facts), slots) if found.facts else None

    def _refused(self, spans: Sequence[Span], choices: Sequence[Choice]) -> Unclear:
        unknown = choices[0].slots.unknown
        if unknown:
            strangest = [word for word in unknown if self._prose.stem_of(word) is None]
            return Unclear("unknown_word", (strangest or unknown)[0])
        if choices[0].slots.present:
            return Unclear("no_reading", self._about(choices[0]))
        return Unclear("no_subject")

    def _about(self, choice: Choice) -> str:
        return ", ".join(self.name_of(ref) for _, ref in choice.picked)


_ASKING_ON = frozenset({"and", "what about", "how about", "same for", "what of"})
_POINTING = frozenset(
    {"he", "she", "they", "his", "her", "their", "him", "them", "that", "there", "it", "else", "those"}
)


def _asks_on(line: Line, spans: Sequence[Span]) -> bool:
    """True where a question points back: it begins with `and`, `what about`, or has a pronoun for its subject."""
    text = line.text.lstrip()
    if any(text.startswith(start + " ") for start in _ASKING_ON):
        return True
    return any(token.text in _POINTING for token in line.tokens)
