"""Commands: which one a line begins with, and what its arguments come to."""

from __future__ import annotations

from bot.text.similarity import SlipIndex, nearest
from bot.text.tokens import Line
from bot.understanding.administration.reading import group_of
from bot.understanding.commands.command import Command
from bot.understanding.commands.table import COMMANDS
from bot.understanding.free import FreeReader
from bot.understanding.means import Means, no_such_season
from bot.understanding.outcomes import Read, Unclear, Understood
from bot.understanding.queries import Help
from bot.understanding.slots import Choice, Slots, readings
from bot.understanding.spans import Span
from bot.understanding.time import Time


class CommandReader:
    """Reads lines that begin with a command."""

    def __init__(self, means: Means, free: FreeReader) -> None:
        self._means = means
        self._free = free
        self._commands = {word: command for command in COMMANDS for word in (command.name, *command.aliases)}
        self._slips = SlipIndex(self._commands)

    def called(self, word: str, *, prefixed: bool) -> Command | None:
        """Return the command that `word` is the name of, slips of the pen allowed; `prefixed` marks it as one."""
        command = self._commands.get(word)
        if command is not None:
            # Without the prefix an everyday word such as "title" or "dates" begins a free question.
            return command if prefixed or word == command.name else None
        slips = self._slips.near(word) if prefixed or word not in self._means.tagger.cues else ()
        found = {self._commands[slip.known].name for slip in slips if slip.slips == slips[0].slips}
        # "circuts" is as near to circuit as to circuits: either command answers for both.
        if len({name.removesuffix("es").removesuffix("s") for name in found}) == 1:
            return self._commands[min(found, key=len)]
        return None

    def nearest(self, word: str) -> tuple[str, ...]:
        """Return the names of commands that look like `word`."""
        return nearest(word, (command.name for command in COMMANDS))

    def read(self, line: Line, command: Command) -> Read:
        """Return the reading of `line`, which begins with `command`."""
        arguments = Line(line.text, line.tokens[1:])
        if command.name == "ask":
            return self._free.read(arguments, None) if arguments.tokens else Read(Unclear("empty"), ())
        if command.name == "help":
            return self._help(arguments)
        spans = self._means.tagger.tag(arguments, command.kinds or None)
        read = self._with_arguments(arguments, spans, command)
        if command.prose and isinstance(read.reading, Unclear):
            prose = self._means.prose.read(self._means.tagger.tag(arguments), asked=command.name)
            return Read(prose, spans, command=command.name) if prose is not None else read
        return read

    def _help(self, arguments: Line) -> Read:
        if not arguments.tokens:
            return Read(Understood(Help(), Slots()), (), command="help")
        word = arguments.tokens[0].text
        group = group_of(word)
        if group is not None:
            return Read(Understood(Help(group), Slots()), (), command="help")
        command = self.called(word, prefixed=True)
        if command is None:
            return Read(Unclear("unknown_command", word), ())
        return Read(Understood(Help(command.name), Slots()), (), command="help")

    def _with_arguments(self, line: Line, spans: tuple[Span, ...], command: Command) -> Read:
        season = "seasons" in command.may and command.also.isdisjoint({"first", "last"})
        time = self._means.times.read_argument(spans) if season else self._means.times.read(spans)
        if time.unknown is not None:
            if command.name != "history":
                slots = next(readings(spans, time, kinds=command.kinds or None)).slots
                cue = frozenset({command.cue}) if command.cue else frozenset()
                return Read(no_such_season(time.unknown), spans, slots._replace(cues=slots.cues | cue), command.name)
            time = Time(time.unknown.as_year(), used=time.used)
        choices = list(readings(spans, time, kinds=command.kinds or None))
        slots = choices[0].slots
        if slots.unknown:
            return Read(self._means.naming.unknown(slots.unknown[0], command.asks_for), spans, slots, command.name)
        built = [(choice, command.read(choice.slots)) for choice in choices]
        understood = [(choice, query) for choice, query in built if query is not None]
        if not understood:
            return Read(Unclear("needs", kind=command.name), spans, slots, command.name)
        if command.cue:
            understood = [(_with_cue(choice, command.cue), query) for choice, query in understood]
        return Read(self._means.settled(line, spans, understood, f"{command.name} "), spans, slots, command.name)


def _with_cue(choice: Choice, cue: str) -> Choice:
    return Choice(choice.picked, choice.slots._replace(cues=choice.slots.cues | {cue}))
