"""Carrying out the orders to give everything as a file, and to take a file in."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from discord import Attachment, HTTPException

from bot.assistant import administration
from bot.discord_app import limits, texts
from bot.discord_app.admin.buttons import Cancel, Import
from bot.discord_app.admin.replies import Attached, Reply, told
from bot.discord_app.admin.wording import Called, called_by, step_line
from bot.discord_app.admin.works import Orderer, Works
from bot.discord_app.patience import persistently
from bot.discord_app.ranks import Rank
from bot.errors import BotError
from bot.presentation.pages import Section
from bot.server_facts.aside import aside
from bot.server_facts.changes import NewTopic, Step
from bot.server_facts.importing import Plan
from bot.server_facts.limits import FILE_LARGEST
from bot.server_facts.model import Fact, ServerSettings, Subject, SubjectKind, Topic
from bot.server_facts.problems import ConflictError

MOST_SHOWN = 10
MOST_REFUSED = 25
NOTHING_NEW = "The file says nothing that is not here already."
PACKED = "They are more than I can attach, so they are packed into one; to import them, take them out of it again."
MEND = "Nothing is imported while a line is refused. Mend or remove those lines, and give the order again."


async def export(works: Works, by: Orderer, order: administration.ExportFacts) -> Reply:
    """Give everything as files."""
    parts = await works.book.export(by.server)
    name = f"facts-{by.server}"
    files = tuple(
        Attached(f"{name}{f'-{number}' if number > 1 else ''}.yml", part) for number, part in enumerate(parts, 1)
    )
    notes: tuple[str, ...] = ()
    if len(files) > limits.FILES or sum(map(len, parts)) > limits.FILES_LARGEST:
        files, notes = (Attached(f"{name}.zip", await aside(partial(_packed, files))),), (PACKED,)
    said = "All facts, names and settings of this server, without who wrote them."
    return replace(told("Export", said, notes=notes), attached=files, private=True)


def _packed(files: tuple[Attached, ...]) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for one in files:
            archive.writestr(one.name, one.content)
    return packed.getvalue()


async def plan(works: Works, by: Orderer, order: administration.ImportFacts) -> Reply:
    """Show what a file would change, and ask."""
    content = await content_of(by.files)
    planned = await works.book.plan(by.server, content)
    reply = _shown(planned, _called_in(works, by, planned))
    if planned.refused or not planned.steps:
        return reply
    _check_settings(planned, by)
    reply = reply.below(Import.of(by.person, planned.version), Cancel.of(by.person))
    # The message carries the file that its button imports, so that it can be pressed after a restart as well.
    return replace(reply, attached=(Attached("import.yml", content),))


async def carry_out(works: Works, by: Orderer, version: int) -> Reply:
    """Import the file, unless the server has changed since `version`."""
    planned = await works.book.plan(by.server, await content_of(by.files))
    if planned.version != version:
        raise ConflictError(texts.CHANGED_SINCE)
    _check_settings(planned, by)
    await works.book.apply(planned, by.person)
    return told("Imported", _counted(planned), notes=("To take all of it back: fact undo",))


async def content_of(files: tuple[Attachment, ...]) -> bytes:
    """Return what is in the one file there is; raise `BotError` where there is none, or it is too large."""
    if len(files) != 1:
        raise BotError(texts.ONE_FILE if files else texts.NO_FILE)
    (file,) = files
    if file.size > FILE_LARGEST:
        raise BotError(texts.FILE_TOO_LARGE.format(size=file.size, most=FILE_LARGEST))
    try:
        return await persistently(file.read)
    except HTTPException as error:
        raise BotError(texts.FILE_GONE) from error


def _check_settings(planned: Plan, by: Orderer) -> None:
    """Raise `BotError` where an editor's file would change what only managers may."""
    if by.rank < Rank.MANAGER and any(isinstance(step.after, ServerSettings) for step in planned.steps):
        raise BotError(texts.NO_SETTINGS_IN_FILE)


def _called_in(works: Works, by: Orderer, planned: Plan) -> Called:
    """Return what subjects are called once the file is in: it may bring topics of its own."""
    new = {step.after.id: step.after.name for step in planned.steps if isinstance(step.after, Topic)}
    called = called_by(works.assistant(by))

    def name(subject: Subject | NewTopic) -> str:
        own = isinstance(subject, Subject) and subject.kind is SubjectKind.TOPIC
        return new.get(subject.id, called(subject)) if own and isinstance(subject, Subject) else called(subject)

    return name


def _counted(planned: Plan) -> str:
    counts = (len(_shown_of(planned.added)), len(planned.changed), planned.same, len(planned.refused))
    return "{} added, {} changed, {} the same, {} refused.".format(*counts)


def _shown_of(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    # A topic comes with its first fact, and nobody counts it.
    return tuple(step for step in steps if not isinstance(step.after, Topic))


def _shown(planned: Plan, called: Called) -> Reply:
    sections = [
        _section("Added", [_line(step, called) for step in _shown_of(planned.added)], MOST_SHOWN),
        _section("Changed", [step_line(step, called) for step in planned.changed], MOST_SHOWN),
        _section("Refused", [f"line {one.line}: {one.reason}" for one in planned.refused], MOST_REFUSED),
    ]
    notes = (MEND,) if planned.refused else () if planned.steps else (NOTHING_NEW,)
    reply = told(
        "What the file would change", _counted(planned), sections=[one for one in sections if one.lines], notes=notes
    )
    return replace(reply, private=True)


def _section(heading: str, lines: list[str], most: int) -> Section:
    more = len(lines) - most
    return Section(heading, (*lines[:most], *([f"and {more} more"] if more > 0 else [])))


def _line(step: Step, called: Called) -> str:
    match step.after:
        case Fact(number=number, subject=subject, text=text):
            return f"fact {number} on {called(subject)}: {' '.join(text.split())}"
    return step_line(step, called)
