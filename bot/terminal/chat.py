"""The terminal chat: ask, read, ask on. A person gets a prompt and cards, a pipe plain lines."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from platformdirs import user_pictures_path, user_state_path
from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.history import FileHistory, History, InMemoryHistory
from rich.console import Console, RenderableType
from rich.text import Text

from bot.assistant import Assistant
from bot.presentation.pages import Page
from bot.terminal.cards import Card, sources_list
from bot.terminal.pictures import saved_in
from bot.terminal.plain import as_heading, as_text
from bot.terminal.streams import questions

WELCOME = (
    "The Asian Le Mans Series by heart: ask away. "
    "With DISCORD_TOKEN set, the bot answers in Discord; docs/discord.md tells how."
)
HINT = "A number asks what is listed beside it, sources lists them, Tab completes, quit or Ctrl-D leaves."
PROMPT = "> "
HELP = "help"
SOURCES = "sources"
PICTURE = "picture"
PICTURE_HINT = "A picture goes with this: type picture to save it."
FOLDER = "asian-le-mans-bot"
LEAVING = frozenset({"quit", "exit"})
# Below the prompt, for the menu of completions; more would scroll half a small screen away.
MENU_LINES = 6


class Chat:
    """One conversation: a line is a question, or the number of one that was offered last."""

    def __init__(self, assistant: Assistant) -> None:
        self.conversation = assistant.conversation()
        self.offered: dict[str, str] = {}
        self.page: Page | None = None

    def reply(self, said: str) -> Page:
        """Answer `said`; what the answer offers can be asked by its number next, choices first."""
        page = self.page = self.conversation.reply(self.offered.get(said.strip(), said))
        self.offered = {str(number): line for number, line in enumerate(page.choices + page.next_questions, 1)}
        return page


class Suggestions(Completer):
    """Completes a half-typed line with whole lines that the assistant understands."""

    def __init__(self, assistant: Assistant) -> None:
        self.assistant = assistant

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
        """Offer lines for what stands before the cursor; nothing for an empty line."""
        typed = document.text_before_cursor
        if typed.strip():
            yield from (Completion(line, start_position=-len(typed)) for line in self.assistant.suggest(typed))


class ForgivingHistory(FileHistory):
    """Keeps what was asked in a file, and does without where the file fails: a question matters more."""

    def load_history_strings(self) -> Iterable[str]:
        """Yield what was asked before, newest first, as far as the file can be read."""
        with suppress(OSError):
            yield from super().load_history_strings()

    def store_string(self, string: str) -> None:
        """Keep `string` where the file can be written and `string` has a UTF-8 form."""
        with suppress(OSError, UnicodeError):
            super().store_string(string)


def open_history() -> History:
    """Return what was asked in earlier chats, or an empty history where no folder can be had for it."""
    folder = user_state_path(FOLDER, appauthor=False)
    with suppress(OSError):
        if folder.is_absolute():
            folder.mkdir(parents=True, exist_ok=True)
            return ForgivingHistory(str(Path(folder, "history")))
    return InMemoryHistory()


def run(assistant: Assistant) -> None:
    """Talk until the person leaves or the input ends."""
    if sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty():
        _talk(assistant)
    else:
        _read_on(assistant)


def _talk(assistant: Assistant) -> None:
    _show(Text(WELCOME), Text(HINT, style="dim"))
    session: PromptSession[str] = PromptSession(
        history=open_history(),
        completer=Suggestions(assistant),
        complete_while_typing=True,
        reserve_space_for_menu=MENU_LINES,
    )
    chat = Chat(assistant)
    while True:
        try:
            said = session.prompt(PROMPT)
        except KeyboardInterrupt:
            continue
        except EOFError:
            return
        if _leaves(said):
            return
        if said.strip().casefold() == SOURCES and chat.page is not None:
            _show(sources_list(chat.page))
        elif _wants_picture(chat, said):
            _show(Text(_saved(chat)))
        elif said.strip():
            _show(Card(chat.reply(said)))
            _show(*[Text(line, style="dim") for line in _about_picture(chat)])
        if said.strip().casefold() == HELP:
            _show(Text(HINT, style="dim"))


def _show(*blocks: RenderableType) -> None:
    # Measured anew each time, as the window may change, and here, as rich takes every dumb terminal for 80 wide.
    width, height = shutil.get_terminal_size()
    Console(width=width, height=height, highlight=False).print(*blocks, sep="\n")


def _read_on(assistant: Assistant) -> None:
    print(WELCOME, flush=True)
    chat = Chat(assistant)
    for said in questions(sys.stdin.buffer if sys.stdin else None):
        if _leaves(said):
            return
        if _wants_picture(chat, said):
            print(f"\n{as_heading(said)}\n{_saved(chat)}", flush=True)
        elif said.strip():
            print(f"\n{as_heading(said)}\n{as_text(chat.reply(said))}", flush=True)
            print(*[f"\n{line}" for line in _about_picture(chat)], sep="", end="", flush=True)


def _wants_picture(chat: Chat, said: str) -> bool:
    return said.strip().casefold() == PICTURE and chat.page is not None and chat.page.picture is not None


def _about_picture(chat: Chat) -> Iterator[str]:
    """Yield where the picture is that was asked for, or that there is one to ask for."""
    if chat.page is not None and chat.page.picture is not None:
        yield _saved(chat) if chat.page.picture_asked else PICTURE_HINT


def _saved(chat: Chat) -> str:
    assert chat.page is not None and chat.page.picture is not None, "there is a picture to save"
    return saved_in(user_pictures_path() / FOLDER, chat.page.picture)


def _leaves(said: str) -> bool:
    return said.strip().casefold() in LEAVING
