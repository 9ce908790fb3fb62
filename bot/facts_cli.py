"""`bot facts`: what an operator does with the facts that servers' admins added.

What a command needs is imported when it runs, as in `cli.py`, which hangs this group in.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.errors import BotError, StartupError
from bot.settings import Settings, read_environment

if TYPE_CHECKING:
    from bot.assistant import Assistant
    from bot.rehearsal import Rehearsed
    from bot.server_facts.importing import Plan
    from bot.server_facts.model import Fact

SERVER = click.option("--server", type=click.IntRange(1), metavar="ID", help="Only this server's.")
NEEDS_FOLDER = "Several files would be written ({}); name a folder for them: `bot facts export FOLDER`."
BY_HAND = (
    "Restoring is not done by the bot: stop it, put {0} in the place of the database, and start it. "
    "What that would change is told by `bot facts restore {0} --check`."
)
LONGEST_SHOWN = 60
MOST_SHOWN = 10


@click.group()
def facts() -> None:
    """Back up, move and clear away the facts that servers' admins added."""


@facts.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def backup(file: Path) -> None:
    """Copy the database to FILE while the bot goes on running.

    For SQLite. To go back: stop the bot and put the copy in the place of the database.
    """
    from bot.server_facts import operating

    operating.run(operating.backup(_address(), file))
    print(f"{file}: a whole copy.")


@facts.command()
@SERVER
@click.argument("file", required=False, type=click.Path(path_type=Path))
def export(server: int | None, file: Path | None) -> None:
    """Write the facts of one server to FILE, or of all into the folder FILE.

    Without FILE: to standard output, where one file is all there is to write.
    """
    from bot.server_facts import operating

    found = operating.run(operating.export(_address(), server))
    if not found:
        raise StartupError("There are no facts to export.")
    files = {_name(one, number): part for one, parts in found.items() for number, part in enumerate(parts)}
    if len(files) == 1 and (file is None or (server is not None and not file.is_dir())):
        (content,) = files.values()
        _write(file, content)
        return
    if file is None or file.is_file():
        raise StartupError(NEEDS_FOLDER.format(len(files)))
    file.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        _write(file / name, content)
    print(f"{file}: {len(files)} files, {len(found)} servers.")


@facts.command("import")
@SERVER
@click.option("--yes", is_flag=True, help="Do not ask before it is done.")
@click.argument("file", type=click.Path(path_type=Path, exists=True))
def import_(server: int | None, yes: bool, file: Path) -> None:
    """Show what FILE would change, ask, and do it.

    FILE may be a folder of such files. Each of them is imported whole or not at all.
    """
    from bot.knowledge.base import Knowledge
    from bot.server_facts import operating
    from bot.settings import cache_folder, knowledge_folder

    env = read_environment()
    address, knowledge = _address(), Knowledge.from_folder(knowledge_folder(env), cache_folder(env))
    refused = False
    for one in sorted(file.glob("*.yml")) if file.is_dir() else [file]:
        try:
            plan = operating.run(operating.plan(address, knowledge, one.read_bytes(), server))
        except BotError as problem:
            raise StartupError(f"{one}: {problem}") from problem
        _show(one, plan)
        refused = refused or bool(plan.refused)
        if plan.steps and not plan.refused and (yes or click.confirm("Do it?", err=True)):
            operating.run(operating.apply(address, knowledge, plan))
            print(f"{one}: done.")
    if refused:
        raise click.exceptions.Exit(1)


@facts.command()
@SERVER
@click.option("--check", is_flag=True, help="Try it beside the live database, which is only read.")
@click.argument("file", type=click.Path(path_type=Path, exists=True))
def restore(server: int | None, check: bool, file: Path) -> None:
    """Practise going back to the backup FILE, and say what would differ.

    FILE is what `bot facts backup` or `bot facts export` wrote. Exit status 1 where anything differs.
    """
    if not check:
        raise StartupError(BY_HAND.format(file))
    from bot.rehearsal import rehearse
    from bot.server_facts import drill, operating

    assistant = _assistant()
    try:
        pairs = operating.run(drill.pairs(_address(), file, assistant.knowledge))
    except BotError as problem:
        raise StartupError(f"{file}: {problem}") from problem
    done = [rehearse(assistant, one.live, one.restored) for one in pairs if server in (None, one.live.server)]
    for one in done:
        _show_rehearsed(one)
    asked, differ = sum(one.asked for one in done), sum(not one.same for one in done)
    print(f"{file}: {len(done)} servers, {asked} questions, {differ} servers differ.")
    if differ:
        raise click.exceptions.Exit(1)


@facts.command()
@SERVER
@click.argument("user", type=click.IntRange(1), metavar="USER_ID")
def forget(user: int, server: int | None) -> None:
    """Remove a person's id wherever it is kept; the facts stay, without an author."""
    from bot.server_facts import operating

    places = operating.run(operating.forget(_address(), user, server))
    print(f"The id {user} was removed from {places} places.")


def _assistant() -> Assistant:
    from bot.assistant import Assistant
    from bot.settings import cache_folder, knowledge_folder

    env = read_environment()
    return Assistant.from_folder(knowledge_folder(env), cache=cache_folder(env))


def _show_rehearsed(one: Rehearsed) -> None:
    for line in one.only_live:
        print(f"server {one.server}: only in the database: {_cut(line)}")
    for line in one.only_restored:
        print(f"server {one.server}: only in the backup: {_cut(line)}")
    for question in one.otherwise[:MOST_SHOWN]:
        print(f"server {one.server}: answered otherwise: {_cut(question)}")
    if len(one.otherwise) > MOST_SHOWN:
        print(f"server {one.server}: and {len(one.otherwise) - MOST_SHOWN} more questions.")


def _address() -> str:
    return Settings.from_env(read_environment()).database_url


def _name(server: int, number: int) -> str:
    return f"{server}-{number + 1}.yml" if number else f"{server}.yml"


def _write(file: Path | None, content: bytes) -> None:
    if file is None:
        sys.stdout.write(content.decode())
    else:
        file.write_bytes(content)


def _show(file: Path, plan: Plan) -> None:
    from bot.server_facts.model import Fact, Nickname, ServerSettings

    for sign, steps in (("+", plan.added), ("~", plan.changed)):
        for step in steps:
            match step.after:
                case Fact() as fact:
                    print(f"{sign} fact {fact.number}, {fact.subject}: {_short(fact)}")
                case Nickname(name=name, subject=subject):
                    print(f"{sign} name {name} for {subject}")
                case ServerSettings():
                    print(f"{sign} settings")
    for line in plan.refused:
        print(f"{file}:{line.line}: {line.reason}")
    print(f"{file}: server {plan.server}: {_counted(plan)}.")


def _counted(plan: Plan) -> str:
    return f"{len(plan.added)} added, {len(plan.changed)} changed, {plan.same} the same, {len(plan.refused)} refused"


def _short(fact: Fact) -> str:
    return _cut(" ".join(fact.text.split()))


def _cut(shown: str) -> str:
    return shown if len(shown) <= LONGEST_SHOWN else f"{shown[: LONGEST_SHOWN - 1]}…"
