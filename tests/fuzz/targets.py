"""What odd input is given to, and what each must do with it: whatever it raises beyond that is a fault."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from bot.assistant import COMMANDS, Assistant, Before, Offer
from bot.discord_app.asking import Answered, Asked
from bot.discord_app.letters import Letter
from bot.knowledge.loading import check_folder
from bot.knowledge.yaml_building import UnreadableError
from bot.knowledge.yaml_reading import read_yaml
from bot.server_facts.entries import read_file
from bot.server_facts.importing import Planner
from bot.server_facts.limits import FILE_NEW_NAMES
from bot.server_facts.model import ServerNotes
from bot.server_facts.problems import RefusedError
from bot.server_facts.subjects import KnownSubjects
from bot.settings import shipped_knowledge
from bot.text.seasons import find_years
from bot.understanding.local.trial import stored_questions

from .mutating import anything, spoiled, spoiled_bytes

SEASONS = ("2016-17", "2019/20", "16/17", "2013", "'22", "2023-2024", "since 2019", "2015 to 2018", "10 December 2022")
IMPORTS = (
    "server: 811111111111111111\nsettings:\n  prefix: '?'\n  review: true\n",
    "facts:\n- {subject: circuit:sepang, text: Parking is free., source: 'https://example.org'}\n",
    "facts:\n- subject: topic:Meetup\n  text: |\n    Saturday\n    at noon\n  author: 133333333333333333\n",
    "names:\n- {name: the Nile, subject: circuit:sepang}\n- {name: Green Hell, subject: topic:Meetup}\n",
)
ORDERS = (
    "fact add circuit sepang: text",
    "fact edit 1 text",
    "name add the Nile = sepang",
    "settings prefix ?",
    "fact undo",
)
PLAIN_FROM = 0.3


@dataclass(frozen=True)
class Target:
    """`make` makes input from dice, `feed` gives it to the bot; `share` of all inputs are its.

    `given` makes input of any bytes instead, and `seeds` are some that make real input.
    """

    name: str
    share: float
    make: Callable[[Random], Any]
    feed: Callable[[Any], None]
    given: Callable[[bytes], Any]
    seeds: Sequence[bytes]


class Targets:
    """Everything that takes what people write or files hold."""

    def __init__(self) -> None:
        self.folder = tempfile.TemporaryDirectory(prefix="fuzz-")
        self._assistant = assistant = Assistant.from_folder(shipped_knowledge())
        self._asked = (*stored_questions(), *(f"!{one}" for command in COMMANDS for one in command.examples))
        self._subjects = KnownSubjects(assistant.knowledge)
        self._before: Before | None = None
        self._files = [path for path in sorted(shipped_knowledge().rglob("*.yml")) if path.stat().st_size < 4_000]
        self._texts = tuple(path.read_text("utf-8") for path in self._files)
        asked, seasons, orders = _as_bytes(self._asked), _as_bytes(SEASONS), _as_bytes(ORDERS)
        texts, imports = _as_bytes(self._texts), _as_bytes(IMPORTS)
        folder = [bytes([number]) + text for number, text in enumerate(texts[:256])]
        self.all = (
            Target("a question in a talk, and its letter", 0.73, self._line, self._ask, _text, asked),
            Target("a half-typed line", 0.03, self._line, self._suggest, _text, asked),
            Target("an order of an admin", 0.06, self._order, self._read_order, _text, orders),
            Target("the spelling of a season", 0.08, self._season, self._find, _text, seasons),
            Target("a YAML file", 0.05, self._yaml, self._parse, bytes, [*texts, *imports]),
            Target("a file to import", 0.0495, self._import, self._plan, bytes, imports),
            Target("a knowledge folder", 0.0005, self._knowledge, self._check, self._file, folder),
        )

    def feed(self, given: bytes) -> None:
        """Feed any bytes: the first one says which target gets the others."""
        target = self.all[given[0] % len(self.all) if given else 0]
        target.feed(target.given(given[1:]))

    def seeds(self) -> Iterator[bytes]:
        """Yield real input for each target, as `feed` takes it."""
        for number, target in enumerate(self.all):
            yield from (bytes([number]) + seed for seed in target.seeds)

    def _line(self, dice: Random) -> str:
        return anything(dice) if dice.random() < PLAIN_FROM else spoiled(self._asked, dice)

    def _ask(self, line: str) -> None:
        heard = self._assistant.hear(line, self._before)
        self._before = heard.after(self._before)
        page = heard.page
        assert page.text.strip(), "an empty page"
        Letter(Answered(Asked(line, 1), page)).embed.to_dict()

    def _suggest(self, line: str) -> None:
        assert len(self._assistant.suggest(line)) <= 25
        self._assistant.offer(list(Offer)[len(line) % len(Offer)], line)
        self._assistant.names_command(line)

    def _order(self, dice: Random) -> str:
        return spoiled(ORDERS, dice)

    def _read_order(self, line: str) -> None:
        self._assistant.order(line)
        self._assistant.subject_of(line)

    def _season(self, dice: Random) -> str:
        return anything(dice) if dice.random() < PLAIN_FROM else spoiled(SEASONS, dice)

    def _find(self, text: str) -> None:
        for years in find_years(text):
            assert years, "nothing found, but told"

    def _yaml(self, dice: Random) -> bytes:
        return spoiled_bytes((*self._texts, *IMPORTS), dice)

    def _parse(self, content: bytes) -> None:
        try:
            read_yaml(content)
        except UnreadableError as error:
            assert error.flaw.text, "a flaw without a word"

    def _import(self, dice: Random) -> bytes:
        return spoiled_bytes(IMPORTS, dice)

    def _plan(self, content: bytes) -> None:
        try:
            planner = Planner(ServerNotes(1), 1, self._subjects, self._assistant.against_name)
            planner.plan(read_file(content), FILE_NEW_NAMES)
        except RefusedError as refused:
            assert str(refused), "refused without a word"

    def _knowledge(self, dice: Random) -> tuple[Path, bytes]:
        number = dice.randrange(len(self._files))
        return self._files[number], spoiled_bytes((self._texts[number],), dice)

    def _file(self, given: bytes) -> tuple[Path, bytes]:
        return self._files[given[0] % len(self._files) if given else 0], given[1:]

    def _check(self, spoilt: tuple[Path, bytes]) -> None:
        path, content = spoilt
        copy = Path(self.folder.name) / path.relative_to(shipped_knowledge())
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(content)
        assert check_folder(Path(self.folder.name)), "one file alone is a whole knowledge"
        copy.unlink()


def _text(given: bytes) -> str:
    """Return `given` as text; what is none becomes halves of surrogate pairs, which are odd input of their own."""
    return given.decode("utf-8", "surrogateescape")


def _as_bytes(texts: Iterable[str]) -> list[bytes]:
    return [text.encode("utf-8") for text in texts]
