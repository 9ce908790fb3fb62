"""The command line: `bot`, `bot chat`, `bot run`, `bot ask`, `bot check`, and `bot facts` of `facts_cli.py`.

What a command needs is imported when it runs: one answer should wait neither for the chat nor for Discord.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from bot.errors import BotError, StartupError
from bot.facts_cli import facts
from bot.settings import Settings, cache_folder, command_prefix, knowledge_folder, read_environment
from bot.terminal.streams import flush_or_give_up, give_up_output, questions, write_utf8

if TYPE_CHECKING:
    from bot.assistant import Assistant
    from bot.presentation.pages import Page

NO_TOKEN = (
    "DISCORD_TOKEN is not set: copy .env.example to .env and put your bot's token there, or talk here with `bot chat`."
)
TYPE_AWAY = "One question a line; Ctrl-D ends."

PROBLEMS_FOUND = 1
REFUSED = 2
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run one command and exit: 0 done, 1 problems found, 2 refused with one sentence, 130 interrupted."""
    # Loading makes many objects and drops few: collecting while it lasts only costs time, a tenth of a short run.
    gc.disable()
    for stream in (sys.stdout, sys.stderr):
        write_utf8(stream)
    sys.exit(_status(list(sys.argv[1:] if arguments is None else arguments)))


def _status(arguments: list[str]) -> int:
    try:
        status = _run(arguments)
        flush_or_give_up()
        return status
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "bot"
        return _refuse(f"{error.format_message()} See `{command} --help`.")
    except BotError as error:
        return _refuse(str(error))
    except (KeyboardInterrupt, click.Abort):
        give_up_output()
        return INTERRUPTED
    except BrokenPipeError:
        give_up_output()
        return 0
    except OSError as error:
        give_up_output()
        return _refuse(f"The system refused to read or write: {error.strerror or error}.")


def _run(arguments: list[str]) -> int:
    # click's own `main` would answer a reader who left with 1, Ctrl-C with 1 and a bad option with three lines.
    try:
        with cli.make_context("bot", arguments) as context:
            cli.invoke(context)
    except click.exceptions.Exit as end:
        return end.exit_code
    return 0


def _refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return REFUSED


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.pass_context
def cli(context: click.Context) -> None:
    """Answer questions on the Asian Le Mans Series. Without a command: in Discord with DISCORD_TOKEN, else the chat."""
    if context.invoked_subcommand is None:
        env = read_environment()
        if env.get("DISCORD_TOKEN", "").strip():
            _connect(env)
        else:
            _talk(env)


cli.add_command(facts)


@cli.command()
def chat() -> None:
    """Talk in the terminal, with completion and history."""
    _talk(read_environment())


@cli.command()
def run() -> None:
    """Connect to Discord."""
    _connect(read_environment())


@cli.command()
@click.argument("question", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a question and line.")
@click.option("--conversation", is_flag=True, help="Let a question ask on from the one before.")
@click.option("--explain", is_flag=True, help="Say how each word was read, and why so.")
@click.option(
    "--picture", type=click.Path(path_type=Path), metavar="FILE", help="Also draw the picture of the answer, as PNG."
)
def ask(question: tuple[str, ...], as_json: bool, conversation: bool, explain: bool, picture: Path | None) -> None:
    """Answer each QUESTION.

    With none given, answer each line of standard input as it comes.
    """
    if picture is not None and len(question) != 1:
        raise click.UsageError("--picture FILE is for one question.")
    if picture is not None and picture.suffix.lower() != ".png":
        named = picture.parent / f"{picture.stem or 'picture'}.png"
        raise click.UsageError(f"--picture FILE is a PNG: call it {named}.")
    assistant = _assistant(read_environment())
    asked = assistant.conversation() if conversation else assistant
    typed = not question and sys.stdin is not None and sys.stdin.isatty()
    if typed:
        print(TYPE_AWAY, file=sys.stderr)
    several = len(question) != 1 and not typed
    for said in question or questions(sys.stdin.buffer if sys.stdin else None):
        explained = asked.explain(said) if explain else None
        page = asked.reply(said)
        if as_json:
            from bot.terminal.json_lines import as_json_line

            print(as_json_line(said, page, explained), flush=True)
        else:
            from bot.terminal.plain import as_heading, as_text

            heading = f"{as_heading(said)}\n" if several else ""
            end = "\n\n" if several or typed else "\n"
            print(f"{heading}{as_text(page, explained or ())}", end=end, flush=True)
        if picture is not None:
            _draw(page, picture)


def _draw(page: Page, file: Path) -> None:
    if page.picture is None:
        print(f"No picture goes with that answer; {file} was not written.", file=sys.stderr)
        return
    from bot.terminal.pictures import save

    try:
        save(page.picture, file)
    except OSError as error:
        raise BotError(f"The picture could not be written to {file}: {error.strerror or error}.") from error


@cli.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option("--write-schema", is_flag=True, help="Also write the JSON Schema that editors complete and check with.")
def check(folder: Path | None, write_schema: bool) -> None:
    """Check the knowledge in FOLDER.

    Prints every problem with its file and line. Without FOLDER: the facts the bot itself uses.
    """
    from bot.knowledge.loading import check_folder

    folder = folder or knowledge_folder(read_environment())
    if not folder.is_dir():
        raise StartupError(f"There is no folder {folder} to check.")
    if write_schema:
        from bot.knowledge.schema import write_schemas

        write_schemas(folder / "schema")
    problems = check_folder(folder)
    for problem in problems:
        print(problem)
    if problems:
        raise click.exceptions.Exit(PROBLEMS_FOUND)
    print(f"{folder}: {_counts(folder)}, no problems.")


def _counts(folder: Path) -> str:
    from bot.knowledge.base import Knowledge

    facts = Knowledge.from_folder(folder)
    kinds: Mapping[str, int] = {
        "seasons": len(facts.seasons),
        "titles": len(facts.titles),
        "races": len(facts.races),
        "circuits": len(facts.circuits),
        "drivers": len(facts.drivers),
        "teams": len(facts.teams),
    }
    return ", ".join(f"{count} {kind}" for kind, count in kinds.items())


def _assistant(env: Mapping[str, str]) -> Assistant:
    assistant = _read(env)
    # The knowledge stays for good: what is frozen is not walked again, not even at exit.
    gc.freeze()
    gc.enable()
    return assistant


def _read(env: Mapping[str, str]) -> Assistant:
    from bot.assistant import Assistant
    from bot.knowledge.problems import KnowledgeError

    folder = knowledge_folder(env)
    try:
        return Assistant.from_folder(folder, command_prefix(env), cache_folder(env))
    except KnowledgeError as error:
        raise StartupError(f"The knowledge folder {folder} has to be put right first:\n{error}") from error


def _connect(env: Mapping[str, str]) -> None:
    settings = Settings.from_env(env)
    if settings.token is None:
        raise StartupError(NO_TOKEN)
    assistant = _assistant(env)

    from bot.discord_app.running import run as run_in_discord
    from bot.operations.logs import set_up

    set_up(settings.log_level, settings.log_format, settings.secrets())
    run_in_discord(assistant, settings, lambda: _read(env))


def _talk(env: Mapping[str, str]) -> None:
    assistant = _assistant(env)

    from bot.terminal import chat as terminal_chat

    terminal_chat.run(assistant)
