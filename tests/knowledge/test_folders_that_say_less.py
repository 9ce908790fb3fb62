"""A folder that `bot check` passes answers whatever is asked, however little it says; some of it with a refusal."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import fields
from types import MappingProxyType
from typing import Any

import pytest
import shipped
from page_laws import flaws
from question_rows import rows
from tiny_folder import Folder

from bot.assistant import Assistant
from bot.knowledge import model
from bot.knowledge.base import Knowledge
from bot.knowledge.model import Entry
from bot.knowledge.tables import Tables

ASKED = tuple(dict.fromkeys(row.ask for row in rows()))
SEASON = "seasons/2019-20.yml"
# Without these there would be no season that was held, or cars of makes that are not known: no check passes that.
NEEDED = {("Season", "champions"), ("Season", "rounds"), ("Season", "status"), ("Vocabulary", "makes")}
MODELS = [
    one
    for one in vars(model).values()
    if isinstance(one, type) and issubclass(one, Entry) and not all(f.is_required() for f in one.model_fields.values())
]


def unfit(knowledge: Knowledge, every: int) -> dict[str, list[str]]:
    """Ask one question in `every`; return what is wrong with the pages. An exception fails the test by itself."""
    assistant = Assistant(knowledge)
    found = {asked: flaws(assistant.reply(asked)) for asked in ASKED[::every]}
    return {asked: wrong for asked, wrong in found.items() if wrong}


def with_shipped_words(folder: Folder) -> Folder:
    """Return `folder` with all the words that questions are made of, so that they are understood."""
    folder.remove("cues/winning.yml")
    shutil.copytree(shipped.FOLDER / "cues", folder.path / "cues", dirs_exist_ok=True)
    shutil.copy(shipped.FOLDER / "vocabulary.yml", folder.path)
    return folder


def announced(folder: Folder, season: str) -> None:
    """Add a season that nobody has run yet."""
    text = (folder.path / SEASON).read_text(encoding="utf-8")
    head = text[: text.index("champions:")] + "status: announced\nsources: [article]\n"
    folder.write(f"seasons/{season}.yml", head.replace("2019-20", season).replace("2019–20", season.replace("-", "–")))


def test_a_tiny_folder_answers(folder: Folder) -> None:
    assert unfit(Knowledge.from_folder(folder.path), 20) == {}
    assert unfit(Knowledge.from_folder(with_shipped_words(folder).path), 1) == {}


def test_a_topic_is_offered_as_it_is_asked_for(folder: Folder) -> None:
    """Its title alone may be read as something else, or as nothing."""
    assistant = Assistant(Knowledge.from_folder(with_shipped_words(folder).path))
    (offered,) = assistant.reply("history organiser").next_questions
    assert offered == "history The organiser"
    assert assistant.reply(offered).query == "History(topic=organiser)"


def test_a_tiny_folder_with_a_season_to_come_answers(folder: Folder) -> None:
    announced(with_shipped_words(folder), "2026-27")
    assert unfit(Knowledge.from_folder(folder.path), 3) == {}


def test_a_season_that_is_only_announced_is_not_the_current_one(folder: Folder) -> None:
    announced(folder, "2026-27")
    folder.change("series.yml", '"2019-20"', '"2026-27"')
    told = 'series.yml:3: current: "2026-27" is only announced; the current season is one that was held'
    assert folder.problems() == [told]


def test_a_car_needs_a_make(folder: Folder) -> None:
    folder.change(SEASON, 'number: "26"', 'number: "26"\n        car: Oreca 07')
    text = '"Oreca 07" begins with no make that vocabulary.yml names'
    assert folder.problems() == [f"{SEASON}:22: rounds[0].winners[0].car: {text}"]
    folder.write("vocabulary.yml", "skip: [please]\ngeneric: [racing]\nmakes:\n  oreca: [Oreca]\n")
    assert folder.problems() == []


@pytest.mark.parametrize("poorer", MODELS, ids=lambda one: one.__name__)
def test_whatever_may_be_left_out_is_not_missed(poorer: type[Entry]) -> None:
    """The shipped facts, without each of the keys in turn that entries of one model need not have."""
    optional = [name for name, field in poorer.model_fields.items() if not field.is_required()]
    for number, name in enumerate(optional):
        if (poorer.__name__, name) not in NEEDED:
            whole = shipped.knowledge().tables
            tables = {one.name: without(getattr(whole, one.name), poorer, name) for one in fields(Tables)}
            assert (name, unfit(Knowledge(Tables(**tables)), 60 + number)) == (name, {})


def without(whole: Any, poorer: type[Entry], name: str) -> Any:
    """Return `whole` with the default for `name` in every entry of the model `poorer`."""
    if isinstance(whole, Entry):
        kept = dict(parts(whole, poorer, name))
        if isinstance(whole, poorer):
            kept[name] = type(whole).model_fields[name].get_default()
        return whole.model_copy(update=kept)
    if isinstance(whole, tuple):
        return tuple(without(part, poorer, name) for part in whole)
    if isinstance(whole, dict | MappingProxyType):
        return MappingProxyType({key: without(part, poorer, name) for key, part in whole.items()})
    return whole


def parts(whole: Entry, poorer: type[Entry], name: str) -> Iterator[tuple[str, Any]]:
    return ((field, without(getattr(whole, field), poorer, name)) for field in type(whole).model_fields)
