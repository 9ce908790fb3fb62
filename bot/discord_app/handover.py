"""When this process listened last, noted for the one after it, which answers what was asked in between."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from discord.ext import tasks
from discord.utils import snowflake_time, time_snowflake, utcnow

log = logging.getLogger(__name__)

FILE = "listened.json"
# Beyond this Discord does not promise to see that an answer is the same as one from before, and nobody waits for it.
LASTS = timedelta(minutes=3)
NOTED_EVERY = 15.0


class Left(NamedTuple):
    """Up to which message the process before this one listened, 0 where nobody knows, and whether it left in order.

    One that was killed may have dealt with messages after that, too.
    """

    until: int = 0
    in_order: bool = False


class Handover:
    """Keeps the note in `folder`; what cannot be noted is no reason not to run.

    `listens` says whether everything up to now was heard.
    """

    def __init__(self, folder: Path, listens: Callable[[], bool]) -> None:
        self._file = folder / FILE
        self._listens = listens
        self._noting = Lock()
        self._left = False
        self._again_and_again = tasks.loop(seconds=NOTED_EVERY)(self._note_if_listening)

    def before(self) -> Left:
        """Return what the process before this one noted, if that is not long ago."""
        try:
            noted = json.loads(self._file.read_text(encoding="utf-8"))
            left = Left(int(noted["heard_until"]), noted["in_order"] is True)
            fresh = utcnow() - snowflake_time(left.until) < LASTS
        except FileNotFoundError:
            return Left()
        except (OSError, ValueError, TypeError, KeyError, OverflowError) as error:
            log.info("What the process before this one noted cannot be read: %s", error)
            return Left()
        return left if fresh else Left()

    def begin(self) -> None:
        """Note from now on that somebody listens. Until then a process that cannot connect keeps the note there is."""
        if not self._again_and_again.is_running():
            self._again_and_again.start()

    def leave(self) -> None:
        """Note that from now on nothing is heard; where nobody listened, the note there is tells since when."""
        self._again_and_again.cancel()
        self._left = True
        if self._listens():
            self._note(in_order=True)

    def stop(self) -> None:
        """Note nothing more."""
        self._again_and_again.cancel()

    async def _note_if_listening(self) -> None:
        if self._listens():
            await asyncio.to_thread(self._note, in_order=False)

    def _note(self, *, in_order: bool) -> None:
        noted = {"heard_until": time_snowflake(utcnow()), "in_order": in_order}
        try:
            with self._noting:
                # One that was begun before may come after the last.
                if in_order or not self._left:
                    self._write(json.dumps(noted))
        except OSError as error:
            log.warning(
                "Could not note until when the bot listens, so the next one begins with what is asked then: %s", error
            )

    def _write(self, text: str) -> None:
        """Write the note whole or not at all: a process may be killed meanwhile."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        new = self._file.with_suffix(".new")
        new.write_text(text, encoding="utf-8")
        new.replace(self._file)
