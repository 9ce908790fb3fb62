"""Forms to fill in: what a form asks, and reading it once it is sent.

Which form it is stands in its id, so that one that was opened before a restart can be sent after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from discord import Interaction, TextStyle
from discord.ui import Modal, TextInput

from bot.assistant import administration
from bot.discord_app import limits, texts
from bot.discord_app.escaping import sendable
from bot.server_facts.limits import NAME_LONGEST, SOURCE_LONGEST, TEXT_LONGEST
from bot.server_facts.model import Fact

_ID = re.compile(r"form:(?P<title>[\w -]{1,40}):(?P<first>\w{0,20}):(?P<second>\w{0,20})")
# What is open longer than this can still be sent; only discord.py no longer minds it.
_MINDED = 15 * 60.0
# A little more than can be kept: what is too long gets its sentence, and comes back to be shortened.
_LEEWAY = 2

EDIT = "fact edit"
TITLES = {
    "fact add": texts.FORM_ADD,
    "fact suggest": texts.FORM_SUGGEST,
    "name add": texts.FORM_NAME,
    EDIT: texts.FORM_EDIT,
}
FORMS = {form.title: form for form in administration.ORDERS if form.title in TITLES}


@dataclass(frozen=True, slots=True)
class Filled:
    """A form as it was sent. Of an edit, `number` and `revision` say which fact it showed; `mark` is a question's."""

    title: str
    given: Mapping[str, str] = field(default_factory=dict)
    mark: str = ""
    number: int = 0
    revision: int = 0


def opened(title: str, given: Mapping[str, str], mark: str = "") -> Modal:
    """Return the form of the order `title` with what is `given` filled in already."""
    modal = Modal(title=TITLES[title], timeout=_MINDED, custom_id=f"form:{title}::{mark}")
    for option in FORMS[title].options:
        modal.add_item(_field(option.name, given.get(option.name, "")))
    return modal


def opened_on(fact: Fact) -> Modal:
    """Return the form that gives `fact` new words: it holds those it has, and remembers that it showed them."""
    title = limits.cut(texts.FORM_EDIT.format(number=fact.number), limits.MODAL_TITLE)
    modal = Modal(title=title, timeout=_MINDED, custom_id=f"form:{EDIT}:{fact.number}:{fact.revision}")
    modal.add_item(_field("text", fact.text))
    modal.add_item(_field("source", fact.source))
    return modal


def _field(name: str, known: str) -> TextInput[Any]:
    value = sendable(known)
    match name:
        case "text":
            return TextInput(
                label=texts.FIELD_TEXT,
                style=TextStyle.paragraph,
                custom_id=name,
                default=value or None,
                max_length=TEXT_LONGEST * _LEEWAY,
            )
        case "source":
            return TextInput(
                label=texts.FIELD_SOURCE,
                placeholder=texts.HINT_SOURCE,
                custom_id=name,
                default=value or None,
                required=False,
                max_length=SOURCE_LONGEST * _LEEWAY,
            )
        case "name":
            return TextInput(
                label=texts.FIELD_NAME, custom_id=name, default=value or None, max_length=NAME_LONGEST * _LEEWAY
            )
    return TextInput(
        label=texts.FIELD_SUBJECT,
        placeholder=texts.HINT_SUBJECT,
        custom_id=name,
        default=value or None,
        max_length=NAME_LONGEST * _LEEWAY,
    )


def filled(interaction: Interaction[Any]) -> Filled | None:
    """Return the form that was sent, None where it is none of ours."""
    data: Mapping[str, Any] = interaction.data or {}
    found = _ID.fullmatch(str(data.get("custom_id", "")))
    if found is None or found["title"] not in TITLES:
        return None
    given = dict(_values(data.get("components", ())))
    if found["title"] != EDIT:
        return Filled(found["title"], given, mark=found["second"])
    if not (found["first"].isdecimal() and found["second"].isdecimal()):
        return None
    return Filled(EDIT, given | {"number": found["first"]}, "", int(found["first"]), int(found["second"]))


def _values(parts: Any) -> Iterator[tuple[str, str]]:
    """Walk the fields of a form, in rows or under labels."""
    for part in parts:
        inner = [part["component"]] if "component" in part else part.get("components", ())
        yield from _values(inner)
        if "custom_id" in part and "value" in part:
            yield str(part["custom_id"]), str(part["value"] or "")
