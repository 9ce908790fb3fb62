"""The reader: from a question to one query, or several, or a reason why not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bot.knowledge.base import Knowledge
from bot.text.fold import words
from bot.text.seasons import Spelling
from bot.text.similarity import SlipIndex, nearest
from bot.text.tokens import Line, tokenize
from bot.understanding.clauses import without_asides
from bot.understanding.commands import COMMANDS, Command
from bot.understanding.conversation import Before, begins_on, is_bare
from bot.understanding.counted import with_counted
from bot.understanding.fitting import Fitting
from bot.understanding.listener import Heard, Listener
from bot.understanding.naming import Naming
from bot.understanding.nearby import nearby
from bot.understanding.opinions import BEST, measured
from bot.understanding.outcomes import Read, Reading, Unclear, Understood, Unsure, as_typed
from bot.understanding.polarity import WHETHER, with_polarity
from bot.understanding.prose import ProseReader
from bot.understanding.queries import Help, History, SeriesProfile
from bot.understanding.retrieval import Extent
from bot.understanding.shapes import NEUTRAL
from bot.understanding.slots import Choice, Slots, readings
from bot.understanding.spans import Kind, Span, cue_set
from bot.understanding.tagger import Tagger
from bot.understanding.time import SeasonReader, Time, UnknownSeason
from bot.understanding.turns import Relations, swapped

LONGEST_QUESTION = 400
_ASKING = frozenset({"who"})
_UNREAD = frozenset({"unknown_word", "no_reading", "no_subject"})
_REASONS = frozenset({"why", "how"})
# How many cars there were is not how many races.
_CARS = frozenset({"count", "car"})
# With these a question that fits a shape may still be one that only an entry of the history answers.
_TELLING = cue_set("only not asian soft modal length standings")
# What is passed over, step by step, where nothing else answers: words that were only said by the way, then words for
# what is done, which often tell nothing that the rest does not. Then neither Yes nor No can be said.
_PASSED_OVER = (cue_set("soft"), cue_set(f"soft uses introduced ended became exist ran drove how about {WHETHER}"))
# What is most of something is only told by an entry that tells just that: one that mentions it may tell of less.
_MEASURING = cue_set("most fewest longest shortest oldest count often amount exactly atleast only every list")


class Reader:
    """Reads questions against one knowledge base. Pure: the same question always gets the same reading."""

    def __init__(self, knowledge: Knowledge, prefix: str = "!") -> None:
        self._prefix = prefix
        self._knowledge = knowledge
        self._prose = ProseReader(knowledge)
        self._tagger = Tagger(knowledge, self._prose.holds)
        self._times = SeasonReader(knowledge)
        self.naming = Naming(knowledge)
        self._foreign = frozenset(" ".join(words(one)) for one in knowledge.vocabulary.foreign_circuits)
        self._listener = Listener(self._times, self.naming, Relations(knowledge))
        self._commands = {word: command for command in COMMANDS for word in (command.name, *command.aliases)}
        self._command_slips = SlipIndex(self._commands)

    def read(self, question: str, before: Before | None = None) -> Read:
        """Return the reading of `question`; `before` is what it may ask on from."""
        read = self._without_asides(self._read(question, before), question, before)
        plain = isinstance(read.reading, Understood) and not read.reading.guessed
        return read if plain else replace(read, reading=as_typed(read.reading, question))

    def _read(self, question: str, before: Before | None) -> Read:
        if len(question) > LONGEST_QUESTION:
            return Read(Unclear("too_long"), ())
        stripped = question.strip()
        prefixed = stripped.startswith((self._prefix, "/"))
        line = tokenize(stripped.removeprefix(self._prefix).removeprefix("/"))
        if not line.tokens:
            return Read(Unclear("empty"), ())
        command = self._command(line.tokens[0].text, prefixed=prefixed)
        # A phrase that begins with a command's name is no command: "season after 2018-19".
        # Nor is one that only asks on: "circuits?", "race 2".
        bare = before is not None and is_bare(line, stripped)
        if command is None or (not prefixed and (bare or self._tagger.begins_phrase(line))):
            return self._without_command(line, None if prefixed else before, prefixed=prefixed)
        read = self._read_command(line, command)
        if not isinstance(read.reading, Unclear):
            return read
        # A name command with a name that is none must not be answered by whatever else holds that word.
        free = self._read_free(
            line, None if prefixed else before, extent=Extent.ONE_TERM if read.named_unknown else Extent.MOST
        )
        begins_name = not prefixed and bool(free.spans) and bool(free.spans[0].refs)
        guess = read.named_unknown and isinstance(free.reading, Understood) and free.reading.guessed
        if isinstance(free.reading, Understood) and (begins_name or not guess):
            return free
        return read if prefixed or read.named_unknown else free

    def _without_command(self, line: Line, before: Before | None, *, prefixed: bool) -> Read:
        asks = not prefixed or line.tokens[0].text in self._tagger.cues
        free = self._read_free(line, before, prose=asks)
        if prefixed and isinstance(free.reading, Unclear):
            return Read(self._unknown_command(line), free.spans)
        return free

    def _without_asides(self, read: Read, question: str, before: Before | None) -> Read:
        """Return how `question` is read without what was said around it, where that is all that was not understood."""
        if not isinstance(read.reading, Unclear) or read.reading.code not in _UNREAD or read.command:
            return read
        for line in without_asides(tokenize(question), read.spans, self._tagger.gazetteer.words):
            shorter = self._read_free(line, before)
            if isinstance(shorter.reading, Understood) and not shorter.reading.guessed:
                return shorter
        return read

    def prepare(self) -> None:
        """Build at once what is otherwise built for the first question that needs it."""
        self._prose.holds("")

    # --- commands

    def command_of(self, line: str) -> Command | None:
        """Return the command that `line` begins with as one marked by the prefix does, or None."""
        tokens = tokenize(line.strip().removeprefix(self._prefix)).tokens
        return self._command(tokens[0].text, prefixed=True) if tokens else None

    def _command(self, word: str, *, prefixed: bool) -> Command | None:
        command = self._commands.get(word)
        if command is not None:
            # Without the prefix an everyday word such as "title" or "dates" begins a free question.
            return command if prefixed or word == command.name else None
        slips = self._command_slips.near(word) if prefixed or word not in self._tagger.cues else ()
        found = {self._commands[slip.known].name for slip in slips if slip.slips == slips[0].slips}
        # "circuts" is as near to circuit as to circuits: either command answers for both.
        if len({name.removesuffix("es").removesuffix("s") for name in found}) == 1:
            return self._commands[min(found, key=len)]
        return None

    def _unknown_command(self, line: Line) -> Reading:
        said = line.tokens[0].text
        names = nearest(said, (command.name for command in COMMANDS))
        rest = line.text[line.tokens[0].end :]
        meant = [name for name in names if isinstance(self.read(f"{name}{rest}").reading, Understood)]
        return Unsure(said, tuple(f"{name}{rest}" for name in meant)) if meant else Unclear("unknown_command", said)

    def _read_command(self, line: Line, command: Command) -> Read:
        arguments = Line(line.text, line.tokens[1:])
        if command.name == "ask":
            return self._read_free(arguments, None) if arguments.tokens else Read(Unclear("empty"), ())
        if command.name == "help":
            return self._help(arguments)
        spans = self._tagger.tag(arguments, command.kinds or None)
        read = self._with_arguments(arguments, spans, command)
        if command.prose and isinstance(read.reading, Unclear):
            prose = self._prose.read(self._tagger.tag(arguments), asked=command.name)
            return Read(prose, spans, command=command.name) if prose is not None else read
        return read

    def _help(self, arguments: Line) -> Read:
        if not arguments.tokens:
            return Read(Understood(Help(), Slots()), (), command="help")
        word = arguments.tokens[0].text
        command = self._command(word.removeprefix(self._prefix), prefixed=True)
        if command is None:
            return Read(Unclear("unknown_command", word), ())
        return Read(Understood(Help(command.name), Slots()), (), command="help")

    def _with_arguments(self, line: Line, spans: tuple[Span, ...], command: Command) -> Read:
        time = self._times.read(spans)
        if time.unknown is not None:
            if command.name != "history":
                slots = next(readings(spans, time, kinds=command.kinds or None)).slots
                cue = frozenset({command.cue}) if command.cue else frozenset()
                return Read(_no_such_season(time.unknown), spans, slots._replace(cues=slots.cues | cue), command.name)
            time = Time(time.unknown.as_year(), used=time.used)
        choices = list(readings(spans, time, kinds=command.kinds or None))
        slots = choices[0].slots
        if slots.unknown:
            return Read(self.naming.unknown(slots.unknown[0], command.asks_for), spans, slots, command.name)
        built = [(choice, command.read(choice.slots)) for choice in choices]
        understood = [(choice, query) for choice, query in built if query is not None]
        if not understood:
            return Read(Unclear("needs", kind=command.name), spans, slots, command.name)
        if command.cue:
            understood = [(_with_cue(choice, command.cue), query) for choice, query in understood]
        return Read(self._settled(line, spans, understood, f"{command.name} "), spans, slots, command.name)

    # --- free questions

    def _read_free(
        self, line: Line, before: Before | None, *, prose: bool = True, extent: Extent = Extent.MOST
    ) -> Read:
        spans = self._tagged(line, before)
        time = self._times.read(spans)
        if time.unknown is not None:
            asks_on = before is not None and begins_on(line)
            tells = prose and not asks_on
            past = self._read_past(spans, time.unknown, extent=extent) if tells else _no_such_season(time.unknown)
            return Read(past, spans, next(readings(spans, time)).slots)
        polar = [Choice(one.picked, with_polarity(line, spans, measured(one.slots))) for one in readings(spans, time)]
        choices = [Choice(one.picked, with_counted(spans, one.slots)) for one in polar]
        heard = self._listener.hear(line, spans, choices, before)
        if not isinstance(heard.end, list):
            return Read(heard.end, spans, choices[0].slots)
        # Who won another race is no question on what the history says of it.
        if prose and not any(span.cue == "foreign" for span in spans):
            found = self._read_prose(spans, heard, choices[0].slots, extent=extent)
            # A fact that was just told is no reason for itself.
            again = heard.otherwise is not None and isinstance(getattr(found, "query", None), SeriesProfile)
            if found is not None and not again:
                return Read(found, spans, choices[0].slots)
        for passed_over in _PASSED_OVER:
            if not heard.end:
                fewer = list(_without(choices, passed_over))
                heard = self._listener.hear(line, spans, fewer, before) if fewer else heard
        if not isinstance(heard.end, list):
            return Read(heard.end, spans, choices[0].slots)
        if heard.end:
            return Read(self._settled(line, spans, heard.end, ""), spans, heard.end[0][0].slots)
        refused = heard.otherwise or self._refused(choices[0], spans)
        return Read(refused, spans, choices[0].slots)

    def _tagged(self, line: Line, before: Before | None) -> tuple[Span, ...]:
        spans = self._tagger.tag(line)
        if any(span.cue == "history" for span in spans):
            spans = self._tagger.tag(line, topics=True)
        return swapped(line, spans, before, self._tagger.tag, self.naming) if before is not None else spans

    def _read_prose(self, spans: Sequence[Span], heard: Heard, now: Slots, *, extent: Extent) -> Reading | None:
        """Return the entries that answer a question which fits nothing, or that know better than what it fits."""
        cues = {span.cue for span in spans}
        sure = bool(heard.end) and heard.surely and _REASONS.isdisjoint(cues) and not cues >= _CARS
        if sure and (heard.asks_on or _TELLING.isdisjoint(cues)):
            return None
        between = (
            _REASONS.isdisjoint(cues) and not cues.isdisjoint(_MEASURING) and not cues & {"grid"} and not now.unknown
        )
        extent = max(extent, Extent.ONE_TERM if sure else Extent.TERMS if between else Extent.MOST)
        found = self._prose.read((*spans, *heard.subject), extent=extent)
        # What "it" is, the words may tell by themselves: "how do you abbreviate it".
        tells = bool(now.unknown) or bool(now.present)
        return self._prose.read(spans, extent=extent) if found is None and heard.subject and tells else found

    def _read_past(self, spans: Sequence[Span], unknown: UnknownSeason, *, extent: Extent) -> Reading:
        """Read a question on a time without a season: only the history can answer it."""
        # Who won then is told only where an entry is asked for in all that was said.
        winner = any(span.cue in ("title", "win") for span in spans)
        meant = [span for span in spans if not span.is_skip and span.cue not in NEUTRAL and span.years is None]
        if not winner and all(span.cue == "history" for span in meant):
            return Understood(History(None, unknown.as_year()), Slots())
        # A class with a season there never was asks for that season; a class with a year may be an entry's.
        season = unknown.kind is Spelling.SEASON and _only_classes(meant)
        return (
            None if season else self._prose.read(spans, extent=Extent.ONE_TERM if winner else extent)
        ) or _no_such_season(unknown)

    def _refused(self, choice: Choice, spans: Sequence[Span]) -> Unclear:
        unknown = choice.slots.unknown
        elsewhere = next((span.said for span in spans if span.cue in ("elsewhere", "foreign")), None)
        if elsewhere:
            return Unclear("elsewhere", elsewhere)
        if BEST in choice.slots.cues:
            return Unclear("opinion", nearest=("record drivers", "record teams", "record"))
        stranger = next((word for word in unknown if word in self._foreign), None)
        if stranger:
            return self.naming.unknown(stranger, "circuit")
        if unknown:
            # What not even the history knows is told rather than what only stands in another context.
            strangest = next((word for word in unknown if not self._prose.knows(word)), unknown[0])
            return Unclear("unknown_word", strangest, nearest=nearby(self._knowledge, self.naming, choice.slots))
        if choice.picked:
            names = ", ".join(self.naming.name(ref) for _, ref in choice.picked)
            return Unclear("no_reading", names, nearest=nearby(self._knowledge, self.naming, choice.slots))
        return Unclear("no_subject")

    # --- both

    def _settled(self, line: Line, spans: Sequence[Span], understood: Fitting, lead: str) -> Reading:
        """Return the one query all choices agree on, or ask which was meant."""
        if len({query for _, query in understood}) == 1:
            choice, query = understood[0]
            guessed = tuple((span.said, ref) for span, ref in choice.picked if span.slips)
            others = tuple(ref for span, _ in choice.picked for ref in span.others if not span.full)
            return Understood(query, choice.slots, guessed, others, polar=WHETHER in choice.slots.cues)
        said = ", ".join(span.said for span in spans if len(span.refs) > 1)
        choices = (lead + self._spelled_out(line, choice) for choice, _ in understood)
        return Unsure(said, tuple(dict.fromkeys(choices)))

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


def _no_such_season(unknown: UnknownSeason) -> Unclear:
    """Say that there was no such season, and which are near."""
    return Unclear("unknown_season", unknown.said, "season", unknown.nearest)


def _only_classes(spans: Sequence[Span]) -> bool:
    return all(span.refs and span.refs[0].kind is Kind.CLASS for span in spans)


def _without(choices: Iterable[Choice], passed_over: frozenset[str]) -> Iterator[Choice]:
    """Yield the choices that hold words which are `passed_over`, without them."""
    for one in choices:
        cues = one.slots.cues - passed_over
        # Who made the trophy is not who won it.
        if cues != one.slots.cues and (one.slots.present or len(cues - NEUTRAL - _ASKING) > 1):
            yield Choice(one.picked, one.slots._replace(cues=cues))


def _with_cue(choice: Choice, cue: str) -> Choice:
    return Choice(choice.picked, choice.slots._replace(cues=choice.slots.cues | {cue}))
